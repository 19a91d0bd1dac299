namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>Time bought at the edges of the calendar, of the number and of the day.</summary>
public sealed class TimeBoughtExamples
{
    private static readonly Instant From = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Anchor January = Anchor.On(new LocalDate(2026, 1, 1));

    [Theory]
    [InlineData(120_00, 1, "1 year")] // 12,000 years
    [InlineData(2_000_000_000_000, 1, "1 month")] // more terms than a number of 32 bits
    [InlineData(40_000_00, 1, "1 day")]
    public void Beyond_the_calendar_the_error_names_amount_and_price(long amount, long price, string interval)
    {
        var thrown = Assert.Throws<OverflowException>(() => TimeBought.Buy(
            Fraction.Of(amount), Fraction.Of(price), BillingInterval.Parse(interval), From, January, DateTimeZone.Utc, RoundingMode.Floor));
        Assert.StartsWith($"An amount of {amount}, at a price of {price} in minor units every {BillingInterval.Parse(interval)}, buys {amount} terms from 2026-01-01 on", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_years_of_the_calendar_can_be_bought() => Assert.Equal(
        7000, TimeBought.Buy(Fraction.Of(7000), Fraction.One, BillingInterval.Year, From, January, DateTimeZone.Utc, RoundingMode.Floor).WholeTerms);

    [Theory]
    [InlineData(RoundingMode.Floor, 15)]
    [InlineData(RoundingMode.HalfAwayFromZero, 16)]
    [InlineData(RoundingMode.Ceiling, 16)]
    public void A_fraction_as_long_as_a_number_buys_days_all_the_same(RoundingMode mode, int days)
    {
        // Half of January, which is 15.5 days, and a trifle, at a price with a fraction of its own.
        var trifle = new Fraction(1, (Int128)1_000_000_007 * 998_244_353 * 1_000_000_009);
        var bought = TimeBought.Buy(new Fraction(1001, 14) + trifle, new Fraction(1001, 7), BillingInterval.Month, From, January, DateTimeZone.Utc, mode);
        Assert.Equal((0, days), (bought.WholeTerms, bought.Days));
    }

    [Fact]
    public void Over_a_day_that_the_zone_skipped_days_are_bought()
    {
        // From 29 December 2011 a whole day ends with the 30th, which Samoa did not have: the half after it is of the 31st.
        var (apia, start) = (DateTimeZoneProviders.Tzdb["Pacific/Apia"], new LocalDate(2011, 12, 29));
        var bought = TimeBought.Buy(new Fraction(3, 2), Fraction.One, BillingInterval.Day, start.AtStartOfDayInZone(apia).ToInstant(), Anchor.On(start), apia, RoundingMode.Ceiling);
        Assert.Equal((1, 1, 1), (bought.WholeTerms, bought.Days, bought.DaysOfNextTerm));
        Assert.Equal(new LocalDate(2012, 1, 1).AtStartOfDayInZone(apia).ToInstant(), bought.End);
    }

    [Fact]
    public void A_rest_that_no_number_holds_is_an_error_that_names_amount_and_grain()
    {
        // Twelve decimals of a price, divided by the nanoseconds of 2027, less 183 of 366 days: the common denominator has a factor of 61 more.
        var then = new Treatment(
            Timing.Now, TrialFate.Ended, TermRule.AsBought, UnusedValue.OfAllLots, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.AllUnusedToTime(RoundingMode.Floor));
        var shop = new Shop(
            Counter.Policy(then, then, then).WithMeasure(Measure.Days with { Unit = ProrationUnit.Nanoseconds }),
            new Catalog { Plans = [Plan("a", 900_000_000.000000000001m), Plan("b", 900_000_000m)] });
        var held = shop.Buy("2027-01-01", Cart.Of("a", BillingInterval.Year));
        var thrown = Assert.Throws<OverflowException>(() =>
            Billing.Price(held, Change.To(Cart.Of("b", BillingInterval.Year)), Facts.None, shop.Catalog, shop.Policy, shop.At("2027-07-01") + Duration.FromNanoseconds(1)));

        // 184 of 365 days of 900,000,000.00.
        Assert.StartsWith("A surplus of EUR 453698630.14 that buys time is counted in too fine a unit, Nanoseconds: ", thrown.Message, StringComparison.Ordinal);

        static Plan Plan(string id, decimal price) => new() { Id = id, Name = id, Rank = 1, Prices = [Price.Of(price, "EUR", BillingInterval.Year)] };
    }
}
