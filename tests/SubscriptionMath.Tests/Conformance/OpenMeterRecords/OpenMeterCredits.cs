using System.Text.Json;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter's documents: grants, in the order in which they burn.</summary>
internal sealed class OpenMeterCredits : Adapter
{
    /// <summary>The order of `GrantOrders.OpenMeter`, as the documents put it.</summary>
    private const string Order = """["priority asc", "expiration asc (none last)", "created_at asc", "id asc"]""";

    public override string Engine => "OpenMeter";

    public override string Asks => "the credits left of grants by priority and expiry, after a reset, and after one was voided";

    public override string Policy => "As the engine's own tests: `CreditPool.Play`, `GrantOrders.OpenMeter`, `Rollover.UpTo` with a least, `DebtAtReset.Kept`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Inputs.Field("usage") is { ValueKind: not JsonValueKind.String }
        && (record.Has("grants") || record.Has("grant"));

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Under("order", Order).Inputs;
        return inputs.Field("grants") is { } grants ? Ordered(grants, inputs.GetProperty("usage").GetDecimal())
            : inputs.GetProperty("usage").ValueKind == JsonValueKind.Array ? Voided(inputs.GetProperty("grant").GetDecimal(), inputs.GetProperty("usage"))
            : Reset(inputs, record.Setting("preserve_overage") == "true" ? DebtAtReset.Kept : DebtAtReset.Forgiven);
    }

    private static Answers Ordered(JsonElement grants, decimal usage)
    {
        var pool = UsageCredits.Pool(UsageCredits.Start, 0m, grants.EnumerateArray().Select(grant => UsageCredits.Grant(
            grant.GetProperty("id").GetString()!, grant.GetProperty("amount").GetDecimal(), UsageCredits.Start,
            grant.Field("expires") is { } lasts ? Expiry(lasts.GetString()!) : null) with
        {
            Priority = grant.GetProperty("priority").GetInt32(),
        }));
        var after = pool.Play([new UsageEvent(UsageCredits.Start, usage)], UsageCredits.Use(GrantOrders.OpenMeter), UsageCredits.After(1)).After;
        var answers = new Answers();
        foreach (var grant in pool.Grants)
            answers[grant.Id] = after.Grants.Where(left => left.Id == grant.Id).Sum(left => left.LeftAt(after.At));
        return answers;
    }

    /// <summary>"30 days", "100 years".</summary>
    private static Instant Expiry(string lasts) =>
        new Anchor(UsageCredits.Start.InUtc().LocalDateTime).Boundary(1, BillingInterval.Parse(lasts)).At(DateTimeZone.Utc);

    /// <summary>Usage a minute before and a minute after the grant is void.</summary>
    private static Answers Voided(decimal units, JsonElement usage)
    {
        var (voided, minute) = (UsageCredits.After(1), Duration.FromMinutes(1));
        var after = UsageCredits.Pool(UsageCredits.Start, 0m, UsageCredits.Grant("g", units, UsageCredits.Start, null) with { Voided = voided }).Play(
            [.. usage.EnumerateArray().Select(use => new UsageEvent(use[0].GetString() == "voided-1min" ? voided - minute : voided + minute, use[1].GetDecimal()))],
            UsageCredits.Use(GrantOrders.OpenMeter, Overage.AsDebt), UsageCredits.After(2)).After;
        return new() { ["balance"] = CreditExpiry.LeftAt(after.Grants, UsageCredits.Kind, after.At), ["overage"] = after.Debt ?? 0m };
    }

    private static Answers Reset(JsonElement inputs, DebtAtReset debt)
    {
        var rule = Rollover.UpTo(inputs.GetProperty("reset_max_rollover").GetDecimal()) with { Least = inputs.GetProperty("reset_min_rollover").GetDecimal() };
        var after = UsageCredits.Pool(UsageCredits.Start, 0m, UsageCredits.Grant("g", inputs.GetProperty("grant").GetDecimal(), UsageCredits.Start, null) with { Rollover = rule }).Play(
            [new UsageEvent(UsageCredits.Start, inputs.GetProperty("usage").GetDecimal())],
            UsageCredits.Use(GrantOrders.OpenMeter, Overage.AsDebt, debt), UsageCredits.After(1), [UsageCredits.After(1)]).After;
        return new() { ["balance_after_reset"] = after.Balance };
    }
}
