using System.Globalization;
using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>An amount split over ratios, as money libraries and engines are asked for it.</summary>
internal static class Split
{
    /// <summary>The parts, in minor units.</summary>
    public static IReadOnlyList<object?> Parts(long amount, IEnumerable<long> weights, SplitMethod method) =>
        [.. Money.OfMinor(amount, "USD").Split(weights.ToArray(), method).Select(part => (object?)part.Minor)];

    /// <summary>The ratios of a record: a list, or a number of equal parts. Decimals are read as whole numbers of their last digit.</summary>
    public static IEnumerable<long> Ratios(JsonElement ratios)
    {
        if (ratios.ValueKind == JsonValueKind.Number)
            return Enumerable.Repeat(1L, ratios.GetInt32());

        var texts = ratios.EnumerateArray().Select(ratio => ratio.GetRawText()).ToList();
        var digits = texts.Select(Decimals).DefaultIfEmpty(0).Max();
        return texts.Select(text => long.Parse(text.Replace(".", "", StringComparison.Ordinal) + new string('0', digits - Decimals(text)), CultureInfo.InvariantCulture));
    }

    private static int Decimals(string text) => text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
}
