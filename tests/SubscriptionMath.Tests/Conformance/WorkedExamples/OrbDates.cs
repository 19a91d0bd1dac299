namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Orb: the cycle after a start on a month's last day.</summary>
internal sealed class OrbDates : Adapter
{
    public override string Engine => "Orb";

    public override string Asks => "the start of the next cycle";

    public override string Policy => "Billing aligned with the start of the subscription: `Anchor.Boundary`, held to the month's end.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("start");

    public override Answers Answer(PublishedRecord record) =>
        new() { ["next_cycle_start"] = Trade.Say(Anchor.On(Trade.Date(record.Under("align_billing_with_subscription_start_date", "true").Word("start"))).Boundary(1, BillingInterval.Month).Date) };
}
