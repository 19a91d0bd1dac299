namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>A money library that is asked to split an amount.</summary>
internal abstract class MoneyLibrarySplits : Adapter
{
    public override string Asks => "an amount split over ratios, or into equal parts";

    public override string Policy => $"`Money.Split` by `SplitMethod.{Method}`; equal parts are weights of one.";

    protected virtual SplitMethod Method => SplitMethod.LargestRemainder;

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Kind == "allocation";

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Assume("op", "allocate", "split", "distribute").Inputs;
        var amount = inputs.TryGetProperty("amount_minor", out var minor) ? minor : inputs.GetProperty("amount");
        var ratios = Split.Ratios(inputs.TryGetProperty("ratios", out var list) ? list : inputs.GetProperty("parts"));
        return new() { ["parts"] = Split.Parts(amount.GetInt64(), ratios, Method) };
    }
}
