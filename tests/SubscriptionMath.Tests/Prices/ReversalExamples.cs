namespace SubscriptionMath.Tests.Prices;

/// <summary>The part of a discount that leaves with units, and the part that stays; each figure by hand. April has 30 days.</summary>
public sealed class ReversalExamples
{
    [Theory]
    [InlineData(DiscountReversal.InProportion)]
    [InlineData(DiscountReversal.StaysBehind)]
    [InlineData(DiscountReversal.LeavesWhole)]
    public void A_percentage_is_one_of_each_unit_in_every_reversal(DiscountReversal reversal)
    {
        // Five at 10.00 less a tenth are 45.00; two leave at half: (20.00 - 2.00) / 2, and the three that stay were billed 27.00.
        var (shop, cart) = (Shop(reversal), Five(Discount.OfPercent("tenth", 10m)));
        var two = shop.Quote(shop.Buy("2026-04-01", cart), cart with { Quantity = 3 }, "2026-04-16");
        Assert.Equal("Service +9.00; Balance -9.00", Written.Entries(two));
        Assert.Equal("3 x 10, billed 27.00, paid 27.00, carried 0.00, credited 0.00, Purchase", Written.Lot(two.SubscriptionAfter.Plan!.Lots[0]));
    }

    [Theory]
    [InlineData(DiscountReversal.InProportion, 6, 9)] // 20.00 less 14.00; 30.00 less 21.00
    [InlineData(DiscountReversal.StaysBehind, 15, 0)] // 20.00 less 5.00; 30.00 less 30.00
    [InlineData(DiscountReversal.LeavesWhole, 0, 15)] // 20.00 less 20.00; 30.00 less 15.00
    public void What_was_billed_goes_with_the_units_as_they_are_worth(DiscountReversal reversal, int leaves, int stays)
    {
        var (shop, cart) = (Shop(reversal), Five(Discount.OfAmount("off", Money.Of(35m, "EUR"))));
        var two = shop.Quote(shop.Buy("2026-04-01", cart), cart with { Quantity = 3 }, "2026-04-01");
        Assert.Equal(leaves, two.Totals.UnusedValue.Amount);
        var lot = two.SubscriptionAfter.Plan!.Lots[0];
        Assert.Equal((stays, stays, 0m), (lot.Billed.Amount, lot.Paid.Amount, lot.Credited.Amount));

        // All of it is given back in the end, whichever units leave first.
        var rest = shop.Accept(shop.Buy("2026-04-01", cart), two);
        Assert.Equal(stays, Billing.Price(rest, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-01")).OrThrow().Totals.UnusedValue.Amount);
    }

    [Fact]
    public void At_the_price_held_a_percentage_is_one_of_that()
    {
        // 9.00 billed for April, raised without a bill to 20.00 less a tenth: ten days are 6.00, of which 3.00 were billed.
        var kept = Counter.Free with { Unused = UnusedValue.Kept, Surplus = Surplus.Forfeited };
        var held = Counter.Rest with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld), NewPrice = NewPrice.NothingUntilRenewal };
        var shop = Counter.Of(Counter.Monthly(10m), Counter.Monthly(20m));
        var tenth = Counter.Cart("p1") with { Discounts = [Discount.OfPercent("tenth", 10m)] };
        var raised = (shop with { Policy = Counter.Policy(kept, kept, kept) }).Change(shop.Buy("2026-04-01", tenth), tenth with { PlanId = "p2" }, "2026-04-11");
        var lowered = (shop with { Policy = Counter.Policy(held, held, held) }).Quote(raised, tenth, "2026-04-21");
        Assert.Equal("Goodwill +3.00; Service +3.00; Balance -6.00", Written.Entries(lowered));
    }

    [Theory]
    [InlineData(0, "Service +56; Balance -56")]
    [InlineData(50, "Service +28; Balance -28")]
    public void What_was_billed_less_the_used_part_that_is_rounded_first(int percentOff, string entries)
    {
        // JPY 100 for April, raised to the yen: 13 of 30 days used are 43.33, so 44, and 56 are left; by itself the unused part would be 57. Of 50 it is 22 and 28.
        var less = Counter.Rest with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed), NewPrice = NewPrice.NothingUntilRenewal };
        var price = Price.Of(100m, "JPY", BillingInterval.Month);
        var shop = Counter.Of(price, price) with { Currency = "JPY" };
        shop = shop with { Policy = Counter.Policy(less, less, less).WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd)).WithRounding(new Rounding(RoundingMode.Ceiling, RoundingStage.Lines)) };
        var cart = Counter.Cart("p1") with { Discounts = percentOff == 0 ? [] : [Discount.OfPercent("off", percentOff)] };
        Assert.Equal(entries, Written.Entries(shop.Quote(shop.Buy("2026-04-01", cart), cart with { PlanId = "p2" }, "2026-04-14")));
        Assert.Empty(PolicyCheck.Contradictions(shop.Policy));
    }

    private static Shop Shop(DiscountReversal reversal)
    {
        var shop = Counter.Of(Counter.Monthly(10m));
        return shop with { Policy = shop.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine).WithTax(TaxPolicy.ByLine).WithDiscounts(new(SplitMethod.LargestRemainder, reversal)) };
    }

    private static Cart Five(Discount discount) => Counter.Cart("p1", 5) with { Discounts = [discount] };
}
