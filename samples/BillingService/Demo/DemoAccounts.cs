using BillingService.Settling;
using BillingService.Shop;
using BillingService.Store;

namespace BillingService.Demo;

/// <summary>One account for each vendor, with a subscription that has already lived for eleven weeks.</summary>
internal sealed class DemoAccounts(Database database, Accounts accounts, Holdings holdings, Orders orders, DemoClock clock, Journey journey)
{
    private static readonly Duration Age = Duration.FromDays(77);

    internal static string IdOf(string vendor) => $"demo-{vendor}";

    internal async Task MakeAsync()
    {
        var today = clock.GetCurrentInstant();
        if (await database.FindInstantAsync("select max(booked_at) from bookings") is { } last)
        {
            clock.MoveTo(Instant.Max(last, today));
            return;
        }

        clock.MoveTo(today - Age);
        foreach (var vendor in Vendors.All.ToList())
        {
            await BuyAsync(vendor.Name);
        }

        await journey.ToAsync(today);
    }

    private async Task BuyAsync(string vendor)
    {
        var id = IdOf(vendor);
        await accounts.OpenAsync(id, $"Demo at {vendor}", DateTimeZone.Utc);
        await accounts.SubscribeAsync(id, (await accounts.FindAsync(id))!, vendor, "EUR");
        var cart = Cart.Of("team", BillingInterval.Month) with { Quantity = 2, AddOns = [new CartAddOn { Id = "handbook" }] };
        var quote = (await orders.PreviewAsync(await holdings.OpenAsync(id), Change.To(cart))).OrThrow();
        await orders.AcceptAsync(id, quote, "first purchase");
    }
}
