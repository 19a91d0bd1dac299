using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Something that was decided and concerns usage credits. Steps are recorded in their order and folded once, when all ends are final.
/// </summary>
internal abstract record GrantStep
{
    private GrantStep()
    {
    }

    /// <summary>The step with the length that a surplus has bought, where it waited for one.</summary>
    internal virtual GrantStep Until(Instant open, Instant end) => this;

    /// <summary>
    /// Another plan, or the same one at another interval, takes the plan's place within the term, or with a term that begins anew.
    /// </summary>
    /// <param name="Next">The plan that takes its place.</param>
    /// <param name="Direction">The direction.</param>
    /// <param name="Term">The time for which the next plan is bought.</param>
    /// <param name="Old">The rest of the time for which the old one was.</param>
    /// <param name="Stood">The plans for which the grants stood.</param>
    internal sealed record PlanReplaced(Wanted Next, Direction Direction, GrantTerm Term, GrantTerm Old, Sequence<Plan> Stood) : GrantStep
    {
        /// <summary>Whether a term begins with it.</summary>
        internal bool Begins { get; init; }

        /// <summary>
        /// Whether the running term goes on: none begins, or that one at its first instant again. What was granted for it comes back
        /// then.
        /// </summary>
        internal bool Within { get; init; }

        /// <summary>Whether a difference is taken at the ratio of the money; else the whole difference.</summary>
        internal bool ByParts { get; init; }

        internal override GrantStep Until(Instant open, Instant end) => Term.Term.End == open ? this with { Term = Term.Until(end) } : this;
    }

    /// <summary>The plan's term ends and another plan takes its place.</summary>
    internal sealed record PlanLeft(Wanted Next, Direction Direction, Instant End) : GrantStep;

    /// <summary>The plan's term ends and it goes on.</summary>
    internal sealed record PlanRenewed(Wanted Next, Instant End) : GrantStep;

    /// <summary>Units of a plan or add-on were bought.</summary>
    /// <param name="Product">The plan or add-on, with the number of units that are held of it afterwards.</param>
    /// <param name="Units">The number of units that were bought.</param>
    /// <param name="Source">Whether it is the plan or an add-on.</param>
    /// <param name="Term">The time for which they were bought.</param>
    internal sealed record Entered(Wanted Product, int Units, GrantSource Source, GrantTerm Term) : GrantStep
    {
        /// <summary>Whether a term begins with it.</summary>
        internal bool Begins { get; init; }

        /// <summary>
        /// Whether what was granted for the same time before counts: what rests comes back, and only units that had nothing are granted
        /// anything.
        /// </summary>
        internal bool Again { get; init; }

        internal override GrantStep Until(Instant open, Instant end) => Term.Term.End == open ? this with { Term = Term.Until(end) } : this;
    }

    /// <summary>Units of a plan or add-on left, and so many stay: what was granted for time to come goes with them.</summary>
    internal sealed record UnitsLeft(string ProductId, GrantSource Source, int Staying) : GrantStep;

    /// <summary>An add-on ends.</summary>
    internal sealed record AddOnLeft(string ProductId) : GrantStep;

    /// <summary>Whatever ends at an instant ends at an earlier one.</summary>
    internal sealed record EndCut(Instant End, Instant To) : GrantStep;

    /// <summary>What was granted for a time bought ahead of an end, of the plan and of some add-ons, moves along with it.</summary>
    internal sealed record AheadMoved(Sequence<string> AddOns, Instant End, Func<Instant, Instant> Moved) : GrantStep;

    /// <summary>A pause is over: what ran then lapses, and what had not begun then begins, as many days later.</summary>
    internal sealed record Shifted(Instant Since, int Days) : GrantStep;

    /// <summary>Whatever lapses by the moment is gone, and was not carried over.</summary>
    internal sealed record Lapsed : GrantStep;

    /// <summary>The subscription ends. Debts of usage stay.</summary>
    internal sealed record AllLeft : GrantStep;
}
