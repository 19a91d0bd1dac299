using System.Text.Json;
using System.Text.Json.Nodes;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>A record that passes while one of its inputs could be anything proves less than it says.</summary>
public sealed class InputTests
{
    private const string Inputs = "inputs";

    private const string Settings = "policy";

    private static readonly string File = Path.Combine(PublishedRecords.Folder, "inputs-without-effect.txt");

    /// <summary>
    /// Each input of each record that passed is altered. One that changes no answer of its adapter is in the list, below the reason: a line that begins with "#".
    /// <c>CONFORMANCE_WRITE=1</c> writes the list; what has no reason yet stands at its end, and fails.
    /// </summary>
    [Fact]
    public void Every_input_counts_or_is_listed_with_the_reason()
    {
        var found = WithoutEffect().ToList();
        if (Environment.GetEnvironmentVariable("CONFORMANCE_WRITE") == "1")
            System.IO.File.WriteAllText(File, Written(found));

        Assert.Equal(found, Listed().Select(input => input.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Listed(), input => input.Reason.Length == 0);
    }

    /// <summary>The listed inputs, each below its reason.</summary>
    private static List<(string Reason, string Name)> Listed()
    {
        var (reason, listed) = ("", new List<(string, string)>());
        foreach (var line in System.IO.File.ReadLines(File).Where(line => line.Length > 0))
        {
            if (line.StartsWith('#'))
                reason = line[1..].Trim();
            else
                listed.Add((reason, line));
        }

        return listed;
    }

    /// <summary>The list with the reasons that it has; an input that is new has none.</summary>
    private static string Written(IReadOnlyList<string> found)
    {
        var reasons = Listed().GroupBy(input => Key(input.Name)).ToDictionary(same => same.Key, same => same.First().Reason);
        var groups = found.GroupBy(name => reasons.GetValueOrDefault(Key(name), "")).ToDictionary(group => group.Key, group => group.ToList());
        var order = Listed().Select(input => input.Reason).Where(groups.ContainsKey).Append("").Where(groups.ContainsKey).Distinct().OrderBy(reason => reason.Length == 0);
        return string.Join("\n", order.Select(reason => $"# {reason}\n{string.Concat(groups[reason].Select(name => $"{name}\n"))}"));

        static string Key(string name) => name.Split(':')[0];
    }

    /// <summary>The adapter and the path of each such input, and in how many records it stands.</summary>
    private static IEnumerable<string> WithoutEffect()
    {
        var (counts, records) = (new HashSet<(string, string)>(), new Dictionary<(string Adapter, string Path), HashSet<string>>());
        foreach (var record in PublishedRecords.Verdicts.Where(verdict => verdict.Outcome == Outcome.Passed).Select(verdict => verdict.Record))
        {
            var adapter = Adapter.For(record)!;
            foreach (var (part, altered) in Alterations(record))
            {
                var key = (adapter.GetType().Name, part == Inputs ? altered.Path : $"{part}.{altered.Path}");
                if (!records.TryGetValue(key, out var ids))
                    records.Add(key, ids = []);

                ids.Add(record.Id);
                if (!counts.Contains(key) && Counts(adapter, record, part, altered.Fields))
                    counts.Add(key);
            }
        }

        return records.Where(input => !counts.Contains(input.Key))
            .Select(input => $"{input.Key.Adapter} {input.Key.Path}: {input.Value.Count}").Order(StringComparer.Ordinal);
    }

    /// <summary>The inputs, and the settings of the engine where they are told apart.</summary>
    private static IEnumerable<(string Part, Alteration Altered)> Alterations(PublishedRecord record) =>
        Alteration.OfInputs(record.Inputs).Select(altered => (Inputs, altered))
            .Concat(record.Policy is { ValueKind: JsonValueKind.Object } settings ? Alteration.OfInputs(settings).Select(altered => (Settings, altered)) : []);

    /// <summary>Whether the adapter answers otherwise, or reads such a record no longer.</summary>
    private static bool Counts(Adapter adapter, PublishedRecord record, string part, JsonElement fields)
    {
        var json = JsonNode.Parse(record.Json.GetRawText())!;
        json[part] = JsonNode.Parse(fields.GetRawText());
        var altered = record with { Json = JsonSerializer.SerializeToElement(json) };
        return !adapter.Takes(altered) || Verdict.Differences(adapter, altered).Count > 0;
    }
}
