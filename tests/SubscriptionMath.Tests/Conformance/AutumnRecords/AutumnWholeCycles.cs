namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: a refund of whole cycles only, when the anchor of a cycle is set anew.</summary>
internal sealed class AutumnWholeCycles : Adapter
{
    public override string Engine => "autumn";

    public override string Asks => "the instant from which on whole cycles are given back";

    public override string Policy => "A month that was started is used: `Measure.MonthsNotStarted`, or a year with `Measure.Interval`. The instant is the boundary after the months that are used, `Anchor.Boundary`; nothing is "
        + "given back if no month is left.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "whole_cycle_refund" } && record.Text("refund_cycle") is "month" or "year";

    public override Answers Answer(PublishedRecord record)
    {
        var period = new Term(record.Moment("period_start"), record.Moment("period_end"));
        var cycle = record.Text("refund_cycle") == "year" ? BillingInterval.Year : BillingInterval.Month;
        var months = Proration.TimeLeft(period, record.Moment("now"), Measure.MonthsNotStarted with { Interval = cycle }, DateTimeZone.Utc);
        return months.Left == 0
            ? new() { ["type"] = "skip" }
            : new()
            {
                ["type"] = "use_snapped_now",
                ["snapped_now"] = new Anchor(period.Start.InUtc().LocalDateTime).Boundary(months.Of - months.Left, BillingInterval.Month).At(DateTimeZone.Utc),
            };
    }
}
