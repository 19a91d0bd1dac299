using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SubscriptionMath.Tests.Guards;

/// <summary>The package as a consumer gets it: made once, opened, and used by a program outside the repository.</summary>
[Collection(PackedLibrary.Collection)]
public sealed class PackageTests(PackedLibrary package)
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE")]
    [InlineData("icon.png")]
    [InlineData("lib/net8.0/SubscriptionMath.dll")]
    [InlineData("lib/net8.0/SubscriptionMath.xml")]
    [InlineData("lib/net10.0/SubscriptionMath.dll")]
    [InlineData("lib/net10.0/SubscriptionMath.xml")]
    public void The_package_holds(string entry) => Assert.Contains(entry, package.Entries);

    [Fact]
    public void The_package_holds_the_linqpad_samples() =>
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Repository.Root, "linqpad-samples")).Select(file => $"linqpad-samples/{Path.GetFileName(file)}").Order(StringComparer.Ordinal),
            package.Entries.Where(entry => entry.StartsWith("linqpad-samples/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_package_says_what_it_is()
    {
        Assert.Equal("SubscriptionMath", package.Metadata("id"));
        Assert.Equal(package.Version, package.Metadata("version"));
        Assert.Equal("MIT", package.Metadata("license"));
        Assert.Equal("expression", package.Nuspec("license").Single().Attribute("type")?.Value);
        Assert.Equal("README.md", package.Metadata("readme"));
        Assert.Equal("icon.png", package.Metadata("icon"));
        Assert.Contains("linqpad-samples", package.Metadata("tags").Split(' '));
    }

    /// <summary>nuget.org shows the page of the package outside of the repository.</summary>
    [Fact]
    public void Every_link_of_the_packed_page_is_absolute()
    {
        var linked = Regex.Matches(package.Readme, @"\]\(([^)\s]+)\)").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(PackedLibrary.Address, package.Metadata("projectUrl"));
        Assert.Contains($"{PackedLibrary.Address}/blob/v{package.Version}/docs/storage.md", linked);
        Assert.DoesNotContain(linked, target => !target.StartsWith("https://", StringComparison.Ordinal) && !target.StartsWith('#'));
        Assert.Equal(
            Document.Readme.Text, package.Readme.Replace($"{PackedLibrary.Address}/blob/v{package.Version}/", "", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [Fact]
    public void NodaTime_is_the_only_dependency() =>
        Assert.Equal(
            ["net10.0: NodaTime", "net8.0: NodaTime"],
            package.Nuspec("group")
                .Where(group => group.Parent?.Name.LocalName == "dependencies")
                .Select(group => $"{group.Attribute("targetFramework")?.Value}: "
                    + string.Join(", ", group.Elements().Select(dependency => dependency.Attribute("id")?.Value)))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void The_symbols_lie_beside_the_package()
    {
        Assert.Contains("lib/net8.0/SubscriptionMath.pdb", package.SymbolEntries);
        Assert.Contains("lib/net10.0/SubscriptionMath.pdb", package.SymbolEntries);
    }

    [Fact]
    public async Task A_program_outside_the_repository_runs_with_the_package()
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, "consumer")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "consumer.cs"),
            $"""
            #:package SubscriptionMath@{package.Version}
            #:property PublishAot=false

            {DocumentationTests.FirstExample.Code}
            """,
            TestContext.Current.CancellationToken);

        // The feed is the only source: what else is needed was restored with these tests.
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """,
            TestContext.Current.CancellationToken);

        var output = await CommandLine.Dotnet(
            folder, "run", "consumer.cs", "--artifacts-path", Path.Combine(package.Folder, "consumer-artifacts"));

        Assert.Equal(DocumentationTests.FirstExample.Output, output.ReplaceLineEndings("\n").TrimEnd());
    }
}

/// <summary>The library, packed into a folder of its own under a version nobody has seen before.</summary>
[CollectionDefinition(Collection)]
public sealed class PackedLibrary : IAsyncLifetime, ICollectionFixture<PackedLibrary>
{
    /// <summary>The tests that share one package.</summary>
    public const string Collection = "package";

    private XDocument _nuspec = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("subscription-math-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>New at each run, so that no package cache can answer with an older build.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>An address that the package is told, as a release tells it.</summary>
    public static string Address => "https://example.org/subscription-math";

    public string Readme { get; private set; } = "";

    public IReadOnlyList<string> Entries { get; private set; } = [];

    public IReadOnlyList<string> SymbolEntries { get; private set; } = [];

    public IEnumerable<XElement> Nuspec(string name) => _nuspec.Descendants().Where(e => e.Name.LocalName == name);

    public string Metadata(string name) =>
        Nuspec("metadata").Elements().Single(element => element.Name.LocalName == name).Value;

    public async ValueTask InitializeAsync()
    {
        // An artifacts folder of its own: the build that runs these tests is not disturbed.
        await CommandLine.Dotnet(
            Repository.Root,
            "pack",
            Path.Combine("src", "SubscriptionMath", "SubscriptionMath.csproj"),
            "--configuration", "Release",
            "--artifacts-path", Path.Combine(Folder, "artifacts"),
            "--output", Feed,
            $"-p:MinVerVersionOverride={Version}",
            $"-p:ProjectUrl={Address}",
            "-p:RunAnalyzers=false",
            "-nodeReuse:false");

        var file = Path.Combine(Feed, $"SubscriptionMath.{Version}.nupkg");
        Entries = await EntriesOf(file);
        SymbolEntries = await EntriesOf(Path.ChangeExtension(file, ".snupkg"));
        _nuspec = await NuspecOf(file);
        Readme = await TextOf(file, "README.md");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        var cached = Path.Combine(PackageCache, "subscriptionmath", Version);
        if (Directory.Exists(cached))
            Directory.Delete(cached, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string PackageCache =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task<IReadOnlyList<string>> EntriesOf(string file)
    {
        await using var archive = await ZipFile.OpenReadAsync(file);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static async Task<string> TextOf(string file, string entry)
    {
        await using var archive = await ZipFile.OpenReadAsync(file);
        await using var stream = await archive.GetEntry(entry)!.OpenAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<XDocument> NuspecOf(string file)
    {
        await using var archive = await ZipFile.OpenReadAsync(file);
        await using var nuspec = await archive.GetEntry("SubscriptionMath.nuspec")!.OpenAsync();
        return await XDocument.LoadAsync(nuspec, LoadOptions.None, CancellationToken.None);
    }
}
