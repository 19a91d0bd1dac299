namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: trials, and the first period after them.</summary>
internal sealed class IssueThreadTrials : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public override string Engine => "issue-thread";

    public override string Asks => "trials: the anchor after one, one through a clock change, one inside the first period";

    public override string Policy => "A trial is counted in local days, and the later anchor is its end if that is no boundary. One inside the first period: `TermRule.Aligned` "
        + "for a first purchase; the first paid term ends at the same time as without a trial.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "trial" };

    public override Answers Answer(PublishedRecord record) =>
        record.Text("mode") == "inside" ? Inside(record)
        : Converted(record, record.Has("trial_start") ? new Words().At(record.Word("trial_start")) : record.Moment("start"), record.Zone("timezone"));

    private static Answers Converted(PublishedRecord record, Instant start, DateTimeZone zone)
    {
        var interval = Units.Of(record.Text("interval") ?? "month");
        var life = Bought(record, interval, Plain.FirstPurchase, start, zone);
        var end = life.Next()!.At;
        var converted = life.Advance(end).Subscription;
        record.Confirm("converted", end.InZone(zone).Date);
        return new()
        {
            ["trial_end_local"] = end.InZone(zone).Date,
            ["first_period_end"] = converted.Term!.Value.End.InZone(zone).Date,
            ["anchor_day"] = converted.Anchor.Origin.Day,
        };
    }

    private static Answers Inside(PublishedRecord record)
    {
        var life = Bought(record, BillingInterval.Days(record.Whole("period_days")!.Value), Plain.FirstPurchase with { Term = TermRule.Aligned }, Start, DateTimeZone.Utc);
        var used = Anchor.On(Start.InUtc().Date).Boundary(record.Whole("trial_days_used")!.Value, BillingInterval.Day).InUtc().ToInstant();
        var renewal = life.Advance(life.Next()!.At).Next()!;
        return new() { ["days_until_renewal"] = Proration.TimeLeft(new Term(Start, renewal.At), used, Measure.Days, DateTimeZone.Utc).Left };
    }

    private static RecordedLife Bought(PublishedRecord record, BillingInterval interval, Treatment first, Instant start, DateTimeZone zone)
    {
        var catalog = Catalog.Of(Plain.Plan("plan", 1, 10m, interval, record.Whole("trial_days")));
        var life = new RecordedLife(catalog, Plain.Policy(first, Plain.Difference, Plain.Difference), zone);
        life.Make(start, Cart.Of("plan", interval));
        return life;
    }
}
