using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SubscriptionMath.Tests.Guards;

/// <summary>How the library is built, read from its source: rooms that only use the rooms beneath them.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Namespaces = ["SubscriptionMath", "SubscriptionMath.Json", "SubscriptionMath.Vendors"];

    private static readonly string Source = Path.Combine(Repository.Root, "src", "SubscriptionMath");

    private static readonly ConcurrentDictionary<string, string> RoomsOfFiles = new();

    private static readonly CSharpCompilation Library = Compile(
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Select(file => (file, File.ReadAllText(file))));

    /// <summary>Every expression of the library with what it names and the type that it has, bound once for all tests.</summary>
    private static readonly Lazy<IReadOnlyList<Expression>> Expressions = new(() => [.. Files(Library).SelectMany(tree => Read(Library, tree))]);

    [Fact]
    public void The_source_compiles() =>
        Assert.Empty(Library.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error));

    [Fact]
    public void Every_folder_is_a_room_with_a_place() =>
        Assert.DoesNotContain(Files(Library).Select(tree => RoomOf(tree.FilePath)), room => room != Rooms.Wiring && Rooms.Place(room) < 0);

    [Fact]
    public void A_room_only_uses_the_rooms_beneath_it() => Assert.Equal("", string.Join("\n", UpwardUses(Expressions.Value).Distinct()));

    [Fact]
    public void No_binary_floating_point_is_used() => Assert.Empty(FloatingPoint(Expressions.Value));

    [Fact]
    public void No_static_field_can_change() => Assert.Empty(Files(Library).SelectMany(StaticStates));

    [Fact]
    public void There_are_three_namespaces() =>
        Assert.Empty(
            from tree in Files(Library)
            from space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where !Namespaces.Contains(space.Name.ToString())
            select $"{Name(tree)}: {space.Name}");

    [Fact]
    public void A_vendor_is_data() =>
        Assert.Empty(Files(Library).Where(tree => RoomOf(tree.FilePath) == "Vendors").SelectMany(Decisions));

    [Theory]
    [InlineData("Money", "class Low { Quote? _of; }", "Money/Offender.cs uses Answered: Quote")]
    [InlineData("Money", "class Low { void Of(Subscription? all) { var hidden = all?.Term; } }", "Money/Offender.cs uses Held: Subscription")]
    [InlineData("Resolving", "class Low { Charges? _of; }", "Resolving/Offender.cs uses Charging: Charges")]
    [InlineData("Calendar", "class Low { object Of() => Measure.Days; }", "Calendar/Offender.cs uses Proration: Measure")]
    [InlineData("Settling", "class Low { object Of() => Vendors.Kaspr.Policy(); }", "Settling/Offender.cs uses Vendors: Kaspr")]
    [InlineData("Policies", "class Low { SubscriptionMath.Json.InstantConverter? _of; }", "Policies/Offender.cs uses Json: InstantConverter")]
    public void A_use_of_a_higher_room_is_found(string room, string code, string found) =>
        Assert.Contains(found, UpwardUses(With(room, code)));

    [Theory]
    [InlineData("class C { double _x; }")]
    [InlineData("class C { object _x = 1.5f; }")]
    [InlineData("class C { object _x = 1e3; }")]
    [InlineData("class C { object X() => System.Math.Sqrt(2); }")]
    public void Binary_floating_point_is_found(string code) => Assert.NotEmpty(FloatingPoint(With("Money", code)));

    [Theory]
    [InlineData("class C { static int _x; }")]
    [InlineData("class C { static int X { get; set; } }")]
    [InlineData("class C { static readonly int[] _x = []; }")]
    [InlineData("class C { static readonly System.Collections.Generic.List<int> _x = []; }")]
    public void Static_state_is_found(string code) => Assert.NotEmpty(StaticStates(Tree("Money", code)));

    [Theory]
    [InlineData("class C { int X(bool y) { if (y) { return 1; } return 0; } }")]
    [InlineData("class C { int X(bool y) => y ? 1 : 0; }")]
    [InlineData("class C { int X(int y) => y switch { _ => 0 }; }")]
    [InlineData("class C { void X(int y) { switch (y) { default: break; } } }")]
    [InlineData("class C { void X() { while (true) { } } }")]
    [InlineData("class C { bool X(bool y) => y && X(y); }")]
    public void A_decision_in_a_vendor_is_found(string code) => Assert.NotEmpty(Decisions(Tree("Vendors", code)));

    private static IEnumerable<SyntaxTree> Files(CSharpCompilation library) =>
        library.SyntaxTrees.Where(tree => tree.FilePath.Length > 0);

    private static IEnumerable<Expression> Read(CSharpCompilation library, SyntaxTree tree)
    {
        var model = library.GetSemanticModel(tree);
        return
            from node in tree.GetRoot().DescendantNodes()
            where node is ExpressionSyntax
            select new Expression(node, model.GetSymbolInfo(node).Symbol, model.GetTypeInfo(node).Type);
    }

    // What is named, and the types of what is not: "var" and "new()" use a room as well.
    private static IEnumerable<string> UpwardUses(IEnumerable<Expression> expressions) =>
        from expression in expressions
        let room = RoomOf(expression.File)
        where room != Rooms.Wiring
        from used in Parts(expression.Symbol).Concat(Parts(expression.Type))
        where used is not INamespaceSymbol
        from declared in used.Locations
        where declared.SourceTree is { FilePath.Length: > 0 }
        let other = RoomOf(declared.SourceTree!.FilePath)
        where other == Rooms.Wiring ? !expression.Node.Ancestors().Any(above => above is AttributeSyntax) : Rooms.Place(other) > Rooms.Place(room)
        select $"{Name(expression.Node.SyntaxTree)} uses {other}: {used.Name}";

    private static IEnumerable<ISymbol> Parts(ISymbol? symbol) => symbol switch
    {
        null => [],
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } type => [type.OriginalDefinition, .. type.TypeArguments.SelectMany(Parts)],
        _ => [symbol.OriginalDefinition],
    };

    private static string RoomOf(string file) => RoomsOfFiles.GetOrAdd(file, static of => Rooms.Of(Path.GetRelativePath(Source, of)));

    private static string Name(SyntaxTree tree) => Path.GetRelativePath(Source, tree.FilePath).Replace('\\', '/');

    private static IEnumerable<string> FloatingPoint(IEnumerable<Expression> expressions) =>
        from expression in expressions
        where expression.Type is { } type
            && (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single || (type.Name == "Half" && type.ToString() == "System.Half"))
        select $"{Name(expression.Node.SyntaxTree)}: {expression.Node}";

    // A property that can be set is a field as well; so is a readonly reference to something that can change.
    private static IEnumerable<string> StaticStates(SyntaxTree tree) =>
        (from field in tree.GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>()
         where field.Modifiers.Any(SyntaxKind.StaticKeyword)
            && (!field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) || IsMutable(field.Declaration.Type))
         select $"{Name(tree)}: {field}")
        .Concat(
            from property in tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>()
            where property.Modifiers.Any(SyntaxKind.StaticKeyword)
                && (property.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) ?? false)
            select $"{Name(tree)}: {property}");

    private static bool IsMutable(TypeSyntax type) =>
        type is ArrayTypeSyntax || type.ToString() is var name && (name.Contains("List<", StringComparison.Ordinal)
            || name.Contains("Dictionary<", StringComparison.Ordinal) && !name.Contains("Frozen", StringComparison.Ordinal)
            || name.Contains("HashSet<", StringComparison.Ordinal));

    private static IEnumerable<string> Decisions(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes()
        where node is IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax
                or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            || node.IsKind(SyntaxKind.LogicalAndExpression)
            || node.IsKind(SyntaxKind.LogicalOrExpression)
        select $"{Name(tree)}: {node}";

    /// <summary>The expressions of a file that is not there, beside all that are.</summary>
    private static IEnumerable<Expression> With(string room, string code)
    {
        var tree = Tree(room, code);
        return Read(Library.AddSyntaxTrees(tree), tree);
    }

    private static SyntaxTree Tree(string room, string code) =>
        Parse((Path.Combine(Source, room, "Offender.cs"), $"namespace SubscriptionMath; {code}"));

    // What the JSON source generator adds to the one class that names it.
    private const string Generated = """
        namespace SubscriptionMath.Json
        {
            using System.Text.Json;
            using System.Text.Json.Serialization.Metadata;

            partial class NounContext() : System.Text.Json.Serialization.JsonSerializerContext(null)
            {
                public static NounContext Default { get; } = new();
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
        }
        """;

    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files) => CSharpCompilation.Create(
        "SubscriptionMath",
        files.Select(Parse).Append(Parse((
            "", "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;" + Generated))),
        Platform.BeneathTheLibrary,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse((string Path, string Text) file) =>
        CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), file.Path);

    private readonly record struct Expression(SyntaxNode Node, ISymbol? Symbol, ITypeSymbol? Type)
    {
        public string File => Node.SyntaxTree.FilePath;
    }
}
