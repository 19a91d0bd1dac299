using System.Text;
using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>docs/conformance.md for visitors, and docs/conformance.json for machines, from what became of the records in this run.</summary>
internal static class ConformancePage
{
    public const string Text = "conformance.md";

    public const string Figures = "conformance.json";

    private static readonly string[] Names = [Name(Outcome.Passed), Name(Outcome.Apart), Name(Outcome.Outside), Name(Outcome.Unsayable)];

    private const string Data = "../tests/SubscriptionMath.Tests/Conformance";

    public static string Of(string name) => name == Text ? Page() : Json();

    private static string Json() =>
        "[\n" + string.Join(",\n", PublishedRecords.Verdicts.GroupBy(verdict => verdict.Record.Source).Select(file =>
            $"  {{\"source\": {JsonSerializer.Serialize(file.Key)}, \"records\": {file.Count()}, \"passed\": {Count(file, Outcome.Passed)}, "
            + $"\"apart\": {Count(file, Outcome.Apart)}, \"outside\": {Count(file, Outcome.Outside)}, \"unsayable\": {Count(file, Outcome.Unsayable)}}}")) + "\n]\n";

    private static string Page() => $"""
        # Conformance

        Other billing engines have published numbers: the assertions of their own tests, and the errors that their users found. This library reproduces
        them through its public API: no test is weakened, no answer is adjusted, and all answers agree to the second and to the cent.

        A number is the answer of one engine under one policy. It is no universal truth, and the engines contradict each other. An end is the last second or
        the one after. A period follows the calendar or the day of the purchase. The start of a begun month counts or does not. Each of these is a value of a
        policy, not a case in the code: no engine's name occurs in the library.

        The records cover three subjects. The first is the calendar. The second is the life of a subscription and the price of a change: trials, changes,
        cancellations, add-ons, proration, caps, quantities, tiers, discounts, tax and their rounding. The third is credit: money credit, and usage credits
        with their order of use, expiry and rollover. Each life is played through the public API.

        ## Results

        Of {PublishedRecords.Records.Count} records the library answers {Count(PublishedRecords.Verdicts, Outcome.Passed)} exactly.

        {CountedTable()}

        * **passed**: the library gives every figure of the record exactly. A test alters each published figure, one at a time, and checks that the
          comparison then fails. Another alters each input and each setting, and checks that the answer differs or the record is no longer read. The few inputs
          without effect stand in [inputs-without-effect.txt]({Data}/Records/inputs-without-effect.txt), each below the engine's rule as the reason.
        * **with input**: passed with input from the caller, with an expected result in words, or without a figure.
        * **out of scope**: the record asks for a task that the library does not have.
        * **not expressible**: the record contradicts its own rule, lacks inputs, or needs an answer that no policy has yet.

        ## Records set aside, and the reasons

        A record is set aside by its question, never by its result; the table is [SetAside.cs]({Data}/SetAside.cs).

        {SetAsideTable()}

        ## Missing answers

        These records need an answer that no policy has yet. Every other record that is not expressible contradicts itself,
        lacks an input, or asks about a period or a share that does not exist.

        {MissingTable()}

        ## Changes

        2026-11-29: 1,264 records passed before, 1,253 after. No answer of the library changed; the tests ask more.

        * An input counted as soon as an adapter asked for it. Now only a different answer counts, or a record that is no longer read. Each
          number, date, zone and word is altered in more ways. By that measure 203 inputs had no effect. 152 of them are now read, held to the
          value of the policy, or compared with an answer of the library: the end of a period, a billed amount, a last fee. The other 51 each
          have a reason. The settings of an engine, beside its inputs, were not altered at all: 28 had no effect, and an adapter now holds each to
          the values of its policy.
        * Three records contradict their expectations and no longer pass: two cancellations of Lago that state a last fee of 3100 beside figures
          of 2000, and five weeks of Zuora beside the total of more than five.
        * Three adapters carried a rule of their engine. The library now gives the periods billed by Lago and OpenMeter (`Proration.Billed`). Three
          records of Flexprice, with quarters off their anchor, no longer pass.
        * Five records of Lago no longer pass: two ask for a period before the start of a subscription, three for one after its end.
        * An adapter that meets an unknown shape, setting or word fails that record alone.
        * A test compiles the adapters against the public API alone. One of them had used an internal member.

        ## The library's answer for each engine

        {AnswerTable()}

        ## Sources of the numbers

        The records are in [kill-bill.json]({Data}/Records/kill-bill.json),
        [open-source-engines.json]({Data}/Records/open-source-engines.json),
        [billing-engines.json]({Data}/Records/billing-engines.json) and
        [published-policies.json]({Data}/Records/published-policies.json): each has an id, its file or thread, its inputs and
        its expected results. No record is changed. One class for each engine and kind asks the library, in the folder of its engine;
        [Adapter.cs]({Data}/Adapter.cs) tells how to add another.

        {OriginTable()}

        The tests write this page and [conformance.json](conformance.json), and fail if either differs from the run.

        ```sh
        CONFORMANCE_WRITE=1 dotnet test --filter-class "*Conformance*"
        ```

        """.ReplaceLineEndings("\n");

    private static string CountedTable() => Table(
        $"source | kind | engine | records | {string.Join(" | ", Names)}",
        [
            .. PublishedRecords.Verdicts
                .GroupBy(verdict => $"{verdict.Record.Source} | {verdict.Record.Kind} | {EngineOrigin.Of(verdict.Record.Engine).Name}")
                .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                .Select(cell => $"{cell.Key} | {Counts(cell)}"),
            .. PublishedRecords.Verdicts.GroupBy(verdict => verdict.Record.Source).Select(file => $"**{file.Key}** | all | all | {Counts(file)}"),
        ]);

    private static string SetAsideTable() => Table(
        "outcome | reason | engine and kind | records",
        PublishedRecords.Verdicts
            .Where(verdict => verdict.Outcome is Outcome.Apart or Outcome.Outside or Outcome.Unsayable)
            .GroupBy(verdict => $"{Name(verdict.Outcome)} | {verdict.Reason}")
            .OrderBy(row => row.First().Outcome).ThenByDescending(row => row.Count()).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => $"{row.Key} | {AskedBy(row)} | {row.Count()}"));

    private static string MissingTable() => Table(
        "missing answer | engine and kind | records",
        SetAside.All.Where(row => row.Missing.Length > 0)
            .Select(row => (row.Missing, Asked: PublishedRecords.Verdicts.Where(verdict => verdict.Outcome == row.Outcome && verdict.Reason == row.Reason).ToList()))
            .OrderByDescending(row => row.Asked.Count).ThenBy(row => row.Missing, StringComparer.Ordinal)
            .Select(row => $"{row.Missing} | {AskedBy(row.Asked)} | {row.Asked.Count}"));

    /// <summary>The engines, each with the kinds of its records and their number.</summary>
    private static string AskedBy(IEnumerable<Verdict> verdicts) => string.Join("; ", verdicts
        .GroupBy(verdict => EngineOrigin.Of(verdict.Record.Engine).Name)
        .OrderBy(engine => engine.Key, StringComparer.Ordinal)
        .Select(engine => $"{engine.Key}: {string.Join(", ", engine.GroupBy(one => one.Record.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Count()}"))}"));

    private static string AnswerTable() => Table(
        "engine | question | the library's answer | records",
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
            text.Append(column is "records" || Names.Contains(column) ? "---:|" : "---|");
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

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Apart => "with input",
        Outcome.Outside => "out of scope",
        _ => "not expressible",
    };
}
