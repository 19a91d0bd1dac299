using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>Whether anything is charged for a plan.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PriceClass>))]
public enum PriceClass
{
    /// <summary>Its price is zero.</summary>
    Free,

    /// <summary>Its price is above zero.</summary>
    Paid,
}
