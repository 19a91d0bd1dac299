using SubscriptionMath.Scenarios;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>The command line of the sample that prices one change under many policies: its tables, and with which exit code it ends.</summary>
public sealed class CompareCommandTests
{
    // 183 of 365 days of 100.00 are 50.14, of 240.00 120.33; the surplus of 20.33 is 74 days of
    // 100.00 for the 366 days from 2 July 2027 on, and 0.11 that are left.
    private const string Tables = """
        Upgrade: Personal (100.00 a year) to Company (240.00 a year)                             changed on 2 Jul 2026
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
          The subscription was bought for 1 Jan 2026 to 1 Jan 2027. Amounts in EUR.

        policy           due now  next invoice  credit  forfeited   term ends
        ───────────────  ───────  ────────────  ──────  ─────────  ──────────  ─────────────────────
        WhaleBooks         70.19             –       –          –  1 Jan 2027
        PhotoDeck         189.86             –       –          –  2 Jul 2027
        smrtPhone              –         70.19       –          –  1 Jan 2027
        Obi, now           70.19             –       –          –  1 Jan 2027
        Obi, at the end        –             –       –          –  1 Jan 2027  changes on 1 Jan 2027

        Downgrade: Company (240.00 a year) to Personal (100.00 a year)                           changed on 2 Jul 2026
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
          The subscription was bought for 1 Jan 2026 to 1 Jan 2027. Amounts in EUR.

        policy           due now  next invoice  credit  forfeited    term ends
        ───────────────  ───────  ────────────  ──────  ─────────  ───────────  ─────────────────────
        WhaleBooks             –             –   70.19          –   1 Jan 2027
        PhotoDeck              –             –       –       0.11  14 Sep 2027
        smrtPhone              –             –   70.19          –   1 Jan 2027
        Obi, now               –             –   70.19          –   1 Jan 2027
        Obi, at the end        –             –       –          –   1 Jan 2027  changes on 1 Jan 2027

        """;

    private static string PolicyFile { get; } = Path.Combine(Repository.Root, "samples", "policies", "whalebooks.json");

    [Fact]
    public void A_change_is_a_table_with_a_row_for_each_policy()
    {
        var (code, output, errors) = Run("WhaleBooks", "PhotoDeck", "smrtPhone", "Obi");

        Assert.Equal((ScenarioCommand.AsExpected, ""), (code, errors));
        Assert.Equal(Tables.ReplaceLineEndings("\n"), output);
    }

    [Fact]
    public void Without_a_name_ten_vendors_are_compared()
    {
        var (code, output, _) = Run();

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.Equal(10, EveryVendor.Defaults.Concat(EveryVendor.Engines).Select(vendor => vendor.Policy.Name).Distinct()
            .Count(name => output.Contains($"\n{name} ", StringComparison.Ordinal)));
        Assert.EndsWith(" more vendors: dotnet run samples/compare.cs -- --all\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_vendors_are_compared_when_asked_for()
    {
        var (code, output, _) = Run("--all");

        Assert.Equal(ScenarioCommand.AsExpected, code);
        Assert.All(EveryVendor.Defaults, vendor => Assert.Contains($"\n{vendor.Policy.Name}", output, StringComparison.Ordinal));
        Assert.DoesNotContain(output.Split('\n'), line => line.Length > 110);
    }

    /// <summary><c>POLICY_WRITE=1</c> writes the file anew, where a policy has a question more.</summary>
    [Fact]
    public void A_policy_of_ones_own_is_read_from_a_file()
    {
        if (Environment.GetEnvironmentVariable("POLICY_WRITE") == "1")
            File.WriteAllText(PolicyFile, BillingJson.Write(WhaleBooks.Policy(), indented: true) + "\n");

        Assert.Equal(Run("WhaleBooks"), Run(PolicyFile));
        Assert.Equal(WhaleBooks.Policy(), BillingJson.Read<BillingPolicy>(File.ReadAllText(PolicyFile)));
    }

    [Fact]
    public void A_refusal_is_told_in_a_word()
    {
        var file = Path.GetTempFileName();
        try
        {
            var refusal = Rule.Refuse(RefusalCode.DowngradeNotOffered, new Case { Direction = Direction.Down });
            var others = WhaleBooks.Policy().Rules.Where(rule => rule.When.Direction != Direction.Down);
            File.WriteAllText(file, BillingJson.Write(WhaleBooks.Policy() with { Name = "Only up", Rules = [refusal, .. others] }));
            var last = Run(file).Output.Split('\n')[^2];

            Assert.StartsWith("Only up ", last, StringComparison.Ordinal);
            Assert.EndsWith(" refused: downgrade not offered", last, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void It_is_the_same_in_every_culture() => EveryCulture.GivesTheSame(() => Run());

    [Fact]
    public void What_cannot_be_read_ends_it_with_2_and_one_error()
    {
        var (code, output, errors) = Run("WhaleBook");
        Assert.Equal((ScenarioCommand.Malformed, ""), (code, output));
        Assert.StartsWith("WhaleBook, $: expected a file that can be read, or \"WhaleBooks\"", errors, StringComparison.Ordinal);
        Assert.EndsWith("; did you mean \"WhaleBooks\"?\n", errors, StringComparison.Ordinal);

        var (unknown, nothing, told) = Run("--csv");
        Assert.Equal((ScenarioCommand.Malformed, ""), (unknown, nothing));
        Assert.Equal($"There is no option --csv.\n\n{Run("--help").Output}", told);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CompareCommand.Run(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
