namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>When money credit is lost: never, with the subscription, or when its end is asked for; what was paid for and gifts apart.</summary>
public class CreditLossExamples
{
    private static readonly CreditLot Paid = new() { Left = Money.Of(7m, "EUR"), Source = CreditSource.Paid, Expires = null };
    private static readonly CreditLot Gift = new() { Left = Money.Of(5m, "EUR"), Source = CreditSource.Promotion, Expires = null };
    private static readonly Facts Both = PromotionExamples.With(Paid, Gift);

    [Fact]
    public void Cancelling_loses_the_credit_at_once_though_the_term_runs_on()
    {
        // Wraithscribe: "cancelling loses them at once".
        var (shop, personal) = Holding(BalanceLoss.AtCancellation, BalanceLoss.AtCancellation);
        var quote = Cancel(shop, personal, Both);
        Assert.Equal("Balance +7.00; Forfeited -7.00; Promotion +5.00; Forfeited -5.00", Written.Entries(quote));
        Assert.Equal(["Remaining credit", "Lost with the subscription", "Remaining promotional credit", "Lost with the subscription"], Explanation.Of(quote));
        Assert.Equal(Status.NonRenewing, quote.SubscriptionAfter.Status);
        Assert.Empty(quote.CreditAfter.Lots);

        // Taking it back does not bring the credit back.
        var back = shop.Quote(quote.SubscriptionAfter, Shops.Yearly("personal"), "2026-06-02");
        Assert.Empty(back.Entries);
    }

    [Fact]
    public void What_comes_in_after_the_cancellation_is_lost_at_the_end()
    {
        var (shop, personal) = Holding(BalanceLoss.AtCancellation, BalanceLoss.Never);
        var leaving = Cancel(shop, personal, Facts.None).SubscriptionAfter;
        var life = Lifecycle.Advance(leaving, Both, shop.Catalog, shop.Policy, shop.At("2027-01-01"));
        Assert.Equal("2027-01-01: Expiry, Balance +7.00; Forfeited -7.00", Written.Step(life.Steps[0]));
        Assert.Equal([Gift], life.Facts.Credit.Lots);
    }

    [Fact]
    public void Only_gifts_are_lost_at_the_end()
    {
        // Slack: credits are not refundable and expire on cancellation; what was paid for stays the customer's.
        var (shop, personal) = Holding(BalanceLoss.Never, BalanceLoss.AtExpiry);
        var quote = Cancel(shop, personal, Both);
        Assert.Empty(quote.Entries);
        var life = Lifecycle.Advance(quote.SubscriptionAfter, Both, shop.Catalog, shop.Policy, shop.At("2027-01-01"));
        Assert.Equal("2027-01-01: Expiry, Promotion +5.00; Forfeited -5.00", Written.Step(life.Steps[0]));
        Assert.Equal([Paid], life.Facts.Credit.Lots);
    }

    [Fact]
    public void Credit_of_an_account_with_other_subscriptions_is_kept()
    {
        var (shop, personal) = Holding(BalanceLoss.AtCancellation, BalanceLoss.AtCancellation);
        var others = Both with { OtherSubscriptions = 1 };
        var quote = Cancel(shop, personal, others);
        Assert.Empty(quote.Entries);

        // The quote has read that there is another one: without it, it is stale.
        Assert.IsType<Stale>(Billing.Accept(personal, quote, Both));
        Assert.IsType<Accepted>(Billing.Accept(personal, quote, others));
    }

    [Fact]
    public void Credit_that_is_not_effective_yet_is_lost_as_well_and_expired_credit_is_not_lost_twice()
    {
        var (shop, personal) = Holding(BalanceLoss.Never, BalanceLoss.AtCancellation);
        var (coming, gone) = (Gift with { Effective = shop.At("2026-12-24") }, Gift with { Expires = shop.At("2026-06-01") });
        var quote = Cancel(shop, personal, PromotionExamples.With(coming, gone));
        Assert.Equal("Promotion +5.00; Forfeited -5.00", Written.Entries(quote));
        Assert.Equal([gone], quote.CreditAfter.Lots);
    }

    private static (Shop Shop, Subscription Personal) Holding(BalanceLoss lost, BalanceLoss promotion)
    {
        var shop = Shops.WhaleBooks;
        var apart = shop with { Policy = shop.Policy with { Balance = shop.Policy.Balance with { PaidLost = lost, PromotionLost = promotion } } };
        return (apart, apart.Buy("2026-01-01", Shops.Yearly("personal")));
    }

    private static Quote Cancel(Shop shop, Subscription subscription, Facts facts) =>
        Billing.Price(subscription, Change.Cancel(), facts, shop.Catalog, shop.Policy, shop.At("2026-06-01")).OrThrow();
}
