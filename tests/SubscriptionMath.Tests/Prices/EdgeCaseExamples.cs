namespace SubscriptionMath.Tests.Prices;

/// <summary>Figures at which engines have been wrong, by name, each reckoned by hand.</summary>
public sealed class EdgeCaseExamples
{
    private static readonly Rounding ByLine = Rounding.HalfAwayFromZeroByLine;

    [Fact]
    public void Nine_hundred_and_ninety_nine_by_thirty_times_fifteen()
    {
        var (april, zone) = (Term.Of(new(2026, 4, 1), new(2026, 5, 1), DateTimeZone.Utc), DateTimeZone.Utc);
        var half = new LocalDate(2026, 4, 16).AtStartOfDayInZone(zone).ToInstant();
        Assert.Equal(Money.Of(499.50m, "EUR"), Unused(Money.Of(999m, "EUR")));

        // A day of 9.99 is 0.333: rounded first it would be 0.33 x 15 = 4.95.
        Assert.Equal(Money.Of(5.00m, "EUR"), Unused(Money.Of(9.99m, "EUR")));
        Assert.Equal(Money.Of(500m, "JPY"), Unused(Money.Of(999m, "JPY")));

        Money Unused(Money price) => Proration.Unused(price, april, half, Measure.Days, RoundingMode.HalfAwayFromZero, zone);
    }

    [Theory]
    [InlineData(RoundingStage.Lines, "Service +548.39 -274.19; Balance -274.20")]
    [InlineData(RoundingStage.Net, "Service +548.39 -274.19; Balance -274.19; Rounding -0.01")]
    public void A_thousand_to_five_hundred_at_17_of_31_by_lines_and_by_net(RoundingStage stage, string entries)
    {
        var shop = Counter.Of(Counter.Monthly(500m), Counter.Monthly(1000m));
        shop = shop with { Policy = shop.Policy.WithRounding(ByLine with { Stage = stage }) };
        Assert.Equal(entries, Written.Entries(shop.Quote(shop.Buy("2026-05-01", Counter.Cart("p2")), Counter.Cart("p1"), "2026-05-15")));
    }

    [Fact]
    public void Thirty_to_forty_to_fifty_within_one_period_of_31_days()
    {
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(40m), Counter.Monthly(50m));
        var held = shop.Buy("2026-05-01", Counter.Cart("p1"));
        Assert.Equal(6.77m, shop.Quote(held, Counter.Cart("p2"), "2026-05-11").Totals.DueNow.Amount);
        held = shop.Change(held, Counter.Cart("p2"), "2026-05-11");
        Assert.Equal(5.16m, shop.Quote(held, Counter.Cart("p3"), "2026-05-16").Totals.DueNow.Amount);
    }

    [Fact]
    public void After_499_to_998_to_1497_the_second_credit_is_on_998()
    {
        var shop = Counter.Of(Counter.Monthly(499m), Counter.Monthly(998m), Counter.Monthly(1497m));
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-04-16");
        var quote = shop.Quote(held, Counter.Cart("p3"), "2026-04-21");
        Assert.Equal("Service +332.67 -499.00; Payment +166.33", Written.Entries(quote));
        Assert.Equal("Unused time on P2, 21 Apr to 1 May 2026: 10 of 30 days of EUR 998.00 = EUR 332.67", Explanation.Of(quote, 0));
    }

    [Fact]
    public void After_20_to_10_at_half_the_end_at_three_quarters_refunds_2_50()
    {
        var shop = Counter.Of(Counter.Monthly(10m), Counter.Monthly(20m));
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest with { Surplus = Surplus.Refunded(RefundRest.ToBalance) }) };
        var held = shop.Change(shop.Buy("2026-02-01", Counter.Cart("p2")), Counter.Cart("p1"), "2026-02-15");
        var end = Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-02-22")).OrThrow();
        Assert.Equal("Service +2.50; Payment -2.50", Written.Entries(end));
    }

    [Fact]
    public void Five_units_split_7_to_3_and_minus_five_the_same_way_mirrored()
    {
        Assert.Equal([4, 1], Money.OfMinor(5, "EUR").Split([7, 3], SplitMethod.LargestRemainder).Select(part => part.Minor));
        Assert.Equal([-4, -1], Money.OfMinor(-5, "EUR").Split([7, 3], SplitMethod.LargestRemainder).Select(part => part.Minor));
    }

    [Fact]
    public void Three_days_of_February_in_a_leap_year_at_a_monthly_price_of_9()
    {
        var february = Term.Of(new(2024, 2, 1), new(2024, 3, 1), DateTimeZone.Utc);
        var from = new LocalDate(2024, 2, 27).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        Assert.Equal(
            Money.Of(0.93m, "EUR"), Proration.ForTheRest(Money.Of(9m, "EUR"), february, from, Measure.Days, RoundingMode.HalfAwayFromZero, DateTimeZone.Utc));
    }

    [Fact]
    public void A_year_beside_a_month_says_its_free_months_and_its_monthly_equivalent()
    {
        var (month, year) = (Price.Of(75m, "EUR", BillingInterval.Month), Price.Of(750m, "EUR", BillingInterval.Year));
        Assert.Equal(Fraction.Of(2), year.FreeTermsBeside(month, 1));
        Assert.Equal(new Fraction(1, 6), year.DiscountBeside(month, 3));
        Assert.Equal(Fraction.Of(6250), year.PerMonth(1));
        Assert.Equal(new Fraction(2500, 3), Price.Of(100m, "EUR", BillingInterval.Year).PerMonth(1));
        Assert.Throws<ArgumentException>(() => year.DiscountBeside(Price.Of(75m, "USD", BillingInterval.Month), 1));
        Assert.Throws<ArgumentException>(() => year.FreeTermsBeside(Price.Of(0m, "EUR", BillingInterval.Month), 1));
    }
}
