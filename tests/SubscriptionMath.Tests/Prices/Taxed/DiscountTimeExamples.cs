using NodaTime.Text;

namespace SubscriptionMath.Tests.Prices.Taxed;

/// <summary>For how long a discount lasts: for charges, for a time, until a date; whatever becomes of trials and terms meanwhile.</summary>
public sealed class DiscountTimeExamples
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly Treatment Anew = Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full };

    private static readonly Discount Thrice = Discount.OfPercent("half", 50m) with { Periods = 3 };

    private static readonly Discount Quarter = Discount.OfPercent("fifth", 20m) with { Lasts = BillingInterval.Months(3) };

    [Fact]
    public void Three_periods_are_three_charges_where_the_trial_ran_its_length() =>
        Assert.Equal("50 50 50 100", Charges(Tried(Thrice), "2026-10-15", 4));

    [Theory]
    [InlineData("restarted", "100 100 100 200")] // at once, 10 July, 10 August; the fourth is whole
    [InlineData("kept", "50 100 100 200")] // 5 of the 10 days tried for 100.00, less half; then two whole terms less half
    public void Three_periods_are_three_charges_where_an_upgrade_ends_the_trial(string term, string charges)
    {
        var (shop, held) = Tried(Thrice, term == "restarted" ? Anew : Now);
        var up = shop.Quote(held, held.Cart() with { PlanId = "b" }, "2026-06-10");
        var all = new List<decimal> { up.Totals.DueNow.Amount };
        all.AddRange(Paid(shop, shop.Accept(held, up), "2026-09-30"));
        Assert.Equal(3, all.Count(due => due > 0m && due < 200m));
        Assert.All(all.Skip(3), due => Assert.Equal(200m, due));
        if (term == "restarted")
            Assert.Equal(charges, Text(all.Take(4)));
    }

    [Fact]
    public void A_restart_is_a_charge_of_its_own()
    {
        var shop = Of(Anew);
        var held = shop.Buy("2026-06-01", Cart("a", Thrice));
        var again = shop.Quote(held, held.Cart() with { PlanId = "b" }, "2026-06-16");
        Assert.Equal("100 100 200", Text([-again.Lines[^1].Amount.Amount, .. Paid(shop, shop.Accept(held, again), "2026-08-20")]));
        Assert.Equal(2, again.SubscriptionAfter.Discounts[0].Periods);
    }

    [Fact]
    public void In_arrears_three_periods_are_three_charges_as_well()
    {
        var shop = Of(Now) with
        {
            Catalog = Catalog.Of(Shops.Plan("a", 1, Price.Of(100m, "EUR", BillingInterval.Month) with { BillingTiming = BillingTiming.InArrears })),
        };
        Assert.Equal("50 50 50 100", Text(Paid(shop, shop.Buy("2026-06-01", Cart("a", Thrice)), "2026-10-02").Take(4)));
    }

    [Fact]
    public void Three_months_are_what_is_sold_within_them() =>
        Assert.Equal("80 80 100 100", Charges((Of(Now), Of(Now).Buy("2026-06-01", Cart("a", Quarter))), "2026-10-15", 4));

    [Fact]
    public void Three_months_begin_with_the_first_day_that_is_paid_for() =>
        Assert.Equal("80 80 80 100", Charges(Tried(Quarter), "2026-10-15", 4));

    [Fact]
    public void No_year_is_discounted_but_the_one_sold_within_three_months()
    {
        var shop = Of(Anew);
        var held = shop.Buy("2026-06-01", Cart("a", Quarter));
        var year = shop.Quote(held, held.Cart() with { Interval = BillingInterval.Year }, "2026-06-10");
        Assert.Equal(Money.Of(-800m, "EUR"), year.Lines[^1].Amount);
        Assert.Equal(shop.At("2026-09-01"), year.SubscriptionAfter.Discounts[0].Until);
        Assert.Equal("1000 1000", Text(Paid(shop, shop.Accept(held, year), "2028-07-01")));
    }

    [Fact]
    public void What_is_asked_for_again_goes_on_as_it_was()
    {
        var shop = Of(Anew);
        var bought = shop.Advance(shop.Buy("2026-06-01", Cart("a", Quarter)), "2026-07-20").Subscription;
        var held = shop.Change(bought, Cart("b", Quarter), "2026-07-20");
        Assert.Equal(shop.At("2026-09-01"), held.Discounts[0].Until);
        Assert.Equal("160 200", Text(Paid(shop, held, "2026-09-25"))); // 20 August, 20 September
    }

    [Fact]
    public void Until_a_date_the_term_that_begins_on_it_is_whole()
    {
        var until = Discount.OfPercent("fifth", 20m) with { Until = Of(Now).At("2026-08-01") };
        var life = Of(Now).Advance(Of(Now).Buy("2026-06-01", Cart("a", until)), "2026-08-02");
        Assert.Equal("80 100", Text(life.Steps.Select(step => ((Quote)step.Answer).Totals.DueNow.Amount)));
        Assert.Empty(life.Subscription.Discounts);
    }

    [Law]
    public void A_discount_of_n_periods_is_on_n_charges_and_one_for_a_time_on_what_is_sold_within_it(PositiveInt length, PositiveInt day, bool tries, bool restarts, bool byTime)
    {
        // A year and a half by the month, with one change of the plan on any day of the first half; 600.00 is more than any price that is discounted.
        var (n, on) = ((length.Get % 6) + 1, day.Get % 180);
        var discount = Discount.OfPercent("half", 50m) with { Periods = byTime ? null : n, Lasts = byTime ? BillingInterval.Months(n) : null };
        var shop = Of(restarts ? Anew : Now);
        shop = tries ? shop with { Catalog = new() { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(BillingInterval.Days(14)) })] } } : shop;
        var at = LocalDatePattern.Iso.Format(new LocalDate(2026, 6, 1).PlusDays(on));
        var first = shop.Quote(shop.NotStarted(), Cart("a", discount), "2026-06-01");
        var until = shop.Advance(shop.Accept(shop.NotStarted(), first), at);
        var up = shop.Quote(until.Subscription, until.Subscription.Cart() with { PlanId = "b" }, at);
        var after = shop.Advance(shop.Accept(until.Subscription, up), "2027-12-01");
        var sold = new[] { first }.Concat(until.Steps.Select(step => (Quote)step.Answer)).Append(up).Concat(after.Steps.Select(step => (Quote)step.Answer))
            .SelectMany(quote => quote.Lines.Where(line => line.Kind == LineKind.NewPrice).Select(line => (Term: line.Covers, IsOff: line.Discount is not null, IsPart: ReferenceEquals(quote, up) && !restarts)))
            .ToList();
        if (byTime)
        {
            var end = new Anchor(sold[0].Term.Start.LocalAt(shop.Zone)).Boundary(n, BillingInterval.Month).AtStart(shop.Zone);
            Assert.All(sold, line => Assert.Equal(line.Term.Start < end, line.IsOff));
            return;
        }

        // The rest of a term that was charged already is no charge of its own, but where the trial ends with it.
        var inTrial = tries && on < 14;
        Assert.Equal(n, sold.Count(line => line.IsOff && (!line.IsPart || inTrial)));
    }

    private static string Charges((Shop Shop, Subscription Held) life, string until, int count) => Text(Paid(life.Shop, life.Held, until).Take(count));

    private static IEnumerable<decimal> Paid(Shop shop, Subscription held, string until) =>
        shop.Advance(held, until).Steps.Select(step => ((Quote)step.Answer).Totals.DueNow.Amount);

    private static string Text(IEnumerable<decimal> amounts) => string.Join(' ', amounts.Select(amount => amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)));

    private static (Shop Shop, Subscription Held) Tried(Discount discount, Treatment? up = null)
    {
        var shop = Of(up ?? Anew);
        shop = shop with { Catalog = new() { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(BillingInterval.Days(14)) })] } };
        return (shop, shop.Buy("2026-06-01", Cart("a", discount)));
    }

    private static Cart Cart(string plan, Discount discount) => SubscriptionMath.Cart.Of(plan, BillingInterval.Month) with { Discounts = [discount] };

    private static Shop Of(Treatment then) => new(
        Lives.Club.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine) with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Anew), Rule.Otherwise(then)] },
        Catalog.Of(
            Shops.Plan("a", 1, Price.Of(100m, "EUR", BillingInterval.Month), Price.Of(1000m, "EUR", BillingInterval.Year)),
            Shops.Plan("b", 2, Price.Of(200m, "EUR", BillingInterval.Month), Price.Of(2000m, "EUR", BillingInterval.Year))));
}
