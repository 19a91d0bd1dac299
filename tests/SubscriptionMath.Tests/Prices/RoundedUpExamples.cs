using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Prices;

/// <summary>Days that are rounded up give more than the value they are bought with: that is conceded, and nothing is forfeited.</summary>
public sealed class RoundedUpExamples
{
    [Fact]
    public void What_a_rounding_up_gives_is_conceded()
    {
        // 25 of 30 days of 300.00 are 250.00: three months at 70.00, and 40.00 more; of a month of 30 days they are 17.1 days, so 18, which cost 42.00.
        var shop = new Shop(WooCommerce.Policy(), Catalog.Of(
            Shops.Plan("s", 2, Price.Of(300m, "USD", BillingInterval.Month)), Shops.Plan("p", 1, Price.Of(70m, "USD", BillingInterval.Month))))
        {
            Currency = "USD",
        };
        var held = shop.Buy("2025-06-01", Cart.Of("s", BillingInterval.Month));
        var quote = shop.Quote(held, Cart.Of("p", BillingInterval.Month), "2025-06-06");
        Assert.Equal((2m, 0m), (quote.Totals.Goodwill.Amount, quote.Totals.Forfeited.Amount));
        Assert.Contains(new Entry(Account.Goodwill, Money.Of(2m, "USD")), quote.Entries);
        Assert.Equal("Rounded up to a whole day", Explanation.Of(quote, quote.Entries.ToArray().ToList().FindIndex(entry => entry.Account == Account.Goodwill)));
    }
}
