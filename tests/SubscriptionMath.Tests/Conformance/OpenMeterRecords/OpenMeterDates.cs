namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter, as its documents put it: months on a date, and the period that holds an instant.</summary>
internal sealed class OpenMeterDates : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "months on a date; the period that holds an instant";

    public override string Policy => "\"no overflow\" is held to the month's end: `Anchor.Boundary`. The period, half-open, from the anchor as it was: `Anchor.TermAt`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Setting("month_end").Length > 0;

    public override Answers Answer(PublishedRecord record)
    {
        record.Under("month_end", "no overflow", "clamp from original anchor");
        if (record.Whole("add_months") is { } months)
            return new() { ["result"] = Anchor.On(record.Day("start")).Boundary(1, BillingInterval.Months(months)).Date };

        var period = new Anchor(record.Moment("anchor").InUtc().LocalDateTime).TermAt(record.Moment("t"), Units.Of(record.Word("interval")), DateTimeZone.Utc);
        return new() { ["period"] = new List<object?> { period.Start, period.End } };
    }
}
