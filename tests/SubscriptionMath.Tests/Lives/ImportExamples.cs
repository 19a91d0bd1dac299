using System.Text.Json.Nodes;

namespace SubscriptionMath.Tests.Lives;

/// <summary>The documented shapes of subscriptions at Stripe, Chargebee and Recurly, taken over; the values are our own.</summary>
public sealed class ImportExamples
{
    private static readonly Catalog Sold = new()
    {
        Plans =
        [
            new Plan { Id = "pro", Name = "Pro", Rank = 1, AddOns = ["fax"], Prices = [Price.Of(30m, "EUR", BillingInterval.Month)] },
            new Plan { Id = "max", Name = "Max", Rank = 2, AddOns = ["fax"], Prices = [Price.Of(60m, "EUR", BillingInterval.Month)] },
        ],
        AddOns = [new AddOn { Id = "fax", Name = "Fax", Prices = [Price.Of(9m, "EUR", BillingInterval.Month)] }],
    };

    private static readonly BillingPolicy Policy = new() { Name = "taken over", Rules = [Rule.Otherwise(Treatments.Prorated)] };

    /// <summary>Two seats at EUR 30.00, half of which are unused on 16 April; two at EUR 60.00 for the other half; EUR 10.00 of credit.</summary>
    [Fact]
    public void Of_Stripe()
    {
        var json = JsonNode.Parse("""
            { "id": "sub_1", "currency": "eur", "status": "active", "start_date": 1772323200, "trial_start": null, "trial_end": null,
              "cancel_at_period_end": false, "customer": { "id": "cus_1", "balance": -1000 },
              "items": { "data": [ { "quantity": 2, "current_period_start": 1775001600, "current_period_end": 1777593600,
                "price": { "lookup_key": "pro", "unit_amount": 3000, "recurring": { "interval": "month", "interval_count": 1 } } } ] } }
            """)!;
        var item = json["items"]!["data"]![0]!;
        var currency = Currency.Of(((string)json["currency"]!).ToUpperInvariant());
        var interval = BillingInterval.Months((int)item["price"]!["recurring"]!["interval_count"]!);
        var held = new ExistingSubscription
        {
            Id = (string)json["id"]!,
            Currency = currency,
            Zone = DateTimeZone.Utc,
            Interval = interval,
            Period = new Term(Seconds(item["current_period_start"]), Seconds(item["current_period_end"])),
            PurchasedAt = Seconds(json["start_date"]),
            Plan = new()
            {
                ProductId = (string)item["price"]!["lookup_key"]!,
                Quantity = (int)item["quantity"]!,
                SoldAt = Price.Of(Money.OfMinor((long)item["price"]!["unit_amount"]!, currency).Amount, currency.Code, interval),
            },
        }.ToSubscription(Sold, Policy);
        var credit = MoneyCredit.Of(Money.OfMinor(-(long)json["customer"]!["balance"]!, currency));
        Assert.Equal("Service +30.00 -60.00; Balance +10.00; Payment +20.00", Upgrade(held, Facts.None with { Credit = credit }));
    }

    /// <summary>EUR 30.00 and EUR 9.00 for the fax; the plan alone changes, half of it.</summary>
    [Fact]
    public void Of_Chargebee()
    {
        var json = JsonNode.Parse("""
            { "id": "cb_1", "currency_code": "EUR", "billing_period": 1, "billing_period_unit": "month", "status": "active",
              "current_term_start": 1775001600, "current_term_end": 1777593600, "started_at": 1772323200,
              "subscription_items": [
                { "item_price_id": "pro", "item_type": "plan", "quantity": 1, "unit_price": 3000, "amount": 3000 },
                { "item_price_id": "fax", "item_type": "addon", "quantity": 1, "unit_price": 900, "amount": 900 } ] }
            """)!;
        var (currency, items) = (Currency.Of((string)json["currency_code"]!), json["subscription_items"]!.AsArray());
        var held = new ExistingSubscription
        {
            Id = (string)json["id"]!,
            Currency = currency,
            Zone = DateTimeZone.Utc,
            Interval = BillingInterval.Months((int)json["billing_period"]!),
            Period = new Term(Seconds(json["current_term_start"]), Seconds(json["current_term_end"])),
            PurchasedAt = Seconds(json["started_at"]),
            Plan = Item(items.First(item => (string)item!["item_type"]! == "plan")!),
            AddOns = [.. items.Where(item => (string)item!["item_type"]! == "addon").Select(item => Item(item!))],
        }.ToSubscription(Sold, Policy);
        Assert.Equal("Service +15.00 -30.00; Payment +15.00", Upgrade(held, Facts.None));
        Assert.Equal(Money.Of(39m, "EUR"), Lifecycle.PriceNext(held, Facts.None, Sold, Policy)!.Totals.DueNow);

        ExistingItem Item(JsonNode item) => new()
        {
            ProductId = (string)item["item_price_id"]!,
            Quantity = (int)item["quantity"]!,
            Billed = Money.OfMinor((long)item["amount"]!, currency),
        };
    }

    /// <summary>Recurly writes amounts as decimals and instants as text; the trial before the period is remembered.</summary>
    [Fact]
    public void Of_Recurly()
    {
        var json = JsonNode.Parse("""
            { "id": "rc_1", "state": "active", "plan": { "code": "pro" }, "quantity": 1, "unit_amount": 25.00, "currency": "EUR",
              "current_period_started_at": "2026-04-01T00:00:00Z", "current_period_ends_at": "2026-05-01T00:00:00Z",
              "trial_started_at": "2026-03-18T00:00:00Z", "trial_ends_at": "2026-04-01T00:00:00Z", "activated_at": "2026-03-18T00:00:00Z",
              "add_ons": [ { "add_on": { "code": "fax" }, "quantity": 1, "unit_amount": 9.00 } ] }
            """)!;
        var currency = (string)json["currency"]!;
        var held = new ExistingSubscription
        {
            Id = (string)json["id"]!,
            Currency = Currency.Of(currency),
            Zone = DateTimeZone.Utc,
            Interval = BillingInterval.Month,
            Period = new Term(At(json["current_period_started_at"]), At(json["current_period_ends_at"])),
            Trial = new Term(At(json["trial_started_at"]), At(json["trial_ends_at"])),
            PurchasedAt = At(json["activated_at"]),
            Plan = Item((string)json["plan"]!["code"]!, json),
            AddOns = [.. json["add_ons"]!.AsArray().Select(addOn => Item((string)addOn!["add_on"]!["code"]!, addOn))],
        }.ToSubscription(Sold, Policy);
        Assert.Equal("Service +12.50 -30.00; Payment +17.50", Upgrade(held, Facts.None));
        Assert.Null(held.RenewedAt);

        ExistingItem Item(string code, JsonNode item) => new()
        {
            ProductId = code,
            Quantity = (int)item["quantity"]!,
            SoldAt = Price.Of((decimal)item["unit_amount"]!, currency, BillingInterval.Month),
        };
    }

    private static string Upgrade(Subscription held, Facts facts) => Written.Entries(Billing.Price(
        held, Change.To(held.Cart() with { PlanId = "max" }), facts, Sold, Policy, Instant.FromUtc(2026, 4, 16, 0, 0)).OrThrow());

    private static Instant Seconds(JsonNode? node) => Instant.FromUnixTimeSeconds((long)node!);

    private static Instant At(JsonNode? node) => NodaTime.Text.InstantPattern.General.Parse((string)node!).Value;
}
