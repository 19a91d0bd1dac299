using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>docs/glossary.md is generated from the summaries: `GLOSSARY_WRITE=1 dotnet test --filter-class "*Glossary*"` writes it anew.</summary>
public sealed partial class GlossaryTests
{
    private const string Head = """
        # Glossary

        Every public type with its summary, generated from the source. All types stand in the namespace `SubscriptionMath`, the vendors in `Vendors`
        within it. A name with a dot is a case of a closed hierarchy. The last column gives the words of Stripe, Chargebee, Recurly, Zuora and Kill Bill.

        A customer cancels a subscription, at once or at a later end; all five say so, and Recurly alone calls the end at once a cancellation. Here a
        cancellation is the end of a part before its time: of a trial, an add-on or a contract. A term ends, a subscription expires, and credits lapse.

        | type | definition | elsewhere called |
        |---|---|---|

        """;

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "glossary.md");

    /// <summary>The words of others by type: `type | words`.</summary>
    private static readonly IReadOnlyDictionary<string, string> Elsewhere =
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "SubscriptionMath.Tests", "Documentation", "elsewhere-called.txt"))
            .Select(line => line.Split(" | "))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    [Fact]
    public void The_page_is_the_summaries_of_the_source()
    {
        var generated = Head.ReplaceLineEndings("\n") + string.Concat(Rows().Select(row => row + "\n"));
        if (Environment.GetEnvironmentVariable("GLOSSARY_WRITE") == "1")
        {
            File.WriteAllText(Page, generated);
        }

        Assert.Equal(generated, File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_type_with_a_word_of_others_is_public() =>
        Assert.Empty(Elsewhere.Keys.Except(Types().Select(DocumentationTests.NameOf), StringComparer.Ordinal));

    private static Type[] Types() => typeof(Billing).Assembly.GetExportedTypes();

    private static IEnumerable<string> Rows()
    {
        var summaries = XDocument.Load(Path.ChangeExtension(typeof(Billing).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(member => member.Attribute("name")!.Value[2..], member => Text(member.Element("summary")!), StringComparer.Ordinal);
        return
            from type in Types()
            let name = DocumentationTests.NameOf(type)
            orderby name.ToUpperInvariant()
            select $"| `{name}` | {summaries[type.FullName!.Replace('+', '.')]} | {Elsewhere.GetValueOrDefault(name, "")} |".Replace("|  |", "| |", StringComparison.Ordinal);
    }

    private static string Text(XElement summary) => Space().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } cref => $"`{cref.Value.Split('.')[^1].Split(':')[^1]}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } named => $"`{named.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
