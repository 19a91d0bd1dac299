namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: the days that are left at a pause.</summary>
internal sealed class IssueThreadPauses : Adapter
{
    private static readonly Anchor Start = Anchor.On(new LocalDate(2022, 1, 1));

    public override string Engine => "issue-thread";

    public override string Asks => "the days to the renewal after a pause, and its amount";

    public override string Policy => "The days left at the pause are left when it is resumed, however long it was: `TermRule.TimeLeftKept`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "month_end" } && record.Has("paused_on_day");

    public override Answers Answer(PublishedRecord record)
    {
        var interval = BillingInterval.Days(record.Whole("period_days")!.Value);
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference);
        policy = policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Pause }, Plain.Nothing with { Term = TermRule.TimeLeftKept }), .. policy.Rules] };
        var life = new RecordedLife(Catalog.Of(Plain.Plan("plan", 1, 30m, interval)), policy, DateTimeZone.Utc);
        var (paused, resumed) = (Day(record.Whole("paused_on_day")!.Value), Day(60));
        var bought = life.Make(Day(0), Cart.Of("plan", interval));
        life.Make(paused, Cart.Of("plan", interval) with { Paused = true });
        life.Make(resumed, Cart.Of("plan", interval));
        var renewal = life.Next()!.At;
        life.Advance(renewal);
        return new()
        {
            ["days_to_renewal_after_resume"] = Proration.TimeLeft(new Term(resumed, renewal), resumed, Measure.Days, DateTimeZone.Utc).Left,
            ["amount_changes"] = life.Accepted[^1].Quote.Totals.DueNow != bought.Totals.DueNow,
        };
    }

    private static Instant Day(int days) => Start.Boundary(days, BillingInterval.Day).InUtc().ToInstant();
}
