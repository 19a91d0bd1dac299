using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Metronome: what one credit of a purchase costs.</summary>
internal sealed class MetronomeCredits : Adapter
{
    public override string Engine => "Metronome";

    public override string Asks => "the cost basis of a credit from the payment for all of them";

    public override string Policy => "`Grant.CostOfOne`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "Metronome" && record.Has("paid") && record.Has("credits");

    public override Answers Answer(PublishedRecord record)
    {
        var cost = Grant.CostOfOne(Money.Of(decimal.Parse(record.Word("paid"), CultureInfo.InvariantCulture), "USD"), decimal.Parse(record.Word("credits"), CultureInfo.InvariantCulture));
        return new() { ["cost_basis"] = (decimal)cost.Numerator / (decimal)cost.Denominator };
    }
}
