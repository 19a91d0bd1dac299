namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Orb: what a block of credits costs.</summary>
internal sealed class OrbCredits : Adapter
{
    public override string Engine => "Orb";

    public override string Asks => "the price of a block of credits from its cost basis";

    public override string Policy => "`Grant.CostBasis` and `Grant.Cost`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "Orb" && record.Has("per_unit_cost_basis");

    public override Answers Answer(PublishedRecord record) => new() { ["invoice_total"] = Costs.Of(record.Under("invoice_settings", "true"), "amount", "per_unit_cost_basis") };
}
