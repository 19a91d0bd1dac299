using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace RenewalCluster;

/// <summary>The night on a cluster: starts the silos, sweeps, kills the last silo in the middle, and measures.</summary>
/// <param name="Books">The books after the night.</param>
/// <param name="Elapsed">The time of the sweep.</param>
/// <param name="AskedAgain">How often a shard was asked again, because no answer came.</param>
/// <param name="KilledAt">The number of bookings when a silo was killed; null if none was.</param>
/// <param name="ProcessorTime">The time of the processor that the silos used.</param>
/// <param name="PeakMemory">The most memory that the silos used, in bytes, each at its peak.</param>
internal sealed record ClusterRun(
    Books Books, TimeSpan Elapsed, int AskedAgain, int? KilledAt, TimeSpan ProcessorTime, long PeakMemory)
{
    /// <summary>Runs the night.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="show">Makes the progress shown of the sweep, as it begins.</param>
    public static async Task<ClusterRun> Run(Options options, Func<Progress> show)
    {
        var place = ClusterPlace.OnThisMachine(options.Silos, options.Postgres);
        var silos = new List<SiloProcess>();
        try
        {
            for (var number = 0; number < options.Silos; number++)
            {
                silos.Add(await SiloProcess.Start(number, options.Seed, place));
            }

            using var client = Client(place);
            await client.StartAsync();
            var progress = show();
            var victim = options is { Kills: true, Silos: > 1 } ? new Victim(silos[^1], options.Subscriptions / 2, progress) : null;
            var books = new Books(options.Subscriptions);
            var sweep = new Sweep(client.Services.GetRequiredService<IClusterClient>(), books);
            var start = Stopwatch.GetTimestamp();
            await sweep.Run(Shop.NightEnd, () =>
            {
                progress.Show(books.Booked);
                victim?.KillOnce(books.Booked);
            });
            var elapsed = Stopwatch.GetElapsedTime(start);
            silos.ForEach(silo => silo.Measure());
            return new(books, elapsed, sweep.AskedAgain, victim?.KilledAt, Sum(silos, silo => silo.ProcessorTime), silos.Sum(silo => silo.PeakMemory));
        }
        finally
        {
            foreach (var silo in silos)
            {
                await silo.DisposeAsync();
            }
        }
    }

    private static IHost Client(ClusterPlace place)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(client => client
            .UseStaticClustering([.. place.GatewayPorts.Select(ClusterPlace.At)])
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (place.Id, ClusterPlace.ServiceId))
            .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = Waiting.ForAnAnswer));
        return builder.Build();
    }

    private static TimeSpan Sum(IEnumerable<SiloProcess> silos, Func<SiloProcess, TimeSpan> time) =>
        silos.Aggregate(TimeSpan.Zero, (sum, silo) => sum + time(silo));
}
