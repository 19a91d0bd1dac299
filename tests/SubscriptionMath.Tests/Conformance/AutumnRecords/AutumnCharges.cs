using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: what a change costs at the start of a cycle, and what becomes of add-ons.</summary>
internal sealed class AutumnCharges : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public override string Engine => "autumn";

    public override string Asks => "another interval at the start of a cycle; an add-on beside an upgrade or an end of the base";

    public override string Policy => "`Autumn.Policy`: up at once, the difference for the rest or a new interval from now on; the end of the base is the fall to the free plan at the cycle's end, "
        + "and add-ons stay: `AddOnFate.KeptWithTheTerm`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "plan_change" or "addon" };

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("cancel", "base at end of cycle");
        var interval = record.Has("new_annual") ? BillingInterval.Year : BillingInterval.Month;
        var (old, wanted) = (record.Has("old") ? record.Number("old") : record.Number("base"), record.Has("cancel") ? 0m : record.Number(record.Has("new_annual") ? "new_annual" : "new"));
        var addOn = record.Has("addon") ? record.Number("addon") : 0m;
        var catalog = new Catalog
        {
            Plans = [Plan("old", old, BillingInterval.Month), Plan("new", wanted, interval)],
            AddOns = [new AddOn { Id = "addon", Name = "addon", Prices = [Price.Of(addOn, "USD", BillingInterval.Month)] }],
        };
        var cart = Cart.Of("old", BillingInterval.Month) with { AddOns = record.Has("addon") ? [new CartAddOn { Id = "addon" }] : default };
        var life = new RecordedLife(catalog, Autumn.Policy(), DateTimeZone.Utc);
        var end = life.Make(Start, cart).SubscriptionAfter.Term!.Value.End;
        var totals = life.Make(Start, cart with { PlanId = "new", Interval = interval }).Totals;
        var waits = life.Subscription.Pending?.EffectiveAt == end;
        if (waits)
            life.Advance(end);

        return new()
        {
            ["charge_now"] = (long)totals.DueNow.Amount,
            ["addon"] = life.Holds("addon") ? "active" : "ended",
            ["base"] = life.Holds("old") ? "held" : waits ? "removed at period end" : "removed at once",
            ["default_free_plan"] = life.Holds("new") ? "activated" : "not held",
        };
    }

    private static Plan Plan(string id, decimal price, BillingInterval interval) => Plain.Plan(id, 1, price, interval) with { AddOns = ["addon"] };
}
