using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what becomes of the term?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(KeptEnd), "endKept")]
[JsonDerivedType(typeof(Restart), "restarted")]
[JsonDerivedType(typeof(TermOfItsOwn), "ownTerm")]
[JsonDerivedType(typeof(KeptTimeLeft), "timeLeftKept")]
[JsonDerivedType(typeof(ToBillingDay), "aligned")]
[JsonDerivedType(typeof(DaysAppended), "daysCarried")]
public abstract record TermRule
{
    private protected TermRule()
    {
    }

    /// <summary>The current term keeps its end; what is bought now ends with it.</summary>
    /// <remarks>A year from 1 January 2026, changed on 2 July, ends on 1 January 2027 all the same (WhaleBooks, S3.7).</remarks>
    public static TermRule EndKept { get; } = new KeptEnd();

    /// <summary>A new term of the new interval begins at the change, and everything held begins anew with it.</summary>
    /// <remarks>A month changed to a year on 11 April 2026 runs from there to 11 April 2027, and the anchor is 11 April (smrtPhone, 1-C).</remarks>
    public static TermRule Restarted { get; } = new Restart();

    /// <summary>What is bought gets a term of its own from the change on; the plan's term stays as it is.</summary>
    public static TermRule OwnTerm { get; } = new TermOfItsOwn();

    /// <summary>The time that is left when it is paused is left when it is resumed; for a pause alone.</summary>
    /// <remarks>Whole days are carried one for one. Where the end is kept instead, the time runs on while it is paused.</remarks>
    public static TermRule TimeLeftKept { get; } = new KeptTimeLeft();

    /// <summary>
    /// A new term begins at the change, and everything held begins anew with it; it ends at the next boundary of the anchor that the
    /// subscription has. A first purchase has none, and its term is a whole one.
    /// </summary>
    /// <remarks>
    /// What the rule for a first purchase says holds for the first term after a trial too: that term is then the rest of the period that is
    /// counted from the purchase, so that the trial lies inside it. Thirty days with a trial of seven in them renew thirty days after the
    /// purchase.
    /// </remarks>
    public static TermRule Aligned { get; } = new ToBillingDay(null);

    /// <summary>
    /// A new term begins at the change, and everything held begins anew with it; it ends at the next boundary of a given anchor, and so do
    /// those after it. How much is charged for the stub, the new price says: the rest, all of it, or nothing.
    /// </summary>
    /// <param name="anchor">The anchor: <see cref="SubscriptionMath.Anchor.OnDay"/> 1 is the calendar, for weeks, months, quarters and years.</param>
    /// <remarks>
    /// By the calendar, a month bought on 15 March ends on 1 April, and 17 of 31 days are charged. It holds for the first term after a trial
    /// where the rule for a first purchase says so: ten days tried from 5 March, then 17 of 31 days.
    /// </remarks>
    public static TermRule AlignedTo(Anchor anchor) => new ToBillingDay(anchor);

    /// <summary>
    /// A new term begins at the change, and everything held begins anew with it; the calendar days that were left of the old one are appended,
    /// one for one, whatever they cost.
    /// </summary>
    /// <remarks>A month to 1 May, left for another plan on 16 April: to 16 May and fifteen days more, 31 May, at the price of one month.</remarks>
    public static TermRule DaysCarried { get; } = new DaysAppended();

    /// <summary>Gets whether a term begins at the change, and everything held begins anew with it.</summary>
    internal bool BeginsAnew => this is Restart or ToBillingDay or DaysAppended;

    private protected abstract void Seal();

    /// <summary>The current term keeps its end.</summary>
    public sealed record KeptEnd : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change.</summary>
    public sealed record Restart : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change, longer by the days left of the old one.</summary>
    public sealed record DaysAppended : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The time left is kept through a pause.</summary>
    public sealed record KeptTimeLeft : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The item gets a term of its own.</summary>
    public sealed record TermOfItsOwn : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change and ends at the next boundary of an anchor.</summary>
    /// <param name="Anchor">The anchor, or null where it is the one that the subscription has.</param>
    public sealed record ToBillingDay(Anchor? Anchor) : TermRule
    {
        /// <summary>The anchor that counts: the given one, that of the subscription, or the instant of a first purchase; after a trial, that of its beginning.</summary>
        internal Anchor AnchorFor(Subscription before, Instant at) =>
            Anchor
            ?? (before.Plan is null ? new Anchor(at.LocalAt(before.Zone))
                : before.Trial is { } trial && trial.Term.End == at ? new Anchor(trial.Term.Start.LocalAt(before.Zone))
                : before.Anchor);

        /// <summary>The period that holds an instant, whose price is divided.</summary>
        internal Term PeriodAt(Subscription before, BillingInterval every, Instant at) => AnchorFor(before, at).TermAt(at, every, before.Zone);

        private protected override void Seal()
        {
        }
    }
}
