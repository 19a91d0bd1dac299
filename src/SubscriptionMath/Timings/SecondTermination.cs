using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: which termination is refused while another one is pending?</summary>
/// <remarks>If the policy does not say, none is: the newer termination takes the place of the older. One that names the same end is never refused.</remarks>
/// <example>Terminated to 1 July, and asked to end on 1 August instead: refused by <see cref="LaterRefused"/>.</example>
[JsonConverter(typeof(CamelCaseEnumConverter<SecondTermination>))]
public enum SecondTermination
{
    /// <summary>One that ends later: an end that was asked for is not put off.</summary>
    LaterRefused,

    /// <summary>One that ends earlier.</summary>
    EarlierRefused,

    /// <summary>Any that ends at another instant, until the older one is withdrawn.</summary>
    Refused,
}
