using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What becomes of a discount where only a part of what it was given for leaves; a percentage is one of each unit, and leaves with it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DiscountReversal>))]
public enum DiscountReversal
{
    /// <summary>What leaves takes its part of it along: five at 10.00 less 35.00, two leave, 20.00 less 14.00.</summary>
    InProportion,

    /// <summary>
    /// What stays keeps as much of it as it can bear, for the customer: the three that stay bear 30.00 of the 35.00, so the two give back 20.00 less 5.00.
    /// </summary>
    StaysBehind,

    /// <summary>
    /// What leaves bears all of it as far as it can, the share of other lines among it, for the merchant: 20.00 less 20.00. An item of 10.00 of which
    /// 1.66 are off, of 5.00 off the invoice: 10.00 less 5.00 (Stripe, classic).
    /// </summary>
    LeavesWhole,
}

/// <summary>From which amount a discount is taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DiscountStage>))]
public enum DiscountStage
{
    /// <summary>From the price of a whole period; the part of the period is reckoned of what is left.</summary>
    /// <example>8 % off EUR 950.00 are EUR 874.00; 7 of 31 days of that are EUR 197.35.</example>
    Price,

    /// <summary>From the amount of the line, which is rounded first: a percentage of that amount, and of an amount off the part for the same time.</summary>
    /// <example>7 of 31 days of EUR 950.00 are EUR 214.52; less 8 % that is EUR 197.36.</example>
    Line,
}

/// <summary>The discount that a lot was sold with: its credit uses this, whatever discounts there are by then.</summary>
/// <param name="Off">What was taken off the price of its units for the whole period, exactly, in minor units.</param>
/// <param name="Whole">What the discounts it is a share of took off all lines together, exactly, in minor units.</param>
/// <param name="Reversal">What becomes of it where a part leaves, as it was sold.</param>
public sealed record LotDiscount(Fraction Off, Fraction Whole, DiscountReversal Reversal)
{
    /// <summary>Gets the part of <see cref="Off"/> that is a percentage of the price: each unit bears its own, whatever the reversal; zero or more.</summary>
    /// <example>A tenth off five at 10.00 and two leave: 20.00 less 2.00 in every reversal, and at a price held of 20.00 40.00 less 4.00.</example>
    public Fraction OfPrice { get; init; }

    /// <summary>Gets from which amount it was taken.</summary>
    public DiscountStage Stage { get; init => field = Require.Defined(value, nameof(Stage)); }

    /// <summary>What a part of a price comes to, less the same part of the discount on it.</summary>
    /// <param name="price">The price, in minor units.</param>
    /// <param name="off">What is off it.</param>
    /// <param name="percent">What of that is a percentage.</param>
    /// <param name="partOf">The part of an amount.</param>
    /// <param name="rounded">The amount of a line.</param>
    internal Fraction Less(Fraction price, Fraction off, Fraction percent, Func<Fraction, Fraction> partOf, Func<Fraction, Money> rounded)
    {
        if (Stage == DiscountStage.Price || price.IsZero)
        {
            return partOf(price - off);
        }

        var line = rounded(partOf(price)).Exact;
        return Fraction.Max(Fraction.Zero, line - (line * percent / price) - partOf(off - percent));
    }

    /// <summary>What of it some units bear that leave, of so many minor units' worth.</summary>
    internal Fraction Leaving(Fraction leaving, Fraction all)
    {
        if (all.IsZero)
        {
            return Fraction.Zero;
        }

        var each = OfPrice * leaving / all;
        var (amount, left, stays) = (Off - OfPrice, Fraction.Max(Fraction.Zero, leaving - each), Fraction.Max(Fraction.Zero, all - leaving - (OfPrice - each)));
        return each + (Reversal switch
        {
            DiscountReversal.LeavesWhole => Fraction.Min(left, Whole - OfPrice),
            DiscountReversal.StaysBehind => Fraction.Max(Fraction.Zero, amount - stays),
            _ => amount * leaving / all,
        });
    }

    /// <summary>What stays of it when some units leave.</summary>
    internal LotDiscount Staying(Fraction leaving, Fraction all)
    {
        var left = Leaving(leaving, all);
        var each = all.IsZero ? Fraction.Zero : OfPrice * leaving / all;
        return this with { Off = Fraction.Max(Fraction.Zero, Off - left), Whole = Fraction.Max(Fraction.Zero, Whole - left), OfPrice = OfPrice - each };
    }

    /// <summary>The same discount on another price: what is a percentage is one of that.</summary>
    internal LotDiscount On(Fraction price, Fraction sold)
    {
        var more = sold.IsZero ? Fraction.Zero : (OfPrice * price / sold) - OfPrice;
        return this with { Off = Off + more, Whole = Whole + more, OfPrice = OfPrice + more };
    }
}
