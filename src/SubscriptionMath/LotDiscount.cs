using System.Numerics;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of a discount when only a part of its units leave; a percentage belongs to each unit and leaves with it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DiscountReversal>))]
public enum DiscountReversal
{
    /// <summary>
    /// The units that leave take their part of the discount along: five at 10.00 less 35.00, two leave, 20.00 less 14.00.
    /// </summary>
    InProportion,

    /// <summary>
    /// The units that stay keep as much of the discount as they can bear, in the customer's favor. Three that stay bear 30.00 of 35.00, so
    /// the two that leave give back 20.00 less 5.00.
    /// </summary>
    StaysBehind,

    /// <summary>
    /// The units that leave bear all of the discount as far as they can, with the share of other lines, in the vendor's favor: 20.00 less
    /// 20.00. An item of 10.00 has 1.66 of a discount of 5.00 on the invoice: 10.00 less 5.00 (Stripe, classic).
    /// </summary>
    LeavesWhole,
}

/// <summary>The amount from which a discount is taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DiscountStage>))]
public enum DiscountStage
{
    /// <summary>From the price of a whole period; proration then applies to the rest.</summary>
    /// <example>8 % off EUR 950.00 are EUR 874.00; 7 of 31 days of that are EUR 197.35.</example>
    Price,

    /// <summary>From the line, rounded first: a percentage of that line, or the part of an amount off for the same time.</summary>
    /// <example>7 of 31 days of EUR 950.00 are EUR 214.52; less 8 % that is EUR 197.36.</example>
    Line,
}

/// <summary>The discount of a lot at its sale: its credit uses this discount, whatever discounts apply by then.</summary>
/// <remarks>Money given back outside the library later is one more percentage of the price.</remarks>
/// <param name="Off">The amount off the price of the units for the whole period, exactly, in minor units.</param>
/// <param name="Whole">The amount that the discounts behind this share took off all lines together, exactly, in minor units.</param>
/// <param name="Reversal">The fate of the discount when a part leaves, as sold.</param>
public sealed record LotDiscount(Fraction Off, Fraction Whole, DiscountReversal Reversal)
{
    private const long Billion = 1_000_000_000;

    /// <summary>
    /// Gets the part of <see cref="Off"/> that is a percentage of the price; zero or more. Each unit bears its own, whatever the reversal.
    /// </summary>
    /// <example>
    /// A tenth off five at 10.00 and two leave: 20.00 less 2.00 in every reversal, and at a price held of 20.00 40.00 less 4.00.
    /// </example>
    public Fraction OfPrice { get; init; }

    /// <summary>Gets the amount from which the discount was taken.</summary>
    public DiscountStage Stage { get; init => field = Require.Defined(value, nameof(Stage)); }

    /// <summary>A part of a price, less the same part of the discount on it.</summary>
    /// <param name="price">The price, in minor units.</param>
    /// <param name="off">The discount on the price.</param>
    /// <param name="percent">The part of the discount that is a percentage.</param>
    /// <param name="partOf">The part of an amount.</param>
    /// <param name="rounded">The amount of a line.</param>
    internal Fraction Less(Fraction price, Fraction off, Fraction percent, Func<Fraction, Fraction> partOf, Func<Fraction, Money> rounded)
    {
        if (Stage == DiscountStage.Price || price.IsZero || off.IsZero)
        {
            return partOf(price - off);
        }

        var line = rounded(partOf(price)).Exact;
        return Fraction.Max(Fraction.Zero, line - (line * percent / price) - partOf(off - percent));
    }

    /// <summary>The discount that leaves with some units, given their worth and that of all, in minor units.</summary>
    internal Fraction Leaving(Fraction leaving, Fraction all)
    {
        if (all.IsZero)
        {
            return Fraction.Zero;
        }

        var each = OfPrice * leaving / all;
        var (amount, left, stays) = (Off - OfPrice, Fraction.Max(Fraction.Zero, leaving - each),
            Fraction.Max(Fraction.Zero, all - leaving - (OfPrice - each)));
        return each + (Reversal switch
        {
            DiscountReversal.LeavesWhole => Fraction.Min(left, Whole - OfPrice),
            DiscountReversal.StaysBehind => Fraction.Max(Fraction.Zero, amount - stays),
            _ => amount * leaving / all,
        });
    }

    /// <summary>The discount that stays when some units leave.</summary>
    internal LotDiscount Staying(Fraction leaving, Fraction all)
    {
        var left = Leaving(leaving, all);
        var each = all.IsZero ? Fraction.Zero : OfPrice * leaving / all;
        return this with
        {
            Off = Fraction.Max(Fraction.Zero, Off - left),
            Whole = Fraction.Max(Fraction.Zero, Whole - left),
            OfPrice = OfPrice - each
        };
    }

    /// <summary>A discount and a part of the price given back later, as a percentage of it, in minor units.</summary>
    internal static LotDiscount With(LotDiscount? sold, Fraction given) =>
        sold is null
            ? new LotDiscount(given, given, DiscountReversal.InProportion) { OfPrice = given }
            : sold with { Off = Bounded(sold.Off + given), Whole = Bounded(sold.Whole + given), OfPrice = Bounded(sold.OfPrice + given) };

    /// <summary>
    /// The exact amount, or one to a billionth of a minor unit if its denominator is greater. After many parts given back, each for some
    /// seconds, an exact one would need more than 128 bits.
    /// </summary>
    private static Fraction Bounded(Fraction off)
    {
        if (off.Denominator <= Billion)
        {
            return off;
        }

        // A numerator of many digits times a billion is beyond 128 bits; half a billionth goes up.
        var (top, bottom) = ((BigInteger)off.Numerator, (BigInteger)off.Denominator);
        return new Fraction((Int128)(((top * Billion * 2) + bottom) / (bottom * 2)), Billion);
    }

    /// <summary>The same discount on another price: a percentage then applies to that price.</summary>
    internal LotDiscount On(Fraction price, Fraction sold)
    {
        var more = sold.IsZero ? Fraction.Zero : (OfPrice * price / sold) - OfPrice;
        return this with { Off = Off + more, Whole = Whole + more, OfPrice = OfPrice + more };
    }
}
