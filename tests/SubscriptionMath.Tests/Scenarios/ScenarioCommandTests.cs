using System.Text.Json;
using SubscriptionMath.Scenarios;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>The command line of the sample: what it prints, and with which exit code it ends.</summary>
public sealed class ScenarioCommandTests
{
    private const string Upgrade = """
        3-A  Personal to Company in the middle of the year                                                  WhaleBooks
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

        1 Jan 2026       Buy Personal per year

          Service        -100.00  Personal, 1 Jan 2026 to 1 Jan 2027: EUR 100.00
          Payment        +100.00  To be paid now

          Due now        EUR 100.00
          Term           1 Jan 2026 to 1 Jan 2027

          ✓ 1 figure as expected

        2 Jul 2026       Change from Personal to Company

          Service         +50.14  Unused time on Personal, 2 Jul 2026 to 1 Jan 2027: 183 of 365 days of EUR 100.00
          Service        -120.33  Company, 2 Jul 2026 to 1 Jan 2027: 183 of 365 days of EUR 240.00
          Payment         +70.19  To be paid now

          Due now        EUR 70.19
          Term           1 Jan 2026 to 1 Jan 2027, as before

          ✓ 11 figures as expected

        """;

    [Fact]
    public void A_scenario_is_printed_step_by_step()
    {
        var (code, output, errors) = Run(ScenarioTests.FileOf("3-A"));

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.StartsWith(Upgrade.ReplaceLineEndings("\n"), output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    /// <summary>One story, on one screen, with the names of the others behind it.</summary>
    [Fact]
    public void A_first_story_is_told_where_none_is_named()
    {
        var (code, output, errors) = Run();

        Assert.Equal((ScenarioCommand.AsExpected, ""), (code, errors));
        Assert.InRange(output.Split('\n').Length, 20, 45);
        Assert.Contains("2 Jul 2026, 09:30  Change from Personal to Company\n", output, StringComparison.Ordinal);
        Assert.Contains("Payment         +70.19  To be paid now\n", output, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(ScenarioTests.Folder), file => Assert.Contains(Path.GetFileNameWithoutExtension(file), output, StringComparison.Ordinal));
        Assert.All(["compare", "timeline", "credits"], sample => Assert.Contains($"samples/{sample}.cs", output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_scenario_is_known_by_its_id()
    {
        Assert.Equal(Run(ScenarioTests.FileOf("4-C")), Run("4-c"));
        Assert.Equal("4C, $: expected a file, or the id of a scenario; found neither; did you mean \"4-C\"?\n", Run("4C").Errors[..^0]);
    }

    [Fact]
    public void All_scenarios_are_played_when_asked_for()
    {
        var (code, output, _) = Run("--all");

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.Contains("3-G  ", output, StringComparison.Ordinal);
        Assert.Contains("the payment fails: nothing has changed", output, StringComparison.Ordinal);
        Assert.Contains("Refused        paidToFree: A paid plan cannot change", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output.Split('\n'), line => line.Length > 110);
    }

    [Fact]
    public void What_is_printed_is_the_same_in_every_culture() => EveryCulture.GivesTheSame(() => Run("--all"));

    [Fact]
    public void As_JSON_it_is_an_array_of_steps_with_the_answers_of_the_library()
    {
        var (code, output, _) = Run("--json", ScenarioTests.FileOf("3-F"));
        using var json = JsonDocument.Parse(output);
        var (bought, refused) = (json.RootElement[0], json.RootElement[1]);

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.Equal("$.steps[0]", bought.GetProperty("step").GetString());
        Assert.Equal(Money.Of(100m, "EUR"), BillingJson.Read<Quote>(bought.GetProperty("answer").GetRawText()).Totals.DueNow);
        Assert.Equal(RefusalCode.PaidToFree, BillingJson.Read<Refused>(refused.GetProperty("answer").GetRawText()).Code);
        Assert.False(refused.GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public void As_JSON_a_step_has_the_events_before_it()
    {
        using var json = JsonDocument.Parse(Run("--json", ScenarioTests.FileOf("1-A")).Output);
        var waited = json.RootElement[2];
        var renewal = Assert.Single(waited.GetProperty("events").EnumerateArray());

        Assert.Equal(("advance", false), (waited.GetProperty("kind").GetString(), waited.TryGetProperty("answer", out _)));
        Assert.Equal(("2026-05-01T00:00:00Z", "accepted"), (renewal.GetProperty("on").GetString(), renewal.GetProperty("outcome").GetString()));
        Assert.Equal(Money.Of(150m, "EUR"), BillingJson.Read<Quote>(renewal.GetProperty("answer").GetRawText()).Totals.DueNow);
    }

    [Fact]
    public void A_figure_that_differs_ends_it_with_1() => WithFile(
        File.ReadAllText(ScenarioTests.FileOf("3-A")).Replace("\"70.19\"", "\"70.20\"", StringComparison.Ordinal),
        file =>
        {
            var (code, output, _) = Run(file);
            Assert.Equal(ScenarioCommand.Differs, code);
            Assert.Contains("✗ $.steps[1].expect.dueNow: expected EUR 70.20, actual EUR 70.19", output, StringComparison.Ordinal);
        });

    /// <summary>The first step could be priced; nothing of it is shown, nor of the file before.</summary>
    [Fact]
    public void A_malformed_file_ends_it_with_2_and_one_error_and_no_quote() => WithFile(
        File.ReadAllText(ScenarioTests.FileOf("3-A")).Replace("\"change\": {", "\"used\": { \"calls\": 1 }, \"change\": {", StringComparison.Ordinal),
        file => Assert.Equal(
            (ScenarioCommand.Malformed, "", $"{file}, $.steps[1].used.calls: expected at most the 0 that are left; found 1\n"),
            Run(ScenarioTests.FileOf("3-A"), file)));

    private const string End = """
        1 Jun 2026       Cancel

          Nothing is paid and nothing is credited.
          Term           1 Jan 2026 to 1 Jan 2027, as before
          Status         Non renewing
          Credit left    EUR 105.48
          Pending        end on 1 Jan 2027

          ✓ 9 figures as expected

        31 Dec 2026      As it stands
                         Personal until the end of the year.

          Status         Non renewing
          Held           Personal per year
          Term           1 Jan 2026 to 1 Jan 2027
          Credit left    EUR 105.48
          Pending        end on 1 Jan 2027

          ✓ 4 figures as expected

        1 Jan 2027       The subscription ends, and falls to Free per year

        """;

    [Fact]
    public void What_happens_by_itself_is_printed_where_it_happens()
    {
        var (code, output, _) = Run(ScenarioTests.FileOf("3-E"));

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.Contains(End.ReplaceLineEndings("\n"), output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_ends_it_with_2()
    {
        var (code, output, errors) = Run("no such file.json");

        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.StartsWith("no such file.json, $: expected a file that can be read; found ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_printed_when_asked_for_and_when_an_option_is_not_known()
    {
        var help = Run("--help");
        var (code, output, errors) = Run("--jsno");

        Assert.Equal(ScenarioCommand.AsExpected, help.Code);
        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.Equal($"There is no option --jsno.\n\n{help.Output}", errors);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = ScenarioCommand.Run(arguments, Path.GetDirectoryName(ScenarioTests.Folder)!, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static void WithFile(string text, Action<string> test)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            test(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
