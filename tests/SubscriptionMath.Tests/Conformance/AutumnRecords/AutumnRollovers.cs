namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: what rolls over at a reset and to another plan.</summary>
internal sealed class AutumnRollovers : Adapter
{
    public override string Engine => "autumn";

    public override string Asks => "the credits that roll over at the end of a month and to another plan, with caps; debt that goes along";

    public override string Policy => "`Autumn.Policy`: `GrantFate.Carried` by the rule of the plan held afterwards (`RolloverOf.TheNewPlan`): `Rollover.UpTo`, `Rollover.UpToPercent`, `Rollover.Full`. More than there is is a debt.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "rollover" };

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Assume("carry_over_balances", "True").Inputs;
        if (inputs.Field("rows") is { } rows)
        {
            var full = UsageCredits.Life(Vendors.Autumn.Policy().Allowances, UsageCredits.Plan("plan", 1, 0m, Rollover.UpTo(inputs.GetProperty("max").GetDecimal())));
            full.Make(UsageCredits.Start, UsageCredits.Buy("plan"));
            full.Hold(rows.EnumerateArray().Select(row => UsageCredits.Grant("", row.GetDecimal(), UsageCredits.Start, UsageCredits.After(31)) with { Source = GrantSource.Rollover }));
            return new() { ["total_at_most"] = full.Left(UsageCredits.After(31)) };
        }

        if (inputs.Field("old") is { } old)
        {
            var life = UsageCredits.Life(
                Vendors.Autumn.Policy().Allowances,
                UsageCredits.Plan("old", 1, old.GetProperty("included").GetDecimal(), Rule(old)),
                UsageCredits.Plan("new", 2, inputs.GetProperty("new").GetProperty("included").GetDecimal(), Rule(inputs.GetProperty("new"))));
            life.Make(UsageCredits.Start, UsageCredits.Buy("old"));
            life.Spend(UsageCredits.After(1), old.GetProperty("used").GetDecimal());
            life.Make(UsageCredits.After(10), UsageCredits.Buy("new"));
            return Told(life, UsageCredits.After(10));
        }

        var monthly = UsageCredits.Life(
            Vendors.Autumn.Policy().Allowances,
            UsageCredits.Plan("plan", 1, inputs.GetProperty("included").GetDecimal(), inputs.Field("max_percentage") is { } percent ? Rollover.UpToPercent(percent.GetDecimal()) : Rule(inputs)));
        monthly.Make(UsageCredits.Start, UsageCredits.Buy("plan"));
        monthly.Spend(UsageCredits.After(1), inputs.GetProperty("used").GetDecimal());
        return Told(monthly, UsageCredits.After(31));
    }

    private static Rollover Rule(System.Text.Json.JsonElement fields) =>
        (fields.Field("max") ?? fields.Field("rollover_max")) is { } most ? Rollover.UpTo(most.GetDecimal()) : Rollover.Full;

    private static Answers Told(RecordedLife life, Instant at) => new()
    {
        ["total"] = life.Left(at),
        ["rollover"] = life.Subscription.Grants.Where(grant => grant.Source == GrantSource.Rollover).Sum(grant => grant.LeftAt(at)),
    };
}
