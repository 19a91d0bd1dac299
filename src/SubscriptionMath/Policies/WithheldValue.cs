using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The part of the unused value that the vendor keeps.</summary>
/// <remarks>
/// The kept part is a line of its own and an entry on <see cref="Account.Forfeited"/>, never more than the value. Its part of the value's
/// tax is kept
/// as well: a forfeited amount reverses no tax.
/// </remarks>
/// <example>
/// A tenth of EUR 50.00, sold at 25 %: EUR 50.00 and EUR 12.50 are unused, EUR 5.00 and EUR 1.25 are kept, EUR 56.25 are given back.
/// </example>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PartKept), "part")]
[JsonDerivedType(typeof(DiscountKept), "discount")]
[JsonDerivedType(typeof(UsageKept), "usage")]
public abstract record WithheldValue
{
    private protected WithheldValue()
    {
    }

    /// <summary>A part of the value, whatever the usage.</summary>
    /// <param name="part">The part; from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above 1.</exception>
    /// <example>
    /// USD 500.00 for a year, ended after 150 days: USD 294.52 are unused, a tenth of them is kept, USD 265.07 are given back (short rate).
    /// </example>
    public static WithheldValue Part(Fraction part) => new PartKept(part);

    /// <summary>The discount of a longer interval on the used part: used time is charged at the price of a shorter interval.</summary>
    /// <param name="interval">The shorter interval; a product that the catalog does not sell so has no discount.</param>
    /// <example>
    /// USD 470.00 a year, ended after three months that cost USD 47.00 each: USD 352.50 are unused, USD 23.50 are kept, USD 329.00 are
    /// given back.
    /// </example>
    public static WithheldValue DiscountOver(BillingInterval interval) => new DiscountKept(interval);

    /// <summary>The excess of the time left over the usage credits left: the value is that of the lesser part.</summary>
    /// <param name="credit">The kind of usage credit; without a grant of that kind, time alone counts.</param>
    /// <example>
    /// USD 48.75 for a month, half of it and a tenth of its credits left: USD 24.38 are unused, USD 4.88 are given back (Browse AI).
    /// </example>
    public static WithheldValue BeyondUsageOf(string credit) => new UsageKept(credit);

    /// <summary>The part kept of the value of a lot, in minor units.</summary>
    internal abstract Fraction Of(in RetentionCase of);

    /// <summary>A part of the value.</summary>
    /// <param name="Kept">The part.</param>
    public sealed record PartKept(Fraction Kept) : WithheldValue
    {
        /// <summary>Gets the part; from 0 to 1.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above 1.</exception>
        public Fraction Kept { get; init => field = InRange(value); } = InRange(Kept);

        internal override Fraction Of(in RetentionCase of) => of.Value * Kept;

        private static Fraction InRange(Fraction kept) => kept.Sign >= 0 && kept <= Fraction.One
            ? kept
            : throw new ArgumentOutOfRangeException(nameof(kept), kept, $"The part kept is {kept}; it must lie between 0 and 1.");
    }

    /// <summary>The discount on the used part.</summary>
    /// <param name="Interval">The interval whose price has no discount.</param>
    public sealed record DiscountKept(BillingInterval Interval) : WithheldValue
    {
        internal override Fraction Of(in RetentionCase of) => of.Undiscounted is { } whole && whole > of.Price
            ? Fraction.Min(of.Value, (whole - of.Price) * of.Used)
            : Fraction.Zero;
    }

    /// <summary>The value of time without usage credits left.</summary>
    /// <param name="Credit">The kind of usage credit.</param>
    public sealed record UsageKept(string Credit) : WithheldValue
    {
        /// <summary>Gets the kind of usage credit; not empty.</summary>
        /// <exception cref="ArgumentException">The kind is empty.</exception>
        public string Credit { get; init => field = Require.Text(value, nameof(Credit)); } = Require.Text(Credit, nameof(Credit));

        internal override Fraction Of(in RetentionCase of)
        {
            var (granted, left) = (0m, 0m);
            foreach (var grant in of.Subscription.Grants)
            {
                var runs = grant.Kind == Credit && of.At >= grant.Effective && (grant.Expires is not { } end || of.At < end);
                granted += runs ? grant.Granted : 0m;
                left += runs ? grant.LeftAt(of.At) : 0m;
            }

            return granted == 0m
                ? Fraction.Zero
                : Fraction.Max(
                    Fraction.Zero,
                        of.Value - (
                            of.Worth * MinorUnits.Of(left, of.Subscription.Currency) / MinorUnits.Of(granted, of.Subscription.Currency)));
        }
    }
}

/// <summary>The facts of a lot whose value is kept in part; amounts in minor units.</summary>
/// <param name="Value">The value of the lot.</param>
/// <param name="Price">The price of its whole period.</param>
/// <param name="Worth">That price less the discount of the sale.</param>
/// <param name="Undiscounted">The price of as many shorter intervals, or null if the product is not sold so.</param>
/// <param name="Used">The used part of the period.</param>
/// <param name="Subscription">The subscription.</param>
/// <param name="At">The instant.</param>
internal readonly record struct RetentionCase(
    Fraction Value, Fraction Price, Fraction Worth, Fraction? Undiscounted, Fraction Used, Subscription Subscription, Instant At);
