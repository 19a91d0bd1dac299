namespace SubscriptionMath.Tests.Prices;

/// <summary>Ten seats at 10.00 and five on top at 8.00, or lots of the same price, of which some leave half-way through April.</summary>
public sealed class LotChoiceExamples
{
    private static readonly Price Tiered = Price.Of(new PriceModel.Graduated([PriceTier.Each(10, 10m), PriceTier.Each(null, 8m)]), "EUR", BillingInterval.Month);

    private static Shop Of(LotChoice choice, Price price)
    {
        var shop = Counter.Of(price);
        return shop with { Policy = shop.Policy.WithLotChoice(choice) };
    }

    [Theory]
    [InlineData(LotChoice.NewestFirst, "Service +12.00; Balance -12.00")]
    [InlineData(LotChoice.ProRata, "Service +10.00 +4.00; Balance -14.00")]
    public void Three_of_fifteen_leave_out_of_the_lots_that_the_policy_says(LotChoice choice, string entries)
    {
        var shop = Of(choice, Tiered);
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 10)), Counter.Cart("p1", 15), "2026-04-01");
        Assert.Equal(entries, Written.Entries(shop.Quote(held, Counter.Cart("p1", 12), "2026-04-16")));
    }

    [Fact]
    public void What_stays_of_each_lot_is_worth_what_it_was_sold_at()
    {
        // Half of 100.00 and 40.00 are 70.00: 14.00 leave, and 56.00 are left, eight at 10.00 and four at 8.00.
        var shop = Of(LotChoice.ProRata, Tiered);
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 10)), Counter.Cart("p1", 15), "2026-04-01");
        var twelve = shop.Change(held, Counter.Cart("p1", 12), "2026-04-16");
        Assert.Equal([(8, 80m), (4, 32m)], twelve.Plan!.Lots.Select(lot => (lot.Quantity, lot.Billed.Amount)));
        var end = Billing.Price(twelve, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
        Assert.Equal("Service +40.00 +16.00; Balance -56.00", Written.Entries(end));
    }

    /// <summary>Lots of these sizes, of which units leave one change after the other; what stays of each.</summary>
    [Theory]
    [InlineData("2 2 1", 2, "1 1 1")] // 0.8, 0.8 and 0.4: the largest remainders
    [InlineData("1 1", 1, "1")] // a half of each: the newer one
    [InlineData("3 3 3", 4, "2 2 1")] // 1.33 of each: one, and one more of the newest
    [InlineData("7 3", 5, "4 1")] // 3.5 and 1.5: the half goes to the newer one
    [InlineData("5 2", 7, "")]
    public void Units_are_whole_and_the_rest_goes_by_the_largest_remainder(string lots, int leave, string stay)
    {
        var shop = Of(LotChoice.ProRata, Counter.Monthly(30m));
        var sizes = lots.Split(' ').Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", sizes[0]));
        for (var i = 1; i < sizes.Count; i++)
            held = shop.Change(held, Counter.Cart("p1", sizes.Take(i + 1).Sum()), "2026-04-01");

        var change = leave == sizes.Sum() ? Change.Cancel() : Change.To(Counter.Cart("p1", sizes.Sum() - leave));
        var after = Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
        Assert.Equal(stay, string.Join(' ', after.SubscriptionAfter.Plan?.Lots.Select(lot => lot.Quantity) ?? []));
        Assert.Equal(leave * 15m, after.Lines.Sum(line => line.Amount.Amount));
    }

    [Fact]
    public void Each_stretch_of_time_gives_up_its_own_units()
    {
        // Two and two are paid for April, all four for May already: of April one of each leaves, half of it left, of May two.
        var shop = Of(LotChoice.ProRata, Counter.Monthly(30m));
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), Counter.Cart("p1", 4), "2026-04-01");
        var may = held.Plan!.Lots[0] with
        {
            Covers = shop.Term("2026-05-01", "2026-06-01"),
            Period = shop.Term("2026-05-01", "2026-06-01"),
            Quantity = 4,
            Billed = Money.Of(120m, "EUR"),
            Paid = Money.Of(120m, "EUR"),
        };
        var quote = shop.Quote(held with { Plan = held.Plan with { Lots = [.. held.Plan.Lots, may] } }, Counter.Cart("p1", 2), "2026-04-16");
        Assert.Equal("Service +15.00 +15.00 +60.00; Balance -90.00", Written.Entries(quote));
        Assert.Equal([1, 1, 2], quote.SubscriptionAfter.Plan!.Lots.Select(lot => lot.Quantity));
    }
}
