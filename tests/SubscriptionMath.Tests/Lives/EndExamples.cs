namespace SubscriptionMath.Tests.Lives;

/// <summary>
/// The end of a product gives the same whichever way it comes. Basic at EUR 10.00 a month offers the add-on X, Plus at EUR 20.00 does not; X is EUR 365.00 a year,
/// so that a day is EUR 1.00, or EUR 40.00 a month. From 1 January to 1 July 2026 181 of 365 days are used and 184 are left.
/// </summary>
public sealed class EndExamples
{
    private static readonly UnusedValue LessTheDiscount = UnusedValue.OfAllLots with { Withheld = WithheldValue.DiscountOver(BillingInterval.Month) };

    [Fact]
    public void What_was_used_in_arrears_is_charged_once_where_the_add_on_ends_with_its_plan()
    {
        // June of X, 10.00, and July of Plus, 20.00.
        var shop = Shop(Treatment.AtPeriodEnd, Treatment.AtPeriodEnd, LessTheDiscount, Counter.Monthly(10m) with { BillingTiming = BillingTiming.InArrears });
        var held = shop.Advance(Held(shop, BillingInterval.Month), "2026-06-15").Subscription;
        var changed = Next(shop, shop.Change(held, Counter.Cart("plus"), "2026-06-15"));
        Assert.Equal("Service -10.00 -20.00; Payment +30.00", Written.Entries(changed));
        Assert.Equal(["x"], changed.EndedAddOns);
    }

    [Fact]
    public void What_was_used_in_arrears_of_a_longer_term_is_charged_up_to_the_end_of_the_plan()
    {
        // A year of X in arrears: 181 days are used, whether the plan is replaced or ends.
        var year = Price.Of(365m, "EUR", BillingInterval.Year) with { BillingTiming = BillingTiming.InArrears };
        var shop = Shop(Treatment.AtPeriodEnd, Treatment.AtPeriodEnd, UnusedValue.OfAllLots, year);
        var held = shop.Advance(Held(shop, BillingInterval.Year), "2026-06-15").Subscription;
        Assert.Equal("Service -181.00 -20.00; Payment +201.00", Written.Entries(Next(shop, shop.Change(held, Counter.Cart("plus"), "2026-06-15"))));
        Assert.Equal("Service -181.00; Payment +181.00", Written.Entries(Next(shop, shop.Cancel(held, "2026-06-15"))));
    }

    [Fact]
    public void What_is_kept_of_an_add_on_is_kept_at_the_boundary_with_its_plan_as_well()
    {
        // Twelve months at 40.00 are 480.00, so the year has a discount of 115.00: 181 of 365 days of it are 57.03.
        var shop = Shop(Treatment.AtPeriodEnd, Treatment.AtPeriodEnd, LessTheDiscount);
        var held = shop.Advance(Held(shop, BillingInterval.Year), "2026-06-15").Subscription;
        Assert.Equal(
            "Service +184.00 -20.00; Forfeited -57.03; Balance -106.97",
            Written.Entries(Next(shop, shop.Change(held, Counter.Cart("plus"), "2026-06-15"))).Replace("Service +184.00; Forfeited -57.03; Service -20.00", "Service +184.00 -20.00; Forfeited -57.03", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RequestedTiming.AtPeriodEnd, "2026-06-15")]
    [InlineData(RequestedTiming.Now, "2026-07-01")]
    public void A_cancellation_values_what_runs_beyond_it_now_and_by_expiry(RequestedTiming when, string day)
    {
        var end = Plain.Difference with { Timing = Timing.CustomerChooses, Unused = LessTheDiscount };
        var shop = Shop(end, Treatment.AtPeriodEnd, LessTheDiscount);
        var held = shop.Advance(Held(shop, BillingInterval.Year), "2026-06-15").Subscription;
        var ended = when == RequestedTiming.Now
            ? Billing.Price(held, Change.Cancel(when), shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow()
            : Next(shop, shop.Cancel(held, day, when));
        Assert.Equal("Service +184.00; Forfeited -57.03; Balance -126.97", Written.Entries(ended));
        Assert.Null(ended.SubscriptionAfter.Plan);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_its_own_end_nothing_is_given_back_of_a_whole_term(bool setUp)
    {
        // Nothing of the month that has run out; the month of X ends with it.
        var whole = setUp ? UnusedValue.OfTheWholeTermAndSetUp : UnusedValue.OfTheWholeTerm;
        var shop = Shop(Plain.Difference with { Unused = whole }, Treatment.AtPeriodEnd, whole, Counter.Monthly(40m) with { SetUp = 5m });
        var held = Held(shop, BillingInterval.Month);
        Assert.Equal("", Written.Entries(Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-02-01")).OrThrow()));
        Assert.Equal(0m, Billing.UnusedValue(held, whole, Measure.Days, RoundingMode.HalfAwayFromZero, shop.At("2026-02-01")).Amount);
        var changed = Next(shop, shop.Change(held, Counter.Cart("plus"), "2026-01-15"));
        Assert.Equal("Service -20.00; Payment +20.00", Written.Entries(changed));
    }

    [Fact]
    public void The_rest_of_a_contract_is_owed_once_where_the_cancellation_names_a_date()
    {
        // A year at 10.00 a month, ended on 15 August: August is billed, September to December are owed, 40.00.
        var plan = Shops.Plan("basic", 1, Counter.Monthly(10m) with { Contract = new Contract(BillingInterval.Year, AfterContract.Ends) });
        var end = Plain.Nothing with { Timing = Timing.OnDate, EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) };
        var shop = new Shop(Plain.Policy(Plain.FirstPurchase, end, Plain.Difference), Catalog.Of(plan));
        var held = shop.Advance(shop.Buy("2026-01-01", Counter.Cart("basic")), "2026-06-15").Subscription;
        var asked = Billing.Price(held, Change.Cancel() with { Date = shop.At("2026-08-15") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-06-15")).OrThrow();
        Assert.Equal("Service -40.00; Payment +40.00", Written.Entries(asked));
        Assert.Equal(
            ["2026-07-01: Renewal, Service -10.00; Payment +10.00", "2026-08-01: Renewal, Service -10.00; Payment +10.00", "2026-08-15: Expiry, Service +5.48; Forfeited -5.48"],
            shop.Advance(asked.SubscriptionAfter, "2027-02-01").Told());
    }

    [Fact]
    public void What_was_bought_ahead_is_given_back_where_a_date_at_the_boundary_ends_it()
    {
        // February is paid ahead on 25 January; the date is 1 February.
        var end = Plain.Difference with { Timing = Timing.OnDate };
        var shop = Shop(end, end, UnusedValue.OfAllLots);
        var held = shop.Buy("2026-01-01", Counter.Cart("basic"));
        held = shop.Accept(held, Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-01-25")).OrThrow());
        var asked = Billing.Price(held, Change.Cancel() with { Date = shop.At("2026-02-01") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-01-26")).OrThrow();
        Assert.Equal("Service +10.00; Balance -10.00", Written.Entries(Next(shop, asked.SubscriptionAfter)));
        var other = Billing.Price(held, Change.To(Counter.Cart("plus")) with { Date = shop.At("2026-02-01") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-01-26")).OrThrow();
        Assert.Equal("Service +10.00 -20.00; Payment +10.00", Written.Entries(Next(shop, other.SubscriptionAfter)));
    }

    private static Subscription Held(Shop shop, BillingInterval interval) =>
        shop.Buy("2026-01-01", Counter.Cart("basic") with { AddOns = [new CartAddOn { Id = "x", Interval = interval }] });

    private static Quote Next(Shop shop, Subscription subscription) => Lifecycle.PriceNext(subscription, shop.Facts, shop.Catalog, shop.Policy)!;

    private static Shop Shop(Treatment end, Treatment change, UnusedValue ended, params Price[] prices) => new(
        Plain.Policy(Plain.FirstPurchase, end, change) with { AddOns = new(AddOnFate.KeptWhereOffered, ended) },
        new Catalog
        {
            Plans = [Shops.Plan("basic", 1, Counter.Monthly(10m)) with { AddOns = ["x"] }, Shops.Plan("plus", 2, Counter.Monthly(20m))],
            AddOns = [Shops.AddOn("x", prices.Length > 0 ? prices : [Price.Of(365m, "EUR", BillingInterval.Year), Counter.Monthly(40m)])],
        });
}
