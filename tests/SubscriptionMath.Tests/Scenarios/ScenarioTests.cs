using SubscriptionMath.Scenarios;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>The scenarios of the vendors' published rules, played as the sample plays them.</summary>
public sealed class ScenarioTests
{
    /// <summary>All scenarios of the vendors' tables. An apostrophe is no letter for a file: 4-B' stands in 4-B2.json.</summary>
    private static readonly string[] Ids =
    [
        "0-A", "0-B", "0-C", "0-D", "0-E",
        "1-A", "1-B", "1-C", "1-D", "1-E", "1-H", "1-I", "1-J",
        "2-A", "2-B", "2-C", "2-E", "2-G",
        "3-A", "3-B", "3-C", "3-D", "3-E", "3-F", "3-G", "3-H",
        "4-A", "4-B", "4-B'", "4-C", "4-D", "4-E", "4-G",
    ];

    public static TheoryData<string> Scenarios => [.. Ids];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_figure_is_as_expected(string id) =>
        Assert.Empty(ScenarioRunner.Play(Read(id)).Mismatches.Select(mismatch => mismatch.ToString()));

    [Fact]
    public void There_is_a_file_for_each_of_them_and_no_other() => Assert.Equal(
        Ids.Select(NameOf), Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_file_is_named_after_its_scenario(string id) => Assert.Equal(id, Read(id).Id);

    /// <summary>Nothing that happens by itself before the last step goes unnoticed: its entries are listed, or it has none.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_event_of_the_story_is_expected(string id)
    {
        var steps = ScenarioRunner.Play(Read(id)).Runs[0].Steps;
        Assert.All(steps, step => Assert.Equal(
            step.Events.Select((_, index) => (int?)index),
            step.Step.Expected.Where(expected => expected is { Name: "entries", Event: not null }).Select(expected => expected.Event)));
    }

    /// <summary>A run that lists all entries, or a refusal, cannot agree by accident.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_file_expects_a_table_of_entries_or_a_refusal(string id) =>
        Assert.Contains(Read(id).Runs[0].Steps.SelectMany(step => step.Expected), expected => expected.Name is "entries" or "refused");

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_variant_expects_something_of_its_last_step(string id) =>
        Assert.All(Read(id).Runs, run => Assert.NotEmpty(run.Steps[^1].Expected));

    [Theory]
    [InlineData("3-A", "Service +50.14 -120.33; Payment +70.19")]
    [InlineData("3-C", "Service +180.82 -75.34; Balance -105.48")]
    [InlineData("3-D", "Service +67.12 -161.10; Balance +93.97; Rounding +0.01")]
    [InlineData("3-B", "Service -240.00; Payment +100.00 +140.00")]
    [InlineData("4-C", "Service +401.10 -240.00 -160.66; Forfeited -0.44")]
    [InlineData("0-D", "Service +150.00 -500.00; Forfeited -150.00; Payment +500.00")]
    [InlineData("1-A", "Service +37.50 -62.50; NextInvoice +25.00")]
    [InlineData("4-E", "Service +70.00 -69.70; Forfeited -0.30")]
    [InlineData("1-A", "Service -125.00; Payment +150.00; NextInvoice -25.00")]
    [InlineData("3-C", "Service -100.00; Payment +94.52; Balance +5.48")]
    public void Entry_by_entry_it_is(string id, string entries) => Assert.Contains(entries, EntriesExpected(id));

    /// <summary>A remark in brackets, "(245 days)", is the reader's.</summary>
    [Fact]
    public void The_entries_that_the_readme_shows_are_those_of_the_scenarios()
    {
        foreach (var row in Document.Readme.RowsUnder("scenario"))
        {
            var shown = string.Join(';', row[1].Split(';').Select(account => account.Split(" (", 2)[0]));
            Assert.Contains(shown, EntriesExpected(row[0].Split(' ', 2)[0]));
        }
    }

    [Fact]
    public void All_scenarios_are_listed_with_their_titles() => Assert.Equal(
        Ids.Select(id => (Cell: $"[{id}](../samples/scenarios/{NameOf(id)}.json)", Read(id).Title)),
        Document.Read("docs/scenarios.md").RowsUnder("id |").Select(row => (row[0], row[1])));

    [Fact]
    public void The_example_of_the_page_can_be_played()
    {
        var example = Document.Read("docs/scenarios.md").Blocks.Single(block => block.Language == "json").Text;
        var outcome = ScenarioRunner.Play(ScenarioReader.Read(example, "example"));

        Assert.Equal(2, outcome.Runs.Count);
        Assert.Equal(6, outcome.Runs.SelectMany(run => run.Steps).Count(step => step.Step.Expected.Count > 0));
        Assert.Empty(outcome.Mismatches);
    }

    [Fact]
    public void A_figure_that_differs_is_named_with_both_values()
    {
        var wrong = File.ReadAllText(FileOf("3-A")).Replace("\"dueNow\": \"70.19\"", "\"dueNow\": \"70.20\"", StringComparison.Ordinal);
        var mismatch = Assert.Single(ScenarioRunner.Play(ScenarioReader.Read(wrong, "3-A.json")).Mismatches);

        Assert.Equal("$.steps[1].expect.dueNow: expected EUR 70.20, actual EUR 70.19", mismatch.ToString());
    }

    [Fact]
    public void A_refused_change_has_none_of_the_figures_of_a_quote()
    {
        var wrong = File.ReadAllText(FileOf("3-F")).Replace("\"refused\": \"paidToFree\"", "\"dueNow\": 0", StringComparison.Ordinal);
        var mismatch = Assert.Single(ScenarioRunner.Play(ScenarioReader.Read(wrong, "3-F.json")).Mismatches);

        Assert.Equal("refused: paidToFree", mismatch.Actual);
    }

    [Fact]
    public void An_event_that_does_not_happen_is_named_with_what_does()
    {
        var wrong = File.ReadAllText(FileOf("3-A")).Replace("\"billingReason\": \"renewal\"", "\"billingReason\": \"expiry\"", StringComparison.Ordinal);
        Assert.Equal(
            [
                "$.steps[2].expect.events: expected 2027-01-01 expiry, actual 2027-01-01 renewal",
                "$.variants[0].steps[2].expect.events: expected 2029-01-01 expiry, actual 2029-01-01 renewal",
            ],
            ScenarioRunner.Play(ScenarioReader.Read(wrong, "3-A.json")).Mismatches.Select(mismatch => mismatch.ToString()));

        var early = File.ReadAllText(FileOf("3-A")).Replace("\"2027-01-01\", \"advance\"", "\"2026-12-31\", \"advance\"", StringComparison.Ordinal);
        Assert.Contains(
            "$.steps[2].expect.events[0].dueNow: expected EUR 240.00, actual no such event",
            ScenarioRunner.Play(ScenarioReader.Read(early, "3-A.json")).Mismatches.Select(mismatch => mismatch.ToString()));
    }

    internal static string FileOf(string id) => Path.Combine(Folder, $"{NameOf(id)}.json");

    internal static string Folder { get; } = Path.Combine(Repository.Root, "samples", "scenarios");

    private static string NameOf(string id) => id.Replace('\'', '2');

    private static Scenario Read(string id) => ScenarioReader.ReadFile(FileOf(id));

    private static IEnumerable<string> EntriesExpected(string id) => Read(id).Runs[0].Steps
        .SelectMany(step => step.Expected)
        .Where(expected => expected.Name == "entries")
        .Select(expected => expected.Text);
}
