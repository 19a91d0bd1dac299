namespace SubscriptionMath.Tests.Conformance;

/// <summary>CloudBlue: an upgrade of a month in advance, and one from a month in arrears to one in advance.</summary>
internal sealed class CloudBlueArrears : Adapter
{
    public override string Engine => "help articles";

    public override string Asks => "what an upgrade order of CloudBlue charges, in advance or after a plan in arrears, and the order after it";

    public override string Policy => "Months of thirty days (`Grain.DaysOfEqualMonths`); the net of unused or used time of the old plan (`Charged.InArrears`) and the rest of the new one.";

    public override bool Reads(PublishedRecord record) =>
        record.Vendor == "CloudBlue" && record.Expected.TryGetProperty("upgrade_order", out var order) && order.GetDecimal() > 0m;

    public override Answers Answer(PublishedRecord record)
    {
        var arrears = record.Json.GetProperty("policy").GetString()!.StartsWith("In-arrears", StringComparison.Ordinal);
        Plan Sold(string id, int rank, Charged charged) => Plain.Plan(id, rank, record.Whole(id)!.Value, BillingInterval.Month) is var plan
            ? plan with { Prices = [plan.Prices[0] with { Charged = charged }] }
            : plan;

        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference) with
        {
            Measure = Measure.Days with { Grain = Grain.DaysOfEqualMonths, Denominator = Denominator.FixedDays(30, BillingInterval.Month) },
        };
        var life = new Life(Catalog.Of(Sold("old", 1, arrears ? Charged.InArrears : Charged.InAdvance), Sold("new", 2, Charged.InAdvance)), policy, DateTimeZone.Utc);
        life.Make(At("05-01"), Cart.Of("old", BillingInterval.Month));
        var up = life.Make(At(record.Word("change")), Cart.Of("new", BillingInterval.Month));
        life.Advance(At("06-01"));
        return new()
        {
            ["upgrade_order"] = up.Totals.DueNow,
            ["next_order"] = life.Accepted[^1].Quote.Totals.DueNow,
            ["order_june"] = life.Accepted[^1].Quote.Totals.DueNow,
        };
    }

    private static Instant At(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse($"2026-{day}").Value.AtMidnight().InUtc().ToInstant();
}
