namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>An issue thread: a change of the seats beside a change of the product that waits.</summary>
internal sealed class IssueThreadSeats : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "the pending change after a change of seats";

    public override string Policy => "`PendingPolicy.Merged`: the newer change is put into the pending one, which keeps the rest.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "seats" } && record.Has("pending_product");

    public override Answers Answer(PublishedRecord record)
    {
        var seats = record.Inputs.GetProperty("seats");
        var pending = record.Word("pending_product").Split(' ')[0];
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Treatment.AtPeriodEnd).WithPending(PendingPolicy.Merged);
        policy = policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Quantity }, Plain.Difference), .. policy.Rules] };
        var life = new RecordedLife(
            Catalog.Of(Plain.Plan("A", 1, 10m, BillingInterval.Month), Plain.Plan(pending, 2, 20m, BillingInterval.Month)), policy, DateTimeZone.Utc);
        var start = Instant.FromUtc(2026, 4, 1, 0, 0);
        life.Make(start, Cart.Of("A", BillingInterval.Month) with { Quantity = seats[0].GetInt32() });
        life.Make(start, life.Subscription.Cart() with { PlanId = pending });
        life.Make(start, life.Subscription.Cart() with { Quantity = seats[1].GetInt32() });
        var after = life.Subscription;
        return new()
        {
            ["pending_product"] = after.Pending is { Cart: { } cart } waits && waits.EffectiveAt == after.Term!.Value.End ? $"{cart.PlanId} at period end" : null,
            ["seats_now"] = after.Plan!.Quantity,
        };
    }
}
