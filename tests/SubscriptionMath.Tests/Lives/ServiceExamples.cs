using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Until when a customer has service.</summary>
public sealed class ServiceExamples
{
    /// <summary>A year from 1 April: service from its first instant to the last one of 31 March.</summary>
    [Fact]
    public void Service_lasts_from_the_start_to_the_end_of_the_billed_time()
    {
        var shop = WhaleBooks;
        var held = shop.Buy("2026-04-01", Yearly("personal"));
        Assert.Equal(
            [false, true, true, false],
            new[] { shop.At("2026-04-01") - Duration.Epsilon, shop.At("2026-04-01"), shop.At("2027-04-01") - Duration.Epsilon, shop.At("2027-04-01") }.Select(held.HasServiceAt));
    }

    /// <summary>Canceled on 16 April to the period's end: the subscription does not renew, and has service to that end.</summary>
    [Fact]
    public void A_subscription_that_does_not_renew_has_service_to_its_end()
    {
        var shop = WhaleBooks;
        var held = shop.Buy("2026-04-01", Yearly("personal"));
        var canceled = Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow().SubscriptionAfter;
        Assert.Equal(Status.NonRenewing, canceled.Status);
        Assert.True(canceled.HasServiceAt(shop.At("2027-03-31")));
        Assert.False(canceled.HasServiceAt(shop.At("2027-04-01")));
    }

    [Fact]
    public void A_paused_subscription_and_one_that_has_not_begun_have_no_service()
    {
        var shop = WhaleBooks;
        var held = shop.Buy("2026-04-01", Yearly("personal"));
        Assert.False((held with { Status = Status.Paused }).HasServiceAt(shop.At("2026-04-02")));
        Assert.False(Subscription.NotStarted("s", "EUR", held.Zone).HasServiceAt(shop.At("2026-04-02")));
    }
}
