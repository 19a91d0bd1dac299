namespace RenewalCluster;

/// <summary>Renews a night's subscriptions on a cluster, and compares them with the library alone.</summary>
public static class Program
{
    /// <summary>The first argument of a process that is a silo.</summary>
    internal const string SiloVerb = "silo";

    /// <summary>Runs a night, or a silo of one.</summary>
    /// <param name="args">The options, or the arguments of a silo.</param>
    /// <returns>0 if every subscription was renewed exactly once, 1 if not, 2 if the options are wrong.</returns>
    public static async Task<int> Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is [SiloVerb, .. var silo])
        {
            await Silo.Run(silo);
            return 0;
        }

        try
        {
            return await RunNight(Options.Of(args));
        }
        catch (OptionException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}{Environment.NewLine}{Environment.NewLine}{Options.Help}");
            return 2;
        }
    }

    private static async Task<int> RunNight(Options options)
    {
        var night = await Night.Run(
            options, title => new Progress(title, options.Subscriptions, Console.Out, overwrites: !Console.IsOutputRedirected));
        Console.WriteLine();
        foreach (var line in Summary.Of(night))
        {
            Console.WriteLine(line.TrimEnd());
        }

        return night.IsRight ? 0 : 1;
    }
}
