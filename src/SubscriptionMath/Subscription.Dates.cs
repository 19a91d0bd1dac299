using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <content>The instants of the purchase and of the last renewal.</content>
public sealed partial record Subscription
{
    // Kept by reference, as a quote seldom changes any of them: it shares them with the subscription before.
    private readonly object? _purchasedAt;

    private readonly object? _renewedAt;

    /// <summary>Gets the instant of the purchase of the plan held; null without a plan, or if the instant is not known.</summary>
    /// <remarks>
    /// A trial begins with the purchase. A change from a free plan to a paid one is a purchase; any other change keeps the instant. Rules
    /// read it (<see cref="Case.WithinOfPurchase"/>).
    /// </remarks>
    /// <example>Bought on 1 March, renewed on 1 April and upgraded on 7 April: 1 March.</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? PurchasedAt
    {
        get => (Instant?)_purchasedAt;
        init => _purchasedAt = value == PurchasedAt ? _purchasedAt : value;
    }

    /// <summary>Gets the instant of the last renewal since the purchase; null before the first, or if it is not known.</summary>
    /// <remarks>
    /// The renewal is the start of the renewed term, even if it was paid ahead. The first paid term after a trial is not a renewal.
    /// </remarks>
    /// <example>A trial to 8 March and a month from then: null up to 7 April, and 8 April from then on.</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? RenewedAt
    {
        get => (Instant?)_renewedAt;
        init => _renewedAt = value == RenewedAt ? _renewedAt : value;
    }
}

/// <summary>The anchors that few subscriptions have beside their own.</summary>
internal sealed record AnchorsBeside(Anchor? Next, Anchor? Quota)
{
    internal static AnchorsBeside None { get; } = new(null, null);

    internal static AnchorsBeside? Of(AnchorsBeside anchors) => anchors == None ? null : anchors;
}
