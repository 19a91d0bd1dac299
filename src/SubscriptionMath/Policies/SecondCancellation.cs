using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The cancellation that is refused while another is pending.</summary>
/// <remarks>Without an answer none is refused: the newer cancellation replaces the older. One with the same end is never refused.</remarks>
/// <example>Canceled to 1 July, and asked to end on 1 August instead: refused by <see cref="LaterRefused"/>.</example>
[JsonConverter(typeof(CamelCaseEnumConverter<SecondCancellation>))]
public enum SecondCancellation
{
    /// <summary>A cancellation that ends later: an end asked for is not put off.</summary>
    LaterRefused,

    /// <summary>A cancellation that ends earlier.</summary>
    EarlierRefused,

    /// <summary>Any cancellation that ends at another instant, until the older one is withdrawn.</summary>
    Refused,
}
