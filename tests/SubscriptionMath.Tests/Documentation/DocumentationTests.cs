using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>Compiles, runs and looks up the content of README.md and docs: no line may be out of date.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Languages = ["csharp", "cs", "sql", "text", "sh", "json", "mermaid"];

    public static TheoryData<string> Documents => [.. Document.Names];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_program_prints_what_the_text_after_it_says(string document)
    {
        foreach (var program in Document.Read(document).Programs)
            Assert.Equal(program.Select(part => part.Output), SampleProgram.Run(program.Select(part => part.Code)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_block_has_a_language_that_is_checked(string document) =>
        Assert.All(Document.Read(document).Blocks, block => Assert.Contains(block.Language, Languages));

    /// <summary>A block of "csharp" runs; one of "cs" or "sql" is an excerpt of the source, or of the tests of storage, which run it.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_excerpt_stands_in_the_source(string document)
    {
        var source = string.Join('\n', SourceFiles.Select(File.ReadAllText).Select(Trimmed));
        Assert.All(
            Document.Read(document).Blocks.Where(block => block.Language is "cs" or "sql"),
            block => Assert.Contains(Trimmed(block.Text), source, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_is_linked_exists(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        Assert.All(Document.Read(document).FilesLinked, target => Assert.True(Path.Exists(Path.Combine(folder, target)), target));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    public void Every_room_is_on_the_map(string document) => Assert.Equal(
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "SubscriptionMath"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => $"`{Path.GetFileName(folder)}`").Order(StringComparer.Ordinal),
        Document.Read(document).RowsUnder("folder").Select(row => row[0]).Order(StringComparer.Ordinal));

    /// <summary>`Type.Member` between backticks is a public member of the library.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_member_that_is_named_exists(string document) => Assert.All(
        Document.Read(document).MembersNamed,
        named => Assert.Contains(
            typeof(Billing).Assembly.GetExportedTypes().Where(type => type.Name == named.Type),
            type => type.GetMember(named.Member).Length > 0));

    [Fact]
    public void The_first_example_is_at_most_fifteen_lines() =>
        Assert.InRange(FirstExample.Code.Split('\n').Length, 1, 15);

    /// <summary>LINQPad names the namespaces in its header; the rest of the query is the rest of the example.</summary>
    [Fact]
    public void The_LINQPad_sample_is_the_first_example()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "linqpad-samples", "PriceAnUpgrade.linq")).ReplaceLineEndings("\n");
        const string EndOfHeader = "</Query>\n";
        var body = text.IndexOf(EndOfHeader, StringComparison.Ordinal) + EndOfHeader.Length;
        var header = XElement.Parse(text[..body]);
        var usings = header.Elements("Namespace").Select(name => $"using {name.Value};\n");

        Assert.Equal("SubscriptionMath", header.Element("NuGetReference")!.Value);
        Assert.Equal(FirstExample.Code, string.Concat(usings) + text[body..].TrimEnd('\n'));
    }

    [Fact]
    public void Every_LINQPad_sample_has_its_place_in_the_order()
    {
        var folder = Path.Combine(Repository.Root, "linqpad-samples");
        Assert.Equal(
            Directory.EnumerateFiles(folder, "*.linq").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            File.ReadAllLines(Path.Combine(folder, "FileOrder.txt")).Where(line => line.Length > 0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_public_type_is_in_the_glossary_once_and_nothing_else_is()
    {
        var terms = Document.Read("docs/glossary.md").RowsUnder("type").Select(row => row[0].Trim('`')).ToArray();
        Assert.Equal(terms.Order(StringComparer.OrdinalIgnoreCase), terms);
        Assert.Equal(typeof(Billing).Assembly.GetExportedTypes().Select(NameOf).Order(StringComparer.OrdinalIgnoreCase), terms);
    }

    /// <summary>Each sentence of the check stands in the table, and none that the check does not have.</summary>
    [Fact]
    public void Every_contradiction_is_in_the_table() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "SubscriptionMath", "Policies"), "PolicyCheck*.cs")
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
        Document.Read("docs/policies.md").RowsUnder("what contradicts").Select(row => row[1]).Order(StringComparer.Ordinal));

    /// <summary>The first program of README.md and what it prints.</summary>
    internal static (string Code, string Output) FirstExample => Document.Readme.Programs[0][0];

    private static IEnumerable<string> SourceFiles => new[] { Path.Combine("src", "SubscriptionMath"), Path.Combine("tests", "SubscriptionMath.Storage.Tests") }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories));

    private static string Trimmed(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    /// <summary>The name of a type as the glossary has it: a case behind its hierarchy.</summary>
    internal static string NameOf(Type type)
    {
        var name = type.IsGenericType ? $"{type.Name.Split('`')[0]}<T>" : type.Name;
        return type.DeclaringType is { } outer ? $"{NameOf(outer)}.{name}" : name;
    }

    [GeneratedRegex("\"([A-Z][^\"{]*\\.)\"\\)")]
    private static partial Regex Sentence();
}
