using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What becomes of a discount where only a part of what it was given for leaves.</summary>
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

/// <summary>The discount that a lot was sold with: its credit uses this, whatever discounts there are by then.</summary>
/// <param name="Off">What was taken off the price of its units for the whole period, exactly, in minor units.</param>
/// <param name="Whole">What the discounts it is a share of took off all lines together, exactly, in minor units.</param>
/// <param name="Reversal">What becomes of it where a part leaves, as it was sold.</param>
public sealed record LotDiscount(Fraction Off, Fraction Whole, DiscountReversal Reversal)
{
    /// <summary>What of it some units bear that leave, of so many minor units' worth.</summary>
    internal Fraction Leaving(Fraction leaving, Fraction all) => Reversal switch
    {
        DiscountReversal.LeavesWhole => Fraction.Min(leaving, Whole),
        DiscountReversal.StaysBehind => Fraction.Max(Fraction.Zero, Off - (all - leaving)),
        _ => all.IsZero ? Fraction.Zero : Off * leaving / all,
    };

    /// <summary>What stays of it when some units leave.</summary>
    internal LotDiscount Staying(Fraction leaving, Fraction all)
    {
        var left = Leaving(leaving, all);
        return this with { Off = Fraction.Max(Fraction.Zero, Off - left), Whole = Fraction.Max(Fraction.Zero, Whole - left) };
    }
}
