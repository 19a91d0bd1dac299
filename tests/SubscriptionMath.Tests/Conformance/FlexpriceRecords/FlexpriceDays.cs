namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: days and weeks in a zone, and whether an instant lies in a period.</summary>
internal sealed class FlexpriceDays : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "the start of the day or week that holds an instant; days on; days between; whether an instant lies between two";

    public override string Policy => "Half-open: `Term.Contains`. Days and ISO weeks begin at midnight in the zone: `Anchor.OnDay` 1 and `Anchor.TermAt`. Days on keep the time of day: "
        + "`Anchor.Boundary`. Days between are those that are left of a period: `Proration.TimeLeft` by `Measure.Days`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice" && record.Kind == "timezone_days";

    public override Answers Answer(PublishedRecord record) => record.Function switch
    {
        "TestIsBetween" => new() { ["want"] = new Term(record.Moment("start"), record.Moment("end")).Contains(record.Moment("timestamp")) },
        "TestFloorToStartOfDay" => new() { ["want"] = StartOf(record, BillingInterval.Day) },
        "TestFloorToStartOfWeek" => new() { ["want"] = StartOf(record, BillingInterval.Week) },
        "TestAdvanceDays" => new() { ["want"] = Advanced(record) },
        _ => new() { ["expected"] = DaysBetween(record) },
    };

    private static Instant StartOf(PublishedRecord record, BillingInterval interval) =>
        Anchor.OnDay(1).TermAt(record.Moment("in"), interval, record.Zone("tz")).Start;

    private static Instant Advanced(PublishedRecord record)
    {
        var zone = record.Zone("tz");
        return new Anchor(record.Moment("in").InZone(zone).LocalDateTime).Boundary(record.Whole("n")!.Value, BillingInterval.Day).At(zone);
    }

    /// <summary>
    /// The days left of a period that began some days before. This function of the engine takes the clock as it is written for the clock of the zone, whatever the offset beside it.
    /// </summary>
    private static long DaysBetween(PublishedRecord record)
    {
        var zone = record.Zone("timezone");
        var (start, end) = (record.Written("start").LocalDateTime.At(zone), record.Written("end").LocalDateTime.At(zone));
        return Proration.TimeLeft(new Term(start - Duration.FromDays(7), end), start, Measure.Days, zone).Left;
    }
}
