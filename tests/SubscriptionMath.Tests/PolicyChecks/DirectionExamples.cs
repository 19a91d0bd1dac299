namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Up or down by price: of the plan or of everything held, as it stands or for the same time, and what the interval has to say.</summary>
public sealed class DirectionExamples
{
    private const int TwelfthsOfADayPerMonth = 365;
    private const int TwelfthsPerDay = 12;
    private const int DaysPerWeek = 7;

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly BillingInterval[] Intervals = [BillingInterval.Day, BillingInterval.Week, BillingInterval.Month, BillingInterval.Months(6), BillingInterval.Year];

    private static readonly DirectionPolicy LongerFirst = new()
    {
        Plans = PlanOrder.PricePerTime,
        Items = ComparedItems.Everything,
        Interval = IntervalWeight.LongerFirst,
        LongerInterval = Direction.Up,
        Tie = Direction.Up,
    };

    private static readonly DirectionPolicy PerPeriod = new()
    {
        Plans = PlanOrder.PricePerPeriod,
        Items = ComparedItems.Plan,
        Interval = IntervalWeight.AmongEquals,
        LongerInterval = Direction.Down,
        Tie = Direction.Lateral,
    };

    [Fact]
    public void By_the_price_for_the_same_time_a_dearer_year_may_be_down()
    {
        var policy = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral);

        Assert.Equal(Direction.Down, Way(policy, Monthly(20m), Yearly(200m)));
        Assert.Equal(Direction.Up, Way(policy, Yearly(200m), Monthly(20m)));
        Assert.Equal(Direction.Lateral, Way(policy, Monthly(20m), Yearly(240m)));
        Assert.Equal(Direction.Up, Way(DirectionPolicy.ByPricePerTime(tie: Direction.Up), Yearly(240m), Monthly(20m)));
    }

    [Fact]
    public void By_the_price_as_it_stands_the_interval_decides_among_equals_alone()
    {
        Assert.Equal(Direction.Up, Way(PerPeriod, Monthly(20m), Yearly(200m)));
        Assert.Equal(Direction.Down, Way(PerPeriod, Monthly(20m), Yearly(20m)));
        Assert.Equal(Direction.Up, Way(PerPeriod, Yearly(20m), Monthly(20m)));
        Assert.Equal(Direction.Lateral, Way(PerPeriod, Monthly(20m), Monthly(20m)));
    }

    [Fact]
    public void Where_a_longer_interval_comes_first_a_shorter_one_goes_by_its_price()
    {
        Assert.Equal(Direction.Up, Way(LongerFirst, Monthly(20m), Yearly(120m)));
        Assert.Equal(Direction.Down, Way(LongerFirst, Yearly(500m), Monthly(20m)));
        Assert.Equal(Direction.Up, Way(LongerFirst, Yearly(120m), Monthly(20m)));
    }

    /// <summary>EUR 50.00 with an add-on of 10.00 to 55.00 without it: up by the plan, down by everything.</summary>
    [Fact]
    public void Add_ons_count_where_everything_is_compared()
    {
        var (plan, everything) = (DirectionPolicy.ByPricePerTime(Direction.Lateral), DirectionPolicy.ByPricePerTime(Direction.Lateral, ComparedItems.Everything));

        Assert.Equal(Direction.Up, Way(plan, Monthly(50m), Monthly(55m), addOnBefore: 10m));
        Assert.Equal(Direction.Down, Way(everything, Monthly(50m), Monthly(55m), addOnBefore: 10m));
        Assert.Equal(Direction.Lateral, Way(everything, Monthly(50m), Monthly(45m), addOnBefore: 10m, addOnAfter: 15m));
    }

    [Fact]
    public void Seats_count_with_their_plan() =>
        Assert.Equal(Direction.Down, Way(DirectionPolicy.ByPricePerTime(Direction.Lateral), Monthly(20m), Monthly(50m), seatsBefore: 3));

    [Fact]
    public void A_pending_change_goes_the_way_that_it_was_asked_for()
    {
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Treatment.AtPeriodEnd).WithDirection(DirectionPolicy.ByPricePerTime(Direction.Lateral));
        var life = new RecordedLife(Catalog.Of(Plan("a", Monthly(20m)), Plan("b", Yearly(200m))), policy, DateTimeZone.Utc, "EUR");
        life.Make(Start, Cart.Of("a", BillingInterval.Month));

        Assert.Equal(Direction.Down, life.Make(Start, Cart.Of("b", BillingInterval.Year)).Direction);
        life.Advance(life.Subscription.Pending!.EffectiveAt);
        Assert.Equal(Direction.Down, life.Accepted[^1].Quote.Direction);
    }

    /// <summary>The dumber computation: both are paid for as long as all of their intervals fit into, and the sums are compared.</summary>
    [Fact]
    public void The_dearer_one_costs_more_in_the_long_run()
    {
        decimal[] prices = [0m, 0.66m, 4.62m, 20m, 20.01m, 240m, 243.33m];
        foreach (var before in Intervals.SelectMany(interval => prices.Select(price => Price.Of(price, "EUR", interval))))
        {
            foreach (var after in Intervals.SelectMany(interval => prices.Select(price => Price.Of(price, "EUR", interval))))
            {
                var expected = InTheLongRun(after).CompareTo(InTheLongRun(before)) switch { > 0 => Direction.Up, < 0 => Direction.Down, _ => Direction.Lateral };
                Assert.Equal(expected, Way(DirectionPolicy.ByPricePerTime(Direction.Lateral), before, after));
            }
        }
    }

    private static decimal InTheLongRun(Price price)
    {
        var length = price.Interval.TotalMonths > 0 ? price.Interval.TotalMonths * TwelfthsOfADayPerMonth : price.Interval.TotalDays * TwelfthsPerDay;
        var longRun = TwelfthsOfADayPerMonth * TwelfthsPerDay * DaysPerWeek;
        Assert.Equal(0, longRun % length);
        return Money.Round(price.For(1), price.Currency, RoundingMode.HalfEven).Amount * (longRun / length);
    }

    private static Direction Way(
        DirectionPolicy direction, Price before, Price after, decimal? addOnBefore = null, decimal? addOnAfter = null, int seatsBefore = 1)
    {
        var catalog = new Catalog
        {
            Plans = [Plan("a", before), Plan("b", after)],
            AddOns = [Extra("old", addOnBefore ?? 0m), Extra("new", addOnAfter ?? 0m)],
        };
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Anew).WithDirection(direction), DateTimeZone.Utc, "EUR");
        life.Make(Start, Cart.Of("a", before.Interval) with { Quantity = seatsBefore, AddOns = Entry("old", addOnBefore) });
        return life.Make(Start, Cart.Of("b", after.Interval) with { AddOns = Entry("new", addOnAfter) }).Direction;
    }

    private static Sequence<CartAddOn> Entry(string id, decimal? price) => price is null ? default : [new CartAddOn { Id = id, Interval = BillingInterval.Month }];

    private static Plan Plan(string id, Price price) => new() { Id = id, Name = id, Rank = 0, Prices = [price], AddOns = ["old", "new"] };

    private static AddOn Extra(string id, decimal price) => new() { Id = id, Name = id, Prices = [Monthly(price)] };

    private static Price Monthly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Month);

    private static Price Yearly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Year);
}
