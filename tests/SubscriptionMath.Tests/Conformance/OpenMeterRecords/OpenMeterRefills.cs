using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: two grants, one of which is filled up again and again and one of which becomes effective later.</summary>
internal sealed class OpenMeterRefills : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "two grants, one filled up by the day or the week, one effective later, and the credits left of each";

    public override string Policy => "`Grant.Refill`, `CreditPool.Play`, `GrantOrders.OpenMeter`: a refill at the instant of the question is made, and none is made twice.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("g1");

    /// <summary>One use an hour: those before the other grant is effective, then that grant, then the rest.</summary>
    public override Answers Answer(PublishedRecord record)
    {
        var usage = record.Inputs.GetProperty("usage").EnumerateArray().Select(use => use.GetDecimal()).ToList();
        var (first, second) = (record.Inner("g1").Assume("recurrence", "daily", "weekly"), record.Inner("g2").Assume("recurrence", "daily", "weekly").Assume("effective", "after recurrence"));

        // "3x20 on g1 before g2 is effective"; else one use before it and one after, all of them after the first refill of a day.
        var before = record.Text("note") is { } note ? Trade.Numbers(note)[0] : 1;
        var (begins, later) = (UsageCredits.Start, UsageCredits.After(1, hours: before + 1));
        var history = UsageCredits.Pool(begins, 0m, Grant("g1", first, begins), Grant("g2", second, later)).Play(
            [.. usage.Select((units, n) => new UsageEvent(UsageCredits.After(1, n < before ? n : n + 1), units))],
            UsageCredits.Use(GrantOrders.OpenMeter),
            record.Under("until", "exactly at recurrence").Setting("until") == "exactly at recurrence" ? later + Duration.FromDays(7) : later + Duration.FromHours(usage.Count));
        return new() { ["g1"] = Left("g1"), ["g2"] = Left("g2") };

        decimal Left(string id) => history.After.Grants.Where(grant => grant.Id == id).Sum(grant => grant.LeftAt(history.After.At));
    }

    private static Grant Grant(string id, PublishedRecord said, Instant effective) => UsageCredits.Grant(id, said.Number("amount"), effective, null) with
    {
        Priority = said.Whole("priority"),
        Refill = said.Text("recurrence") is { } recurrence
            ? new GrantRefill
            {
                Interval = recurrence == "daily" ? BillingInterval.Day : BillingInterval.Week,
                From = new Anchor(effective.InUtc().LocalDateTime),
                Zone = DateTimeZone.Utc,
                Since = effective,
            }
            : null,
    };
}
