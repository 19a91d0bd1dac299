namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: where the cycle that holds an instant begins and ends.</summary>
internal sealed class AutumnCycles : Adapter
{
    public override string Engine => "autumn";

    public override string Asks => "the cycle that holds an instant: its start, its end";

    public override string Policy => "`Anchor.TermAt` in UTC, with the anchor's time of day, whether the anchor lies before or ahead. A floor is the instant before which nothing is "
        + "billed: `Term.Intersect` with all that follows it.";

    public override bool Reads(PublishedRecord record) => record.Engine == "autumn" && record.Kind == "month_end";

    public override Answers Answer(PublishedRecord record)
    {
        var anchor = new Anchor(record.Moment("anchor").InUtc().LocalDateTime);
        var cycle = anchor.TermAt(record.Moment("now"), Units.Of(record.Word("interval"), record.Whole("interval_count")!.Value), DateTimeZone.Utc);
        var lived = record.Has("floor") ? cycle.Intersect(Units.From(record.Moment("floor"))) : cycle;
        return new() { ["result"] = record.Function == "getCycleStart" ? lived.Start : lived.End };
    }
}
