using NodaTime;

namespace SubscriptionMath;

/// <summary>A product that is sold for its next term.</summary>
/// <param name="Wanted">The product, its price and its units.</param>
/// <param name="PhasesFrom">The instant from which the phases of the price are counted; null if it has none.</param>
/// <param name="Source">Whether it is the plan or an add-on.</param>
internal readonly record struct Sale(Wanted Wanted, Instant? PhasesFrom, GrantSource Source)
{
    /// <summary>Gets the billing day that its rule aligns it to, or null.</summary>
    internal TermRule.ToBillingDay? Aligned { get; init; }

    internal bool IsPlan => Source == GrantSource.Plan;
}

/// <summary>A term that is to be bought.</summary>
/// <param name="Term">The term, with its anchor.</param>
/// <param name="Stub">The part of the price that is charged if it is shorter than its period.</param>
/// <param name="Schedule">The anchors afterwards.</param>
internal readonly record struct NextTerm(PlanTerm Term, NewPrice Stub, Schedule Schedule);

/// <summary>How an item begins a term.</summary>
/// <param name="Anchor">The anchor of its own; null if it has the plan's.</param>
/// <param name="Contract">The contract; null if there is none.</param>
/// <param name="IsNew">Whether it was not held before, so that it is set up.</param>
internal readonly record struct Beginning(Anchor? Anchor, Term? Contract, bool IsNew);
