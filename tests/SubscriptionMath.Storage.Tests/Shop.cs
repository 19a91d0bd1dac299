using SubscriptionMath.Vendors;

namespace SubscriptionMath.Storage.Tests;

/// <summary>Two plans under WhaleBooks' rules, and a subscription that is stored.</summary>
internal static class Shop
{
    internal static Catalog Catalog { get; } = Catalog.Of(
        new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
        new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });

    internal static BillingPolicy Policy { get; } = WhaleBooks.Policy();

    /// <summary>A customer of Prague who bought Personal on 1 January 2026.</summary>
    internal static Subscription Personal(string id)
    {
        var nothing = Subscription.NotStarted(id, "EUR", DateTimeZoneProviders.Tzdb["Europe/Prague"]);
        return Ask(nothing, Change.To(Cart.Of("personal", BillingInterval.Year)), At(2026, 1, 1)).SubscriptionAfter;
    }

    /// <summary>The upgrade to Company on 2 July.</summary>
    internal static Quote Upgrade(Subscription held) =>
        Ask(held, Change.To(held.Cart() with { PlanId = "company" }), At(2026, 7, 2));

    internal static Quote Cancellation(Subscription held) => Ask(held, Change.Cancel(), At(2026, 7, 3));

    internal static Instant At(int year, int month, int day) => Instant.FromUtc(year, month, day, 9, 30);

    internal static Instant? NextEvent(Subscription held) => Lifecycle.NextEvent(held, Facts.None, Policy)?.At;

    private static Quote Ask(Subscription held, Change change, Instant at) =>
        Billing.Price(held, change, Facts.None, Catalog, Policy, at).OrThrow();
}
