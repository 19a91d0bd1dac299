using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The class of a plan by its price: free or paid.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PriceClass>))]
public enum PriceClass
{
    /// <summary>The price is zero.</summary>
    Free,

    /// <summary>The price is above zero.</summary>
    Paid,
}
