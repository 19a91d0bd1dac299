namespace SubscriptionMath.Tests.Conformance.StripeRecords;

/// <summary>Stripe: an item is removed half-way, and a coupon was taken off the invoice.</summary>
internal sealed class StripeCoupons : Adapter
{
    public override string Engine => "Stripe Billing";

    public override string Asks => "the share of each item of a coupon, and the credit of an item that is removed";

    public override string Policy => "`Stripe.Classic` and `Stripe.Flexible`: `SplitMethod.LastTakesRest`; classic takes all of the coupon off the leaving items, `DiscountReversal.LeavesWhole`, flexible "
        + "its share.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("coupon_amount_off");

    public override Answers Answer(PublishedRecord record)
    {
        var items = record.Words("items").Select(Trade.Price).ToList();
        var sold = new Discounted(record.Under("billing_mode", "classic", "flexible").Setting("billing_mode") == "flexible" ? Vendors.Stripe.Flexible() : Vendors.Stripe.Classic(), "GBP");
        var ids = items.Select((item, n) => $"item {n}").ToArray();
        foreach (var (id, item) in ids.Zip(items))
            sold.With(id, item.Amount, item.Interval);

        var coupon = Discount.OfAmount("coupon", Money.Of(Trade.Price(record.Word("coupon_amount_off")).Amount, "GBP"));
        var day = Trade.Day(record.Text("created") ?? "04-01");
        var first = sold.Make(day, "old", Discounted.One(ids), coupon);
        var off = first.Lines.Where(line => ids.Contains(line.Product)).Select(Discounted.Off).ToList();
        return new()
        {
            ["initial_invoice_total"] = first.Totals.DueNow,
            ["discount_alloc"] = off.Select(share => (object?)share).ToList(),
            ["discount_alloc_minor"] = off.Select(share => (object?)share.Minor).ToList(),
            ["credit"] = -sold.Make(day + Duration.FromDays(1), new Fraction(1, 2), "old", Discounted.One(ids[1..]), coupon).GivenBack(),
        };
    }
}
