namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>Kong: what a purchase of credits costs.</summary>
internal sealed class KongCredits : Adapter
{
    public override string Engine => "Kong Metering & Billing (OpenMeter)";

    public override string Asks => "the price of a purchase of credits from its cost per unit";

    public override string Policy => "`Grant.CostBasis` and `Grant.Cost`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("per_unit_cost");

    public override Answers Answer(PublishedRecord record) => new() { ["purchase_amount"] = Costs.Of(record.Under("funding", "invoice"), "credits", "per_unit_cost") };
}
