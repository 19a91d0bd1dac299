using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The part of the new price that is charged at the change.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NewPrice>))]
public enum NewPrice
{
    /// <summary>The part for the time from the change to the end of the term: 183 of 365 days of EUR 240.00 are EUR 120.33.</summary>
    ForTheRest,

    /// <summary>The whole price, even if the term keeps its end and less than a whole period is left.</summary>
    Full,

    /// <summary>Nothing before the next renewal.</summary>
    NothingUntilRenewal,
}
