using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Complaints about usage credits: lost on an upgrade, spendable after their expiry, expired in the wrong number.</summary>
internal sealed class IssueThreadCredits : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "credits kept on an upgrade and over a month; the spendable credits after the expiry, and the expired ones";

    public override string Policy => "`GrantFate.Carried` with `Rollover.Full`; `Billing.Spend`; `CreditPool.Play`, sooner expiry first.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "rollover" or "credit_expiry" };

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Assume("policy", "carry").Inputs;
        if (record.Has("ledger"))
            return Ledger(record);

        if (inputs.Field("ttl_days") is { } days)
        {
            var life = UsageCredits.Life(AllowancePolicy.EachTermAnew)
                .Hold(UsageCredits.Grant("", inputs.GetProperty("grant").GetDecimal(), UsageCredits.Start, UsageCredits.After(days.GetInt32())));
            var at = UsageCredits.After(inputs.GetProperty("spend_on_day").GetInt32());
            var available = CreditExpiry.LeftAt(life.Subscription.Grants, UsageCredits.Kind, at);
            var spent = Billing.Spend(life.Subscription, UsageCredits.Kind, inputs.GetProperty("spend").GetDecimal(), Plain.Policy(Plain.Anew, Plain.Anew, Plain.Anew), at);
            return new() { ["available"] = available, ["spent"] = (spent as Spent)?.Uses.Sum(use => use.Units) ?? 0m };
        }

        var (old, fresh) = (inputs.Field("granted") ?? inputs.GetProperty("remaining"), inputs.Field("next_grant") ?? inputs.GetProperty("new_allocation"));
        var plans = UsageCredits.Life(
            UsageCredits.Carrying, UsageCredits.Plan("old", 1, old.GetDecimal()), UsageCredits.Plan("new", 2, fresh.GetDecimal()));
        plans.Make(UsageCredits.Start, UsageCredits.Buy("old"));
        plans.Spend(UsageCredits.Start, inputs.Field("used")?.GetDecimal() ?? 0m);
        plans.Make(UsageCredits.After(10), UsageCredits.Buy("new"));
        return new() { ["balance"] = plans.Left(UsageCredits.After(10)) };
    }

    private static Answers Ledger(PublishedRecord record)
    {
        var rows = record.Inputs.GetProperty("ledger").EnumerateArray().Select(row => (At: row[0].Day(), Units: row[1].GetDecimal(), Expires: row[2])).ToList();
        var history = UsageCredits.Pool(
            rows[0].At, 0m, rows.Where(row => row.Units > 0m).Select(row => UsageCredits.Grant("", row.Units, row.At, row.Expires.Day()))).Play(
            [.. rows.Where(row => row.Units < 0m).Select(row => new UsageEvent(row.At, -row.Units))], UsageCredits.Use(GrantOrders.OpenMeter), record.Inputs.GetProperty("at").Day());
        return new() { ["expired"] = history.Grants.Sum(account => account.Expired), ["balance_after"] = history.After.Balance };
    }
}
