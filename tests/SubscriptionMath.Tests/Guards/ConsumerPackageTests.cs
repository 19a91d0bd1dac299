using System.Runtime.InteropServices;

namespace SubscriptionMath.Tests.Guards;

/// <summary>Programs outside the repository that get the package from a folder: F#, trimmed, and compiled to native code.</summary>
[Collection(PackedLibrary.Collection)]
public sealed class ConsumerPackageTests(PackedLibrary package)
{
    private const string InFSharp = """
        open System
        open NodaTime
        open SubscriptionMath
        open SubscriptionMath.Vendors

        let plan id name rank (price: decimal) =
            Plan(Id = id, Name = name, Rank = rank, Prices = Sequence.From [ Price.Of(price, "EUR", BillingInterval.Year) ])

        let personal, company = plan "personal" "Personal" 1 100m, plan "company" "Company" 2 240m
        let both = [| personal; company |]
        let catalog = Catalog.Of(both)
        let same = Catalog(Plans = Sequence.From [ personal; company ])
        let policy = WhaleBooks.Policy()

        let ask (held: Subscription) planId month =
            let change = Change.To(Cart.Of(planId, BillingInterval.Year))
            Billing.Price(held, change, Facts.None, catalog, policy, Instant.FromUtc(2026, month, 2, 0, 0)).OrThrow()

        let bought = ask (Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc)) "personal" 1
        let quote = ask bought.SubscriptionAfter "company" 7
        let amounts = quote.Entries |> Seq.map (fun entry -> entry.Amount) |> Seq.sort |> Seq.map string
        printfn "%s" (String.Join("; ", amounts))
        printfn "%b %b %b" (Money.Zero(Currency.Of "EUR") < quote.Totals.DueNow) (BillingInterval.Month < BillingInterval.Year) (same = catalog)
        """;

    // The JSON of every kind of noun is what trimming could break.
    private const string RoundTrip = """
        foreach (var vendor in new[] { WhaleBooks.Policy(), PhotoDeck.Policy(), Stripe.Classic(), Lago.Policy() })
            Console.WriteLine(BillingJson.Read<BillingPolicy>(BillingJson.Write(vendor)) == vendor);
        Console.WriteLine(BillingJson.Read<Answer>(BillingJson.Write<Answer>(quote)) == quote);
        Console.WriteLine(BillingJson.Read<Catalog>(BillingJson.Write(catalog)) == catalog);
        """;

    /// <summary>184 of 365 days are left from 2 July to 2 January: 50.41 of 100.00, and 120.99 of 240.00.</summary>
    [Fact]
    public async Task A_program_in_F_sharp_runs_with_the_package()
    {
        var folder = await Folder("fsharp", "consumer.fsproj", "<Compile Include=\"Program.fs\" />", "");
        await Write(folder, "Program.fs", InFSharp);

        var output = await CommandLine.Dotnet(folder, "run");

        Assert.Equal("EUR -120.99; EUR 50.41; EUR 70.58\ntrue true true", output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("PublishTrimmed")]
    [InlineData("PublishAot")]
    public async Task A_program_runs_trimmed_and_as_native_code(string property)
    {
        Assert.SkipWhen(
            property == "PublishAot" && OperatingSystem.IsLinux() && !File.Exists("/usr/bin/clang") && !File.Exists("/usr/bin/gcc"),
            "Native code is not linked here: neither clang nor gcc was found.");
        var folder = await Folder(property, "consumer.csproj", "", $"<{property}>true</{property}><TrimmerSingleWarn>false</TrimmerSingleWarn><InvariantGlobalization>true</InvariantGlobalization>");
        await Write(folder, "Program.cs", $"{DocumentationTests.FirstExample.Code}\n{RoundTrip}");
        var published = Path.Combine(folder, "published");

        await CommandLine.Dotnet(folder, "publish", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "--output", published);
        var output = await CommandLine.Run(Path.Combine(published, OperatingSystem.IsWindows() ? "consumer.exe" : "consumer"));

        Assert.Equal(DocumentationTests.FirstExample.Output + string.Concat(Enumerable.Repeat("\nTrue", 6)), output.ReplaceLineEndings("\n").TrimEnd());
    }

    /// <summary>A project that knows the folder of the package beside the sources of the machine.</summary>
    private async Task<string> Folder(string name, string project, string items, string properties)
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, name)).FullName;
        await Write(folder, project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
                <PackageReference Include="SubscriptionMath" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        await Write(folder, "nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    private static Task Write(string folder, string file, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);
}
