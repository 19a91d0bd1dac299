using BillingService.Demo;
using BillingService.Due;
using BillingService.Payments;
using BillingService.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime.Testing;

namespace BillingService.Tests;

/// <summary>The whole service in this process, on a database of its own, with a clock that stands still until a test moves it.</summary>
internal sealed class Service : WebApplicationFactory<Program>
{
    internal static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 9, 0);

    private readonly string _connection;
    private readonly bool _demo;
    private readonly Instant _now;

    internal Service(string? connection = null, bool demo = false, Instant? now = null)
    {
        _now = now ?? Start;
        _connection = connection ?? TestDatabase.New();
        _demo = demo;
    }

    /// <summary>Gets the bank of the service; null for the fake of the demo.</summary>
    internal Func<Database, IPaymentProvider>? Bank { get; init; }

    internal Task TravelToAsync(Instant instant) => Services.GetRequiredService<Journey>().ToAsync(instant);

    /// <summary>Opens an account with one subscription that holds nothing yet.</summary>
    internal async Task<Customer> CustomerAsync(string vendor)
    {
        var client = CreateClient();
        var account = await client.PostAsync("/accounts", new { name = "Ada" });
        var accountId = account.Text("id");
        var subscription = await client.PostAsync($"/accounts/{accountId}/subscriptions", new { vendor });
        return new Customer(client, accountId, subscription.Text("id"));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Billing", _connection);
        builder.UseSetting("Demo", _demo ? "true" : "false");
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Critical");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(_ => new DemoClock(new FakeClock(_now)));
            services.AddSingleton<IClock>(all => all.GetRequiredService<DemoClock>());
            if (Bank is { } bank)
            {
                services.AddSingleton(all => bank(all.GetRequiredService<Database>()));
            }

            services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationType == typeof(DueWorker)));
        });
    }
}
