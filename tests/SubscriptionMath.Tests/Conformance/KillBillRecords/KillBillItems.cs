namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: the items of a plan from a start to a target date, each with the number of its cycles.</summary>
internal sealed class KillBillItems : Adapter
{
    public override string Engine => "Kill Bill";

    public override string Asks => "the items from a start to a target date: leading stub, whole periods, tail, and the cycles of each; the next bill cycle date";

    public override string Policy => "`Proration.Billed` in advance or in arrears, from `Anchor.OnDayIn` the start's month. A stub is divided by the interval at its boundary "
        + "(`Denominator.AtTheBoundary`), to nine decimals (`RatioRule.Rounded`): `KillBill.Measure`. Dates out of order are refused as misuse.";

    public override bool Reads(PublishedRecord record) => record.Kind is "prorationCycles" or "recurringItemData";

    public override Answers Answer(PublishedRecord record)
    {
        var (start, interval, measure) = (record.Day("startDate"), Units.Of(record.Word("billingPeriod")), KillBillAmounts.MeasureOf(record));
        var anchor = Anchor.OnDayIn(record.Whole("billingCycleDay")!.Value, start, interval);
        Sequence<PeriodPart> parts;
        try
        {
            parts = Proration.Billed(
                start.AtUtc(), record.Date("endDate")?.AtUtc(), record.Day("targetDate").AtUtc(), ModeOf(record), anchor, interval, measure, DateTimeZone.Utc);
        }
        catch (ArgumentOutOfRangeException)
        {
            return new() { ["error"] = "InvalidDateSequence" };
        }

        var cycles = parts.Select(part => measure.Ratio.PartOf(Fraction.One, part.Share)).ToList();
        var billedTo = parts.IsEmpty ? start : parts[^1].Covers.EndDay();
        return new()
        {
            ["numberOfBillingCycles"] = cycles.Aggregate(Fraction.Zero, (sum, one) => sum + one).Figure(),
            ["nextBillingCycleDate"] = anchor.Next(anchor.Boundary(anchor.IndexAt(billedTo.AtMidnight(), interval), interval), interval).Date,
            ["items"] = parts.Zip(cycles, (part, cycle) => (object?)new Answers
            {
                ["start"] = part.Covers.FirstDay(),
                ["end"] = part.Covers.EndDay(),
                ["numberOfCycles"] = cycle.Figure(),
            }).ToList(),
        };
    }

    private static BillingTiming ModeOf(PublishedRecord record) => (record.Text("mode"), record.Text("inArrearMode") ?? "DEFAULT") switch
    {
        ("IN_ARREAR", "DEFAULT") => BillingTiming.InArrears,
        (null or "IN_ADVANCE", "DEFAULT") => BillingTiming.InAdvance,
        var other => throw new InvalidOperationException($"The mode {other} is not known."),
    };
}
