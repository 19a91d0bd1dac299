namespace SubscriptionMath.Tests;

/// <summary>The checkout these tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of SubscriptionMath.sln, found by walking up from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

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
