using NodaTime;

namespace SubscriptionMath;

/// <summary>A decision that concerns usage credits. Steps are recorded in their order and folded once, when all ends are final.</summary>
internal abstract record GrantStep
{
    private GrantStep()
    {
    }

    /// <summary>The step with the length that a surplus has bought, if it waited for one.</summary>
    internal virtual GrantStep Until(Instant open, Instant end) => this;

    /// <summary>Another plan, or the same plan at another interval, replaces the plan within the term, or with a new term.</summary>
    /// <param name="Next">The plan that replaces it.</param>
    /// <param name="Direction">The direction.</param>
    /// <param name="Term">The time for which the next plan is bought.</param>
    /// <param name="Old">The rest of the old plan's time.</param>
    /// <param name="Stood">The plans for which the grants stood.</param>
    internal sealed record PlanReplaced(Wanted Next, Direction Direction, GrantTerm Term, GrantTerm Old, Sequence<Plan> Stood) : GrantStep
    {
        /// <summary>Whether a new term begins with the step.</summary>
        internal bool Begins { get; init; }

        /// <summary>
        /// Whether the running term continues: none begins, or the same one at its first instant again. Its grants then come back.
        /// </summary>
        internal bool Within { get; init; }

        /// <summary>Whether the difference is taken at the ratio of the money; else it is taken whole.</summary>
        internal bool ByParts { get; init; }

        internal override GrantStep Until(Instant open, Instant end) => Term.Term.End == open ? this with { Term = Term.Until(end) } : this;
    }

    /// <summary>The plan's term ends and another plan takes its place.</summary>
    internal sealed record PlanLeft(Wanted Next, Direction Direction, Instant End) : GrantStep;

    /// <summary>The plan's term ends and the plan continues.</summary>
    internal sealed record PlanRenewed(Wanted Next, Instant End) : GrantStep;

    /// <summary>Units of a plan or add-on were bought.</summary>
    /// <param name="Product">The plan or add-on, with the number of units held afterwards.</param>
    /// <param name="Units">The number of units bought.</param>
    /// <param name="Source">The source: the plan or an add-on.</param>
    /// <param name="Term">The time of the purchase.</param>
    internal sealed record Entered(Wanted Product, int Units, GrantSource Source, GrantTerm Term) : GrantStep
    {
        /// <summary>Whether a new term begins with the step.</summary>
        internal bool Begins { get; init; }

        /// <summary>
        /// Whether earlier grants for the same time count: suspended ones come back, and only units without a grant get one.
        /// </summary>
        internal bool Again { get; init; }

        internal override GrantStep Until(Instant open, Instant end) => Term.Term.End == open ? this with { Term = Term.Until(end) } : this;
    }

    /// <summary>Units of a plan or add-on left, and some stay: the leaving units' future grants go with them.</summary>
    internal sealed record UnitsLeft(string ProductId, GrantSource Source, int Staying) : GrantStep;

    /// <summary>An add-on ends.</summary>
    internal sealed record AddOnLeft(string ProductId) : GrantStep;

    /// <summary>The end of an instant moves to an earlier one.</summary>
    internal sealed record EndCut(Instant End, Instant To) : GrantStep;

    /// <summary>The grants of a time bought ahead of an end, of the plan and of some add-ons, move along with that end.</summary>
    internal sealed record AheadMoved(Sequence<string> AddOns, Instant End, Func<Instant, Instant> Moved) : GrantStep;

    /// <summary>A pause is over: grants that ran then lapse, and grants that had not begun begin as many days later.</summary>
    internal sealed record Shifted(Instant Since, int Days) : GrantStep;

    /// <summary>Every grant that lapses by the instant is gone, without rollover.</summary>
    internal sealed record Lapsed : GrantStep;

    /// <summary>The subscription ends. Debts of usage stay.</summary>
    internal sealed record AllLeft : GrantStep;
}
