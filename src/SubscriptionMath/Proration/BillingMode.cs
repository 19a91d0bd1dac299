using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>When the price of a period is billed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BillingMode>))]
public enum BillingMode
{
    /// <summary>At its beginning: January on 1 January.</summary>
    InAdvance,

    /// <summary>At its end: January on 1 February.</summary>
    InArrears,
}
