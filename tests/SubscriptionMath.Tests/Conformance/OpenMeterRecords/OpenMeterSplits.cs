using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: amounts split over items, of which those that get nothing are left out.</summary>
internal sealed class OpenMeterSplits : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "an amount split over items by weight";

    public override string Policy => "`Money.Split` by `SplitMethod.LargestRemainder`; if ties go by key, the items are given in the order of their keys. "
        + "A made-up currency of four decimals is CLF, which has as many.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "allocation" };

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Assume("op", "by_weight", "by_amount_capped").Assume("method", "largest_remainder").Inputs;
        var items = inputs.GetProperty("items").EnumerateArray().Select((item, place) => (Key: item[0].GetString()!, Weight: item[1].GetString()!, Place: place)).ToList();
        var asked = record.Word("tie_break") == "key" ? [.. items.OrderBy(item => item.Key, StringComparer.Ordinal)] : items;
        var currency = record.Word("currency") == "USD" ? "USD" : "CLF";
        var weights = asked.Select(item => Money.Of(decimal.Parse(item.Weight, CultureInfo.InvariantCulture), currency).Minor).ToArray();
        // What is spread is no more than all the items come to: the cap of "by_amount_capped" is not reached.
        if (record.Function == "by_amount_capped" && record.Number("amount") > asked.Sum(item => decimal.Parse(item.Weight, CultureInfo.InvariantCulture)))
            throw new InvalidOperationException("More is spread than the items come to.");

        var parts = Money.Of(decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture), currency).Split(weights, SplitMethod.LargestRemainder);
        return new()
        {
            ["allocations"] = (IReadOnlyList<object?>)[.. asked.Zip(parts, (item, part) => (item, part)).Where(one => !one.part.IsZero).OrderBy(one => one.item.Place)
                .Select(one => (IReadOnlyList<object?>)[one.item.Key, one.part])],
        };
    }
}
