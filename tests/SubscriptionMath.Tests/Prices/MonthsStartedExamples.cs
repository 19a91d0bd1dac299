namespace SubscriptionMath.Tests.Prices;

/// <summary>Whole months count the same for what leaves and for what enters: a month that was started is used by the one and not charged to the other.</summary>
public sealed class MonthsStartedExamples
{
    private static readonly Measure NotEnded = Measure.MonthsNotStarted with { Unit = ProrationUnit.MonthsNotEnded };

    [Theory]
    [InlineData("2026-01-15", "2026-07-15")] // a year from 15 January, or from 15 February, left on any day
    [InlineData("2026-02-15", "2026-07-15")]
    [InlineData("2026-02-15", "2026-07-14")]
    [InlineData("2026-01-01", "2026-07-15")]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("2026-01-01", "2026-12-31")]
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2026-01-31", "2026-03-01")]
    [InlineData("2024-02-29", "2024-07-15")]
    public void The_same_price_swapped_within_a_year_costs_nothing(string start, string day)
    {
        foreach (var measure in new[] { Measure.MonthsNotStarted, NotEnded })
        {
            var shop = Yearly(measure, 360m, 360m);
            Assert.Equal(0m, Net(shop.Quote(shop.Buy(start, Year("p1")), Year("p2"), day)));
        }
    }

    [Theory]
    [InlineData("2026-02-15", 100)] // March to December are ten months of twelve
    [InlineData("2026-03-01", 100)] // March is not started on the 1st
    [InlineData("2026-07-15", 50)]
    [InlineData("2026-12-02", 0)]
    public void Units_of_120_that_are_added_cost_the_months_that_are_left(string day, int amount)
    {
        var shop = Yearly(Measure.MonthsNotStarted, 120m);
        var held = shop.Buy("2026-01-01", Year("p1"));
        var quote = shop.Quote(held, Year("p1") with { Quantity = 2 }, day);
        Assert.Equal(amount, Net(quote));

        // And give back as much when they leave at once.
        Assert.Equal(-amount, Net(shop.Quote(shop.Accept(held, quote), Year("p1"), day)));
    }

    [Theory]
    [InlineData("2026-02-15", 100)]
    [InlineData("2026-07-15", 50)]
    public void An_upgrade_costs_the_difference_for_the_months_that_are_left(string day, int amount)
    {
        var shop = Yearly(Measure.MonthsNotStarted, 480m, 600m);
        Assert.Equal(amount, Net(shop.Quote(shop.Buy("2026-01-01", Year("p1")), Year("p2"), day)));
    }

    [Fact]
    public void A_second_swap_values_what_the_first_one_sold()
    {
        var shop = Yearly(Measure.MonthsNotStarted, 360m, 360m);
        var held = shop.Buy("2026-01-01", Year("p1"));
        var swapped = shop.Change(held, Year("p2"), "2026-07-15");
        Assert.Equal(0m, Net(shop.Quote(swapped, Year("p1"), "2026-07-15")));
        Assert.Equal(0m, Net(shop.Quote(swapped, Year("p1"), "2026-07-20")));
        Assert.Equal(0m, Net(shop.Quote(swapped, Year("p1"), "2026-08-01")));
    }

    [Fact]
    public void A_stub_that_begins_with_a_purchase_costs_the_month_that_it_starts_and_one_that_begins_with_a_change_does_not()
    {
        var aligned = Counter.Rest with { Term = TermRule.AlignedTo(Anchor.OnDay(1)) };
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(30m));
        shop = shop with { Policy = Starting(shop.Policy, aligned with { Trial = TrialFate.Kept }).WithMeasure(Measure.MonthsNotStarted) };
        Assert.Equal(30m, Net(shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-03-10")));
        var held = shop.Buy("2026-03-10", Counter.Cart("p1"));
        Assert.Equal(0m, Net(shop.Quote(held, Counter.Cart("p2"), "2026-03-10")));
        Assert.Equal(0m, Net(shop.Quote(held, Counter.Cart("p2"), "2026-03-20")));
    }

    [Fact]
    public void The_month_in_which_a_stub_begins_is_used_at_once_and_costs_nothing_to_enter_again()
    {
        // Bought on 31 January to the year's end: 12 of 12 months, 120.00 a seat, as January was started. At the same instant 11 are left of each: 110.00 for a seat that
        // leaves, and 110.00 for one that comes. Were it 120.00 back, whoever drops a seat and takes it again would have it for 110.00.
        var aligned = Counter.Rest with { Trial = TrialFate.Kept, Term = TermRule.AlignedTo(Anchor.On(new LocalDate(2026, 1, 1))) };
        var shop = Yearly(Measure.MonthsNotStarted, 120m);
        shop = shop with { Policy = Starting(shop.Policy, aligned) };
        var two = Year("p1") with { Quantity = 2 };
        var bought = shop.Quote(shop.NotStarted(), two, "2026-01-31");
        Assert.Equal((240m, shop.Term("2026-01-31", "2027-01-01")), (Net(bought), bought.TermAfter));
        var one = shop.Quote(shop.Accept(shop.NotStarted(), bought), Year("p1"), "2026-01-31");
        Assert.Equal(-110m, Net(one));
        Assert.Equal(110m, Net(shop.Quote(one.SubscriptionAfter, two, "2026-01-31")));
    }

    internal static BillingPolicy Starting(BillingPolicy policy, Treatment start) =>
        policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, start), .. policy.Rules.Skip(1)] };

    private static Shop Yearly(Measure measure, params decimal[] prices)
    {
        var shop = Counter.Of([.. prices.Select(price => Price.Of(price, "EUR", BillingInterval.Year))]);
        return shop with { Policy = shop.Policy.WithMeasure(measure) };
    }

    private static Cart Year(string plan) => Cart.Of(plan, BillingInterval.Year);

    /// <summary>The payment less the new credit.</summary>
    private static decimal Net(Quote quote) => -quote.Entries.Where(entry => entry.Account == Account.Service).Sum(entry => entry.Amount.Amount);
}
