using static SubscriptionMath.Vendors.Published;

namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>CloudBlue: an upgrade between plans in advance, and from and to one in arrears.</summary>
internal sealed class CloudBlueOrders : Adapter
{
    public override string Engine => "help articles";

    public override string Asks => "the charge of an upgrade order of CloudBlue, between plans in advance and in arrears, and the orders after it";

    public override string Policy => "`Published.CloudBlue`: months of thirty days (`ProrationUnit.DaysOfEqualMonths`); unused or used time of the old plan (`BillingTiming.InArrears`) and the rest of the new one; "
        + "a surplus goes to the next invoice (`Surplus.ToNextInvoice`), which is rounded once (`RoundingStage.Invoice`).";

    public override bool Reads(PublishedRecord record) => record.Vendor == "CloudBlue";

    public override Answers Answer(PublishedRecord record)
    {
        var (old, @new) = Modes(record.Json.GetProperty("policy").GetString()!);
        var life = new RecordedLife(Catalog.Of(Sold(record, "old", 1, old), Sold(record, "new", 2, @new)), PolicyCheck.Checked(CloudBlue()), DateTimeZone.Utc);
        life.Make(At(record.Text("start") ?? "05-01"), Cart.Of("old", BillingInterval.Month));
        record.Confirm("next", Trade.Say(life.Subscription.Term!.Value.End));
        var up = life.Make(At(record.Word("change")), Cart.Of("new", BillingInterval.Month));
        var june = life.Advance(At("06-01")).Accepted[^1].Quote.Totals.DueNow;
        return new()
        {
            ["upgrade_order"] = up.Totals.DueNow,
            ["next_order"] = june,
            ["order_june"] = june,
            ["order_july"] = life.Advance(At("07-01")).Accepted[^1].Quote.Totals.DueNow,
        };
    }

    /// <summary>"In-advance -> in-arrears: ...".</summary>
    private static (BillingTiming Old, BillingTiming New) Modes(string policy)
    {
        var words = policy.Split(" -> ");
        return (Mode(words[0]), Mode(words[1]));
    }

    private static BillingTiming Mode(string word) => word.StartsWith("In-arrears", StringComparison.OrdinalIgnoreCase) ? BillingTiming.InArrears : BillingTiming.InAdvance;

    private static Plan Sold(PublishedRecord record, string id, int rank, BillingTiming charged) =>
        Plain.Plan(id, rank, Price.Of(record.Whole(id)!.Value, "USD", BillingInterval.Month) with { BillingTiming = charged });

    private static Instant At(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse($"2026-{day}").Value.AtMidnight().InUtc().ToInstant();
}
