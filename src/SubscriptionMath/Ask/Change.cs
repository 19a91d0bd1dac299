using System.Text.Json.Serialization;
using NodaTime;

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
    /// <summary>Gets what the customer wants to hold afterwards, or null where that is nothing: the subscription is to be terminated.</summary>
    public required Cart? Cart { get; init; }

    /// <summary>Gets when it is to take effect, or null where the policy is to say it.</summary>
    public RequestedTiming? Timing { get; init; }

    /// <summary>Gets the instant at which it is to take effect, or null where none is named; only a policy that offers a date takes one.</summary>
    /// <remarks>The instant of the change itself is "at once"; an earlier one is refused.</remarks>
    /// <example>Bought on 1 September to begin on 1 October: it costs nothing until then, and is priced on 1 October.</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Date { get; init; }

    /// <summary>
    /// Gets the instant at which the next billing is to be, the end of the current term from then on, or null where it stays where it is; only a policy that
    /// offers it moves it.
    /// </summary>
    /// <remarks>It lies after the instant of the change; at that instant itself where the policy begins a new term at once.</remarks>
    /// <example>Billed on the 10th, moved on the 7th to the 16th with proration: three days are given back, and the 7th to the 15th are charged (Recurly).</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? NextBilling { get; init; }

    /// <summary>Makes a change to a cart, at the time that the policy says.</summary>
    /// <param name="cart">What the customer wants to hold afterwards.</param>
    /// <exception cref="ArgumentNullException">The cart is null.</exception>
    public static Change To(Cart cart) => new() { Cart = Require.NotNull(cart) };

    /// <summary>Makes the change to nothing: a termination.</summary>
    /// <param name="timing">When it is to take effect, or null where the policy is to say it.</param>
    /// <example>WhaleBooks terminates at the end of the term; until then the subscription can be resumed (S3.2, A3.6).</example>
    public static Change Terminate(RequestedTiming? timing = null) => new() { Cart = null, Timing = timing };
}
