using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Rules by time: since the purchase, the start of the term or the last renewal, in the first term, by the interval held.</summary>
public sealed class TimedRuleExamples
{
    private static readonly Case Leaves = new() { Changes = ChangeKinds.End };

    /// <summary>All that was paid for the term comes back, at once.</summary>
    private static readonly Treatment MoneyBack = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfTheWholeTerm, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Refunded(RefundRest.ToBalance));

    private static Shop BackWithin(Case window) => Club.With(policy => policy with { Rules = [Rule.For(window with { Changes = ChangeKinds.End }, MoneyBack), .. policy.Rules] });

    private static Quote Left(Shop shop, Subscription held, string at) =>
        Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(at)).OrThrow();

    /// <summary>
    /// Fourteen days from 1 March, 09:00: the last second of them gives EUR 30.00 back, and at 09:00 the cancellation waits for the end of the month. In Berlin from
    /// 20 March, 09:00 (08:00Z): 3 April, 09:00, is 07:00Z, since summer time has begun.
    /// </summary>
    [Theory]
    [InlineData("UTC", "2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z", true)]
    [InlineData("UTC", "2026-03-01T09:00:00Z", "2026-03-15T08:59:59Z", true)]
    [InlineData("UTC", "2026-03-01T09:00:00Z", "2026-03-15T09:00:00Z", false)]
    [InlineData("Europe/Berlin", "2026-03-20T08:00:00Z", "2026-04-03T06:59:59Z", true)]
    [InlineData("Europe/Berlin", "2026-03-20T08:00:00Z", "2026-04-03T07:00:00Z", false)]
    public void Money_back_within_fourteen_days_of_the_purchase(string zone, string bought, string left, bool back)
    {
        var shop = BackWithin(new Case { WithinOfPurchase = BillingInterval.Days(14) }) with { Zone = DateTimeZoneProviders.Tzdb[zone] };
        var quote = Left(shop, shop.Buy(bought, Monthly("basic")), left);
        Assert.Equal(back ? 30m : 0m, quote.Totals.Refunded.Amount);
        Assert.Equal(back ? Status.Expired : Status.NonRenewing, quote.SubscriptionAfter.Status);
    }

    /// <summary>Seven days of the purchase and of each renewal are seven days of the term; those of a renewal alone leave out the first term.</summary>
    [Fact]
    public void A_window_is_counted_from_the_purchase_the_term_or_the_renewal()
    {
        var week = BillingInterval.Days(7);
        foreach (var (window, told) in new[]
        {
            (new Case { WithinOfPurchase = week }, "2026-03-07"),
            (new Case { WithinOfTermStart = week }, "2026-03-07, 2026-04-01, 2026-04-07"),
            (new Case { WithinOfRenewal = week }, "2026-04-01, 2026-04-07"),
            (new Case { WithinOfTermStart = week, InFirstTerm = true }, "2026-03-07"),
            (new Case { WithinOfTermStart = week, InFirstTerm = false }, "2026-04-01, 2026-04-07"),
            (new Case { InFirstTerm = true }, "2026-03-07, 2026-03-08, 2026-03-31"),
        })
        {
            var shop = BackWithin(window);
            var held = shop.Buy("2026-03-01", Monthly("basic"));
            var days = new[] { "2026-03-07", "2026-03-08", "2026-03-31", "2026-04-01", "2026-04-07", "2026-04-08" };
            Assert.Equal(told, string.Join(", ", days.Where(day => Left(shop, shop.Advance(held, day).Subscription, day).SubscriptionAfter.Status == Status.Expired)));
        }
    }

    /// <summary>A month that ends on 28 February: the window of a month from 31 January ends there as well.</summary>
    [Fact]
    public void A_window_of_a_month_is_counted_on_the_calendar()
    {
        var shop = BackWithin(new Case { WithinOfPurchase = BillingInterval.Month });
        var held = shop.Buy("2026-01-31", Monthly("basic"));
        Assert.Equal(Status.Expired, Left(shop, held, "2026-02-27T23:59:59Z").SubscriptionAfter.Status);
        Assert.Equal(Status.NonRenewing, Left(shop, shop.Advance(held, "2026-02-28").Subscription, "2026-02-28").SubscriptionAfter.Status);
    }

    [Fact]
    public void A_subscription_remembers_its_purchase_and_its_last_renewal()
    {
        var shop = Club.Open;
        var held = shop.Buy("2026-03-01", Monthly("basic"));
        Assert.Equal((shop.At("2026-03-01"), null), (held.PurchasedAt, held.RenewedAt));
        var later = shop.Change(shop.Advance(held, "2026-05-02").Subscription, Monthly("plus"), "2026-05-07");
        Assert.Equal((shop.At("2026-03-01"), shop.At("2026-05-01")), (later.PurchasedAt, later.RenewedAt));

        // Gone, and back again: another purchase.
        var gone = shop.Advance(shop.Cancel(later, "2026-05-08"), "2026-06-01").Subscription;
        Assert.Equal((Status.Expired, null, null), (gone.Status, gone.PurchasedAt, gone.RenewedAt));
        Assert.Equal(shop.At("2026-06-02"), shop.Change(gone, Monthly("basic"), "2026-06-02").PurchasedAt);

        // A trial begins with the purchase, and the term after it is the first.
        var tried = Club.WithTrial(BillingInterval.Days(7));
        var paid = tried.Advance(tried.Buy("2026-03-01", Monthly("basic")), "2026-03-08").Subscription;
        Assert.Equal((tried.At("2026-03-01"), null), (paid.PurchasedAt, paid.RenewedAt));
        Assert.Equal(tried.At("2026-04-08"), tried.Advance(paid, "2026-04-08").Subscription.RenewedAt);
    }

    /// <summary>Held before the library knew of it: nobody can tell whether the days are over, so the rule does not match, with either answer.</summary>
    [Fact]
    public void A_rule_by_time_does_not_match_where_the_time_is_not_known()
    {
        foreach (var window in new[] { new Case { WithinOfPurchase = BillingInterval.Year }, new Case { WithinOfRenewal = BillingInterval.Year }, new Case { InFirstTerm = true }, new Case { InFirstTerm = false } })
        {
            var shop = BackWithin(window);
            var imported = shop.Buy("2026-03-01", Monthly("basic")) with { PurchasedAt = null };
            Assert.Equal(Status.NonRenewing, Left(shop, imported, "2026-03-02").SubscriptionAfter.Status);
        }
    }

    [Fact]
    public void Who_pays_by_the_year_cannot_go_down()
    {
        var shop = Club.With(policy => policy with { Rules = [Rule.Refuse(RefusalCode.DowngradeNotOffered, new Case { Direction = Direction.Down, IntervalHeld = BillingInterval.Year, Changes = ChangeKinds.Plan }), .. policy.Rules] });
        var yearly = Cart.Of("plus", BillingInterval.Year);
        var refused = Assert.IsType<Refused>(shop.Ask(shop.Buy("2026-03-01", yearly), yearly with { PlanId = "basic" }, "2026-03-02"));
        Assert.Equal(RefusalCode.DowngradeNotOffered, refused.Code);
        Assert.NotNull(shop.Change(shop.Buy("2026-03-01", Monthly("plus")), Monthly("basic"), "2026-03-02").Pending);

        // By the interval wanted: from months to years at once, whatever else changes.
        var toYears = Club.With(policy => policy with { Rules = [Rule.Refuse(RefusalCode.IntervalNotOffered, new Case { IntervalWanted = BillingInterval.Year, IntervalHeld = BillingInterval.Month }), .. policy.Rules] });
        Assert.Equal(RefusalCode.IntervalNotOffered, Assert.IsType<Refused>(toYears.Ask(toYears.Buy("2026-03-01", Monthly("plus")), yearly, "2026-03-02")).Code);
        Assert.Equal(Status.Active, toYears.Buy("2026-03-01", yearly).Status);
    }

    /// <summary>The least stay: within three months of the purchase a cancellation is refused, and no longer when they are over.</summary>
    [Fact]
    public void A_least_stay_without_a_contract()
    {
        var shop = Club.With(policy => policy with { Rules = [Rule.Refuse(RefusalCode.InContract, Leaves with { WithinOfPurchase = BillingInterval.Months(3) }), .. policy.Rules] });
        var held = shop.Buy("2026-03-01", Monthly("basic"));
        Answer On(string day) => Billing.Price(shop.Advance(held, day).Subscription, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(day));
        Assert.Equal(RefusalCode.InContract, Assert.IsType<Refused>(On("2026-05-31")).Code);
        Assert.IsType<Quote>(On("2026-06-01"));
    }

    [Fact]
    public void A_renewal_before_the_purchase_is_named()
    {
        var held = Club.Open.Buy("2026-03-01", Monthly("basic"));
        var found = Assert.Single(SubscriptionCheck.Inconsistencies(held with { RenewedAt = Club.Open.At("2026-02-28") }));
        Assert.Equal("renewedAt", found.Path);
        Assert.Empty(SubscriptionCheck.Inconsistencies(held with { PurchasedAt = null, RenewedAt = Club.Open.At("2026-02-28") }));
    }
}
