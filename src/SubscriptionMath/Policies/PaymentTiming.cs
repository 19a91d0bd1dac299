using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The time at which the customer pays the amount due.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PaymentTiming>))]
public enum PaymentTiming
{
    /// <summary>At once.</summary>
    Now,

    /// <summary>At once, as two payments: the price of the old plan, then the difference to the new one.</summary>
    NowAsOldPriceThenDifference,

    /// <summary>
    /// With the next invoice. A surplus goes at once to its destination; only <see cref="Surplus.ToNextInvoice"/> defers it.
    /// </summary>
    NextInvoice,

    /// <summary>Never: the change takes place without payment.</summary>
    /// <remarks>
    /// The part of the new price beyond the unused value is an entry on <see cref="Account.Goodwill"/>, and the purchase counts as billed
    /// for the rest alone. Used time in arrears, and deferred charges, are due at once.
    /// </remarks>
    /// <example>
    /// Company bought at EUR 190.00 in a promotion, changed on 1 April to a plan of EUR 240.00: 143.15 are unused, 180.82 is the new price,
    /// 37.67 are conceded (WhaleBooks, S3.14).
    /// </example>
    Waived,
}
