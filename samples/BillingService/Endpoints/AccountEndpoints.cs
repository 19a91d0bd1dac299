using BillingService.Due;
using BillingService.Settling;
using BillingService.Shop;
using BillingService.Store;

namespace BillingService.Endpoints;

/// <summary>Opens accounts and subscriptions, and changes the card of an account.</summary>
internal static class AccountEndpoints
{
    private sealed record NewAccount(string Name, string? Zone);

    private sealed record NewSubscription(string Vendor, string Currency = "EUR");

    private sealed record NewCard(string Card);

    private sealed record AccountView(string Id, string Name, string Card, MoneyCredit Credit, IReadOnlyList<string> Subscriptions);

    private sealed record ShopView(IReadOnlyList<string> Vendors, Catalog Catalog);

    internal static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/shop", () => new ShopView([.. Vendors.All.Select(policy => policy.Name)], DemoShop.Catalog))
            .WithTags("Shop").WithSummary("Lists the vendors and the products.");
        var accounts = routes.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapPost("", OpenAsync).WithSummary("Opens an account.")
            .Produces<AccountView>().Produces<Problem>(400, Problem.ContentType);
        accounts.MapGet("/{id}", ShowAsync).WithSummary("Shows an account.")
            .Produces<AccountView>().Produces<Problem>(404, Problem.ContentType);
        accounts.MapPut("/{id}/card", ChangeCardAsync).WithSummary("Changes the card, and retries failed payments at once.")
            .Produces<AccountView>().Produces<Problem>(404, Problem.ContentType);
        accounts.MapPost("/{id}/subscriptions", SubscribeAsync).WithSummary("Opens a subscription that holds nothing yet.")
            .Produces<SubscriptionView>().Produces<Problem>(404, Problem.ContentType);
    }

    private static async Task<IResult> OpenAsync(NewAccount request, Accounts accounts) =>
        string.IsNullOrWhiteSpace(request.Name) ? Problem.Invalid("name", "An account needs a name.").Result()
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(request.Zone ?? "UTC") is not { } zone
            ? Problem.Invalid("zone", $"There is no time zone '{request.Zone}'.").Result()
        : await ShowAsync(await accounts.OpenAsync(Guid.CreateVersion7().ToString("N"), request.Name, zone), accounts);

    private static async Task<IResult> ShowAsync(string id, Accounts accounts) =>
        await accounts.FindAsync(id) is { } account
            ? Results.Ok(new AccountView(account.Id, account.Name, account.Card, account.Credit, await accounts.SubscriptionsAsync(id)))
            : Problem.NotFound("account", id).Result();

    private static async Task<IResult> ChangeCardAsync(
        string id, NewCard request, Accounts accounts, Holdings holdings, Ledger ledger, IClock clock)
    {
        if (string.IsNullOrWhiteSpace(request.Card))
        {
            return Problem.Invalid("card", "Name a card.").Result();
        }

        await accounts.ChangeCardAsync(id, request.Card);
        foreach (var subscriptionId in await accounts.SubscriptionsAsync(id))
        {
            if (await holdings.OpenAsync(subscriptionId) is { Row.Failures: > 0 } holding)
            {
                await ledger.PutOffAsync(holding, Schedule.WithNewCard(holding, clock.GetCurrentInstant()));
            }
        }

        return await ShowAsync(id, accounts);
    }

    private static async Task<IResult> SubscribeAsync(
        string id, NewSubscription request, Accounts accounts, Holdings holdings, IClock clock)
    {
        if (await accounts.FindAsync(id) is not { } account)
        {
            return Problem.NotFound("account", id).Result();
        }

        if (Vendors.Find(request.Vendor) is null)
        {
            return Problem.Invalid("vendor", $"There is no vendor '{request.Vendor}'.").Result();
        }

        if (!Currency.TryOf(request.Currency, out _))
        {
            return Problem.Invalid("currency", $"There is no currency '{request.Currency}'.").Result();
        }

        var opened = await accounts.SubscribeAsync($"{Guid.CreateVersion7():N}", account, request.Vendor, request.Currency);
        return Results.Ok(SubscriptionView.Of(await holdings.OpenAsync(opened), clock.GetCurrentInstant()));
    }
}
