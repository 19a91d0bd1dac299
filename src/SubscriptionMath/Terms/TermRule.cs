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
[JsonDerivedType(typeof(LengthBought), "asBought")]
[JsonDerivedType(typeof(ToDateAsked), "movedAsAsked")]
[JsonDerivedType(typeof(StubToDate), "movedAtTheEnd")]
public abstract record TermRule
{
    private protected TermRule()
    {
    }

    /// <summary>The current term keeps its end; what is bought now ends with it.</summary>
    /// <remarks>
    /// A year from 1 January 2026, changed on 2 July, ends on 1 January 2027 all the same (WhaleBooks, S3.7). An add-on of another interval than the plan's
    /// that is charged in full gets a term of its own: EUR 15.00 a month beside a year buys a month, not the rest of the year.
    /// </remarks>
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
    public static TermRule Aligned { get; } = new ToBillingDay(null, null);

    /// <summary>
    /// A new term begins at the change, and everything held begins anew with it; it ends at the next boundary of a given anchor, and so do
    /// those after it. How much is charged for the stub, the new price says: the rest, all of it, or nothing.
    /// </summary>
    /// <param name="anchor">The anchor: <see cref="SubscriptionMath.Anchor.OnDay"/> 1 is the calendar, for weeks, months, quarters and years.</param>
    /// <remarks>
    /// By the calendar, a month bought on 15 March ends on 1 April, and 17 of 31 days are charged. It holds for the first term after a trial
    /// where the rule for a first purchase says so: ten days tried from 5 March, then 17 of 31 days.
    /// </remarks>
    public static TermRule AlignedTo(Anchor anchor) => new ToBillingDay(anchor, null);

    /// <summary>The same, with a stub that ends at the first boundary of another interval than the price's: the next billing day of a month, whatever is sold.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="every">The interval whose boundary ends the stub; the price's interval is counted on from there.</param>
    /// <remarks>
    /// A quarter bought on 15 July by the 1st of any month: a stub to 1 August, whose period is the quarter that ends then, and quarters from 1 August on
    /// (Zuora's bill cycle day). What is bought on such a day begins with a whole term.
    /// </remarks>
    public static TermRule AlignedTo(Anchor anchor, BillingInterval every) => new ToBillingDay(anchor, every);

    /// <summary>
    /// A new term begins at the change and is as long as what the unused value buys; then the new price is due. Where the day of the change belongs to the
    /// old item, the time bought begins on the day after it. Nothing bought is a term without length: it renews at once.
    /// </summary>
    /// <remarks>
    /// EUR 1.00 unused on 15 April, changed to a plan of EUR 36.00 a year: ten days from the 16th, and the year begins on 26 April (Google's
    /// WITH_TIME_PRORATION).
    /// </remarks>
    public static TermRule AsBought { get; } = new LengthBought();

    /// <summary>
    /// The term ends when the change asks for it (<see cref="Change.NextBilling"/>), and later ones are counted from there. Where what was bought is kept, the end
    /// alone moves; else a stub begins at the change and everything held begins anew with it. A trial that is kept ends then.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The value of what was bought and kept is conserved. An end that is put off adds time that is free, whatever plan it is used on. An end that is brought forward gives back what
    /// would be unused then, and the treatment's surplus says where that goes. What was bought ahead of the end moves along. What is charged in arrears is charged for as long as it is used.
    /// </para>
    /// <para>A year to 15 May 2017, moved on 1 August to 10 December 2016 and not billed: it is renewed on 10 December, for a year (Recurly).</para>
    /// </remarks>
    /// <example>EUR 30.00 for April, moved on the 11th: to 16 May EUR 20.00 are unused as before; to 16 April EUR 5.00 are, and EUR 15.00 are given back or forfeited.</example>
    public static TermRule MovedAsAsked { get; } = new ToDateAsked();

    /// <summary>
    /// The current term keeps its end, and what was bought is kept; the later ones are counted from the date that the change asks for (<see cref="Change.NextBilling"/>). Between them lies a
    /// stub, from the end to the next boundary of that date, which is charged in proportion when it begins.
    /// </summary>
    /// <example>USD 249.95 a month, billed to 1 June and moved to the 15th: on 1 June 14 of 31 days, USD 112.88, and a month on 15 June (Kill Bill).</example>
    public static TermRule MovedAtTheEnd { get; } = new StubToDate();

    /// <summary>
    /// A new term begins at the change, and everything held begins anew with it; the calendar days that were left of the old one are appended,
    /// one for one, whatever they cost.
    /// </summary>
    /// <remarks>A month to 1 May, left for another plan on 16 April: to 16 May and fifteen days more, 31 May, at the price of one month.</remarks>
    public static TermRule DaysCarried { get; } = new DaysAppended();

    /// <summary>Gets whether a term begins at the change, and everything held begins anew with it.</summary>
    internal bool BeginsAnew => this is Restart or ToBillingDay or LengthBought or DaysAppended;

    /// <summary>The period whose price a stub carries that begins at an instant; null where a whole term begins then.</summary>
    internal Term? StubPeriod(Subscription before, BillingInterval every, Instant at, Instant? next) => this switch
    {
        ToBillingDay day => day.PeriodAt(before, every, at),
        ToDateAsked when next is { } end => Segments.EndingWith(end, every, new Anchor(end.LocalAt(before.Zone)), before.Zone),
        _ => null,
    };

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
    /// <param name="StubEvery">The interval whose boundary ends the stub, or null where it is the price's.</param>
    public sealed record ToBillingDay(Anchor? Anchor, BillingInterval? StubEvery) : TermRule
    {
        /// <summary>The anchor that counts: the given one, that of the subscription, or the instant of a first purchase; after a trial, that of its beginning.</summary>
        internal Anchor AnchorFor(Subscription before, Instant at) =>
            Anchor
            ?? (before.Plan is null ? new Anchor(at.LocalAt(before.Zone))
                : before.Trial is { } trial && trial.Term.End == at ? new Anchor(trial.Term.Start.LocalAt(before.Zone))
                : before.Anchor);

        /// <summary>The period that holds an instant, whose price is divided.</summary>
        internal Term PeriodAt(Subscription before, BillingInterval every, Instant at)
        {
            var anchor = AnchorFor(before, at);
            if (StubEvery is not { } step)
            {
                return anchor.TermAt(at, every, before.Zone);
            }

            var held = anchor.TermAt(at, step, before.Zone);
            return held.Start.DateAt(before.Zone) == at.DateAt(before.Zone)
                ? new Term(held.Start, anchor.Next(held.Start.LocalAt(before.Zone), every).AtStart(before.Zone))
                : Segments.EndingWith(held.End, every, anchor, before.Zone);
        }

        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term that is as long as what the unused value buys.</summary>
    public sealed record LengthBought : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The current term keeps its end; a stub leads from there to the date that the change asks for.</summary>
    public sealed record StubToDate : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The term ends when the change asks for it.</summary>
    public sealed record ToDateAsked : TermRule
    {
        private protected override void Seal()
        {
        }
    }
}
