using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RenewalCluster;

/// <summary>Where a cluster is: the ports of its silos on this machine, and the database if there is one.</summary>
/// <param name="Id">The id of this run's cluster: no silo of an earlier run is asked.</param>
/// <param name="SiloPorts">The ports on which silos talk to each other; the first silo keeps the membership in memory.</param>
/// <param name="GatewayPorts">The ports on which clients reach them.</param>
/// <param name="Postgres">The connection string of PostgreSQL; null to keep all in memory.</param>
public sealed record ClusterPlace(string Id, IReadOnlyList<int> SiloPorts, IReadOnlyList<int> GatewayPorts, string? Postgres)
{
    /// <summary>The id of the service, under which the state of grains is stored.</summary>
    public const string ServiceId = "renewals";

    /// <summary>Gets the number of silos.</summary>
    public int Silos => SiloPorts.Count;

    /// <summary>Finds free ports for a cluster on this machine.</summary>
    /// <param name="silos">The number of silos.</param>
    /// <param name="postgres">The connection string of PostgreSQL; null to keep all in memory.</param>
    public static ClusterPlace OnThisMachine(int silos, string? postgres)
    {
        var ports = FreePorts(2 * silos);
        return new(Guid.NewGuid().ToString("n"), ports[..silos], ports[silos..], postgres);
    }

    /// <summary>Gives the place as arguments of a silo's process; the connection string, a secret, goes by the environment.</summary>
    public IEnumerable<string> ToArguments() => [Id, string.Join(',', SiloPorts), string.Join(',', GatewayPorts)];

    /// <summary>Reads the place from the arguments of a silo's process, and from its environment.</summary>
    /// <param name="arguments">The arguments, as <see cref="ToArguments"/> gives them.</param>
    public static ClusterPlace FromArguments(IReadOnlyList<string> arguments) => new(
        arguments[0], Ports(arguments[1]), Ports(arguments[2]), Environment.GetEnvironmentVariable(RenewalCluster.Postgres.Variable));

    /// <summary>Gives an end point on this machine.</summary>
    /// <param name="port">The port.</param>
    public static IPEndPoint At(int port) => new(IPAddress.Loopback, port);

    private static int[] Ports(string list) => [.. list.Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture))];

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
