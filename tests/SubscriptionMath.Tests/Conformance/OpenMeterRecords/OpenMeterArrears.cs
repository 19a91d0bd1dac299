using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: a price in arrears, ended within its term.</summary>
internal sealed class OpenMeterArrears : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "the charge for a price in arrears that ends within its term, and its time";

    public override string Policy => "`BillingTiming.InArrears`, ended at once, by calendar days.";

    public override bool Reads(PublishedRecord record) =>
        record is { Source: "billing-engines.json", Engine: "OpenMeter" } && (record.Inputs.TryGetProperty("price", out var price)
            && price.ValueKind == System.Text.Json.JsonValueKind.String && price.GetString()!.EndsWith("in arrears", StringComparison.Ordinal));

    public override Answers Answer(PublishedRecord record)
    {
        var parts = record.Under("mode", "prorate_prices").Word("price").Split(' ')[0].Split('/');
        var interval = Units.Of(parts[1]);
        var price = Price.Of(decimal.Parse(parts[0], CultureInfo.InvariantCulture), record.Word("currency"), interval) with { BillingTiming = BillingTiming.InArrears };
        var life = new RecordedLife(
            Catalog.Of(Plain.Plan("plan", 1, 0m, interval) with { Prices = [price] }),
            Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference),
            DateTimeZone.Utc);
        life.Make(NodaTime.Text.LocalDatePattern.Iso.Parse(record.Word("period").Split("..")[0]).Value.AtMidnight().InUtc().ToInstant(), Cart.Of("plan", interval));
        var end = life.Make(record.Moment("cancel_at"), null);
        return new() { ["line"] = -Assert.Single(end.Lines).Amount, ["invoice_at"] = end.At.InUtc().Date };
    }
}
