using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>All published records: each file of this folder is an array of them, in the order in which its source has them.</summary>
internal static class PublishedRecords
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "SubscriptionMath.Tests", "Conformance", "Records");

    /// <summary>All records, those that prove nothing among them.</summary>
    public static IReadOnlyList<PublishedRecord> Everything { get; } =
    [
        .. from file in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
           from record in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray()
           select new PublishedRecord(Path.GetFileName(file), record),
    ];

    /// <summary>The records that count.</summary>
    public static IReadOnlyList<PublishedRecord> Records { get; } = [.. Everything.Where(record => record.IsCounted)];

    /// <summary>The verdict on each record.</summary>
    public static IReadOnlyList<Verdict> Verdicts { get; } = [.. Records.Select(Verdict.Of)];
}
