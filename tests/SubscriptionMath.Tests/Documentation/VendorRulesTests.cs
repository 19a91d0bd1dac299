using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>docs/vendors.md accounts for every rule of the five vendors, and what it names is there.</summary>
public sealed partial class VendorRulesTests
{
    // How many rules, and how many ambiguities, each vendor's pages have.
    private static readonly (char Kind, int Vendor, int Count)[] Numbered =
    [
        ('S', 0, 6), ('S', 1, 15), ('S', 2, 11), ('S', 3, 15), ('S', 4, 15),
        ('A', 0, 7), ('A', 1, 6), ('A', 2, 8), ('A', 3, 8), ('A', 4, 7),
    ];

    private static string[][] Rows { get; } = [.. Document.Read("docs/vendors.md").RowsUnder("rule")];

    [Fact]
    public void Every_rule_and_every_ambiguity_has_one_row() => Assert.Equal(
        Numbered.SelectMany(all => Enumerable.Range(1, all.Count).Select(n => $"{all.Kind}{all.Vendor}.{n}")).Order(StringComparer.Ordinal),
        Rows.Select(row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_says_what_and_where() =>
        Assert.All(Rows, row => Assert.True(row.Length == 4 && row[1].Length > 0 && row[2].Length > 0, row[0]));

    [Fact]
    public void Every_rule_that_a_vendor_cites_has_a_row()
    {
        var known = Rows.Select(row => row[0]).ToHashSet();
        var vendors = Path.Combine(Repository.Root, "src", "SubscriptionMath", "Vendors");
        var cited = Directory.EnumerateFiles(vendors, "*.cs").SelectMany(file => Id().Matches(File.ReadAllText(file)).Select(id => id.Value)).ToHashSet();

        Assert.NotEmpty(cited);
        Assert.Empty(cited.Except(known));
    }

    [Fact]
    public void Every_scenario_that_shows_a_rule_has_a_file()
    {
        var shown = Rows.SelectMany(row => Scenario().Matches(row[3]).Select(id => id.Groups[1].Value)).ToHashSet();

        Assert.NotEmpty(shown);
        Assert.All(shown, id => Assert.True(File.Exists(ScenarioTests.FileOf(id)), id));
    }

    [Fact]
    public void Every_source_file_named_exists()
    {
        var named = Rows.SelectMany(row => SourceFile().Matches(row[2]).Select(file => file.Groups[1].Value)).ToHashSet();

        Assert.NotEmpty(named);
        Assert.All(named, file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "SubscriptionMath", file)), file));
    }

    [Fact]
    public void Every_parameter_named_is_one_of_its_vendor() => Assert.All(
        Rows.Where(row => row[2].Contains("the parameter", StringComparison.Ordinal)),
        row =>
        {
            var file = SourceFile().Match(row[2]).Groups[1].Value;
            var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "SubscriptionMath", file));
            Assert.All(
                Parameter().Matches(row[2]),
                name => Assert.Contains($"<param name=\"{name.Groups[1].Value}\">", source, StringComparison.Ordinal));
        });

    [GeneratedRegex(@"\b[SA][0-4]\.\d+")]
    private static partial Regex Id();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Scenario();

    [GeneratedRegex("`([A-Za-z]+(?:/[A-Za-z]+)*\\.cs)`")]
    private static partial Regex SourceFile();

    [GeneratedRegex("`([a-z][A-Za-z]+)`")]
    private static partial Regex Parameter();
}
