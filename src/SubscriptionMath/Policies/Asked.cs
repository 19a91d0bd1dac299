using NodaTime;

namespace SubscriptionMath;

/// <summary>One item that a cart changes, as the rules are asked about it.</summary>
internal readonly record struct Asked(
    ChangeKinds Changes,
    Direction Direction,
    IntervalMove? Interval,
    PriceClass? From,
    PriceClass? To,
    Standing Now)
{
    /// <summary>Gets the interval of the item held, or null for none.</summary>
    internal BillingInterval? IntervalHeld { get; init; }

    /// <summary>Gets the interval of the item wanted, or null for none.</summary>
    internal BillingInterval? IntervalWanted { get; init; }

    /// <summary>Gets whether the next billing is put off or brought forward; null if it does not move.</summary>
    internal bool? MovesLater { get; init; }
}

/// <summary>The circumstances of a subscription at the instant of a change, as the rules are asked about them.</summary>
internal readonly record struct Standing(Status Status, bool InTrial = false, bool InContract = false)
{
    /// <summary>Gets the instant of the change.</summary>
    internal Instant At { get; init; }

    /// <summary>Gets the billing zone; null only where no instant is known.</summary>
    internal DateTimeZone? Zone { get; init; }

    /// <summary>Gets the instant of the purchase, or null if it is not known.</summary>
    internal Instant? PurchasedAt { get; init; }

    /// <summary>Gets the start of the plan's term, or null without a plan.</summary>
    internal Instant? TermStart { get; init; }

    /// <summary>Gets the instant of the last renewal, or null before the first.</summary>
    internal Instant? RenewedAt { get; init; }

    /// <summary>Gets whether the plan was not renewed since its purchase; null if that is not known.</summary>
    internal bool? InFirstTerm => RenewedAt is not null ? false : PurchasedAt is not null ? true : null;

    /// <summary>Gives the circumstances of a subscription at an instant.</summary>
    internal static Standing Of(Subscription subscription, Instant at) =>
        new(subscription.Status, subscription.InTrial(at), subscription.InContract(at))
        {
            At = at,
            Zone = subscription.Zone,
            PurchasedAt = subscription.PurchasedAt,
            TermStart = subscription.Plan?.Term.Start,
            RenewedAt = subscription.RenewedAt,
        };

    /// <summary>Whether the change is asked for within a time since an instant, whose end is exclusive; true for any time.</summary>
    internal bool IsWithin(BillingInterval? window, Instant? since) =>
        window is not { } length || (since is { } from && At < from.Later(length, Zone!));
}
