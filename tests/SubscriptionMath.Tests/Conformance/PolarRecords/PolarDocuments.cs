namespace SubscriptionMath.Tests.Conformance.PolarRecords;

/// <summary>Polar, as its tests were read by hand: changes of the plan, one after another, and seats beside a pending plan.</summary>
internal sealed class PolarDocuments : Adapter
{
    public override string Engine => "Polar";

    public override string Asks => "credit and charge of a change, and of a chain of changes; the cycle; seats while another plan is pending";

    public override string Policy => "`Polar.Prorated`: seconds, each line rounded half to even, another interval begins a new cycle. Seats that change at once while a plan is pending "
        + "enter the pending cart: `PendingPolicy.Merged`.";

    public override bool Reads(PublishedRecord record) =>
        record.Engine == Engine && (record.Has("old_interval") || record.Has("prices") || record.Has("remaining_seconds") || record.Has("pending_plan_change"));

    public override Answers Answer(PublishedRecord record) =>
        record.Assume("currency", "USD", "USD minor", "USD minor units").Under("pending", "next_period")
            .Under("proration", "prorate", "prorate (interval change is promoted to invoice + cycle reset)", "invoice").Has("pending_plan_change") ? Seats(record)
        : record.Has("prices") ? Chain(record)
        : record.Has("remaining_seconds") ? Seconds(record)
        : Changed(record);

    private static Answers Changed(PublishedRecord record)
    {
        var (old, next) = (Minor(record.Whole("old")!.Value, record.Word("old_interval")), Minor(record.Whole("new")!.Value, record.Word("new_interval")));
        var life = new RecordedLife(Trade.Plans(old, next), Vendors.Polar.Prorated(PaymentTiming.NextInvoice), DateTimeZone.Utc);
        life.Make(Trade.Day(record.Word("period_start")), Cart.Of("old", old.Interval));
        var at = Trade.Day(record.Word("change_at")[..10]);
        var quote = life.Make(at, Cart.Of("new", next.Interval));
        return new()
        {
            ["credit"] = quote.GivenBack().Minor,
            ["debit"] = quote.Totals.NewPrice.Minor,
            ["cycle"] = quote.SubscriptionAfter.Term == quote.TermBefore ? "unchanged" : quote.SubscriptionAfter.Term!.Value.Start == at ? "reset to change date" : "moved",
        };
    }

    private static Answers Seconds(PublishedRecord record)
    {
        var (old, next) = (Trade.Price(record.Word("old")), Trade.Price(record.Word("new")));
        var interval = BillingInterval.Days(Duration.FromSeconds(record.Whole("period_seconds")!.Value).Days);
        var life = new RecordedLife(Trade.Plans((old.Amount, interval), (next.Amount, interval)), Vendors.Polar.Prorated(), DateTimeZone.Utc);
        var end = life.Make(Trade.Day("04-01"), Cart.Of("old", interval)).SubscriptionAfter.Term!.Value.End;
        var quote = life.Make(end - Duration.FromSeconds(record.Whole("remaining_seconds")!.Value), Cart.Of("new", interval));
        return new() { ["unused_credit"] = quote.GivenBack(), ["new_charge"] = quote.Totals.NewPrice, ["difference"] = quote.Totals.Net };
    }

    private static Answers Chain(PublishedRecord record)
    {
        var month = BillingInterval.Month;
        var prices = record.Wholes("prices").ToList();
        var life = new RecordedLife(
            Catalog.Of([.. prices.Select((minor, n) => Plain.Plan($"plan {n}", n, Minor(minor, "month").Amount, month))]), Vendors.Polar.Prorated(), DateTimeZone.Utc);
        var period = record.Word("period").Split("..");
        life.Make(Trade.Day(period[0]), Cart.Of("plan 0", month));
        var lines = record.Words("changes").Select((day, n) =>
        {
            var quote = life.Make(Trade.Day($"{period[0][..5]}{day}"), Cart.Of($"plan {n + 1}", month));
            return (object?)new List<object?> { (-quote.GivenBack()).Minor, quote.Totals.NewPrice.Minor };
        }).ToList();
        return new() { ["lines"] = lines };
    }

    private static Answers Seats(PublishedRecord record)
    {
        var (month, prices, seats) = (BillingInterval.Month, Trade.Numbers(record.Word("pending_plan_change")), Trade.Numbers(record.Word("seats")));
        var catalog = Trade.Plans(Minor(prices[0], "month"), Minor(prices[1], "month"), down: prices[1] < prices[0]);
        var held = Ask(Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc), Cart.Of("old", month) with { Quantity = seats[0] }, Vendors.Polar.Prorated(), Trade.Day(record.Word("period")[..10]));
        var at = Trade.Day(record.Word("change_at"));
        var waiting = Ask(held.SubscriptionAfter, Cart.Of("new", month) with { Quantity = seats[0] }, Vendors.Polar.NextPeriod(), at);
        var quote = Ask(waiting.SubscriptionAfter, Cart.Of("old", month) with { Quantity = seats[1] }, Vendors.Polar.Prorated(PaymentTiming.NextInvoice), at);
        var next = Lifecycle.PriceNext(quote.SubscriptionAfter, Facts.None with { Credit = quote.CreditAfter }, catalog, Vendors.Polar.Prorated())!;
        return new() { ["seat_proration"] = quote.Totals.Net.Minor, ["next_cycle_amount"] = next.Totals.NewPrice.Minor };

        Quote Ask(Subscription subscription, Cart cart, BillingPolicy policy, Instant when) =>
            Billing.Price(subscription, Change.To(cart), Facts.None, catalog, policy, when).OrThrow();
    }

    private static (decimal Amount, BillingInterval Interval) Minor(int minor, string interval) => (Money.OfMinor(minor, "USD").Amount, Units.Of(interval));
}
