using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>When the customer wants a change to take effect, where the policy leaves the choice.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RequestedTiming>))]
public enum RequestedTiming
{
    /// <summary>At once.</summary>
    Now,

    /// <summary>At the end of the current term.</summary>
    AtPeriodEnd,
}

/// <summary>What the customer asks for: a cart, and when.</summary>
public sealed record Change
{
    /// <summary>Gets what the customer wants to hold afterwards.</summary>
    public required Cart Cart { get; init => field = Require.NotNull(value, nameof(Cart)); }

    /// <summary>Gets when it is to take effect, or null where the policy is to say it.</summary>
    public RequestedTiming? Timing { get; init; }

    /// <summary>Makes a change to a cart, at the time that the policy says.</summary>
    /// <param name="cart">What the customer wants to hold afterwards.</param>
    public static Change To(Cart cart) => new() { Cart = cart };
}
