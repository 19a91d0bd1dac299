namespace SubscriptionMath.Tests.Conformance;

/// <summary>Autumn: a refund of whole cycles only, when the anchor of a cycle is set anew.</summary>
internal sealed class AutumnWholeCycles : Adapter
{
    public override string Engine => "autumn";

    public override string Asks => "the instant from which on whole cycles are given back";

    public override string Policy => "A cycle that was started is used: `Grain.MonthsNotStarted` for months. The instant is the end of the cycle that holds the one before the change, "
        + "`Anchor.TermAt`; nothing is given back where that is the period's end.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "whole_cycle_refund" };

    public override Answers Answer(PublishedRecord record)
    {
        var (now, period) = (record.Moment("now"), new Term(record.Moment("period_start"), record.Moment("period_end")));
        var cycles = new Anchor(period.Start.InUtc().LocalDateTime);
        var snapped = cycles.TermAt(now - Duration.Epsilon, Units.Of(record.Word("refund_cycle")), DateTimeZone.Utc).End;
        return period.From(snapped).IsEmpty
            ? new() { ["type"] = "skip" }
            : new() { ["type"] = "use_snapped_now", ["snapped_now"] = snapped };
    }
}
