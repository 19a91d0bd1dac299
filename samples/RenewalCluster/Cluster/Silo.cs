using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace RenewalCluster;

/// <summary>A silo: a process that holds grains.</summary>
public static class Silo
{
    /// <summary>The word that a silo prints once it takes calls.</summary>
    public const string Ready = "ready";

    /// <summary>Runs a silo until its standard input is closed: a silo never outlives the process that started it.</summary>
    /// <param name="arguments">The number of the silo, the seed, and the place of the cluster.</param>
    public static async Task Run(IReadOnlyList<string> arguments)
    {
        var number = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var seed = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        var place = ClusterPlace.FromArguments([.. arguments.Skip(2)]);
        using var host = Host.CreateEmptyApplicationBuilder(null).WithSilo(number, seed, place).Build();
        await host.StartAsync();
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await host.StopAsync(new CancellationToken(canceled: true));
    }

    private static HostApplicationBuilder WithSilo(this HostApplicationBuilder builder, int number, long seed, ClusterPlace place)
    {
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton(new SeededAccounts(seed));
        builder.Services.AddKeyedSingleton<IGrainStorageSerializer, ShardStore>(ShardStore.Name);
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (place.Id, ClusterPlace.ServiceId))
            .Configure<EndpointOptions>(at =>
            {
                at.AdvertisedIPAddress = ClusterPlace.At(0).Address;
                (at.SiloPort, at.GatewayPort) = (place.SiloPorts[number], place.GatewayPorts[number]);
            })
            .Configure<ClusterMembershipOptions>(FindsTheDeadSoon)
            .Configure<GrainCollectionOptions>(LetsGoOfTheRenewed)
            .Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = Waiting.ForAnAnswer)
            .UseDevelopmentClustering(ClusterPlace.At(place.SiloPorts[0]))
            .WithStore(place));
        return builder;
    }

    /// <summary>With two silos one vote has to be enough, since there is nobody else to vote.</summary>
    private static void FindsTheDeadSoon(ClusterMembershipOptions membership)
    {
        membership.NumVotesForDeathDeclaration = 1;
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.NumMissedProbesLimit = 3;
        membership.EnableIndirectProbes = false;
    }

    /// <summary>A renewed shard is not asked again this night, and all of them would fill the memory.</summary>
    private static void LetsGoOfTheRenewed(GrainCollectionOptions collection)
    {
        collection.CollectionQuantum = TimeSpan.FromSeconds(5);
        collection.CollectionAge = TimeSpan.FromSeconds(30);
    }

    private static ISiloBuilder WithStore(this ISiloBuilder silo, ClusterPlace place) => place.Postgres is { } postgres
        ? silo.AddAdoNetGrainStorage(
            ShardStore.Name, options => (options.Invariant, options.ConnectionString) = (Postgres.Invariant, postgres))
        : silo.AddMemoryGrainStorage(ShardStore.Name);
}
