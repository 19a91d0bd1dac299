using NodaTime;

namespace SubscriptionMath;

/// <summary>A decision on usage credits. Steps keep their order, and are folded into grants once, when all ends are final.</summary>
internal abstract record GrantStep
{
    private GrantStep()
    {
    }

    /// <summary>Gives the step with the length that a surplus has bought, if the step waited for that.</summary>
    internal virtual GrantStep Until(Instant open, Instant end) => this;

    /// <summary>Another plan, or the same plan at another interval, replaces the plan within the term, or with a new term.</summary>
    /// <param name="Next">The plan that replaces it.</param>
    /// <param name="Direction">The direction.</param>
    /// <param name="Term">The time for which the next plan is bought.</param>
    /// <param name="Old">The rest of the old plan's time.</param>
    /// <param name="Stood">The plans to which the held grants belong.</param>
    internal sealed record PlanReplaced(Wanted Next, Direction Direction, GrantTerm Term, GrantTerm Old, Sequence<Plan> Stood) : GrantStep
    {
        /// <summary>Whether a new term begins with the step.</summary>
        internal bool Begins { get; init; }

        /// <summary>
        /// Whether the running term continues: none begins, or the same one at its first instant again. Its grants then come back.
        /// </summary>
        internal bool Within { get; init; }

        /// <summary>Whether the difference is prorated as the price is; false for the whole difference.</summary>
        internal bool ByParts { get; init; }

        /// <summary>The end of the next plan's running term; terms bought ahead begin there.</summary>
        internal required Instant TermEnd { get; init; }

        /// <summary>
        /// The instant from which later grants are the next plan's own, even if running credits are kept. It is that of the change if a new
        /// term begins, else the end of the running term.
        /// </summary>
        internal Instant OwnFrom => Begins && !Within ? Term.From : TermEnd;

        internal override GrantStep Until(Instant open, Instant end) =>
            Term.Term.End == open ? this with { Term = Term.Until(end), TermEnd = end } : this;
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

        /// <summary>Whether an interval that began before the purchase has its allotment already; its grants are lengthened.</summary>
        internal bool GoesOn { get; init; }

        internal override GrantStep Until(Instant open, Instant end) => Term.Term.End == open ? this with { Term = Term.Until(end) } : this;
    }

    /// <summary>Units of a plan or add-on left, and some stay: the leaving units' future grants go with them.</summary>
    internal sealed record UnitsLeft(string ProductId, GrantSource Source, int Staying) : GrantStep;

    /// <summary>An add-on ends.</summary>
    internal sealed record AddOnLeft(string ProductId) : GrantStep;

    /// <summary>Grants that end at an instant end at an earlier one.</summary>
    internal sealed record EndCut(Instant End, Instant To) : GrantStep;

    /// <summary>Grants of the plan and of some add-ons for time bought ahead of an end move along with that end.</summary>
    internal sealed record AheadMoved(Sequence<string> AddOns, Instant End, Func<Instant, Instant> Moved) : GrantStep;

    /// <summary>A pause has ended: running grants lapse later by the days of the pause, and later grants begin later by as many.</summary>
    internal sealed record Shifted(Instant Since, int Days) : GrantStep;

    /// <summary>Every grant that has ended by the moment lapses.</summary>
    /// <param name="Rolls">The plan whose credits roll over at the end of their interval; null for no rollover.</param>
    internal sealed record Lapsed(Wanted? Rolls) : GrantStep;

    /// <summary>The subscription ends. Debts of usage stay.</summary>
    internal sealed record AllLeft : GrantStep;
}
