namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: days with both ends counted.</summary>
internal sealed class LagoDays : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "days between two instants, both ends counted";

    public override string Policy => "The last date inclusive is the date after it exclusive: `Term.Of` dates in the customer's zone, counted by `Measure.Days` whatever the clocks do.";

    public override bool Reads(PublishedRecord record) => record.Engine == "lago" && record.Kind == "timezone_days";

    public override Answers Answer(PublishedRecord record)
    {
        var zone = record.Assume("op", "inclusive_day_count").Zone("timezone");
        var term = Term.Of(record.Moment("from").InZone(zone).Date, record.Moment("to").InZone(zone).Date.PlusDays(1), zone);
        return new() { ["days"] = Proration.TimeLeft(term, term.Start, Measure.Days, zone).Of };
    }
}
