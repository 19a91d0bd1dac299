using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: the allowance after an upgrade.</summary>
internal sealed class IssueThreadAllowances : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public override string Engine => "issue-thread";

    public override string Asks => "the allowance after an upgrade at once";

    public override string Policy => "Unused credits are added to the new plan's, `GrantFate.Carried` on the way up, as under `Obi.DayProration`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "plan_change" } && record.Has("old_allowance");

    public override Answers Answer(PublishedRecord record)
    {
        var catalog = Catalog.Of(Plan("old", 1, record.Number("old_allowance")), Plan("new", 2, record.Number("new_allowance")));
        var bought = Ask(Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc), "old").SubscriptionAfter;
        var used = bought with { Grants = [bought.Grants[0] with { Used = record.Number("used") }] };
        return new() { ["allowance_after"] = Ask(used, "new").SubscriptionAfter.Grants.Sum(grant => grant.LeftAt(Start)) };

        Quote Ask(Subscription subscription, string plan) => Billing.Price(
            subscription,
            new Change { Cart = Cart.Of(plan, BillingInterval.Month), Timing = subscription.Plan is null ? null : RequestedTiming.Now },
            Facts.None, catalog, Obi.DayProration(), Start).OrThrow();
    }

    private static Plan Plan(string id, int rank, decimal units) =>
        Plain.Plan(id, rank, rank, BillingInterval.Month) with { Allowances = [new Allowance { Kind = "units", Units = units, Rollover = Rollover.Full }] };
}
