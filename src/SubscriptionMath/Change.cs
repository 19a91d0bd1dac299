using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The time at which the customer wants a change to take effect, if the policy leaves the choice.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RequestedTiming>))]
public enum RequestedTiming
{
    /// <summary>At once.</summary>
    Now,

    /// <summary>At the end of the current term.</summary>
    AtPeriodEnd,
}

/// <summary>The customer's request: a cart, and its time.</summary>
public sealed record Change
{
    /// <summary>Gets the cart to hold afterwards, or null to cancel the subscription.</summary>
    public required Cart? Cart { get; init; }

    /// <summary>Gets the time to take effect, or null for the policy's time.</summary>
    public RequestedTiming? Timing { get; init; }

    /// <summary>Gets the instant to take effect, or null for none. Only a policy that offers a date accepts one.</summary>
    /// <remarks>The instant of the change itself is "at once"; an earlier one is refused.</remarks>
    /// <example>Bought on 1 September to begin on 1 October: it costs nothing until then, and is priced on 1 October.</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Date { get; init; }

    /// <summary>Gets the earlier instant for which the change is meant, or null for the instant of the change.</summary>
    /// <remarks>
    /// All time since then is priced as the difference of what was billed and what should have been, term by term: the used time too. The
    /// lots of the terms before the current one are facts of the caller (<see cref="Facts.EarlierTerms"/>). The change takes effect at
    /// once, and the quote is booked now.
    /// </remarks>
    /// <example>
    /// EUR 20.00 a month, EUR 40.00 since 1 April, asked for on 11 June: EUR 20.00 for each of April, May and June, EUR 60.00 now.
    /// </example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Since { get; init; }

    /// <summary>
    /// Gets the new instant of the next billing, or null to leave the billing date. Only a policy that offers the move makes it.
    /// </summary>
    /// <remarks>
    /// The current term then ends at this instant. It lies after the instant of the change; or at that instant, if the policy begins a new
    /// term at once.
    /// </remarks>
    /// <example>
    /// Billed on the 10th, moved on the 7th to the 16th with proration: three days are given back, and the 7th to the 15th are charged
    /// (Recurly).
    /// </example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? NextBilling { get; init; }

    /// <summary>Makes a change to a cart, at the policy's time.</summary>
    /// <param name="cart">The cart to hold afterwards.</param>
    /// <exception cref="ArgumentNullException">The cart is null.</exception>
    public static Change To(Cart cart) => new() { Cart = Require.NotNull(cart) };

    /// <summary>Makes the change to nothing: a cancellation.</summary>
    /// <param name="timing">The time to take effect, or null for the policy's time.</param>
    /// <example>WhaleBooks cancels at the end of the term; until then the customer can resume the subscription (S3.2, A3.6).</example>
    public static Change Cancel(RequestedTiming? timing = null) => new() { Cart = null, Timing = timing };
}
