namespace SubscriptionMath;

/// <summary>
/// The decisions of a pricing, without amounts: the subscription afterwards, and the steps on the way. The later stages turn the steps
/// into charges, entries and usage credits.
/// </summary>
/// <param name="On">The given values of the pricing.</param>
/// <param name="Uses">The kind of bill, which decides whether money credit pays.</param>
internal sealed record Resolution(Circumstances On, BalanceUses Uses)
{
    /// <summary>Gets the items, with the lots that stay. Lots that are bought now are added after settling.</summary>
    internal Holdings Held { get; init; } = Holdings.Of(On.Before);

    internal Status Status { get; init; } = On.Before.Status;

    /// <summary>Gets the anchors of the current term and of those after it.</summary>
    internal Schedule Schedule { get; init; } = new(On.Before.Anchor, On.Before.NextAnchor);

    internal TrialUse? Trial { get; init; } = On.Before.Trial;

    internal PendingChange? Pending { get; init; } = On.Before.Pending;

    internal Pause? Pause { get; init; } = On.Before.Pause;

    internal Sequence<Discount> Discounts { get; init; } = On.Before.Discounts;

    /// <summary>Gets the refusal of the part of a pending change that does not take effect, or null.</summary>
    internal Refused? NotMade { get; init; }

    /// <summary>Gets the plan on which a surplus may buy time, or null if none can.</summary>
    internal TimeSold? TimeSold { get; init; }

    /// <summary>Gets the steps that bills have to show, in their order.</summary>
    internal Sequence<BillStep> Steps { get; init; }

    /// <summary>Gets the steps that concern usage credits, in their order.</summary>
    internal Sequence<GrantStep> Grants { get; init; }

    /// <summary>Gets the ids of the add-ons that end.</summary>
    internal Sequence<string> EndedAddOns { get; init; }

    /// <summary>Gets whether the first bill collects deferred charges, whatever its net.</summary>
    internal bool CollectsDeferred { get; init; }

    /// <summary>Gets whether the subscription changes even if no step does so.</summary>
    internal bool IsDifferent { get; init; }

    /// <summary>Gets whether a cancellation was asked for, whenever it takes effect.</summary>
    internal bool Cancels { get; init; }

    /// <summary>Gets whether the subscription ends at the moment; the free plan may follow.</summary>
    internal bool Ends { get; init; }

    /// <summary>Gets whether expired money credit is taken away.</summary>
    internal bool CreditExpires { get; init; }

    /// <summary>Gets whether the caller's figure for the time left was read.</summary>
    internal bool ReadsTimeLeft { get; init; }

    /// <summary>Gets the resolution without charges that are due once in the life of a product.</summary>
    internal Resolution WithoutFees => this with
    {
        Steps =
        [
            .. Steps.Where(static step => step is not BillStep.SetsUp
                and not BillStep.UnitsEnter { Wanted.Price.BillingTiming: BillingTiming.Once }),
        ],
    };

    /// <summary>Gets whether the subscription changes.</summary>
    internal bool Changes => IsDifferent || !Steps.IsEmpty;
}

/// <summary>The anchors of a subscription's terms.</summary>
/// <param name="Anchor">The anchor of the current term.</param>
/// <param name="Next">The anchor of later terms, or null for the same.</param>
internal readonly record struct Schedule(Anchor Anchor, Anchor? Next)
{
    internal static Schedule From(Anchor anchor) => new(anchor, null);
}

/// <summary>The plan on which a surplus may buy time.</summary>
/// <param name="Plan">The plan as wanted, with its name and allotments.</param>
/// <param name="Source">The source of the lots of that time.</param>
/// <param name="TermIsOpen">Whether the term is as long as the time bought. Items that end with the plan then follow its end.</param>
internal sealed record TimeSold(Wanted Plan, LotSource Source, bool TermIsOpen);
