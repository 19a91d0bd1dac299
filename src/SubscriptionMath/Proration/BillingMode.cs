using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The time at which the price of a period is billed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BillingMode>))]
public enum BillingMode
{
    /// <summary>At the start of the period: January on 1 January.</summary>
    InAdvance,

    /// <summary>At the end of the period: January on 1 February.</summary>
    InArrears,
}
