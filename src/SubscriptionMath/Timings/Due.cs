using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: when does the customer pay what is due?</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Due>))]
public enum Due
{
    /// <summary>At once.</summary>
    Now,

    /// <summary>At once, as two payments: the price of the old plan, then the difference to the new one.</summary>
    NowAsOldPriceThenDifference,

    /// <summary>With the next invoice. A surplus goes at once where the policy sends it; it waits where that is <see cref="Surplus.ToNextInvoice"/>.</summary>
    NextInvoice,
}
