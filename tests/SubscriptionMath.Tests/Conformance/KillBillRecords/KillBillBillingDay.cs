namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: the bill cycle day in a month, and the next date that has it.</summary>
internal sealed class KillBillBillingDay : Adapter
{
    public override string Engine => "Kill Bill";

    public override string Asks => "the bill cycle day in the month of a date; the next bill cycle date";

    public override string Policy => "A billing day held to the month's end: `Anchor.OnDay`. Periods of days are counted from the last transition instead: `Anchor.On`. The next "
        + "date is the first boundary at or after: `Anchor.IndexFrom`.";

    public override bool Reads(PublishedRecord record) =>
        record.Kind is "bcdChangeEffectiveDate" or "alignProposedBillCycleDate" or "alignToNextBillCycleDate";

    public override Answers Answer(PublishedRecord record) => record.Kind switch
    {
        "bcdChangeEffectiveDate" => new()
        {
            ["effectiveDate"] = First(
                Anchor.OnDay(record.Whole("newBillCycleDay")!.Value), record.Date("effectiveFrom") ?? record.Day("today"), BillingInterval.Month),
        },
        "alignProposedBillCycleDate" => new()
        {
            // Every month has one such day: the first from the month's beginning on.
            ["result"] = First(Cycle(record), record.Day("proposedDate").With(DateAdjusters.StartOfMonth), BillingInterval.Month),
        },
        _ => new() { ["result"] = First(Cycle(record), record.Day("date"), Units.Of(record.Word("billingPeriod"))) },
    };

    private static Anchor Cycle(PublishedRecord record) => Units.Of(record.Word("billingPeriod")).TotalDays > 0
        ? Anchor.On(record.Day("previousTransitionDate"))
        : Anchor.OnDay(record.Whole("billingCycleDay")!.Value);

    private static LocalDate First(Anchor anchor, LocalDate from, BillingInterval interval) =>
        anchor.Boundary(anchor.IndexFrom(from.AtMidnight(), interval), interval).Date;
}
