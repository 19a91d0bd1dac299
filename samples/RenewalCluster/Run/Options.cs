using System.Globalization;

namespace RenewalCluster;

/// <summary>The options of a run.</summary>
public sealed record Options
{
    /// <summary>The help text.</summary>
    public const string Help = """
        dotnet run -c Release --project samples/RenewalCluster -- [options]

          --subscriptions N   the number of subscriptions, 100000 by default
          --silos N           the number of silos, 2 by default
          --no-kill           no silo is killed in the middle of the run
          --seed N            the seed of the subscriptions, 1 by default
          --postgres TEXT     keeps the state of grains in PostgreSQL; TEXT is a connection string
                              (or in the environment: RENEWAL_CLUSTER_POSTGRES)
          --continue          keeps the state of an earlier run in PostgreSQL, and goes on with its night
        """;

    /// <summary>Gets the number of subscriptions.</summary>
    public int Subscriptions { get; init; } = 100_000;

    /// <summary>Gets the number of silos.</summary>
    public int Silos { get; init; } = 2;

    /// <summary>Gets whether the last silo is killed once half of the subscriptions are booked; one silo alone is never killed.</summary>
    public bool Kills { get; init; } = true;

    /// <summary>Gets the seed of the subscriptions.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Gets the connection string of PostgreSQL; null to keep all in memory.</summary>
    public string? Postgres { get; init; }

    /// <summary>Gets whether the night of an earlier run goes on.</summary>
    public bool Continues { get; init; }

    /// <summary>Reads options from a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="OptionException">An argument is unknown, or is not a number where one is needed.</exception>
    public static Options Of(IReadOnlyList<string> arguments)
    {
        var options = new Options { Postgres = Environment.GetEnvironmentVariable(RenewalCluster.Postgres.Variable) };
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var name))
        {
            options = name switch
            {
                "--subscriptions" => options with { Subscriptions = Number(name, left) },
                "--silos" => options with { Silos = Number(name, left) },
                "--no-kill" => options with { Kills = false },
                "--seed" => options with { Seed = Number(name, left) },
                "--postgres" => options with { Postgres = Text(name, left) },
                "--continue" => options with { Continues = true },
                _ => throw new OptionException($"The option {name} is unknown."),
            };
        }

        return options;
    }

    private static string Text(string name, Queue<string> left) =>
        left.TryDequeue(out var text) ? text : throw new OptionException($"The option {name} needs a value.");

    private static int Number(string name, Queue<string> left) =>
        int.TryParse(Text(name, left), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new OptionException($"The option {name} needs a whole number above 0.");
}
