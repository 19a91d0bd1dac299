using NodaTime.Text;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>
/// What concerns several subscriptions is the caller's, by calls that exist: one averaged end for licences of different ends, two subscriptions
/// that become one, and another currency. No value is lost, and none is converted.
/// </summary>
public sealed class SeveralAtOnceExamples
{
    private static readonly Treatment AtOnce = Counter.Free with { Unused = UnusedValue.OfAllLots };

    private static readonly Treatment Averaged = Counter.Rest with { Term = TermRule.MovedAsAsked, Measure = Measure.Seconds };

    /// <summary>
    /// Five licences at EUR 365.00 a year with 31 days left, and two for a year: (5 x 31 + 2 x 365) / 7 = 885 / 7 = 126.4 days from 1 December, which are
    /// 10,923,428 whole seconds. Seven for that time less five for 31 days are 729.99996, EUR 730.00: the price of two for a year.
    /// </summary>
    [Fact]
    public void Two_licences_for_a_year_beside_five_with_31_days_left()
    {
        var shop = Moving(Averaged);
        var held = shop.Buy("2026-01-01", Yearly("p1", 5));
        var end = shop.At("2026-12-01") + Duration.FromSeconds(((5 * 31) + (2 * 365)) * 86_400 / 7);

        var quote = Move(shop, held, 7, end, "2026-12-01");
        Assert.Equal(Money.Of(730m, "EUR"), quote.Totals.DueNow);
        Assert.Equal((7, end), (quote.SubscriptionAfter.Plan!.Quantity, quote.SubscriptionAfter.Plan.Term.End));
        Assert.Equal(InstantPattern.General.Parse("2027-04-06T10:17:08Z").Value, end);
        Assert.Equal(end, Lifecycle.NextEvent(quote.SubscriptionAfter, Facts.None, shop.Policy)!.At);
    }

    /// <summary>By whole days three of the 885 are cut: seven for 126 days less five for 31, 882 - 155 = 727 days at EUR 1.00.</summary>
    [Fact]
    public void By_whole_days_the_cut_days_are_not_billed()
    {
        var shop = Moving(Averaged with { Measure = Measure.Days });
        var quote = Move(shop, shop.Buy("2026-01-01", Yearly("p1", 5)), 7, shop.At("2027-04-06"), "2026-12-01");
        Assert.Equal(Money.Of(727m, "EUR"), quote.Totals.DueNow);
    }

    /// <summary>
    /// Two seats to 1 May, and three to 11 May elsewhere, at EUR 30.00 a month. On 16 April the three end: 25 of 30 days of 90.00 are 75.00 of credit. Here
    /// they cost 15 of 30 days, 45.00, and the other 30.00 pay for a part of May.
    /// </summary>
    [Fact]
    public void Two_subscriptions_become_one_through_the_account_s_credit()
    {
        var shop = Ending(AtOnce, Counter.Monthly(30m));
        var (stays, other) = (shop.Buy("2026-04-01", Monthly("p1", 2)), shop.Buy("2026-04-11", Monthly("p1", 3)));
        var ended = Billing.Price(other, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
        Assert.Equal("Service +75.00; Balance -75.00", Written.Entries(ended));

        shop = shop with { Facts = Facts.None with { Credit = ended.CreditAfter } };
        var joined = shop.Quote(stays, Monthly("p1", 5), "2026-04-16");
        Assert.Equal("Service -45.00; Balance +45.00", Written.Entries(joined));
        shop = shop with { Facts = Facts.None with { Credit = joined.CreditAfter } };
        var renewal = Lifecycle.PriceNext(joined.SubscriptionAfter, shop.Facts, shop.Catalog, shop.Policy)!;
        Assert.Equal("Service -150.00; Balance +30.00; Payment +120.00", Written.Entries(renewal));
    }

    /// <summary>EUR 30.00 for April, USD 33.00 from the 16th on: 15 of 30 days go back in euros, and a month is bought in dollars. Euros never pay for it.</summary>
    [Fact]
    public void Another_currency_is_an_end_in_the_one_and_a_purchase_in_the_other()
    {
        var shop = Ending(AtOnce with { Surplus = Surplus.Refunded(RefundRest.ToBalance) }, Counter.Monthly(30m), Price.Of(33m, "USD", BillingInterval.Month));
        var held = shop.Buy("2026-04-01", Monthly("p1"));
        Assert.Equal("Service +15.00; Payment -15.00", Written.Entries(
            Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow()));

        var dollars = shop with { Currency = "USD" };
        var bought = dollars.Quote(dollars.NotStarted(), Monthly("p1"), "2026-04-16");
        Assert.Equal((Money.Of(33m, "USD"), shop.Term("2026-04-16", "2026-05-16")), (bought.Totals.DueNow, bought.TermAfter));
        var euros = Facts.None with { Credit = MoneyCredit.Of(Money.Of(15m, "EUR")) };
        Assert.Throws<InvalidOperationException>(() => dollars.Quote(dollars.NotStarted(), Monthly("p1"), "2026-04-16", euros));
    }

    private static Shop Ending(Treatment ends, params Price[] prices)
    {
        var shop = Counter.Of(prices[0]);
        return shop with
        {
            Catalog = Catalog.Of(Plan("p1", 0, prices)),
            Policy = PolicyCheck.Checked(shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.End }, ends), .. shop.Policy.Rules] }),
        };
    }

    private static Shop Moving(Treatment moves)
    {
        var shop = Counter.Of(Price.Of(365m, "EUR", BillingInterval.Year));
        var rules = shop.Policy.Rules;
        return shop with { Policy = PolicyCheck.Checked(shop.Policy with { Rules = [rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, moves), .. rules.Skip(1)] }) };
    }

    private static Quote Move(Shop shop, Subscription held, int licences, Instant end, string day) => Billing.Price(
        held, Change.To(held.Cart() with { Quantity = licences }) with { NextBilling = end }, Facts.None, shop.Catalog, shop.Policy, shop.At(day)).OrThrow();
}
