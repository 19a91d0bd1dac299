using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>docs/glossary.md defines each public type by the summary of the type. <c>GLOSSARY_WRITE=1</c> writes the definitions anew.</summary>
public sealed partial class GlossaryTests
{
    private const string Page = "docs/glossary.md";

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(Billing).Assembly.Location, ".xml"));

    private static readonly Dictionary<string, string> SummaryOf = typeof(Billing).Assembly.GetExportedTypes()
        .ToDictionary(DocumentationTests.NameOf, Summary, StringComparer.Ordinal);

    [Fact]
    public void Every_term_is_defined_by_the_summary_of_its_type()
    {
        if (Environment.GetEnvironmentVariable("GLOSSARY_WRITE") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), Row().Replace(
                Document.Read(Page).Text, row => $"| `{row.Groups["type"].Value}` | {SummaryOf[row.Groups["type"].Value]} |{row.Groups["rest"].Value}"));
        }

        Assert.All(Document.Read(Page).RowsUnder("type"), row => Assert.Equal((row[0], SummaryOf[row[0].Trim('`')]), (row[0], row[1])));
    }

    private static string Summary(Type type)
    {
        var member = Documentation.Descendants("member").Single(one => one.Attribute("name")!.Value == $"T:{type.FullName!.Replace('+', '.')}");
        return Space().Replace(string.Concat(member.Element("summary")!.Nodes().Select(Text)), " ").Trim();
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value[2..].Split('(')[0].Replace("SubscriptionMath.", "", StringComparison.Ordinal)}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    [GeneratedRegex(@"^\| `(?<type>[^`]+)` \| [^|\n]* \|(?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
