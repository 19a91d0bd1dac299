namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>Samoa had no 30 December 2011, Kwajalein no 21 August 1993: a plan by the day has a price all the same.</summary>
public sealed class SkippedDays
{
    private static readonly bool[] Either = [false, true];

    private static readonly Treatment First = new(Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);

    public static TheoryData<string, int, int, int> Days => new()
    {
        { "Pacific/Apia", 2011, 12, 30 }, { "Pacific/Fakaofo", 2011, 12, 30 }, { "Pacific/Kwajalein", 1993, 8, 21 }, { "Pacific/Kiritimati", 1994, 12, 31 },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void An_empty_day_has_nothing_left_and_costs_nothing(string zone, int year, int month, int day)
    {
        var (tz, date) = (DateTimeZoneProviders.Tzdb[zone], new LocalDate(year, month, day));
        var skipped = Term.Of(date, date.PlusDays(1), tz);
        Assert.True(skipped.IsEmpty);
        Assert.True(Proration.Unused(Money.Of(10m, "USD"), skipped, skipped.Start, Measure.Days, RoundingMode.HalfEven, tz).IsZero);
        Assert.True(Proration.ForTheRest(Money.Of(10m, "USD"), skipped, skipped.Start, Measure.Seconds, RoundingMode.HalfEven, tz).IsZero);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_at_10_is_10_whatever_counts_and_divides(string zone, int year, int month, int day)
    {
        var (tz, date) = (DateTimeZoneProviders.Tzdb[zone], new LocalDate(year, month, day));
        foreach (var denominator in new[] { Denominator.Period, Denominator.FromTheChange, Denominator.AtTheBoundary, Denominator.NextPeriod, Denominator.FixedDays(30, BillingInterval.Month) })
        {
            foreach (var unit in new[] { ProrationUnit.CalendarDays, ProrationUnit.Seconds, ProrationUnit.Nanoseconds }.Where(unit => unit == ProrationUnit.CalendarDays || denominator is not Denominator.Fixed))
            {
                var measure = Measure.Days with { Unit = unit, Denominator = denominator };
                foreach (var first in new[] { -2, -1, 1 })
                {
                    var period = Term.Of(date.PlusDays(first), date.PlusDays(first + 1), tz);
                    var cost = Proration.ForTheRest(Money.Of(10m, "USD"), period, BillingInterval.Day, period.Start, measure, RoundingMode.HalfEven, tz);
                    Assert.Equal("USD 10.00", cost.ToString());
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_plan_by_the_day_is_changed_and_renewed_on_every_hour_around_it(string zone, int year, int month, int day)
    {
        var (tz, date) = (DateTimeZoneProviders.Tzdb[zone], new LocalDate(year, month, day));
        foreach (var then in Changes)
        {
            foreach (var start in new[] { date.PlusDays(-3).AtMidnight(), date.PlusDays(-1).AtMidnight(), date.PlusDays(-1) + new LocalTime(10, 0), date.PlusDays(1).AtMidnight() })
            {
                var (shop, at) = (Shop(then, tz), start.InZoneLeniently(tz).ToInstant());
                var held = Take(shop, shop.NotStarted(), Cart.Of("a", BillingInterval.Day), at);
                for (var hour = 0; hour < 72; hour += 7)
                {
                    var moment = at + Duration.FromHours(hour);
                    var now = Lifecycle.Advance(held, Facts.None, shop.Catalog, shop.Policy, moment).Subscription;
                    var changed = Take(shop, now, Cart.Of(now.Plan!.ProductId == "a" ? "b" : "a", hour % 2 == 0 ? BillingInterval.Day : BillingInterval.Month), moment);
                    Assert.True(changed.Plan!.Term.End >= moment);
                    held = now;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_plan_by_the_day_rests_over_it_and_goes_on(string zone, int year, int month, int day)
    {
        var (tz, date) = (DateTimeZoneProviders.Tzdb[zone], new LocalDate(year, month, day));
        foreach (var term in new[] { TermRule.TimeLeftKept, TermRule.EndKept })
        {
            var rest = First with { Term = term, NewPrice = NewPrice.NothingUntilRenewal };
            var shop = Shop(First with { Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToTime(RoundingMode.Floor) }, tz);
            shop = shop with { Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.Pause }, rest), Rule.For(new Case { Changes = ChangeKinds.Resume }, rest with { Term = TermRule.EndKept }), .. shop.Policy.Rules.Skip(1)] } };
            foreach (var (ahead, hours) in from ahead in Either from hours in Enumerable.Range(0, 12) select (ahead, hours * 7))
            {
                var at = date.PlusDays(-2).AtMidnight().InZoneLeniently(tz).ToInstant();
                var held = Take(shop, shop.NotStarted(), Cart.Of("a", BillingInterval.Day), at);
                held = ahead ? shop.Accept(held, Billing.Renew(held, Facts.None, shop.Catalog, shop.Policy, at).OrThrow()) : held;
                var paused = Take(shop, held, Cart.Of("a", BillingInterval.Day) with { Paused = true }, at + Duration.FromHours(3));
                var until = at + Duration.FromHours(3 + hours);
                var resumed = Take(shop, Lifecycle.Advance(paused, Facts.None, shop.Catalog, shop.Policy, until).Subscription, Cart.Of("a", BillingInterval.Day), until);
                resumed = Lifecycle.Advance(resumed, Facts.None, shop.Catalog, shop.Policy, until).Subscription;
                Assert.True(resumed.Plan!.Term.End > until);
                Assert.All(resumed.Plan.Lots, lot => Assert.False(lot.Covers.IsEmpty));
            }
        }
    }

    private static IEnumerable<Treatment> Changes =>
    [
        First with { Trial = TrialFate.Ended, Term = TermRule.EndKept, Unused = UnusedValue.OfAllLots, NewPrice = NewPrice.ForTheRest, Surplus = Surplus.ToBalance },
        First with { Trial = TrialFate.Ended, Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToTime(RoundingMode.Floor) },
        First with { Trial = TrialFate.Ended, Unused = UnusedValue.OfAllLots, Surplus = Surplus.AllUnusedToTime(RoundingMode.Ceiling) },
        First with { Trial = TrialFate.Ended, Term = TermRule.AlignedTo(Anchor.OnDay(31)), Unused = UnusedValue.OfAllLots, NewPrice = NewPrice.ForTheRest, Surplus = Surplus.ToBalance },
        First with { Trial = TrialFate.Ended, Term = TermRule.DaysCarried },
        First with { Trial = TrialFate.Ended, Term = TermRule.AsBought, Unused = UnusedValue.OfAllLots, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) },
    ];

    private static Subscription Take(Shop shop, Subscription before, Cart cart, Instant at) =>
        shop.Accept(before, Billing.Price(before, Change.To(cart), Facts.None, shop.Catalog, shop.Policy, at).OrThrow());

    private static Shop Shop(Treatment then, DateTimeZone zone) => new(
        Counter.Policy(then, then, then).WithRounding(Rounding.HalfAwayFromZeroByLine),
        new Catalog { Plans = [Plan("a", 3m), Plan("b", 5m)] })
    { Zone = zone };

    private static Plan Plan(string id, decimal price) => new()
    {
        Id = id,
        Name = id,
        Rank = (int)price,
        Prices = [Price.Of(price, "EUR", BillingInterval.Day), Price.Of(price, "EUR", BillingInterval.Month)],
    };
}
