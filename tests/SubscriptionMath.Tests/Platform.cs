using Microsoft.CodeAnalysis;

namespace SubscriptionMath.Tests;

/// <summary>The assemblies that these tests run with, opened once for all programs that are compiled against them.</summary>
internal static class Platform
{
    /// <summary>The runtime's assemblies, the packages' and our own.</summary>
    internal static IReadOnlyList<MetadataReference> References { get; } =
        [.. Files.Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>The same without our own.</summary>
    internal static IReadOnlyList<MetadataReference> BeneathTheLibrary { get; } =
        [.. References.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("SubscriptionMath", StringComparison.Ordinal))];

    private static string[] Files => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
