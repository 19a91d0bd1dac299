namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: when a period that began at an instant ends.</summary>
internal sealed class FlexpriceBillingDates : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "the next billing date of a period that began at an instant, on the anchor or off it";

    public override string Policy => "The day, week, month, quarter or year of the anchor in which the period began counts as its first: `Anchor.Next` of the boundary at `Anchor.IndexAt`. "
        + "A subscription's end cuts the period: `Term.Intersect`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice" && record.Kind == "month_end"
        && record.Function.StartsWith("TestNextBillingDate", StringComparison.OrdinalIgnoreCase);

    public override Answers Answer(PublishedRecord record)
    {
        try
        {
            var interval = Units.Of(record.Word("period"), record.Whole("unit") ?? 1);
            return new() { ["want"] = Next(record, interval), ["wantErr"] = false };
        }
        catch (ArgumentOutOfRangeException refused) when (refused.ParamName == "count")
        {
            return new() { ["wantErr"] = true };
        }
    }

    private static Instant Next(PublishedRecord record, BillingInterval interval)
    {
        var zone = record.Zone("timezone");
        var began = record.Moment(Named(record, "currentPeriod", "currentPeriodStart", "current"));
        var anchor = new Anchor(record.Moment(Named(record, "billingAnchor", "anchor")).InZone(zone).LocalDateTime);
        var local = began.InZone(zone).LocalDateTime;
        var first = Units.Of(record.Word("period"));
        var end = anchor.Next(anchor.Boundary(anchor.IndexAt(local, first), first), interval).At(zone);
        return record.Has("endDate") ? new Term(began, end).Intersect(new Term(began, record.Moment("endDate"))).End : end;
    }

    private static string Named(PublishedRecord record, params IEnumerable<string> names) => names.First(record.Has);
}
