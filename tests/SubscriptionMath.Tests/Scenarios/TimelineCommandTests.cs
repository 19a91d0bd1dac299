using System.Xml.Linq;
using SubscriptionMath.Scenarios;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>The command line of the sample that shows a life: its table, its pictures, and with which exit code it ends.</summary>
public sealed class TimelineCommandTests
{
    private const string Months = """
              date  what happened                         due  credit left  valid until
        ──────────  ─────────────────────────────────  ──────  ───────────  ───────────
        1 Jan 2026  Buy Standard per year              750.00            –   1 Jan 2027
        1 Jul 2026  Pay per month instead of per year       –       303.08   1 Aug 2026
                    · 303.08 to the credit
        1 Aug 2026  The renewal: Standard per month         –       228.08   1 Sep 2026
                    · 75.00 from the credit
        1 Sep 2026  The renewal: Standard per month         –       153.08   1 Oct 2026
                    · 75.00 from the credit
        1 Oct 2026  The renewal: Standard per month         –        78.08   1 Nov 2026
                    · 75.00 from the credit
        1 Nov 2026  The renewal: Standard per month         –         3.08   1 Dec 2026
                    · 75.00 from the credit
        1 Dec 2026  The renewal: Standard per month     71.92            –   1 Jan 2027
                    · 3.08 from the credit
        ──────────  ─────────────────────────────────  ──────  ───────────  ───────────
                    paid in all                        821.92

        """;

    private static readonly string[] Drawn =
    [
        "Company", "Personal", "Free", "canceled", "240.00", "87.43", "not paid", "119.29", "19.29", "72.30", "8 Mar 2028", "Falls to Free", "→ 8 Mar 2029",
    ];

    private static string Story { get; } = Path.Combine(Repository.Root, "samples", "stories", "two-years.json");

    [Fact]
    public void A_life_is_a_table()
    {
        var (code, output, errors) = Run(ScenarioTests.FileOf("1-D"));

        Assert.Equal((ScenarioCommand.AsExpected, ""), (code, errors));
        Assert.EndsWith(Months.ReplaceLineEndings("\n"), output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_it_tells_its_own_story_and_every_figure_of_that_holds()
    {
        var (code, output, _) = Run();

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.Contains("· in two payments, 100.00 and 140.00", output, StringComparison.Ordinal);
        Assert.Contains("· 88.20 could not be collected: nothing changes", output, StringComparison.Ordinal);
        Assert.Contains("· 72.30 of credit is lost", output, StringComparison.Ordinal);
        Assert.Empty(ScenarioRunner.Play(ScenarioReader.ReadFile(Story)).Mismatches);
    }

    [Fact]
    public void A_variant_is_shown_by_its_name()
    {
        // 744.00 for the year and 74.94 in December.
        Assert.Contains(" 818.94", Run("--variant", "the year costs 12 x 62", ScenarioTests.FileOf("1-D")).Output, StringComparison.Ordinal);
        var (code, output, errors) = Run("--variant", "another", ScenarioTests.FileOf("1-D"));
        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.Equal($"{ScenarioTests.FileOf("1-D")}, $.variants: expected \"the year costs 12 x 62\"; found \"another\"\n", errors);
    }

    /// <summary>The picture names all that the table does: each day, each plan, each amount due, each credit left.</summary>
    [Fact]
    public void Drawn_as_SVG_it_names_what_happened() => WithFile(file =>
    {
        Assert.Equal(ScenarioCommand.AsExpected, Run("--svg", file).Code);
        var svg = XDocument.Load(file).Root!;
        var texts = svg.Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value).ToArray();

        Assert.Equal("http://www.w3.org/2000/svg", svg.Name.NamespaceName);
        Assert.Equal("Two years · From a trial to the end, with an overpayment on the way", texts[0]);
        Assert.All(Drawn, expected => Assert.Contains(expected, texts));
    });

    /// <summary><c>PICTURE_WRITE=1</c> writes the picture anew.</summary>
    [Fact]
    public void The_picture_in_the_documentation_is_what_the_sample_draws() => WithFile(file =>
    {
        Assert.Equal(ScenarioCommand.AsExpected, Run("--svg", file).Code);
        if (Environment.GetEnvironmentVariable("PICTURE_WRITE") == "1")
        {
            File.Copy(file, Path.Combine(Repository.Root, "docs", "two-years.svg"), overwrite: true);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "two-years.svg")), File.ReadAllText(file));
    });

    [Fact]
    public void Drawn_as_Mermaid_it_is_a_Gantt_diagram() => WithFile(file =>
    {
        Assert.Equal(ScenarioCommand.AsExpected, Run("--mermaid", file, ScenarioTests.FileOf("3-E")).Code);
        var lines = File.ReadAllLines(file).Select(line => line.Trim()).ToArray();

        Assert.Equal("gantt", lines[0]);
        Assert.Contains("Personal, canceled :done, 2026-06-01, 2027-01-01", lines);
        Assert.Contains("The subscription ends, and falls to Free per year :milestone, 2027-01-01, 0d", lines);
    });

    [Fact]
    public void Every_scenario_can_be_shown_and_drawn() => WithFile(file =>
    {
        foreach (var scenario in Directory.EnumerateFiles(ScenarioTests.Folder, "*.json"))
        {
            var (code, output, _) = Run("--svg", file, "--mermaid", Path.ChangeExtension(file, ".mmd"), scenario);
            Assert.Equal(ScenarioCommand.AsExpected, code);
            Assert.DoesNotContain(output.Split('\n'), line => line.Length > 110);
            Assert.NotNull(XDocument.Load(file).Root);
        }

        File.Delete(Path.ChangeExtension(file, ".mmd"));
    });

    [Fact]
    public void It_is_the_same_in_every_culture() => WithFile(file =>
        EveryCulture.GivesTheSame(() => (Run("--svg", file), File.ReadAllText(file))));

    [Fact]
    public void A_figure_that_differs_is_told_below_and_ends_it_with_1() => WithFile(file =>
    {
        File.WriteAllText(file, File.ReadAllText(Story).Replace("\"87.43\"", "\"87.42\"", StringComparison.Ordinal));
        var (code, output, _) = Run(file);

        Assert.Equal(ScenarioCommand.Differs, code);
        Assert.EndsWith("  ✗ $.steps[4].expect.dueNow: expected EUR 87.42, actual EUR 87.43\n", output, StringComparison.Ordinal);
    });

    [Fact]
    public void What_cannot_be_read_or_written_ends_it_with_2_and_one_error()
    {
        var (code, output, errors) = Run("no such file.json");
        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.StartsWith("no such file.json, $: expected a file that can be read; found ", errors, StringComparison.Ordinal);

        var nowhere = Path.Combine(Path.GetTempPath(), "no such folder", "life.svg");
        (code, output, errors) = Run("--svg", nowhere);
        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.StartsWith($"{nowhere}, $: expected a file that can be written; found ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option --sgv.", "--sgv", "a.svg")]
    [InlineData("--svg needs a file.", "--svg")]
    [InlineData("--variant was given twice.", "--variant", "a", "--variant", "b")]
    [InlineData("One scenario is shown at a time: a.json or b.json.", "a.json", "b.json")]
    public void What_is_not_understood_is_told_with_the_help(string told, params string[] arguments)
    {
        var help = Run("--help");
        var (code, output, errors) = Run(arguments);

        Assert.Equal(ScenarioCommand.AsExpected, help.Code);
        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.Equal($"{told}\n\n{help.Output}", errors);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = TimelineCommand.Run(arguments, Story, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static void WithFile(Action<string> test)
    {
        var file = Path.GetTempFileName();
        try
        {
            test(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
