namespace BillingService.Tests.Api;

/// <summary>Tests of a customer of the house's own policy, each on a service of its own.</summary>
public abstract class HouseTests : IAsyncLifetime
{
    private protected Service Service { get; } = new();

    private protected Customer Ada { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Ada = await Service.CustomerAsync("House");

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
