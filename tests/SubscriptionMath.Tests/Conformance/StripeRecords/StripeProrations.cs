namespace SubscriptionMath.Tests.Conformance.StripeRecords;

/// <summary>Stripe: the lines of a change, in both billing modes.</summary>
internal sealed class StripeProrations : Adapter
{
    public override string Engine => "Stripe Billing";

    public override string Asks => "the lines of a change, billed later, at once or not at all, in the classic and the flexible mode";

    public override string Policy => "`Stripe.Classic`, `Stripe.Flexible` and both without proration. Classic credits the price held, whether it was billed or not: `ValueBasis.PriceHeld`. "
        + "A change without proration leaves the purchase in place: `UnusedValue.Kept`; flexible credits that.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && (record.Has("fraction_remaining") || record.Has("events"));

    public override Answers Answer(PublishedRecord record) => record.Has("events") ? Events(record) : Half(record);

    /// <summary>The part of the period is the caller's: a period of as many days as it has parts.</summary>
    private static Answers Half(PublishedRecord record)
    {
        var part = Trade.Numbers(record.Word("fraction_remaining"));
        var interval = BillingInterval.Days(part[1]);
        var life = new RecordedLife(
            Trade.Plans((Trade.Price(record.Word("old_price")).Amount, interval), (Trade.Price(record.Word("new_price")).Amount, interval)),
            Vendors.Stripe.Classic(), DateTimeZone.Utc);
        var start = Trade.Day("04-01");
        var before = life.Make(start, Cart.Of("old", interval)).SubscriptionAfter;
        var quote = life.Make(before.Term!.Value.End - Duration.FromDays(part[0]), Cart.Of("new", interval));
        return new()
        {
            ["credit_line"] = -quote.GivenBack(),
            ["debit_line"] = quote.Totals.NewPrice,
            ["net"] = quote.Totals.Net,
            ["anchor"] = quote.SubscriptionAfter.Anchor == before.Anchor ? "unchanged" : "moved",
        };
    }

    private static Answers Events(PublishedRecord record)
    {
        record.Assume("currency", "GBP", "GBP (JSON shows usd)").Under("billing_mode", "classic", "flexible");
        var flexible = record.Setting("billing_mode") == "flexible";
        var held = Subscription.NotStarted("S-1", "GBP", DateTimeZone.Utc);
        var catalog = Catalog.Of();
        Quote? quote = null;
        foreach (var happened in record.Steps("events"))
        {
            var price = Trade.Price(happened.Text("price") ?? $"{Trade.Numbers(happened.Word("action"))[1]}");
            var id = $"plan {price.Amount:0}";
            catalog = Catalog.Of([.. catalog.Plans.Where(plan => plan.Id != id), new Plan { Id = id, Name = id, Rank = 1, Prices = [Price.Of(price.Amount, "GBP", price.Interval)] }]);
            quote = Billing.Price(
                held, Change.To(Cart.Of(id, price.Interval)), Facts.None, catalog, Behaving(flexible, happened.Text("proration_behavior")), Trade.Day(happened.Word("at"))).OrThrow();
            held = quote.SubscriptionAfter;
            happened.Confirm("invoiced", quote.Totals.DueNow);
        }

        record.Confirm("period_start", Trade.Say(held.Term!.Value.Start)).Confirm("period_end", Trade.Say(held.Term!.Value.End));
        return new()
        {
            ["credit_line"] = -quote!.GivenBack(),
            ["debit_line"] = quote!.Totals.NewPrice,
            ["invoice_total"] = quote!.Totals.Net,
        };
    }

    private static BillingPolicy Behaving(bool flexible, string? behavior) => (flexible, behavior) switch
    {
        (false, "none") => Vendors.Stripe.ClassicWithoutProration(),
        (false, null or "always_invoice") => Vendors.Stripe.Classic(PaymentTiming.Now),
        (true, "none") => Vendors.Stripe.FlexibleWithoutProration(),
        (true, null or "always_invoice") => Vendors.Stripe.Flexible(PaymentTiming.Now),
        _ => throw new InvalidOperationException($"\"proration_behavior\" is {behavior}."),
    };
}
