namespace SubscriptionMath.Tests.Prices;

/// <summary>Two seats at 50.00 a month, set up for 99.00, bought on 1 April.</summary>
public sealed class SetUpExamples
{
    private static readonly Treatment MoneyBack = Counter.Rest with { Unused = UnusedValue.OfTheWholeTermAndSetUp, Surplus = Surplus.Refunded(RefundRest.ToBalance) };

    private static Shop Of(Treatment end) =>
        Counter.Of(Counter.Monthly(50m) with { SetUp = 99m }, Counter.Monthly(80m) with { SetUp = 20m }) with { Policy = Counter.Policy(Counter.Rest, end, end) };

    [Fact]
    public void It_is_given_back_where_the_policy_says_so_and_nowhere_else()
    {
        foreach (var (unused, entries) in new[]
        {
            (UnusedValue.OfTheWholeTermAndSetUp, "Goodwill +50.00; Service +50.00; Goodwill +99.00; Payment -199.00"),
            (UnusedValue.OfTheWholeTerm, "Goodwill +50.00; Service +50.00; Payment -100.00"),
            (UnusedValue.OfAllLots, "Service +50.00; Payment -50.00"),
        })
        {
            var shop = Of(MoneyBack with { Unused = unused });
            Assert.Equal(entries, Written.Entries(End(shop, shop.Buy("2026-04-01", Counter.Cart("p1", 2)), "2026-04-16")));
        }
    }

    [Fact]
    public void It_belongs_to_the_term_that_it_was_charged_in()
    {
        var shop = Of(MoneyBack);
        var held = shop.Advance(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), "2026-05-01").Subscription;
        Assert.Null(held.Plan!.SetUp);
        Assert.Equal("Goodwill +96.77; Service +3.23; Payment -100.00", Written.Entries(End(shop, held, "2026-05-31")));
    }

    [Fact]
    public void It_is_of_no_term_that_a_change_begins_anew()
    {
        // A year set up on 1 April; by the month from 29 October on. At the end of that month nothing is unused.
        var shop = Of(MoneyBack);
        var both = shop.Catalog.Plan("p1") with { Prices = [Counter.Monthly(50m) with { SetUp = 99m }, Price.Of(500m, "EUR", BillingInterval.Year) with { SetUp = 99m }] };
        shop = shop with
        {
            Catalog = new Catalog { Plans = [both] },
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Interval }, Counter.Full with { Term = TermRule.Restarted }), .. shop.Policy.Rules] },
        };
        var held = shop.Change(shop.Buy("2026-04-01", Shops.Yearly("p1")), Shops.Monthly("p1"), "2026-10-29");
        Assert.Null(held.Plan!.SetUp);
        Assert.Equal("", Written.Entries(End(shop, held, "2026-11-29")));
    }

    [Fact]
    public void It_goes_no_further_than_the_end_that_is_kept()
    {
        // A year of x, set up for 20.00, beside a month of p1; by the month from 11 April on, to the plan's end: then nothing of it is unused.
        var shop = Of(MoneyBack);
        shop = shop with
        {
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn }, Counter.Rest), .. shop.Policy.Rules] },
            Catalog = shop.Catalog with
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { AddOns = ["x"] })],
                AddOns = [Shops.AddOn("x", Counter.Monthly(10m) with { SetUp = 20m }, Price.Of(100m, "EUR", BillingInterval.Year) with { SetUp = 20m })],
            },
        };
        var cart = Counter.Cart("p1") with { AddOns = [new CartAddOn { Id = "x", Interval = BillingInterval.Year }] };
        var held = shop.Change(shop.Buy("2026-04-01", cart), cart with { AddOns = [new CartAddOn { Id = "x" }] }, "2026-04-11");
        Assert.Equal(shop.At("2026-05-01"), held.AddOns[0].SetUp!.Covers.End);
        Assert.Equal("", Written.Entries(End(shop, held, "2026-05-01")));
    }

    [Fact]
    public void It_stays_while_that_term_does_also_where_its_end_is_moved()
    {
        var shop = Of(MoneyBack);
        var postponed = shop with
        {
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Counter.Free with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept }), .. shop.Policy.Rules] },
        };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 2));
        var change = Change.To(held.Cart()) with { NextBilling = shop.At("2026-05-16") };
        var moved = Billing.Price(held, change, shop.Facts, shop.Catalog, postponed.Policy, shop.At("2026-04-11")).OrThrow().SubscriptionAfter;

        // The two seats were bought for April: on 6 May, in the days that were added for nothing, all of it is used. 33.33 unused would be more than was left of it on 1 May.
        Assert.Equal("Goodwill +100.00 +99.00; Payment -199.00", Written.Entries(End(shop, moved, "2026-05-06")));
    }

    /// <summary>EUR 65.00 pay a month at 30.00, its set-up of 5.00 and the month of June. Brought forward to 21 May, the fee of May ends there as well.</summary>
    [Fact]
    public void It_goes_no_further_than_an_end_that_is_brought_forward_from_behind_its_term()
    {
        var bought = Counter.Full with { Term = TermRule.Restarted, Surplus = Surplus.ToTime(RoundingMode.Floor) };
        var shop = Counter.Of(Counter.Monthly(30m) with { SetUp = 5m }, Counter.Monthly(65m)) with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, bought) };
        shop = Lives.MovedBillingExamples.Moving(Lives.MovedBillingExamples.Kept, shop);
        var held = shop.Change(shop.Buy("2026-05-01", Counter.Cart("p2")), Counter.Cart("p1"), "2026-05-01");
        Assert.Equal((shop.Term("2026-05-01", "2026-07-01"), shop.Term("2026-05-01", "2026-06-01")), (held.Plan!.Term, held.Plan.SetUp!.Covers));
        var moved = Lives.MovedBillingExamples.Move(shop, held, "2026-05-21", "2026-05-11").SubscriptionAfter;
        Assert.Equal(shop.Term("2026-05-01", "2026-05-21"), moved.Plan!.SetUp!.Covers);
        Assert.Equal(shop.At("2026-05-21"), shop.Advance(moved, "2026-05-21").Steps[0].At);
    }

    [Fact]
    public void It_stays_with_a_product_that_is_kept()
    {
        // A seat less gives back all that was billed for it; the product stays set up, until it leaves.
        var shop = Of(MoneyBack);
        var one = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), Counter.Cart("p1"), "2026-04-16");
        Assert.Equal("Goodwill +25.00; Service +25.00; Payment -50.00", Written.Entries(one));
        Assert.Equal(99m, one.SubscriptionAfter.Plan!.SetUp!.Billed.Amount);
        Assert.Equal("Goodwill +25.00; Service +25.00; Goodwill +99.00; Payment -149.00", Written.Entries(End(shop, one.SubscriptionAfter, "2026-04-16")));
    }

    [Fact]
    public void Its_tax_goes_back_with_it()
    {
        var shop = Of(MoneyBack);
        var facts = shop.Facts with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 20m }) };
        var held = shop.Quote(shop.NotStarted(), Counter.Cart("p1", 2), "2026-04-01", facts).SubscriptionAfter;
        Assert.Equal((19.80m, 20m), (held.Plan!.SetUp!.Tax!.Billed.Amount, held.Plan.Lots[0].Tax!.Billed.Amount));
        var end = Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
        Assert.Equal(-238.80m, end.Entries.Where(entry => entry.Account == Account.Payment).Sum(entry => entry.Amount.Amount));
    }

    [Fact]
    public void Where_it_is_owed_it_was_not_paid_and_nothing_is_refunded()
    {
        // 199.00 stand and are owed: sent back on the same day, nothing of it is paid back in money.
        var shop = Of(MoneyBack);
        var bought = shop.Quote(shop.NotStarted(), Counter.Cart("p1", 2), "2026-04-01");
        var owing = Billing.AcceptUnpaid(shop.NotStarted(), bought, shop.Facts).OrThrow().Subscription;
        Assert.Equal((0m, true), (owing.Plan!.SetUp!.Paid.Amount, owing.Plan.SetUp.AwaitsInvoice));
        Assert.DoesNotContain(End(shop, owing, "2026-04-01").Entries, entry => entry.Account == Account.Payment && entry.Amount.IsNegative);
    }

    [Fact]
    public void What_is_carried_over_pays_its_part_of_it()
    {
        // 50.00 are unused of two seats; 80.00 for the rest of the term at the dearer plan and 20.00 to set it up bear it in proportion.
        var shop = Of(Counter.Rest);
        var up = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), Counter.Cart("p2", 2), "2026-04-16").SubscriptionAfter.Plan!;
        Assert.Equal((40m, 10m), (Assert.Single(up.Lots).Carried.Amount, up.SetUp!.Carried.Amount));
    }

    private static Quote End(Shop shop, Subscription held, string date) =>
        Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At(date)).OrThrow();
}
