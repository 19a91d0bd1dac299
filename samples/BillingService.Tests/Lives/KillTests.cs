namespace BillingService.Tests.Lives;

public sealed class KillTests
{
    private const int Customers = 16;

    [Fact]
    public async Task A_service_that_is_killed_again_and_again_loses_no_event_and_doubles_none()
    {
        var folder = Directory.CreateTempSubdirectory("billing-").FullName;
        var connection = TestDatabase.NewShared(folder);

        // Bought a hundred days ago by the month: three renewals each are due.
        await using var service = new Service(connection, now: SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(100));
        for (var customer = 0; customer < Customers; customer++)
        {
            await (await service.CustomerAsync("House")).BuyAsync(Customer.Cart("team"));
        }

        foreach (var killedAt in new[] { 25, 40, 4 * Customers })
        {
            await RunAndKillAsync(service, connection, killedAt);
        }

        Assert.Equal(4 * Customers, await service.CountAsync("select count(*) from bookings"));
        Assert.Equal(Customers, await service.CountAsync(
            "select count(*) from (select 1 as one from bookings group by subscription_id having count(*) = 4) as lives"));
        Assert.Equal(Customers, await service.CountAsync("select count(*) from subscriptions where version = 4"));
        Assert.Equal(4 * Customers, await service.CountAsync("select count(*) from invoices"));
        Assert.Equal(0, await service.CountAsync("select count(*) from accounts where claim is not null"));
        Assert.Equal(Enumerable.Repeat("EUR 36.00", 4 * Customers), await service.ChargesAsync());
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs the service in a process of its own, and kills it once there are so many bookings.</summary>
    private static async Task RunAndKillAsync(Service service, string connection, int bookings)
    {
        using var process = new OtherProcess(connection);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await service.CountAsync("select count(*) from bookings") < bookings)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
