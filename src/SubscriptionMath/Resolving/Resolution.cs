using NodaTime;

namespace SubscriptionMath;

/// <summary>A subscription as it will be, and the steps that lead there: all that is decided without money.</summary>
/// <param name="On">The values that the pricing started from.</param>
/// <param name="Uses">The kind of bill, for which credit may be drawn or not.</param>
internal sealed record Resolution(Circumstances On, BalanceUses Uses)
{
    /// <summary>Gets the items with the lots that stay; what is bought now comes to them when it is charged.</summary>
    internal Holdings Held { get; init; } = Holdings.Of(On.Before);

    internal Status Status { get; init; } = On.Before.Status;

    /// <summary>Gets the anchors of the current term and of those after it.</summary>
    internal Schedule Schedule { get; init; } = new(On.Before.Anchor, On.Before.NextAnchor);

    internal TrialUse? Trial { get; init; } = On.Before.Trial;

    internal PendingChange? Pending { get; init; } = On.Before.Pending;

    internal Pause? Pause { get; init; } = On.Before.Pause;

    internal Sequence<Discount> Discounts { get; init; } = On.Before.Discounts;

    /// <summary>Gets the part of a pending change that is not made, and why.</summary>
    internal Refused? NotMade { get; init; }

    /// <summary>Gets the plan on which a surplus may buy time, or null if none can.</summary>
    internal TimeSold? TimeSold { get; init; }

    /// <summary>Gets the steps that a bill has to tell, in their order.</summary>
    internal Sequence<BillStep> Steps { get; init; }

    /// <summary>Gets the steps that concern usage credits, in their order.</summary>
    internal Sequence<GrantStep> Grants { get; init; }

    /// <summary>Gets the ids of the add-ons that end.</summary>
    internal Sequence<string> EndedAddOns { get; init; }

    /// <summary>Gets whether deferred charges are on the first bill, whatever it comes to.</summary>
    internal bool CollectsDeferred { get; init; }

    /// <summary>Gets whether something is different even if no bill is drawn up.</summary>
    internal bool IsDifferent { get; init; }

    /// <summary>Gets whether a termination was asked for, whenever it takes effect.</summary>
    internal bool Terminates { get; init; }

    /// <summary>Gets whether the subscription holds nothing from the moment on.</summary>
    internal bool Ends { get; init; }

    /// <summary>Gets whether money credit that has expired by the moment is gone.</summary>
    internal bool CreditExpires { get; init; }

    /// <summary>Gets whether the caller's word on the time left was read.</summary>
    internal bool ReadsTimeLeft { get; init; }

    /// <summary>Gets whether the subscription is another one afterwards.</summary>
    internal bool Changes => IsDifferent || !Steps.IsEmpty;
}

/// <summary>The anchors of a subscription's terms.</summary>
/// <param name="Anchor">The anchor of the current term.</param>
/// <param name="Next">The anchor of the terms after it, if it is another.</param>
internal readonly record struct Schedule(Anchor Anchor, Anchor? Next)
{
    internal static Schedule From(Anchor anchor) => new(anchor, null);
}

/// <summary>The plan on which a surplus may buy time.</summary>
/// <param name="Plan">The plan as it is wanted, with its name and allotments.</param>
/// <param name="Origin">The origin of the time.</param>
/// <param name="TermIsOpen">Whether the term is as long as the time that is bought: what ends with the plan follows it.</param>
internal sealed record TimeSold(Wanted Plan, Origin Origin, bool TermIsOpen);
