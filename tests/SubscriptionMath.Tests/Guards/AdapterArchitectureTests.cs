using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SubscriptionMath.Tests.Guards;

/// <summary>A published number proves something to a user only where his own code could ask for it: the adapters see no more of the library than he does.</summary>
public sealed class AdapterArchitectureTests
{
    private const string Usings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;
        global using NodaTime; global using Xunit; global using SubscriptionMath.Tests.Conformance.Records;
        """;

    /// <summary>The other half of a partial method is generated in the build: the regular expressions.</summary>
    private const string Generated = "CS8795";

    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "SubscriptionMath.Tests");

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>The adapters and what they share with all tests, as an assembly of another name, to which the library shows its public API only.</summary>
    private static readonly CSharpCompilation Stranger = CSharpCompilation.Create(
        "Stranger",
        Directory.EnumerateFiles(Path.Combine(Tests, "Conformance"), "*.cs", SearchOption.AllDirectories)
            .Append(Path.Combine(Tests, "Repository.cs")).Append(Path.Combine(Tests, "Shop.cs")).Append(Path.Combine(Tests, "Shops.cs"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options, file))
            .Append(CSharpSyntaxTree.ParseText(Usings, Options)),
        Platform.References.Where(reference => Path.GetFileName(reference.Display) != "SubscriptionMath.Tests.dll"),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    [Fact]
    public void The_adapters_use_the_public_API_alone() =>
        Assert.Equal("", string.Join("\n", Errors(Stranger, Stranger.SyntaxTrees.Where(tree => tree.FilePath.Contains("Conformance", StringComparison.Ordinal)))));

    [Fact]
    public void A_use_of_what_is_internal_is_found()
    {
        var inside = CSharpSyntaxTree.ParseText("class Adapter { bool Of(SubscriptionMath.Line line) => line.GivesBack; }", Options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(Errors(Stranger.AddSyntaxTrees(inside), [inside]), error => error.Contains("GivesBack", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Errors(CSharpCompilation compilation, IEnumerable<SyntaxTree> trees) =>
        from tree in trees
        from found in compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)
        where found.Severity == DiagnosticSeverity.Error && found.Id != Generated
        select found.ToString();
}
