using NodaTime;

namespace SubscriptionMath;

/// <summary>A subscription as it will be, and the bills that lead to it, while the rooms work on both.</summary>
internal sealed partial class Draft
{
    private readonly Facts _facts;
    private readonly List<Bill> _bills = new(1);
    private bool _billsWaiting;
    private bool _terminated;
    private bool _ended;
    private bool _expiresCredit;
    private bool _taxesRead;
    private readonly bool _boundary;

    // By reference: few changes have them.
    private object? _nextAnchor;
    private object? _valuedAt;
    private bool _touched;
    private List<GrantStep>? _grantSteps;
    private bool _timeLeftRead;
    private List<string>? _endedAddOns;

    /// <param name="before">The subscription as it is.</param>
    /// <param name="facts">What only the caller knows.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="moment">The instant that divides what was from what will be.</param>
    /// <param name="boundary">Whether a term ends at the moment.</param>
    internal Draft(Subscription before, Facts facts, BillingPolicy policy, Instant moment, bool boundary)
    {
        (Before, _facts, Policy, Moment) = (before, facts, policy, moment);
        (Status, Anchor, NextAnchor, Trial, Pending, Pause) = (before.Status, before.Anchor, before.NextAnchor, before.Trial, before.Pending, before.Pause);
        Discounts = before.Discounts;
        _boundary = boundary;
        Plan = before.Plan is { } plan ? ItemDraft.Of(plan) : null;
        foreach (var addOn in before.AddOns)
        {
            _addOns.Add(ItemDraft.Of(addOn));
        }
    }

    internal Subscription Before { get; }

    internal BillingPolicy Policy { get; }

    internal Instant Moment { get; }

    /// <summary>What the money credit is drawn on for.</summary>
    internal required BalanceUses Uses { get; init; }

    /// <summary>What is sold, where something that leaves is valued by it.</summary>
    internal Catalog? Sold { get; set; }

    internal Status Status { get; set; }

    internal Anchor Anchor { get; set; }

    /// <summary>The anchor of the terms after the current one, where it is another.</summary>
    internal Anchor? NextAnchor { get => (Anchor?)_nextAnchor; set => _nextAnchor = value; }

    internal TrialUse? Trial { get; set; }

    internal PendingChange? Pending { get; set; }

    internal Pause? Pause { get; set; }

    /// <summary>What of a pending change is not made, and why.</summary>
    internal Refused? NotMade { get; set; }

    internal ItemDraft? Plan { get; set; }

    /// <summary>The plan as it is wanted, whose name and allotments come with time that a surplus buys.</summary>
    internal Wanted? PlanSold { get; set; }

    /// <summary>The origin of time that a surplus buys.</summary>
    internal Origin TimeOrigin { get; set; } = Origin.AddOnTermination;

    /// <summary>Whether the term is as long as what the surplus buys: what ends with the plan follows it.</summary>
    internal bool TermIsBought { get; set; }

    /// <summary>The instant by which what leaves is valued, where it rested since; null for the moment.</summary>
    internal Instant? ValuedAt { get => (Instant?)_valuedAt; set => _valuedAt = value; }

    /// <summary>The rule of a resumption at which a term begins anew; null where a term is renewed.</summary>
    internal Treatment? Resumes { get; set; }

    /// <summary>Something is different, even where nothing is billed for it.</summary>
    internal void Touch() => _touched = true;

    /// <summary>Money credit that has expired by the moment is gone.</summary>
    internal void ExpireCredit() => _expiresCredit = true;
}
