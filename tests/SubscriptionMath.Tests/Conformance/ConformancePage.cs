using System.Text;
using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>docs/conformance.md for visitors, and docs/conformance.json for machines, from what became of the records in this run.</summary>
internal static class ConformancePage
{
    public const string Text = "conformance.md";

    public const string Figures = "conformance.json";

    private const string Data = "../tests/SubscriptionMath.Tests/Conformance";

    public static string Of(string name) => name == Text ? Page() : Json();

    private static string Json() =>
        "[\n" + string.Join(",\n", PublishedRecords.Verdicts.GroupBy(verdict => verdict.Record.Source).Select(file =>
            $"  {{\"source\": {JsonSerializer.Serialize(file.Key)}, \"records\": {file.Count()}, \"passed\": {Count(file, Outcome.Passed)}, "
            + $"\"apart\": {Count(file, Outcome.Apart)}, \"outside\": {Count(file, Outcome.Outside)}, \"unsayable\": {Count(file, Outcome.Unsayable)}}}")) + "\n]\n";

    private static string Page() => $"""
        # Conformance

        Other billing engines have published numbers: what their own tests assert, and what their users found wrong. This library answers them, with its public
        API and as it is: no test is weakened, no answer is adjusted, and all answers agree to the second and to the cent.

        A number says: this engine, under its policy, answers so. It is no universal truth, and the engines contradict each other: whether an end is the last
        second or the one after it, whether a period follows the calendar or the day of the purchase, whether the start of a month that has begun counts. Each
        of these is a value of ours, not a case in the code: no engine's name occurs in the library.

        Covered is the calendar; the life of a subscription: trials, changes, terminations and add-ons; what a change costs: proration, caps,
        quantities, tiers, discounts, tax and their rounding; and credit: in money, and in usage credits with their order of use, expiry and
        rollover. Each life is lived by the public API.

        ## What came out

        Of {PublishedRecords.Records.Count} records the library answers {Count(PublishedRecords.Verdicts, Outcome.Passed)} exactly.

        {CountedTable()}

        * **passed**: the library answers every figure of the record exactly. A test alters each published figure, one at a time, and sees that it
          then differs. Another alters each input, and sees that the answer differs or the record is no longer read. The few inputs that change
          nothing stand in [inputs-without-effect.txt]({Data}/Records/inputs-without-effect.txt), each below the engine's rule that says why.
        * **apart**: the library goes along, but the figure is the caller's own, what is expected is said in words, or there is no figure.
        * **outside**: the record asks for what the library is not for.
        * **unsayable**: the record contradicts its own rule, lacks inputs, or needs an answer that no policy of ours has yet.

        ## What is set aside, and why

        By what a record asks, never by how it came out; the table is [SetAside.cs]({Data}/SetAside.cs).

        {SetAsideTable()}

        ## What changed

        2026-11-29: 1,264 records passed before, 1,261 after. No answer of the library changed; the tests ask more.

        * An input counted as soon as an adapter asked for it. Now only a different answer counts, or a record that is no longer read; each
          number, date, zone and word is altered in more ways. By that measure 203 inputs had no effect. 152 of them are read now, held to the
          value that the policy stands for, or compared with what the library says: the end of a period, what was billed, a last fee. 51 are
          left, each with the reason.
        * Three records contradict what they expect, and no longer pass: two terminations of Lago that state a last fee of 3100 beside figures
          of 2000, and five weeks of Zuora beside the total of more than five.
        * An adapter that meets a shape, a setting or a word that it does not know fails that record alone.

        ## Which answer of ours is an engine's

        {AnswerTable()}

        ## Where the numbers are from

        The records are in [kill-bill.json]({Data}/Records/kill-bill.json),
        [open-source-engines.json]({Data}/Records/open-source-engines.json),
        [billing-engines.json]({Data}/Records/billing-engines.json) and
        [published-policies.json]({Data}/Records/published-policies.json): each has an id, the file or thread it is from, what goes in and
        what is expected. Nothing in them is changed. One class for each engine and kind asks the library, in the folder of its engine;
        [Adapter.cs]({Data}/Adapter.cs) says how to add another.

        {OriginTable()}

        This page and [conformance.json](conformance.json) are written by the tests, which fail when either is not what the run gives.

        ```sh
        CONFORMANCE_WRITE=1 dotnet test --filter-class "*Conformance*"
        ```

        """.ReplaceLineEndings("\n");

    private static string CountedTable() => Table(
        "source | kind | engine | records | passed | apart | outside | unsayable",
        [
            .. PublishedRecords.Verdicts
                .GroupBy(verdict => $"{verdict.Record.Source} | {verdict.Record.Kind} | {EngineOrigin.Of(verdict.Record.Engine).Name}")
                .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                .Select(cell => $"{cell.Key} | {Counts(cell)}"),
            .. PublishedRecords.Verdicts.GroupBy(verdict => verdict.Record.Source).Select(file => $"**{file.Key}** | all | all | {Counts(file)}"),
        ]);

    private static string SetAsideTable() => Table(
        "outcome | reason | source | records",
        PublishedRecords.Verdicts
            .Where(verdict => verdict.Outcome is Outcome.Apart or Outcome.Outside or Outcome.Unsayable)
            .GroupBy(verdict => $"{Name(verdict.Outcome)} | {verdict.Reason} | {verdict.Record.Source}")
            .OrderBy(row => row.First().Outcome).ThenByDescending(row => row.Count()).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => $"{row.Key} | {row.Count()}"));

    private static string AnswerTable() => Table(
        "engine | what is asked | how it answers, in our terms | records",
        Adapter.All
            .Select(adapter => $"{EngineOrigin.Of(adapter.Engine).Name} | {adapter.Asks} | {adapter.Policy} | {Answered(adapter)}")
            .Order(StringComparer.Ordinal));

    private static string OriginTable() => Table(
        "engine | from | records",
        EngineOrigin.All.OrderBy(origin => origin.Name, StringComparer.Ordinal)
            .Select(origin => $"{origin.Name} | {origin.Where} | {PublishedRecords.Records.Count(record => record.Engine == origin.Engine)}"));

    private static string Table(string heading, IEnumerable<string> rows)
    {
        var text = new StringBuilder($"| {heading} |\n|");
        foreach (var column in heading.Split(" | "))
            text.Append(column is "records" || Enum.TryParse<Outcome>(column, ignoreCase: true, out _) ? "---:|" : "---|");
        return rows.Aggregate(text, (table, row) => table.Append("\n| ").Append(row).Append(" |")).ToString();
    }

    /// <summary>The row of README.md that counts what became of a file.</summary>
    public static string Total(IGrouping<string, Verdict> file) => $"| {file.Key} | {Counts(file)} |";

    private static string Counts(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        return $"{all.Count} | {Count(all, Outcome.Passed)} | {Count(all, Outcome.Apart)} | {Count(all, Outcome.Outside)} | {Count(all, Outcome.Unsayable)}";
    }

    private static int Answered(Adapter adapter) =>
        PublishedRecords.Verdicts.Count(verdict => verdict.Outcome is Outcome.Passed or Outcome.Apart && adapter.Takes(verdict.Record));

    private static int Count(IEnumerable<Verdict> verdicts, Outcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome);

    private static string Name(Outcome outcome) => JsonNamingPolicy.CamelCase.ConvertName($"{outcome}");
}
