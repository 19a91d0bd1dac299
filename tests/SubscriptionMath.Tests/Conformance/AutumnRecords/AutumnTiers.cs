using System.Globalization;
using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: what a quantity costs by tiers.</summary>
internal sealed class AutumnTiers : Adapter
{
    public override string Engine => "autumn";

    public override string Asks => "the price of a quantity by tiers, for packages of units";

    public override string Policy => "`PriceModel.Graduated` and `PriceModel.Volume` with its tiers and `PackageSize`; `Price.For` gives the exact amount.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "tiered_amount" };

    public override Answers Answer(PublishedRecord record)
    {
        Sequence<PriceTier> tiers = [.. record.Inputs.GetProperty("tiers").EnumerateArray().Select(Tier)];
        var size = record.Whole("billing_units")!.Value;
        var price = Price.Of(
            record.Word("mode") == "graduated" ? new PriceModel.Graduated(tiers) { PackageSize = size } : new PriceModel.Volume(tiers) { PackageSize = size },
            "USD",
            BillingInterval.Month);

        // Not settled yet: an amount in cents may have a fraction.
        var amount = price.For(long.Parse(record.Word("usage"), CultureInfo.InvariantCulture)) / Fraction.Of(100);
        return new() { ["amount"] = (decimal)amount.Numerator / (decimal)amount.Denominator };
    }

    private static PriceTier Tier(JsonElement tier) => PriceTier.Each(
        tier.GetProperty("to").ValueKind == JsonValueKind.Null ? null : tier.GetProperty("to").GetInt32(),
        decimal.Parse(tier.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
}
