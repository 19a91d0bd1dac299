using System.Globalization;
using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance;

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

/// <summary>A money library that is asked to split an amount.</summary>
internal abstract class MoneyLibrarySplits : Adapter
{
    public override string Asks => "an amount split over ratios, or into equal parts";

    public override string Policy => $"`Money.Split` by `SplitMethod.{Method}`; equal parts are weights of one.";

    protected virtual SplitMethod Method => SplitMethod.LargestRemainder;

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Kind == "allocation";

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Inputs;
        var amount = inputs.TryGetProperty("amount_minor", out var minor) ? minor : inputs.GetProperty("amount");
        var ratios = Split.Ratios(inputs.TryGetProperty("ratios", out var list) ? list : inputs.GetProperty("parts"));
        return new() { ["parts"] = Split.Parts(amount.GetInt64(), ratios, Method) };
    }
}

/// <summary>The Money gem of Ruby.</summary>
internal sealed class RubyMoneySplits : MoneyLibrarySplits
{
    public override string Engine => "rubymoney";

    protected override SplitMethod Method => SplitMethod.FromTheLast;
}

/// <summary>Money for PHP.</summary>
internal sealed class MoneyPhpSplits : MoneyLibrarySplits
{
    public override string Engine => "moneyphp";
}

/// <summary>Splits that people complained about in public.</summary>
internal sealed class IssueThreadSplits : MoneyLibrarySplits
{
    public override string Engine => "issue-thread";
}

/// <summary>Dinero.js: its amounts carry a scale, which is that of the currency here.</summary>
internal sealed class DineroSplits : MoneyLibrarySplits
{
    public override string Engine => "dinero.js";

    public override string Policy => base.Policy + " An `ArgumentException` is its error.";

    public override Answers Answer(PublishedRecord record)
    {
        try
        {
            var answers = base.Answer(record);
            if (record.Text("currency") is { } currency)
                answers["parts"] = ((IReadOnlyList<object?>)answers["parts"]!).Select(object? (part) => new Answers { ["amount"] = part, ["scale"] = currency == "MGA" ? 1L : 2L }).ToList();

            return answers;
        }
        catch (ArgumentException)
        {
            return new() { ["error"] = "Ratios are invalid" };
        }
    }
}

/// <summary>OpenMeter: amounts split over items, of which those that get nothing are left out.</summary>
internal sealed class OpenMeterSplits : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "an amount split over items by weight";

    public override string Policy => "`Money.Split` by `SplitMethod.LargestRemainder`; where ties go by key, the items are given in the order of their keys. "
        + "A made-up currency of four decimals is CLF, which has as many.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "allocation" };

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Inputs;
        var items = inputs.GetProperty("items").EnumerateArray().Select((item, place) => (Key: item[0].GetString()!, Weight: item[1].GetString()!, Place: place)).ToList();
        var asked = record.Word("tie_break") == "key" ? [.. items.OrderBy(item => item.Key, StringComparer.Ordinal)] : items;
        var currency = record.Word("currency") == "USD" ? "USD" : "CLF";
        var weights = asked.Select(item => Money.Of(decimal.Parse(item.Weight, CultureInfo.InvariantCulture), currency).Minor).ToArray();
        var parts = Money.Of(decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture), currency).Split(weights, SplitMethod.LargestRemainder);
        return new()
        {
            ["allocations"] = (IReadOnlyList<object?>)[.. asked.Zip(parts, (item, part) => (item, part)).Where(one => !one.part.IsZero).OrderBy(one => one.item.Place)
                .Select(one => (IReadOnlyList<object?>)[one.item.Key, one.part])],
        };
    }
}
