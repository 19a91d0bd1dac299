using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: amounts rounded to what a currency settles in.</summary>
internal sealed class OpenMeterRounding : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "an amount rounded to the decimals of its currency";

    public override string Policy => "`Money.Of` with `RoundingMode.HalfAwayFromZero`; its round-up and round-down are `Ceiling` and `Floor`. "
        + "If it names decimals and no ISO currency, a currency with as many: JPY, USD, CLF.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record)
    {
        var currency = record.Text("currency") ?? (record.Text("currencyType") == "CurrencyTypeFiat" ? record.Word("code") : record.Whole("precision") switch { 0 => "JPY", 2 => "USD", _ => "CLF" });
        var amount = decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture);
        return new()
        {
            ["amount"] = Money.Of(amount, currency, RoundingMode.HalfAwayFromZero),
            ["round_up"] = Money.Of(amount, currency, RoundingMode.Ceiling),
            ["round_down"] = Money.Of(amount, currency, RoundingMode.Floor),
        };
    }
}
