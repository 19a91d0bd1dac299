using System.Globalization;
using System.Text.Json;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>OpenMeter's documents: grants, in the order in which they burn.</summary>
internal sealed class OpenMeterCredits : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "what is left of grants by priority and expiry, after a reset, and after one was voided";

    public override string Policy => "As the engine's own tests: `CreditPool.Play`, `GrantOrders.OpenMeter`, `Rollover.UpTo` with a least, `DebtAtReset.Kept`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Inputs.Field("usage") is { ValueKind: not JsonValueKind.String }
        && (record.Has("grants") || record.Has("grant"));

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Inputs;
        return inputs.Field("grants") is { } grants ? Ordered(grants, inputs.GetProperty("usage").GetDecimal())
            : inputs.GetProperty("usage").ValueKind == JsonValueKind.Array ? Voided(inputs.GetProperty("grant").GetDecimal(), inputs.GetProperty("usage"))
            : Reset(inputs);
    }

    private static Answers Ordered(JsonElement grants, decimal usage)
    {
        var pool = UsageCredits.Pool(UsageCredits.Start, 0m, grants.EnumerateArray().Select(grant => UsageCredits.Grant(
            grant.GetProperty("id").GetString()!, grant.GetProperty("amount").GetDecimal(), UsageCredits.Start,
            grant.Field("expires")?.GetString() switch { null => null, "30 days" => UsageCredits.After(30), _ => UsageCredits.After(36_525) }) with
        {
            Priority = grant.GetProperty("priority").GetInt32(),
        }));
        var after = pool.Play([new UsageEvent(UsageCredits.Start, usage)], UsageCredits.Use(GrantOrders.OpenMeter), UsageCredits.After(1)).After;
        var answers = new Answers();
        foreach (var grant in pool.Grants)
            answers[grant.Id] = after.Grants.Where(left => left.Id == grant.Id).Sum(left => left.LeftAt(after.At));
        return answers;
    }

    /// <summary>Usage a minute before and a minute after the grant is void.</summary>
    private static Answers Voided(decimal units, JsonElement usage)
    {
        var (voided, minute) = (UsageCredits.After(1), Duration.FromMinutes(1));
        var after = UsageCredits.Pool(UsageCredits.Start, 0m, UsageCredits.Grant("g", units, UsageCredits.Start, null) with { Voided = voided }).Play(
            [.. usage.EnumerateArray().Select(use => new UsageEvent(use[0].GetString() == "voided-1min" ? voided - minute : voided + minute, use[1].GetDecimal()))],
            UsageCredits.Use(GrantOrders.OpenMeter, Overage.AsDebt), UsageCredits.After(2)).After;
        return new() { ["balance"] = CreditExpiry.LeftAt(after.Grants, UsageCredits.Kind, after.At), ["overage"] = after.Debt ?? 0m };
    }

    private static Answers Reset(JsonElement inputs)
    {
        var rule = Rollover.UpTo(inputs.GetProperty("reset_max_rollover").GetDecimal()) with { Least = inputs.GetProperty("reset_min_rollover").GetDecimal() };
        var after = UsageCredits.Pool(UsageCredits.Start, 0m, UsageCredits.Grant("g", inputs.GetProperty("grant").GetDecimal(), UsageCredits.Start, null) with { Rollover = rule }).Play(
            [new UsageEvent(UsageCredits.Start, inputs.GetProperty("usage").GetDecimal())],
            UsageCredits.Use(GrantOrders.OpenMeter, Overage.AsDebt, DebtAtReset.Kept), UsageCredits.After(1), [UsageCredits.After(1)]).After;
        return new() { ["balance_after_reset"] = after.Balance };
    }
}

/// <summary>Orb: what a block of credits costs.</summary>
internal sealed class OrbCredits : Adapter
{
    public override string Engine => "Orb";

    public override string Asks => "the price of a block of credits from its cost basis";

    public override string Policy => "`Grant.CostBasis` and `Grant.Cost`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "Orb" && record.Has("per_unit_cost_basis");

    public override Answers Answer(PublishedRecord record) => new() { ["invoice_total"] = Costs.Of(record, "amount", "per_unit_cost_basis") };
}

/// <summary>Kong: what a purchase of credits costs.</summary>
internal sealed class KongCredits : Adapter
{
    public override string Engine => "Kong Metering & Billing (OpenMeter)";

    public override string Asks => "the price of a purchase of credits from its cost per unit";

    public override string Policy => "`Grant.CostBasis` and `Grant.Cost`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("per_unit_cost");

    public override Answers Answer(PublishedRecord record) => new() { ["purchase_amount"] = Costs.Of(record, "credits", "per_unit_cost") };
}

/// <summary>Kong: what a charge leaves to be invoiced when credits settle it first.</summary>
internal sealed class KongSettlements : Adapter
{
    public override string Engine => "Kong Metering & Billing (OpenMeter)";

    public override string Asks => "what of a charge credits settle, and what is invoiced";

    public override string Policy => "Money credit, `BalanceUses.All` in the order `CreditOrders.Kong`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Setting("settlement") == "credit_then_invoice";

    public override Answers Answer(PublishedRecord record)
    {
        var sold = Plain.Plan("charge", 1, record.Number("charge"), BillingInterval.Month);
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference);
        var quote = Billing.Price(
            Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc),
            Change.To(Cart.Of(sold.Id, BillingInterval.Month)),
            Facts.None with { Credit = MoneyCredit.Of(Money.Of(record.Number("credits"), "USD")) },
            Catalog.Of(sold),
            policy with { Balance = policy.Balance with { Order = CreditOrders.Kong } },
            UsageCredits.Start).OrThrow();
        return new() { ["consumed"] = quote.Totals.FromCredit, ["invoice"] = quote.Totals.DueNow };
    }
}

/// <summary>Metronome: what one credit of a purchase costs.</summary>
internal sealed class MetronomeCredits : Adapter
{
    public override string Engine => "Metronome";

    public override string Asks => "the cost basis of a credit from what was paid for all of them";

    public override string Policy => "`Grant.CostOfOne`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "Metronome" && record.Has("paid") && record.Has("credits");

    public override Answers Answer(PublishedRecord record)
    {
        var cost = Grant.CostOfOne(Money.Of(decimal.Parse(record.Word("paid"), CultureInfo.InvariantCulture), "USD"), decimal.Parse(record.Word("credits"), CultureInfo.InvariantCulture));
        return new() { ["cost_basis"] = (decimal)cost.Numerator / (decimal)cost.Denominator };
    }
}

/// <summary>What a grant costs.</summary>
internal static class Costs
{
    public static decimal Of(PublishedRecord record, string units, string cost) =>
        (UsageCredits.Grant("", record.Inputs.GetProperty(units).GetDecimal(), UsageCredits.Start, null) with
        {
            CostBasis = Fraction.FromDecimal(decimal.Parse(record.Word(cost), CultureInfo.InvariantCulture)),
        }).Cost(Currency.Of("USD"), RoundingMode.HalfAwayFromZero).Amount;
}
