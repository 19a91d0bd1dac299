using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The rule for the term after a change.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract partial record TermRule
{
    private protected TermRule()
    {
    }

    /// <summary>The current term keeps its end; a purchase now ends with the term.</summary>
    /// <remarks>
    /// A year from 1 January 2026, changed on 2 July, still ends on 1 January 2027 (WhaleBooks, S3.7). An add-on of another interval than
    /// the plan's that is charged in full gets a term of its own: EUR 15.00 a month beside a year buys a month, not the rest of the year.
    /// </remarks>
    public static TermRule EndKept { get; } = new KeptEnd();

    /// <summary>A new term of the new interval begins at the change, for every item held.</summary>
    /// <remarks>
    /// A month changed to a year on 11 April 2026 runs from there to 11 April 2027, and the anchor is 11 April (smrtPhone, 1-C).
    /// </remarks>
    public static TermRule Restarted { get; } = new Restart();

    /// <summary>The purchase gets a term of its own from the change on; the plan's term stays as it is.</summary>
    public static TermRule OwnTerm { get; } = new TermOfItsOwn();

    /// <summary>The time left at a pause is left again at the resumption; for a pause alone.</summary>
    /// <remarks>Whole days are carried one for one. If the end is kept instead, the time runs on during the pause.</remarks>
    public static TermRule TimeLeftKept { get; } = new KeptTimeLeft();

    /// <summary>
    /// A new term begins at the change, for every item held, and ends at the next boundary of the subscription's anchor. A first purchase
    /// has no anchor, and its term is a whole one.
    /// </summary>
    /// <remarks>
    /// The answer of the rule for a first purchase also holds for the first term after a trial. That term is then the rest of the period
    /// counted from the purchase, so that the trial lies inside the period. Thirty days with a trial of seven in them renew thirty days
    /// after the purchase.
    /// </remarks>
    public static TermRule Aligned { get; } = new ToBillingDay(null, null);

    /// <summary>
    /// A new term begins at the change, for every item held, and ends at the next boundary of a given anchor, like the terms after it. The
    /// new price decides the charge for the stub: the rest, all of it, or nothing.
    /// </summary>
    /// <param name="anchor">
    /// The anchor: <see cref="SubscriptionMath.Anchor.OnDay"/> 1 is the calendar, for weeks, months, quarters and years.
    /// </param>
    /// <remarks>
    /// By the calendar, a month bought on 15 March ends on 1 April, and 17 of 31 days are charged. If the rule for a first purchase says
    /// so, the first term after a trial is aligned too: ten days tried from 5 March, then 17 of 31 days.
    /// </remarks>
    public static TermRule AlignedTo(Anchor anchor) => new ToBillingDay(anchor, null);

    /// <summary>A term aligned to an anchor, after a stub that ends at a boundary of another interval than the price's.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="interval">The interval whose boundary ends the stub; the price's interval is counted on from there.</param>
    /// <remarks>
    /// A quarter bought on 15 July, aligned to the 1st of any month: a stub to 1 August, whose period is the quarter that ends then, and
    /// quarters from 1 August on (Zuora's bill cycle day). A purchase on a billing day begins with a whole term.
    /// </remarks>
    public static TermRule AlignedTo(Anchor anchor, BillingInterval interval) => new ToBillingDay(anchor, interval);

    /// <summary>
    /// A new term begins at the change and is as long as the unused value buys; then the new price is due. A purchase of no time is an
    /// empty term: it renews at once.
    /// </summary>
    /// <remarks>
    /// If the day of the change belongs to the old item, the time bought begins on the day after. EUR 1.00 unused on 15 April, changed to a
    /// plan of EUR 36.00 a year: ten days from the 16th, and the year begins on 26 April (Google's WITH_TIME_PRORATION).
    /// </remarks>
    public static TermRule AsBought { get; } = new LengthBought();

    /// <summary>
    /// The term ends at the instant that the change asks for (<see cref="Change.NextBilling"/>), and later terms are counted from there.
    /// </summary>
    /// <remarks>
    /// <para>
    /// If the purchase is kept, only the end moves; else a stub begins at the change, for every item held. A trial that is kept ends at the
    /// same instant.
    /// </para>
    /// <para>
    /// The value of a kept purchase is conserved. A later end adds free time, whatever plan uses it. An earlier end gives back the value
    /// then unused, and the treatment's surplus says to whom. Terms bought ahead of the end move along. A price in arrears is charged for
    /// the time used.
    /// </para>
    /// <para>
    /// A year to 15 May 2017, moved on 1 August to 10 December 2016 without a bill: it renews on 10 December, for a year (Recurly).
    /// </para>
    /// </remarks>
    /// <example>
    /// EUR 30.00 for April, moved on the 11th: to 16 May, EUR 20.00 are unused as before; to 16 April, EUR 5.00 are unused, and EUR 15.00
    /// are given back or forfeited.
    /// </example>
    public static TermRule MovedAsAsked { get; } = new ToDateAsked();

    /// <summary>
    /// The current term keeps its end, with its purchase; later terms are counted from the date that the change asks for.
    /// </summary>
    /// <remarks>
    /// Between them lies a stub, from the end to the next boundary of the date (<see cref="Change.NextBilling"/>). The stub is charged in
    /// proportion when it begins.
    /// </remarks>
    /// <example>
    /// USD 249.95 a month, billed to 1 June and moved to the 15th: on 1 June 14 of 31 days, USD 112.88, and a month on 15 June (Kill Bill).
    /// </example>
    public static TermRule MovedAtTheEnd { get; } = new StubToDate();

    /// <summary>
    /// A new term begins at the change, for every item held. The calendar days left of the old term are appended, one for one, whatever
    /// their price.
    /// </summary>
    /// <remarks>
    /// A month to 1 May, left for another plan on 16 April: to 16 May and fifteen days more, 31 May, at the price of one month.
    /// </remarks>
    public static TermRule DaysCarried { get; } = new DaysAppended();

    /// <summary>Gets whether a new term begins at the change, for every item held.</summary>
    internal bool BeginsAnew => this is Restart or ToBillingDay or LengthBought or DaysAppended;

    /// <summary>Gets whether the current term stays as it is, so that an item that enters is bought for a rest of it.</summary>
    internal bool KeepsTerm => this is KeptEnd or StubToDate;

    /// <summary>The period of the price of a stub that begins at an instant; null if a whole term begins then.</summary>
    internal Term? StubPeriod(Subscription before, BillingInterval interval, Instant at, Instant? next) => this switch
    {
        ToBillingDay day => day.PeriodAt(before, interval, at),
        ToDateAsked when next is { } end => new Anchor(end.LocalAt(before.Zone)).PeriodEnding(end, interval, before.Zone),
        _ => null,
    };

    private protected abstract void Seal();
}
