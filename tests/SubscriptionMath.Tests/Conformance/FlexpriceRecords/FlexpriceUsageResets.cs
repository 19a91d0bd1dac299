namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: when an entitlement is counted anew.</summary>
internal sealed class FlexpriceUsageResets : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "when usage is counted anew";

    public override string Policy => "On the anchor's date, at midnight in the customer's zone, or the offset in which the instant is written: `Anchor.On` and `Anchor.TermAt`. The "
        + "subscription's end cuts the period: `Term.Intersect`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice" && record.Kind == "month_end"
        && record.Function.StartsWith("TestGetNextUsageResetAt", StringComparison.Ordinal);

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("resetPeriod", record.Word("period"));
        var zone = record.Has("timezone") ? record.Zone("timezone") : DateTimeZone.ForOffset(record.Written("currentTime").Offset);
        var period = Anchor.On(record.Moment("billingAnchor").InZone(zone).Date)
            .TermAt(record.Moment("currentTime"), Units.Of(record.Word("period")), zone);
        var life = record.Has("subscriptionEnd")
            ? new Term(record.Moment("subscriptionStart"), record.Moment("subscriptionEnd"))
            : Units.From(record.Moment("subscriptionStart"));
        return new() { ["want"] = period.Intersect(life).End, ["wantErr"] = false };
    }
}
