namespace SubscriptionMath.Tests.Lives;

/// <summary>A billing zone that changes within a life: no instant is sold twice or left out.</summary>
public sealed class ZoneChangeExamples
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;

    private static readonly Catalog Shop = Catalog.Of(
        new Plan { Id = "low", Name = "Low", Rank = 1, Prices = [Price.Of(30m, "EUR", BillingInterval.Month)] });

    private static readonly BillingPolicy Moving = new()
    {
        Name = "Moving",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedWithProration),
            Rule.Otherwise(Treatments.Prorated),
        ],
        AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None),
    };

    // Bought from 1 April in UTC. Midnight of 1 May is nine hours earlier in Tokyo, and four hours later in New York in summer.
    [Theory]
    [InlineData("Asia/Tokyo", "2026-04-30T15:00:00Z")]
    [InlineData("America/New_York", "2026-05-01T04:00:00Z")]
    public void Terms_follow_each_other_without_a_gap_in_a_new_billing_zone(string name, string midnight)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        var held = Billing.Price(
            Subscription.NotStarted("S-1", "EUR", Utc), Change.To(Cart.Of("low", BillingInterval.Month)), Facts.None, Shop, Moving,
            Instant.FromUtc(2026, 4, 1, 0, 0)).OrThrow().SubscriptionAfter;
        var zoned = held with { Zone = zone, Version = held.Version + 1 };
        Follow(zoned, Instant.FromUtc(2026, 5, 1, 0, 0));

        var billing = new LocalDate(2026, 5, 1).AtStartOfDayInZone(zone).ToInstant();
        Assert.Equal(midnight, billing.ToString());
        var moved = Billing.Price(zoned, Change.To(zoned.Cart()) with { NextBilling = billing }, Facts.None, Shop, Moving, Instant.FromUtc(2026, 4, 16, 0, 0))
            .OrThrow().SubscriptionAfter;
        Assert.Equal(billing, moved.Plan!.Term.End);
        Follow(moved, billing);
    }

    private static void Follow(Subscription from, Instant end)
    {
        var steps = Lifecycle.Advance(from, Facts.None, Shop, Moving, Instant.FromUtc(2027, 5, 2, 0, 0)).Steps;
        Assert.Equal(13, steps.Count);
        foreach (var quote in steps.Select(step => (Quote)step.Answer))
        {
            Assert.Equal("EUR 30.00", quote.Totals.DueNow.ToString());
            Assert.Equal(end, quote.SubscriptionAfter.Plan!.Term.Start);
            end = quote.SubscriptionAfter.Plan!.Term.End;
        }
    }
}
