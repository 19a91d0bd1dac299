using NodaTime;

namespace SubscriptionMath;

/// <content>The time of service, and the items held.</content>
public sealed partial record Subscription
{
    /// <summary>Tells whether the customer has service at an instant, as the subscription stands.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>
    /// True from the start of the plan's term, inclusive, to the end of the billed time, or of a pending cancellation before it, exclusive.
    /// False while the subscription is paused, and while it holds no plan. A delayed payment ends no service.
    /// </returns>
    /// <example>
    /// A month to 1 July, canceled on 16 June to the end of the month: true to the last instant of 30 June, false from 1 July on.
    /// </example>
    public bool HasServiceAt(Instant at) =>
        Plan is { } plan && Status != Status.Paused && at >= plan.Term.Start
        && at < (Pending is { Cart: null } end ? Instant.Min(end.EffectiveAt, plan.ChargedThrough) : plan.ChargedThrough);

    /// <summary>The items held: the add-ons, and then the plan.</summary>
    internal IEnumerable<Item> Items() => Plan is { } plan ? AddOns.Append(plan) : AddOns;
}
