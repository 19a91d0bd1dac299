using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SubscriptionMath.Tests.Guards;

/// <summary>The stages of a pricing and their bounds, read from the source.</summary>
public sealed partial class StageTests
{
    private const int MostParameters = 5;
    private const int MostLines = 200;
    private const int MostColumns = 140;
    private const int MostLinesOfAFunction = 60;

    /// <summary>Builders that are local to one function, and the parser of a text; nobody else sees them.</summary>
    private static readonly string[] Builders =
        ["Findings", "GrantBuild", "GrantList", "Joined", "Level", "LineList", "NotZero", "Ordered", "Player", "PoolPlay", "PoolSlot", "StepLog", "TurnBuild"];

    /// <summary>Fields that remember what was derived from the value, outside of its equality; nobody sees them change.</summary>
    private static readonly string[] Remembered =
        [
            "BillingPolicy._check", "CreditRest._lots", "KeptCheck._outcome", "KnownConsistent._known", "PricedItems._last",
            "PricedItems._places", "Subscription._consistent", "Whole._byExpiry",
            "Whole._currency",
        ];

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

    /// <summary>From the way in to the multiplication of an amount: each function calls the next one, and there are six calls.</summary>
    [Fact]
    public void Six_calls_lead_from_the_way_in_to_the_multiplication()
    {
        (string Type, string Method)[] way =
        [
            ("Billing", "Price"), ("Billing", "Ask"), ("Quoting", "Of"), ("Charging", "Of"), ("EnteringCharges", "Of"), ("EnteringCharges", "Priced"), ("Measure", "PartOf"),
        ];
        foreach (var (one, next) in way.Zip(way.Skip(1)))
        {
            var called = from file in Files
                         where file.Name.Split('/')[^1].Split('.')[0] == one.Type
                         from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
                         where method.Identifier.Text == one.Method
                         from call in method.DescendantNodes().OfType<InvocationExpressionSyntax>()
                         select call.Expression.ToString().Split('.')[^1];
            Assert.Contains(next.Method, called);
        }

        Assert.Equal(6, way.Length - 1);
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

    [Fact]
    public void No_function_takes_more_than_five_parameters() => None(
        from file in Files
        from method in file.Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        where method.ParameterList.Parameters.Count > MostParameters && !IsWayIn(file, method)
        select $"{file.Name}: {Name(method)} takes {method.ParameterList.Parameters.Count}");

    [Fact]
    public void No_member_can_be_set_but_those_of_builders() => None(
        from file in Files
        from type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where !Builders.Contains(type.Identifier.Text)
        from member in type.Members
        where IsSettable(member) && !(member is FieldDeclarationSyntax field && Remembered.Contains($"{type.Identifier.Text}.{field.Declaration.Variables[0].Identifier.Text}"))
        select $"{file.Name}: {member.ToString().Split('\n')[0].Trim()}");

    [Fact]
    public void No_file_and_no_line_is_too_long() => None(
        from file in Files
        from found in (IEnumerable<string>)[
            .. file.Lines.Length > MostLines + 1 ? [$"{file.Name} has {file.Lines.Length - 1} lines"] : Array.Empty<string>(),
            .. file.Lines.Select((line, i) => (line, i)).Where(at => at.line.Length > MostColumns).Select(at => $"{file.Name}:{at.i + 1} has {at.line.Length} columns"),
        ]
        select found);

    [Fact]
    public void A_function_fits_a_screen() => None(
        from file in Files
        from method in file.Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        let span = method.SyntaxTree.GetLineSpan(method.Span)
        where span.EndLinePosition.Line - span.StartLinePosition.Line + 1 > MostLinesOfAFunction
        select $"{file.Name}: {Name(method)}");

    /// <summary>The ways in take what the caller has; the arithmetic that can be called alone takes what a sum needs.</summary>
    private static bool IsWayIn(SourceFile file, BaseMethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword) || file.Name is "Billing.cs" or "Lifecycle.cs";

    private static string Name(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.ToString().Split('\n')[0],
    };

    private static bool IsSettable(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.AccessorList?.Accessors.Any(SyntaxKind.SetAccessorDeclaration) ?? false,
        FieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    private static void None(IEnumerable<string> found)
    {
        if (string.Join('\n', found) is { Length: > 0 } all)
        {
            Assert.Fail(all);
        }
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
