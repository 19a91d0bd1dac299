using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SubscriptionMath.Tests.Guards;

/// <summary>The stages of a pricing and their bounds, read from the source.</summary>
public sealed partial class StageTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "SubscriptionMath");

    private static readonly SourceFile[] Files =
        [.. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(SourceFile.Read)];

    /// <summary>The one road calls each stage once, in the order of the rooms, and hands the value of one to the next.</summary>
    [Fact]
    public void The_road_calls_the_stages_in_their_order()
    {
        var road = Assert.Single(Files, file => file.Name == "Quoting.cs").Root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "Of");
        var called = road.Body!.DescendantNodes().OfType<InvocationExpressionSyntax>().OrderBy(call => call.SpanStart).Select(call => call.Expression.ToString());
        Assert.Equal(["Charging.Of", "Settling.Of", "GrantsAfter.Of", "Assemble"], called);
    }

    /// <summary>The picture has a node for each stage with the type that it makes, in the order of the code.</summary>
    [Fact]
    public void The_picture_has_the_stages_of_the_code()
    {
        var picture = Documentation.Document.Read("docs/architecture.md").Blocks.First(block => block.Language == "mermaid").Text;
        var nodes = Node().Matches(picture).Select(node => (Folder: node.Groups[1].Value, Type: node.Groups[2].Value)).Distinct().ToArray();
        Assert.Equal([.. Rooms.Stages, "Quoting"], nodes.Select(node => node.Folder));
        Assert.All(nodes[..^1], node => Assert.Contains(Files, file => file.Name == $"{node.Folder}/{node.Type}.cs" || (file.Room == node.Folder && file.Declares(node.Type))));
        Assert.Contains(Files, file => file.Declares(nodes[^1].Type));
    }

    [GeneratedRegex("""(\w+)\["\w+: (\w+)"\]""")]
    private static partial Regex Node();

    private sealed record SourceFile(string Name, string Room, string[] Lines, CompilationUnitSyntax Root)
    {
        public static SourceFile Read(string path)
        {
            var (text, name) = (File.ReadAllText(path), Path.GetRelativePath(Source, path).Replace('\\', '/'));
            return new SourceFile(name, Rooms.Of(name), text.Split('\n'), (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text).GetRoot());
        }

        public bool Declares(string type) => Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Any(declared => declared.Identifier.Text == type);
    }
}
