namespace SubscriptionMath.Tests.Prices;

/// <summary>Time bought in months, or in days by the ratio of the prices, does not depend on the calendar.</summary>
public sealed class TimeUnitExamples
{
    public static TheoryData<string> Starts => ["2026-01-01", "2026-01-11", "2026-01-31", "2026-02-01", "2028-02-01", "2028-02-29", "2026-03-01", "2026-04-30", "2027-12-31"];

    [Theory]
    [MemberData(nameof(Starts))]
    public void Twenty_days_left_at_twice_the_price_are_forty_days(string start)
    {
        // From any day: the change is 20 days before the end, 20.00 to 10.00 a month; then 10.00 are due.
        var shop = Shop(AsBought(RoundingMode.Floor, TimeUnits.Days));
        var held = shop.Buy(start, Cart.Of("high", BillingInterval.Month));
        var at = held.Term!.Value.End.InUtc().Date.PlusDays(-20);
        var changed = shop.Change(held, Cart.Of("low", BillingInterval.Month), $"{at:uuuu-MM-dd}");
        Assert.Equal(at.PlusDays(40), changed.Term!.Value.End.InUtc().Date);

        // Another way and back at one instant: twenty days of it are left again.
        var back = shop.Change(changed, Cart.Of("high", BillingInterval.Month), $"{at:uuuu-MM-dd}");
        Assert.Equal(at.PlusDays(20), back.Term!.Value.End.InUtc().Date);
    }

    [Fact]
    public void Days_left_of_a_month_are_days_of_a_year_by_the_ratio_of_what_they_cost()
    {
        // Fifteen days at 2.00 a month, which is 24.00 a year: ten days at 36.00 a year (Google's figures), in February too, where 14 of 28 are 9.33.
        var shop = Shop(AsBought(RoundingMode.Floor, TimeUnits.Days));
        Assert.Equal(new LocalDate(2026, 4, 26), End(shop, "2026-04-01", "2026-04-16"));
        Assert.Equal(new LocalDate(2026, 2, 24), End(shop, "2026-02-01", "2026-02-15"));

        static LocalDate End(Shop shop, string start, string at) =>
            shop.Change(shop.Buy(start, Cart.Of("two", BillingInterval.Month)), Cart.Of("two", BillingInterval.Year), at).Term!.Value.End.InUtc().Date;
    }

    [Fact]
    public void Days_of_a_year_are_days_of_a_month_by_the_ratio_of_what_they_cost()
    {
        // 100 days left of a year at 120.00 are a hundred at 10.00 a month: 32.88 at 10.00 for 365/12 days.
        var shop = Shop(AsBought(RoundingMode.Floor, TimeUnits.Days));
        var held = shop.Buy("2026-01-01", Cart.Of("low", BillingInterval.Year));
        var quote = shop.Quote(held, Cart.Of("low", BillingInterval.Month), "2026-09-23");
        Assert.Equal(new LocalDate(2027, 1, 1), quote.SubscriptionAfter.Term!.Value.End.InUtc().Date);
        Assert.Equal((new Share(100, 365, ProrationUnit.CalendarDays), 120m), (quote.Lines[^1].Share, quote.Lines[^1].Price));
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_surplus_of_40_at_10_a_month_is_four_months(string start)
    {
        // 50.00 bought and left on the same day for a month at 10.00: 40.00 are left over. By the year at 120.00 a month costs 10.00 as well.
        var shop = Shop(Counter.Rest with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, Surplus = Surplus.ToTime(RoundingMode.Floor, TimeUnits.Months) });
        var day = LocalDate.FromDateTime(DateTime.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        var months = shop.Change(shop.Buy(start, Cart.Of("fifty", BillingInterval.Month)), Cart.Of("low", BillingInterval.Month), start);
        Assert.Equal(day.PlusMonths(5), months.Term!.Value.End.InUtc().Date);

        var years = Shop(AsBought(RoundingMode.Floor, TimeUnits.Months));
        var year = years.Change(years.Buy(start, Cart.Of("forty", BillingInterval.Month)), Cart.Of("low", BillingInterval.Year), start);
        Assert.Equal(day.PlusMonths(4), year.Term!.Value.End.InUtc().Date);

        // All of it is left where it is left at once.
        var back = years.Quote(year, Cart.Of("forty", BillingInterval.Month), start);
        Assert.Equal("EUR 40.00", back.Totals.UnusedValue.ToString());
    }

    [Fact]
    public void What_is_less_than_a_month_is_days_of_the_month_after()
    {
        // 45.00 at 120.00 a year, from 1 January: to 1 May, and half of that month, 15 of 31 days.
        var shop = Shop(AsBought(RoundingMode.Floor, TimeUnits.Months));
        var quote = shop.Quote(shop.Buy("2026-01-01", Cart.Of("45", BillingInterval.Month)), Cart.Of("low", BillingInterval.Year), "2026-01-01");
        Assert.Equal(new LocalDate(2026, 5, 16), quote.SubscriptionAfter.Term!.Value.End.InUtc().Date);
        Assert.Equal((new Share(4, 12, ProrationUnit.MonthsNotStarted), new Share(15, 31 * 12, ProrationUnit.CalendarDays)), (quote.Lines[^2].Share, quote.Lines[^1].Share));
        Assert.Equal("EUR 0.16", quote.Totals.Forfeited.ToString()); // 5.00 less 15/31 of 10.00
    }

    [Fact]
    public void Months_and_a_price_by_weeks_contradict_each_other()
    {
        var policy = Counter.Policy(Counter.Rest, Counter.Rest, AsBought(RoundingMode.Floor, TimeUnits.Months));
        var weekly = new Catalog { Plans = [new Plan { Id = "w", Name = "W", Rank = 1, Prices = [Price.Of(3m, "EUR", BillingInterval.Week)] }] };
        Assert.Contains(PolicyCheck.Contradictions(policy, weekly), one => one.One == "surplus to months");
        Assert.DoesNotContain(PolicyCheck.Contradictions(policy, Sold), one => one.One == "surplus to months");
    }

    private static Treatment AsBought(RoundingMode days, TimeUnits units) => Counter.Rest with
    {
        Term = TermRule.AsBought,
        NewPrice = NewPrice.NothingUntilRenewal,
        Surplus = Surplus.AllUnusedToTime(days, units),
    };

    private static Catalog Sold { get; } = new()
    {
        Plans = [Plan("two", 1, 2m, 36m), Plan("low", 2, 10m, 120m), Plan("high", 3, 20m, 240m), Plan("forty", 4, 40m, 400m), Plan("45", 5, 45m, 450m), Plan("fifty", 6, 50m, 500m)],
    };

    private static Plan Plan(string id, int rank, decimal month, decimal year) => new()
    {
        Id = id,
        Name = id,
        Rank = rank,
        Prices = [Price.Of(month, "EUR", BillingInterval.Month), Price.Of(year, "EUR", BillingInterval.Year)],
    };

    private static Shop Shop(Treatment then) => new(Counter.Policy(then, then, then), Sold);
}
