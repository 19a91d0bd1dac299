using System.Text.Json;
using System.Text.Json.Nodes;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>The library answers what other billing engines published, or it is said why not.</summary>
public sealed class ConformanceTests
{
    /// <summary>The files and the kinds of records in them.</summary>
    public static TheoryData<string, string> Kinds =>
        [.. Published.Records.Select(record => (record.Source, record.Kind)).Distinct()];

    public static TheoryData<string> Pages => [ConformancePage.Text, ConformancePage.Figures];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_record_of_a_kind_is_answered_as_published(string source, string kind)
    {
        var failed = Published.Verdicts.Where(verdict => verdict.Record.Source == source && verdict.Record.Kind == kind && verdict.Outcome == Outcome.Failed).ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Fact]
    public void Every_record_has_an_id_of_its_own() =>
        Assert.Empty(Published.Everything.GroupBy(record => record.Id).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void No_two_adapters_read_the_same_record() =>
        Assert.DoesNotContain(Published.Records, record => Adapter.All.Count(adapter => adapter.Reads(record)) > 1);

    [Fact]
    public void Every_adapter_reads_records_of_its_engine_and_of_no_other() => Assert.All(
        Adapter.All, adapter => Assert.Equal([adapter.Engine], Published.Records.Where(adapter.Reads).Select(record => record.Engine).Distinct()));

    [Fact]
    public void Every_reason_sets_something_aside() =>
        Assert.All(SetAside.All, row => Assert.Contains(Published.Verdicts, verdict => verdict.Outcome == row.Outcome && verdict.Reason == row.Reason));

    /// <summary>An agreement is only worth something where a difference is seen: each published figure is altered, one at a time.</summary>
    [Fact]
    public void Any_figure_altered_is_found_to_differ()
    {
        foreach (var record in Published.Verdicts.Where(verdict => verdict.Outcome == Outcome.Passed).Select(verdict => verdict.Record))
        {
            var altered = Altered(record.Expected).ToList();
            Assert.NotEmpty(altered);
            Assert.All(altered, expected => Assert.NotEmpty(Adapter.All.Single(adapter => adapter.Reads(record)).Answer(record).Mismatches(expected)));
        }
    }

    [Fact]
    public void The_mistake_that_users_reported_is_a_mistake_here()
    {
        var reported = JsonDocument.Parse("""{ "date": "2022-04-30", "reported_wrong": { "date": "2022-05-01" } }""").RootElement;

        Assert.Empty(new Answers { ["date"] = new LocalDate(2022, 4, 30) }.Mistakes(reported));
        Assert.Equal(["date: 2022-05-01 was reported as wrong"], new Answers { ["date"] = new LocalDate(2022, 5, 1) }.Mistakes(reported));
    }

    [Fact]
    public void Of_what_was_published_all_but_little_is_within_the_purpose() => Assert.All(
        Published.Verdicts.GroupBy(verdict => verdict.Record.Source),
        file => Assert.True(file.Count(verdict => verdict.Outcome == Outcome.Outside) * 100 <= file.Count() * 15, file.Key));

    [Fact]
    public void The_readme_shows_the_totals() => Assert.All(
        Published.Verdicts.GroupBy(verdict => verdict.Record.Source),
        file => Assert.Contains(ConformancePage.Total(file), File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal));

    /// <summary>docs/conformance.md and .json are this run, word for word. <c>CONFORMANCE_WRITE=1</c> writes them.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_is_up_to_date(string name)
    {
        var (file, text) = (Path.Combine(Repository.Root, "docs", name), ConformancePage.Of(name));
        if (Environment.GetEnvironmentVariable("CONFORMANCE_WRITE") == "1")
            File.WriteAllText(file, text);

        Assert.Equal(text, File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "");
    }

    /// <summary>The expected answer with one figure changed, for each figure in it.</summary>
    private static IEnumerable<JsonElement> Altered(JsonElement expected)
    {
        for (var n = 0; ; n++)
        {
            var (copy, left) = (JsonNode.Parse(expected.GetRawText())!, n);
            if (!Alter(copy, ref left))
                yield break;
            yield return JsonSerializer.SerializeToElement(copy);
        }
    }

    private static bool Alter(JsonNode node, ref int skip)
    {
        var places = node is JsonArray array
            ? Enumerable.Range(0, array.Count).Select(n => (Value: array[n], Set: (Action<JsonNode>)(to => array[n] = to)))
            : node.AsObject().Where(field => !Answers.IsWords(field.Key))
                .Select(field => (field.Value, Set: (Action<JsonNode>)(to => node[field.Key] = to)));
        foreach (var (value, set) in places.ToList())
        {
            if (value is JsonObject or JsonArray)
            {
                if (Alter(value, ref skip))
                    return true;
            }
            else if (skip-- == 0)
            {
                set(Other(value));
                return true;
            }
        }

        return false;
    }

    private static JsonNode Other(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "2022-01-01T00:00:00Z",
        JsonValueKind.String => value.GetValue<string>() is var text && text.StartsWith('1') ? $"2{text[1..]}" : $"1{(text.Length > 0 ? text[1..] : "")}",
        JsonValueKind.Number => value.GetValue<decimal>() + 1,
        _ => !value.GetValue<bool>(),
    };
}
