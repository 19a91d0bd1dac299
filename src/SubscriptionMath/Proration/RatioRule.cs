using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The value that is rounded before the amount.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract record RatioRule
{
    private protected RatioRule()
    {
    }

    /// <summary>None: the amount is price x left / period, exactly, and rounded at the policy's stage.</summary>
    public static RatioRule Exact { get; } = new Unrounded();

    /// <summary>The ratio left / period, to a number of decimals, before the price is multiplied by it.</summary>
    /// <param name="decimals">From 0 to 18.</param>
    /// <param name="mode">The rounding.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is outside 0 to 18, or the mode is none.</exception>
    /// <example>
    /// 8 of 31 days to nine decimals, half away from zero: 0.258064516. Of 19,999,999.95 that is 5,161,290.31, exactly 5,161,290.31.
    /// </example>
    public static RatioRule Rounded(int decimals, RoundingMode mode) => new ToDecimals(decimals, mode);

    /// <summary>The price of one unit of time, to the minor unit, before it is multiplied by the units left.</summary>
    /// <param name="mode">The rounding.</param>
    /// <remarks>
    /// 15 of 30 days of 9.90: 0.33 a day, so 4.95. Of 10.00 the result is 4.95 too, although the exact half is 5.00 (mlytics). A part of a
    /// period never costs more than the period: 30 of 30 days of 20.00 are 20.00, although a day is 0.67.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The mode is none.</exception>
    public static RatioRule RateRounded(RoundingMode mode) => new RateFirst(mode);

    /// <summary>Gives the part of an amount for a share of its period.</summary>
    /// <param name="whole">The amount of the whole period, in minor units.</param>
    /// <param name="share">The part of the period.</param>
    /// <returns>The part in minor units, not rounded to them; for an amount of one, the ratio itself.</returns>
    /// <exception cref="DivideByZeroException">Time is left of a period without a unit.</exception>
    public Fraction PartOf(Fraction whole, Share share) => PartOf(whole, share, 1);

    /// <summary>The same, with each unit of time counted in a number of parts.</summary>
    internal abstract Fraction PartOf(Fraction whole, Share share, int parts);

    /// <summary>No value is rounded before the amount.</summary>
    internal sealed record Unrounded : RatioRule
    {
        internal override Fraction PartOf(Fraction whole, Share share, int parts) => whole * share.Fraction;
    }

    /// <summary>The ratio is rounded first.</summary>
    /// <param name="Decimals">The number of its decimals.</param>
    /// <param name="Mode">The rounding.</param>
    public sealed record ToDecimals(int Decimals, RoundingMode Mode) : RatioRule
    {
        /// <summary>Gets the number of decimals; from 0 to 18.</summary>
        public int Decimals { get; init => field = InRange(value); } = InRange(Decimals);

        /// <summary>Gets the rounding.</summary>
        public RoundingMode Mode { get; init => field = Require.Defined(value, nameof(Mode)); } = Require.Defined(Mode, nameof(Mode));

        internal override Fraction PartOf(Fraction whole, Share share, int parts)
        {
            var ones = 1L;
            for (var i = 0; i < Decimals; i++)
            {
                ones *= 10;
            }

            return whole * new Fraction((share.Fraction * Fraction.Of(ones)).Round(Mode), ones);
        }

        private static int InRange(int decimals) => decimals is >= 0 and <= 18
            ? decimals
            : throw new ArgumentOutOfRangeException(nameof(decimals), decimals,
                $"A ratio is rounded to 0 to 18 decimals, not to {decimals}.");
    }

    /// <summary>The price of one unit of time is rounded first.</summary>
    /// <param name="Mode">The rounding.</param>
    public sealed record RateFirst(RoundingMode Mode) : RatioRule
    {
        /// <summary>Gets the rounding.</summary>
        public RoundingMode Mode { get; init => field = Require.Defined(value, nameof(Mode)); } = Require.Defined(Mode, nameof(Mode));

        internal override Fraction PartOf(Fraction whole, Share share, int parts)
        {
            if (share.Left == 0)
            {
                return Fraction.Zero;
            }

            // 30 days at 0.67 are 20.10: a part of 20.00 is never more than that.
            var part = new Fraction((whole * new Fraction(parts, share.Of)).Round(Mode) * share.Left, parts);
            return share.Left <= share.Of && part.Abs() > whole.Abs() ? whole : part;
        }
    }
}
