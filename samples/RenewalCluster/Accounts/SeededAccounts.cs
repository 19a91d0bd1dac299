using System.Globalization;

namespace RenewalCluster;

/// <summary>Accounts made from a seed: a number always gives the same account, on whatever machine it is asked for.</summary>
/// <param name="seed">The seed of the whole book of accounts.</param>
/// <remarks>They stand for a table of subscriptions. All were sold a month or a year before the night, and end within it.</remarks>
public sealed class SeededAccounts(long seed)
{
    private static readonly DateTimeZone[] Zones =
        [.. new[] { "UTC", "Europe/Prague", "America/New_York", "Asia/Tokyo" }.Select(name => DateTimeZoneProviders.Tzdb[name])];

    private static readonly TaxRates[] Countries =
        [.. new[] { 0m, 19m, 20m, 21m, 25m }.Select(percent => TaxRates.Of(new TaxRate { Name = "VAT", Percent = percent }))];

    /// <summary>Makes an account as it was before the night.</summary>
    /// <param name="number">The number of the account.</param>
    public Account Of(int number)
    {
        var draw = new Draw(seed, number);
        var zone = draw.OneOf(Zones);
        var account = new Account(
            Subscription.NotStarted(string.Create(CultureInfo.InvariantCulture, $"S-{number}"), Shop.Currency, zone),
            MoneyCredit.None,
            draw.OneOf(Countries));
        var interval = draw.InPercent(20) ? BillingInterval.Year : BillingInterval.Month;
        var cart = CartOf(ref draw, interval);
        var sold = SoldAt(interval, zone, draw.Below(24 * 60 * 60));
        account = After(account, cart, sold);
        if (draw.InPercent(10) && cart.PlanId != Shop.Plans[0])
        {
            account = After(account, cart with { PlanId = Shop.Plans[0], AddOns = default }, sold + Duration.FromDays(9));
        }

        return draw.InPercent(15)
            ? account with { Credit = MoneyCredit.Of(Money.OfMinor(1 + draw.Below(20_000), Shop.Currency)) }
            : account;
    }

    private static Cart CartOf(ref Draw draw, BillingInterval interval)
    {
        var plan = draw.OneOf(Shop.Plans);
        return Cart.Of(plan, interval) with
        {
            Quantity = plan == Shop.Plans[0] ? 1 : 1 + draw.Below(40),
            AddOns = plan != Shop.Plans[0] && draw.InPercent(30) ? [new CartAddOn { Id = Shop.Backup }] : [],
            Discounts = draw.InPercent(25) ? [Discount.OfPercent("welcome", 5 + draw.Below(30)) with { Periods = 1 + draw.Below(3) }] : [],
        };
    }

    private static Instant SoldAt(BillingInterval interval, DateTimeZone zone, int second)
    {
        var first = new LocalDate(2026, 12, 1) - (interval == BillingInterval.Year ? Period.FromYears(1) : Period.FromMonths(1));
        return first.AtMidnight().PlusSeconds(second).InZoneLeniently(zone).ToInstant();
    }

    private static Account After(Account account, Cart cart, Instant at)
    {
        var quote = Billing.Price(account.Subscription, Change.To(cart), account.Facts(), Shop.Catalog, Shop.Policy, at);
        return account with { Subscription = quote.OrThrow().SubscriptionAfter };
    }
}
