using System.Text.Json;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: what usage, resets and refills leave of some grants.</summary>
internal sealed class OpenMeterPools : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "the credits left of grants after usage, resets, refills, voiding, and the debt; 100,000 grants at once";

    public override string Policy => "`CreditPool.Play` in the order `GrantOrders.OpenMeter`; overage is a debt, `DebtAtReset.Kept` if it is preserved; the rollover is `Rollover.UpTo` the most, with its least.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "credit_grant_burn" or "rollover" };

    public override Answers Answer(PublishedRecord record) =>
        record.Inputs.GetProperty("grants").ValueKind == JsonValueKind.String ? OfMany(record) : Of(record);

    /// <summary>Many grants that are alike, one of which expires earlier.</summary>
    private static Answers OfMany(PublishedRecord record)
    {
        // "100000 x {amount 100, priority 1, expires +30d}, grant-0 expires +29d"
        if (Trade.Numbers(record.Word("grants")) is not [var count, var amount, var priority, var days, var of, var fewer])
            throw new InvalidOperationException("The grants are told otherwise.");

        var grants = Enumerable.Range(0, count).Select(n => UsageCredits.Grant($"grant-{n}", amount, UsageCredits.Start, UsageCredits.After(n == of ? fewer : days)) with { Priority = priority });
        var after = UsageCredits.Pool(UsageCredits.Start, 0m, grants)
            .Play([new UsageEvent(UsageCredits.Start, record.Inputs.GetProperty("usage").GetDecimal())], UsageCredits.Use(GrantOrders.OpenMeter), UsageCredits.After(1)).After;
        return new()
        {
            ["grant-0"] = after.Grants[0].LeftAt(after.At),
            ["others"] = after.Grants.Skip(1).Select(grant => grant.LeftAt(after.At)).Distinct().Single(),
        };
    }

    private static Answers Of(PublishedRecord record)
    {
        var inputs = record.Inputs;
        var start = inputs.GetProperty("start");
        var at = start.GetProperty("at").Moment();
        var grants = inputs.GetProperty("grants").EnumerateArray().Select(grant => Grant(grant, at, start.GetProperty("balances"))).ToList();
        var history = UsageCredits.Pool(at, start.GetProperty("overage").GetDecimal(), grants).Play(
            [.. inputs.GetProperty("usage").EnumerateArray().Select(use => new UsageEvent(use[0].Moment(), use[1].GetDecimal()))],
            UsageCredits.Use(GrantOrders.OpenMeter, Overage.AsDebt, record.Is("preserve_overage") ? DebtAtReset.Kept : DebtAtReset.Forgiven),
            inputs.GetProperty("until").Moment(),
            [.. inputs.GetProperty("resets").EnumerateArray().Select(reset => reset.Moment())]);

        var (after, balances) = (history.After, new Answers());
        foreach (var id in grants.Select(grant => grant.Id))
            balances[id] = after.Grants.Where(grant => grant.Id == id).Sum(grant => grant.LeftAt(after.At));

        return new()
        {
            ["balances"] = balances,
            ["balance"] = CreditExpiry.LeftAt(after.Grants, UsageCredits.Kind, after.At),
            ["overage"] = after.Debt ?? 0m,
            ["usage"] = history.Usage,
            ["total_grant_usage"] = history.Used,
            ["segments"] = history.Phases.Count,
        };
    }

    /// <summary>A balance is stated for grants that are active at the snapshot; what begins later is whole.</summary>
    private static Grant Grant(JsonElement grant, Instant at, JsonElement balances)
    {
        var (id, amount, effective) = (grant.GetProperty("id").GetString()!, grant.GetProperty("amount").GetDecimal(), grant.GetProperty("effective_at").Moment());
        var left = balances.Field(id)?.GetDecimal() ?? amount;
        return UsageCredits.Grant(id, amount, effective, grant.Field("expires_at")?.Moment(), effective <= at ? amount - left : 0m) with
        {
            Priority = grant.GetProperty("priority").GetInt32(),
            Voided = (grant.Field("voided_at") ?? grant.Field("deleted_at"))?.Moment(),
            Rollover = Rollover.UpTo(grant.GetProperty("reset_max_rollover").GetDecimal()) with { Least = grant.GetProperty("reset_min_rollover").GetDecimal() },
            Refill = grant.Field("recurrence") is { } recurrence
                ? new GrantRefill
                {
                    Interval = recurrence.GetProperty("interval").GetString() == "daily" ? BillingInterval.Day : Units.Of(recurrence.GetProperty("interval").GetString()!),
                    From = new Anchor(recurrence.GetProperty("anchor").Moment().InUtc().LocalDateTime),
                    Zone = DateTimeZone.Utc,
                    Since = Instant.Max(at, effective),
                }
                : null,
        };
    }
}
