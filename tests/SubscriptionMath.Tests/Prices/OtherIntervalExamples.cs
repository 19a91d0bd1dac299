namespace SubscriptionMath.Tests.Prices;

/// <summary>An add-on by the month beside a plan by the year, and the other way round.</summary>
public sealed class OtherIntervalExamples
{
    [Theory]
    [InlineData(BillingTiming.InAdvance)]
    [InlineData(BillingTiming.InArrears)]
    public void At_its_full_price_an_add_on_of_another_interval_gets_a_term_of_its_own(BillingTiming charged)
    {
        // 7.5 months before the year ends one month is sold, and not the rest of the year for the price of a month.
        var shop = Shop(Counter.Full, charged);
        var held = shop.Buy("2026-01-01", Year());
        var quote = shop.Quote(held, Year("1 month"), "2026-05-15");
        Assert.Equal(charged == BillingTiming.InAdvance ? "Service -15.00; Payment +15.00" : "", Written.Entries(quote));
        var addOn = quote.SubscriptionAfter.AddOns[0];
        Assert.Equal(shop.Term("2026-05-15", "2026-06-15"), addOn.Term);
        Assert.Equal(addOn.Term, addOn.Lots[0].Covers);
        Assert.Equal("2026-06-15: AddOnTermEnd, Service -15.00; Payment +15.00", Written.Step(shop.Advance(quote.SubscriptionAfter, "2026-06-15").Steps[^1]));
    }

    [Fact]
    public void A_year_of_an_add_on_beside_a_month_is_a_year()
    {
        var shop = Shop(Counter.Full, BillingTiming.InAdvance);
        var month = Cart.Of("plan", BillingInterval.Month);
        var quote = shop.Quote(shop.Buy("2026-01-01", month), month with { AddOns = [new CartAddOn { Id = "pack", Interval = BillingInterval.Year }] }, "2026-01-15");
        Assert.Equal("Service -150.00; Payment +150.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-01-15", "2027-01-15"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    [Fact]
    public void Beside_the_purchase_of_the_plan_it_is_by_the_month()
    {
        var shop = Shop(Counter.Full, BillingTiming.InAdvance);
        var quote = shop.Quote(shop.NotStarted(), Year("1 month"), "2026-01-01");
        Assert.Equal("Service -120.00 -15.00; Payment +135.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-01-01", "2026-02-01"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    [Fact]
    public void Prorated_it_costs_every_month_of_the_rest()
    {
        // 1 June to 1 January: 214 days at 15.00 for the 31 of December.
        var shop = Shop(Counter.Rest, BillingTiming.InAdvance);
        var quote = shop.Quote(shop.Buy("2026-01-01", Year()), Year("1 month"), "2026-06-01");
        Assert.Equal("Service -103.55; Payment +103.55", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-06-01", "2027-01-01"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    /// <summary>
    /// A rule that begins the plan's term anew begins its add-ons anew as well: half of April's 15.00 comes back, and the next month of it is sold. A rule that keeps
    /// the end leaves an add-on with its month. Of the small plan 350 of 365 days of 120.00 are lost.
    /// </summary>
    [Theory]
    [InlineData(true, "Service +115.07 +7.50 -350.00 -15.00; Forfeited -115.07; Payment +357.50", "2026-04-16", "2026-05-16")]
    [InlineData(false, "Service +115.07 -350.00; Forfeited -115.07; Payment +350.00", "2026-04-01", "2026-05-01")]
    public void In_a_cart_that_begins_the_plan_anew_it_is_bought_anew_for_a_month(bool anew, string entries, string start, string end)
    {
        var then = Counter.Full with { Term = anew ? TermRule.Restarted : TermRule.EndKept, Unused = UnusedValue.None };
        var shop = Shop(then, BillingTiming.InAdvance);
        var quote = shop.Quote(shop.Buy("2026-04-01", Year("1 month")), Year("1 month") with { PlanId = "large" }, "2026-04-16");
        Assert.Equal(entries, Written.Entries(quote));
        Assert.Equal(shop.Term(start, end), quote.SubscriptionAfter.AddOns[0].Term);
    }

    /// <summary>
    /// In a trial of 30 days, on its 11th: at the full price a month of its own for 15.00. Prorated 20 of 31 days to the trial's end, and there a month beside the plan's
    /// year: 350.00 and 15.00.
    /// </summary>
    [Theory]
    [InlineData(true, "Service -15.00; Payment +15.00", "2026-01-31: TrialEnd, Service -350.00; Payment +350.00", "2026-02-11: AddOnTermEnd, Service -15.00; Payment +15.00")]
    [InlineData(false, "Service -9.68; Payment +9.68", "2026-01-31: TrialEnd, Service -350.00 -15.00; Payment +365.00", "2026-02-28: AddOnTermEnd, Service -15.00; Payment +15.00")]
    public void A_month_of_it_that_is_bought_in_the_trial_of_a_year_is_followed_by_a_month(bool full, string entries, string trialEnd, string next)
    {
        var shop = Shop(full ? Counter.Full : Counter.Rest, BillingTiming.InAdvance);
        var year = Year() with { PlanId = "tried" };
        var quote = shop.Quote(shop.Buy("2026-01-01", year), Year("1 month") with { PlanId = "tried" }, "2026-01-11");
        Assert.Equal(entries, Written.Entries(quote));
        Assert.Equal([trialEnd, next], shop.Advance(quote.SubscriptionAfter, "2026-03-01").Told());
    }

    /// <summary>
    /// The other way round, a year at 146.00 beside a month at 30.00: at the full price a year of its own, so that the trial's end costs 30.00. Prorated 20 of 365 days to
    /// the trial's end, 8.00, and there the year: 30.00 and 146.00.
    /// </summary>
    [Theory]
    [InlineData(true, "Service -146.00; Payment +146.00", "2026-01-31: TrialEnd, Service -30.00; Payment +30.00")]
    [InlineData(false, "Service -8.00; Payment +8.00", "2026-01-31: TrialEnd, Service -30.00 -146.00; Payment +176.00")]
    public void A_year_of_it_that_is_bought_in_the_trial_of_a_month_begins_once(bool full, string entries, string trialEnd)
    {
        var shop = Shop(full ? Counter.Full : Counter.Rest, BillingTiming.InAdvance);
        var month = Cart.Of("tried", BillingInterval.Month);
        var quote = shop.Quote(shop.Buy("2026-01-01", month), month with { AddOns = [new CartAddOn { Id = "long", Interval = BillingInterval.Year }] }, "2026-01-11");
        Assert.Equal(entries, Written.Entries(quote));
        Assert.Equal([trialEnd, "2026-02-28: Renewal, Service -30.00; Payment +30.00"], shop.Advance(quote.SubscriptionAfter, "2026-03-01").Told());
    }

    private static Cart Year(string? addOn = null) => Cart.Of("plan", BillingInterval.Year) with
    {
        AddOns = addOn is null ? [] : [new CartAddOn { Id = "pack", Interval = BillingInterval.Parse(addOn) }],
    };

    private static Shop Shop(Treatment then, BillingTiming charged) => new(
        Counter.Policy(then, then, then),
        new Catalog
        {
            Plans = [Plan("plan", 1, 120m, 12m), Plan("large", 2, 350m, 30m), Plan("tried", 2, 350m, 30m) with { Trial = new TrialOffer(BillingInterval.Days(30)) }],
            AddOns = [new AddOn
            {
                Id = "pack", Name = "Pack",
                Prices = [Price.Of(15m, "EUR", BillingInterval.Month) with { BillingTiming = charged }, Price.Of(150m, "EUR", BillingInterval.Year) with { BillingTiming = charged }],
            },
            new AddOn { Id = "long", Name = "Long", Prices = [Price.Of(146m, "EUR", BillingInterval.Year)] }],
        });

    private static Plan Plan(string id, int rank, decimal year, decimal month) => new()
    {
        Id = id,
        Name = id,
        Rank = rank,
        AddOns = ["pack", "long"],
        Prices = [Price.Of(year, "EUR", BillingInterval.Year), Price.Of(month, "EUR", BillingInterval.Month)],
    };
}
