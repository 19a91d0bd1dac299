using System.Text.Json;
using System.Text.Json.Nodes;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>A record that passes while one of its inputs could be anything proves less than it says.</summary>
public sealed class InputTests
{
    private static readonly string File = Path.Combine(PublishedRecords.Folder, "inputs-without-effect.txt");

    /// <summary>
    /// Each input of each record that passed is altered. One that an adapter neither asks for nor answers otherwise for is in the list: a name, something
    /// that is said twice, or something on which the engine's answer does not depend. <c>CONFORMANCE_WRITE=1</c> writes the list.
    /// </summary>
    [Fact]
    public void Every_input_counts_or_is_listed()
    {
        var text = string.Concat(WithoutEffect().Select(line => $"{line}\n"));
        if (Environment.GetEnvironmentVariable("CONFORMANCE_WRITE") == "1")
            System.IO.File.WriteAllText(File, text);

        Assert.Equal(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), text);
    }

    /// <summary>The adapter and the path of each such input, and in how many records it stands.</summary>
    private static IEnumerable<string> WithoutEffect()
    {
        var (counts, records) = (new HashSet<(string, string)>(), new SortedDictionary<(string Adapter, string Path), HashSet<string>>());
        foreach (var record in PublishedRecords.Verdicts.Where(verdict => verdict.Outcome == Outcome.Passed).Select(verdict => verdict.Record))
        {
            var adapter = Adapter.For(record)!;
            var read = new HashSet<string>();
            adapter.Answer(record with { Read = read });
            foreach (var altered in Alteration.OfInputs(record.Inputs))
            {
                var key = (adapter.GetType().Name, altered.Path);
                if (!records.TryGetValue(key, out var ids))
                    records.Add(key, ids = []);

                ids.Add(record.Id);
                if (read.Contains(altered.Path) || (!counts.Contains(key) && Counts(adapter, record, altered.Fields)))
                    counts.Add(key);
            }
        }

        return records.Where(input => !counts.Contains(input.Key)).Select(input => $"{input.Key.Adapter} {input.Key.Path}: {input.Value.Count}");
    }

    private static bool Counts(Adapter adapter, PublishedRecord record, JsonElement inputs)
    {
        var json = JsonNode.Parse(record.Json.GetRawText())!;
        json["inputs"] = JsonNode.Parse(inputs.GetRawText());
        return Verdict.Differences(adapter, record with { Json = JsonSerializer.SerializeToElement(json) }).Count > 0;
    }
}
