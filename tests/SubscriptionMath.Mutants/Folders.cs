namespace SubscriptionMath.Mutants;

/// <summary>The folders that are read, and the one that is written.</summary>
internal sealed class Folders
{
    private const string Target = "debug_net10.0";

    private static string Root { get; } = FindRoot();

    internal string Source { get; } = Path.Combine(Root, "src", "SubscriptionMath");

    /// <summary>The compiled tests, with all that they need.</summary>
    internal string Tests { get; } = Path.Combine(Root, "artifacts", "bin", "SubscriptionMath.Tests", Target);

    /// <summary>The mutated library, and the fate of each mutant.</summary>
    internal string Written { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "mutants")).FullName;

    internal IEnumerable<string> Sources => Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories);

    /// <summary>The code that the build itself writes: usings for all files, and who sees the internals.</summary>
    internal IEnumerable<string> Made => Directory.GetFiles(Path.Combine(Root, "artifacts", "obj", "SubscriptionMath", Target), "*.cs");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SubscriptionMath.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No SubscriptionMath.sln above {AppContext.BaseDirectory}.");
    }
}
