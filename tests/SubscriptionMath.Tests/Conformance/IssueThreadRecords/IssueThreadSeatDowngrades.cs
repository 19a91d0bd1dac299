namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: when fewer seats take effect.</summary>
internal sealed class IssueThreadSeatDowngrades : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "when fewer seats take effect that wait for the next credits of a plan billed by the year";

    public override string Policy => "`Allowance.Interval` a month; the seats fall on a date, `Timing.OnDate`, which is the end of the grant that runs (`Grant.Ends`).";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "seats" } && record.Has("credit_cadence");

    public override Answers Answer(PublishedRecord record)
    {
        var interval = Units.Of(record.Word("billed"));
        var plan = Plain.Plan("plan", 1, 120m, interval) with
        {
            Allowances = [new Allowance { Kind = UsageCredits.Kind, Units = 100m, Rollover = Rollover.None, Interval = Units.Of(record.Word("credit_cadence")) }],
        };
        var life = new RecordedLife(Catalog.Of(plan), Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference with { Timing = Timing.OnDate }), DateTimeZone.Utc);
        life.Make(record.Instant("period_start"), Cart.Of("plan", interval) with { Quantity = 2 });
        var (asked, seats) = (record.Instant("change_on"), Cart.Of("plan", interval));
        life.Advance(asked);
        life.Make(asked, seats, life.Subscription.Grants.First(grant => grant.IsActiveAt(asked)).Ends);
        return new() { ["effective"] = life.Next()!.At.InUtc().Date };
    }
}
