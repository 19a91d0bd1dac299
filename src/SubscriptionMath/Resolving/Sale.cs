using NodaTime;

namespace SubscriptionMath;

/// <summary>A product that is sold for its next term.</summary>
/// <param name="Wanted">The product, its price and its units.</param>
/// <param name="PhasesFrom">The instant from which the phases of the price are counted; null if it has none.</param>
/// <param name="Source">The source of usage credits: the plan or an add-on.</param>
internal readonly record struct Sale(Wanted Wanted, Instant? PhasesFrom, GrantSource Source)
{
    /// <summary>Gets the billing day to which the rule aligns the term, or null.</summary>
    internal TermRule.ToBillingDay? Aligned { get; init; }

    internal bool IsPlan => Source == GrantSource.Plan;
}

/// <summary>A term that is to be bought.</summary>
/// <param name="Term">The term, with its anchor.</param>
/// <param name="Stub">The part of the price that is charged for a term shorter than its period.</param>
/// <param name="Schedule">The anchors afterwards.</param>
internal readonly record struct NextTerm(PlanTerm Term, NewPrice Stub, Schedule Schedule);

/// <summary>The anchor and the contract of an item that begins a term.</summary>
/// <param name="Anchor">The item's own anchor; null for the plan's anchor.</param>
/// <param name="Contract">The contract; null for none.</param>
/// <param name="IsNew">Whether the item was not held before, so that a set-up fee is charged.</param>
internal readonly record struct Beginning(Anchor? Anchor, Term? Contract, bool IsNew);
