using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>The library answers what other billing engines published, or it is said why not.</summary>
public sealed class ConformanceTests
{
    /// <summary>The files and the kinds of records in them.</summary>
    public static TheoryData<string, string> Kinds =>
        [.. PublishedRecords.Records.Select(record => (record.Source, record.Kind)).Distinct()];

    public static TheoryData<string> Pages => [ConformancePage.Text, ConformancePage.Figures];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_record_of_a_kind_is_answered_as_published(string source, string kind)
    {
        var failed = PublishedRecords.Verdicts.Where(verdict => verdict.Record.Source == source && verdict.Record.Kind == kind && verdict.Outcome == Outcome.Failed).ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Fact]
    public void Every_record_has_an_id_of_its_own() =>
        Assert.Empty(PublishedRecords.Everything.GroupBy(record => record.Id).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void No_two_adapters_read_the_same_record() =>
        Assert.DoesNotContain(PublishedRecords.Records, record => Adapter.All.Count(adapter => adapter.Takes(record)) > 1);

    [Fact]
    public void Every_adapter_reads_records_of_its_engine_and_of_no_other() => Assert.All(
        Adapter.All, adapter => Assert.Equal([adapter.Engine], PublishedRecords.Records.Where(adapter.Takes).Select(record => record.Engine).Distinct()));

    [Fact]
    public void Every_reason_sets_something_aside() =>
        Assert.All(SetAside.All, row => Assert.Contains(PublishedRecords.Verdicts, verdict => verdict.Outcome == row.Outcome && verdict.Reason == row.Reason));

    /// <summary>A record set aside cannot be answered; if an adapter answers it as expected, it counts.</summary>
    [Fact]
    public void Nothing_that_would_pass_is_set_aside() => Assert.Empty(
        from verdict in PublishedRecords.Verdicts
        where verdict.Outcome is Outcome.Outside or Outcome.Unsayable
        where Adapter.For(verdict.Record) is { } adapter && Verdict.Differences(adapter, verdict.Record).Count == 0
        select verdict);

    [Theory]
    [InlineData("""{ "id": "x", "engine": "lago", "kind": "month_end", "inputs": { "op": "from_datetime", "started_at": 5 }, "expected": { "value": null } }""")]
    [InlineData("""{ "id": "x", "engine": "flexprice", "kind": "credit_expiry", "inputs": { "granted_at": "2026-07-21T12:00:00Z", "duration": 3, "unit": "FORTNIGHT" }, "expected": { "expires_at": null } }""")]
    [InlineData("""{ "id": "x", "engine": "issue-thread", "kind": "trial", "inputs": { "mode": 7 }, "expected": { "anchor_day": 1 } }""")]
    public void A_shape_that_its_adapter_does_not_read_fails_that_record_alone(string json) =>
        Assert.Equal(Outcome.Failed, Verdict.Of(new PublishedRecord("x.json", JsonDocument.Parse(json).RootElement)).Outcome);

    /// <summary>An agreement is only worth something where a difference is seen: each published figure is altered, one at a time.</summary>
    [Fact]
    public void Any_figure_altered_is_found_to_differ()
    {
        foreach (var record in PublishedRecords.Verdicts.Where(verdict => verdict.Outcome == Outcome.Passed).Select(verdict => verdict.Record))
        {
            var altered = Alteration.OfFigures(record.Expected).ToList();
            Assert.NotEmpty(altered);
            var answer = Adapter.For(record)!.Answer(record);
            Assert.All(altered, one => Assert.NotEmpty(answer.Mismatches(one.Fields)));
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
        PublishedRecords.Verdicts.GroupBy(verdict => verdict.Record.Source),
        file => Assert.True(file.Count(verdict => verdict.Outcome == Outcome.Outside) * 100 <= file.Count() * 15, file.Key));

    [Fact]
    public void The_readme_shows_the_totals() => Assert.All(
        PublishedRecords.Verdicts.GroupBy(verdict => verdict.Record.Source),
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
}
