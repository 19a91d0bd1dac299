using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: which way a change of the plan goes, and what becomes of add-ons and of a plan of the same price.</summary>
internal sealed class FlexpriceChanges : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2026, 4, 1, 0, 0);

    public override string Engine => "flexprice";

    public override string Asks => "direction, add-ons dropped, a plan of the same price";

    public override string Policy => "`Flexprice.Policy`: by the plan's price alone (`ComparedItems.Plan`); add-ons that are dropped end with the old plan, `AddOnFate.EndWithThePlan`, and "
        + "without proration nothing is billed or given back. A plan as dear takes over the old purchase: `UnusedValue.Kept`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice"
        && ((record.Kind == "addon" && record.Has("addon")) || (record.Kind == "plan_change" && record.Has("plan")));

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("addon", "drop").Assume("proration", "none");
        var prices = (record.Text("plan") ?? "20→20").Split('→').Select(price => decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var catalog = new Catalog
        {
            Plans = [Plan("old", prices[0]), Plan("new", prices[1])],
            AddOns = [new AddOn { Id = "addon", Name = "addon", Prices = [Price.Of(record.Has("addon_price") ? record.Number("addon_price") : 10m, "USD", BillingInterval.Month)] }],
        };
        var policy = record.Text("proration") == "none"
            ? Flexprice.Policy(planChange: Plain.Nothing, addOns: AddOnFate.EndWithThePlan) with { AddOns = new(AddOnFate.EndWithThePlan, UnusedValue.None) }
            : Flexprice.Policy(addOns: AddOnFate.EndWithThePlan);
        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
        var bought = life.Make(Start, Cart.Of("old", BillingInterval.Month) with { AddOns = record.Has("addon") ? [new CartAddOn { Id = "addon" }] : [] }).SubscriptionAfter;
        var quote = life.Make(Start + Duration.FromDays(10), Cart.Of("new", BillingInterval.Month));
        return new()
        {
            ["change_type"] = quote.Direction switch { Direction.Up => "upgrade", Direction.Down => "downgrade", _ => "lateral" },
            ["addon"] = quote.EndedAddOns.Contains("addon") && !life.Holds("addon") ? "cancelled" : "active",
            ["line_kept"] = quote.SubscriptionAfter.Plan!.Lots == bought.Plan!.Lots,
            ["invoices"] = quote.Entries.Count(entry => entry.Account is Account.Payment or Account.Balance or Account.NextInvoice),
        };
    }

    private static Plan Plan(string id, decimal price) => Plain.Plan(id, 1, price, BillingInterval.Month) with { AddOns = ["addon"] };
}
