namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: the period that holds an event, named by its start in milliseconds, and the periods of a stretch of time.</summary>
internal sealed class FlexpricePeriods : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "the period that holds an event; the periods from one instant to another";

    public override string Policy => "`Anchor.TermAt` in the customer's zone, cut by the subscription's start: `Term.Intersect`. How many: `Anchor.BoundariesBetween`, the first inclusive, the "
        + "last exclusive.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice"
        && (record.Kind == "period_lookup" || record.Function == "TestCalculateBillingPeriods_Timezone");

    public override Answers Answer(PublishedRecord record) => record.Kind == "period_lookup" ? Lookup(record) : Count(record);

    private static Answers Lookup(PublishedRecord record)
    {
        var interval = Units.Of(record.Word("period"), record.Whole("unit")!.Value);
        var period = AnchorOf(record).TermAt(record.Moment("eventTimestamp"), interval, record.Zone("timezone"));
        // The period that the engine stands in tells of an event within it; of any other it counts anew.
        if (new Term(record.Moment("periodStart"), record.Moment("periodEnd")).Contains(record.Moment("eventTimestamp")))
            record.Confirm("periodStart", period.Start).Confirm("periodEnd", period.End);
        var start = period.Intersect(Units.From(record.Moment("subStart"))).Start.ToUnixTimeMilliseconds();
        return new() { ["want"] = start, ["wantPeriodID"] = start, ["wantErr"] = false };
    }

    private static Answers Count(PublishedRecord record)
    {
        record.Assume("billingPeriod", record.Word("period"));
        var (anchor, interval, zone) = (AnchorOf(record), Units.Of(record.Word("period"), record.Whole("periodCount")!.Value), record.Zone("timezone"));
        var (from, to) = (record.Moment("initialPeriodStart"), record.Moment("endDate"));
        var first = anchor.TermAt(from, interval, zone);
        return new()
        {
            ["wantPeriodCount"] = anchor.BoundariesBetween(from.InZone(zone).LocalDateTime, to.InZone(zone).LocalDateTime, interval),
            ["wantFirstPeriodEnd"] = first.End,
            ["wantSecondPeriodEnd"] = anchor.TermAt(first.End, interval, zone).End,
        };
    }

    private static Anchor AnchorOf(PublishedRecord record) => new(record.Moment("anchor").InZone(record.Zone("timezone")).LocalDateTime);
}
