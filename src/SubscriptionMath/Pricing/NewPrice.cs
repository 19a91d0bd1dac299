using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: how much of the new price is charged at the change?</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NewPrice>))]
public enum NewPrice
{
    /// <summary>The part for the time from the change to the end of the term.</summary>
    ForTheRest,

    /// <summary>All of it.</summary>
    Full,

    /// <summary>Nothing before the next renewal.</summary>
    NothingUntilRenewal,
}
