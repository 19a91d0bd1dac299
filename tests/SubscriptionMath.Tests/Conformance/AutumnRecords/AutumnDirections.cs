using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: whether a change of the product is an upgrade.</summary>
internal sealed class AutumnDirections : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public override string Engine => "autumn";

    public override string Asks => "whether a change is an upgrade";

    public override string Policy => "`Autumn.Policy`: a longer interval is up; else all prices paid in advance, as of one month (`PlanOrder.PricePerTime`, `ComparedItems.Everything`), "
        + "and as much is up. The fixed price is the plan's, a product sold by the unit is an add-on, and consumption is metered and not compared.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "direction" };

    public override Answers Answer(PublishedRecord record)
    {
        var (before, after) = (Product.Of(record, "old"), Product.Of(record, "new"));
        var catalog = new Catalog { Plans = [before.Plan, after.Plan], AddOns = [.. before.AddOns, .. after.AddOns] };
        var policy = Autumn.Policy();
        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
        life.Make(Start, before.Cart);
        return new() { ["is_upgrade"] = life.Make(Start, after.Cart).Direction == Direction.Up };
    }

    private sealed record Product(Plan Plan, IReadOnlyList<AddOn> AddOns, Cart Cart)
    {
        public static Product Of(PublishedRecord record, string side)
        {
            var prices = record.Each(side);
            var sold = prices.FirstOrDefault(price => price.Word("type") == "fixed");
            var addOns = prices.Where(price => price.Word("type") is "prepaid" or "allocated")
                .Select((price, n) => new AddOn { Id = $"{side}-{n}", Name = $"{side}-{n}", Prices = [PriceOf(price)] })
                .ToList();
            var plan = sold is null ? Price.Of(0m, "USD", IntervalOf(prices[0])) : PriceOf(sold);
            return new(
                new Plan { Id = side, Name = side, Rank = 0, Prices = [plan], AddOns = [.. addOns.Select(addOn => addOn.Id)] },
                addOns,
                SubscriptionMath.Cart.Of(side, plan.Interval) with { AddOns = [.. addOns.Select(addOn => new CartAddOn { Id = addOn.Id, Interval = addOn.Prices[0].Interval })] });
        }

        private static Price PriceOf(PublishedRecord price) => Price.Of(price.Number("amount"), "USD", IntervalOf(price));

        private static BillingInterval IntervalOf(PublishedRecord price) => Units.Of(price.Word("interval"), price.Whole("interval_count") ?? 1);
    }
}
