using SubscriptionMath.Scenarios;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>The table of the vendors in docs/scenarios.md; <c>SCENARIO_WRITE=1</c> writes it anew.</summary>
public sealed class VendorTableTests
{
    private const string Head = "| vendor | in C# | steps state | parameters |\n|---|---|---|---|\n";

    [Fact]
    public void Every_vendor_has_its_row_in_the_page()
    {
        var file = Path.Combine(Repository.Root, "docs", "scenarios.md");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var start = text.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var end = text.IndexOf("\n\n", start - 1, StringComparison.Ordinal) + 1;
        var rows = string.Concat(VendorTable.Rows.Select(row => $"{row}\n"));
        if (Environment.GetEnvironmentVariable("SCENARIO_WRITE") == "1")
            File.WriteAllText(file, string.Concat(text.AsSpan(0, start), rows, text.AsSpan(end)));

        Assert.Equal(rows, File.ReadAllText(file).ReplaceLineEndings("\n")[start..].Split("\n\n", 2)[0] + "\n");
    }
}
