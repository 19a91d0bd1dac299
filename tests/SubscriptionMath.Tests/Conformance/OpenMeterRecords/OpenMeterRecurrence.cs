using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: a duration on or back from a date, and the neighbours of an instant in a recurrence.</summary>
internal sealed class OpenMeterRecurrence : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "a duration on or back from a date; the boundary beside an instant; the period that holds it";

    public override string Policy => "\"no overflow\" is held to the month's end: `Anchor.Boundary` 1 or -1. Beside an instant: `Anchor.IndexFrom` and `Anchor.IndexAt` if an equal "
        + "boundary counts, one further if not. The period: `Anchor.TermAt`, half-open.";

    public override bool Reads(PublishedRecord record) => record.Engine == "openmeter" && record.Kind == "month_end";

    public override Answers Answer(PublishedRecord record) => record.Function switch
    {
        "add_iso_duration_no_overflow" => new() { ["result"] = Added(record) },
        "recurrence_period_at" => new() { ["result"] = PeriodAt(record) },
        _ => new() { ["result"] = Beside(record) },
    };

    private static Instant Added(PublishedRecord record)
    {
        var (interval, index) = PeriodPattern.Roundtrip.Parse(record.Word("duration")).Value switch
        {
            { Years: not 0 and var years } => (BillingInterval.Years(Math.Abs(years)), Math.Sign(years)),
            { Months: not 0 and var months } => (BillingInterval.Months(Math.Abs(months)), Math.Sign(months)),
            { Weeks: var weeks } => (BillingInterval.Weeks(Math.Abs(weeks)), Math.Sign(weeks)),
        };
        return AnchorAt(record, "start").Boundary(index, interval).At(DateTimeZone.Utc);
    }

    private static Answers PeriodAt(PublishedRecord record)
    {
        var term = AnchorAt(record, "anchor").TermAt(record.Moment("time"), Units.Of(record.Word("interval")), DateTimeZone.Utc);
        return new() { ["From"] = term.Start, ["To"] = term.End };
    }

    private static Instant Beside(PublishedRecord record)
    {
        var (anchor, interval) = (AnchorAt(record, "anchor"), Units.Of(record.Word("interval")));
        var time = record.Moment("time").InUtc().LocalDateTime;
        var index = (record.Function, record.Word("boundary")) switch
        {
            ("recurrence_next_after", "Inclusive") => anchor.IndexFrom(time, interval),
            ("recurrence_next_after", "Exclusive") => anchor.IndexAt(time, interval) + 1,
            ("recurrence_prev_before", "Inclusive") => anchor.IndexAt(time, interval),
            ("recurrence_prev_before", "Exclusive") => anchor.IndexFrom(time, interval) - 1,
            var asked => throw new ArgumentOutOfRangeException(nameof(record), asked, "No such function."),
        };
        return anchor.Boundary(index, interval).At(DateTimeZone.Utc);
    }

    private static Anchor AnchorAt(PublishedRecord record, string name) => new(record.Moment(name).InUtc().LocalDateTime);
}
