namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: the figures that they should have seen.</summary>
internal sealed class IssueThreads : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "month ends, leap days, phases in local time, a renewal that runs early";

    public override string Policy => "No boundary is counted from the one before it: `Anchor.Boundary` and `Anchor.TermAt`; an instant equal to a term's end belongs to the next. What users "
        + "reported as wrong must not come out.";

    public override bool Reads(PublishedRecord record) => record.Engine == "issue-thread" && record.Kind == "month_end" && !record.Has("paused_on_day");

    public override Answers Answer(PublishedRecord record) =>
        record.Has("phase") ? Phase(record)
        : record.Has("months") ? new() { ["date"] = Anchor.On(record.Day("from")).Boundary(1, BillingInterval.Months(record.Whole("months")!.Value)).Date }
        : record.Has("anchor_day") ? Period(record, Anchor.OnDay(record.Whole("anchor_day")!.Value))
        : record.Has("now") && record.Has("anchor") ? Period(record, Anchor.On(record.Day("anchor")))
        : record.Has("anchor") ? Dates(record)
        : RenewedEarly(record);

    private static Answers Phase(PublishedRecord record)
    {
        var anchor = Anchor.On(record.Moment("start").InZone(record.Zone("timezone")).Date);
        return new()
        {
            ["periods"] = Enumerable.Range(0, Expected(record, "periods")).Select(n => anchor.Boundary(n, BillingInterval.Month).Date).ToList(),
            ["phase_end_local"] = anchor.Boundary(1, BillingInterval.Parse(record.Word("phase"))).Date,
        };
    }

    private static Answers Period(PublishedRecord record, Anchor anchor)
    {
        var period = anchor.TermAt(record.Day("now"), Units.Of(record.Word("interval")));
        return new() { ["period_start"] = period.FirstDay(), ["period_end"] = period.EndDay() };
    }

    private static Answers Dates(PublishedRecord record)
    {
        var (anchor, interval) = (Anchor.On(record.Day("anchor")), Units.Of(record.Word("interval")));
        return new() { ["dates"] = Enumerable.Range(1, Expected(record, "dates")).Select(n => anchor.Boundary(n, interval).Date).ToList() };
    }

    /// <summary>The stub is the rest of the month that ends with the current period; the renewal bills the month after it.</summary>
    private static Answers RenewedEarly(PublishedRecord record)
    {
        var (now, end) = (record.Day("now"), record.Days("current_period").Last());
        var (month, next) = (Anchor.On(end).TermAt(now, BillingInterval.Month), Anchor.On(end).TermAt(end, BillingInterval.Month));
        var stub = Proration.ForTheRest(
            Money.OfMinor(record.Whole("monthly_minor")!.Value, "USD"), month, now.AtMidnight().At(DateTimeZone.Utc), Measure.Days, RoundingMode.HalfAwayFromZero, DateTimeZone.Utc);
        return new() { ["next_period"] = new List<LocalDate> { next.FirstDay(), next.EndDay() }, ["stub_minor"] = stub.Minor };
    }

    private static int Expected(PublishedRecord record, string name) => record.Expected.GetProperty(name).GetArrayLength();
}
