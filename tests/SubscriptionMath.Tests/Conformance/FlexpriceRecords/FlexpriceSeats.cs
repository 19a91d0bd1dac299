using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: another number of seats, all of which are sold anew.</summary>
internal sealed class FlexpriceSeats : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "the credit and charge of another number of seats";

    public override string Policy => "All seats are credited and charged anew: a `PriceModel.Volume` of one tier. By calendar days, the last day inclusive, line by line.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "flexprice", Kind: "seats" };

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("Action", "ProrationActionQuantityChange").Assume("ProrationBehavior", "ProrationBehaviorCreateProrations").Assume("ProrationStrategy", "StrategyDayBased")
            .Assume("PlanPayInAdvance", "True").Assume("NewPriceID", record.Word("OldPriceID")).Assume("NewPricePerUnit", record.Word("OldPricePerUnit"));
        var price = Price.Of(new PriceModel.Volume([PriceTier.Each(null, Figure(record, "NewPricePerUnit"))]), record.Word("Currency"), BillingInterval.Month);
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference).WithRounding(Rounding.HalfAwayFromZeroByLine);
        var life = new RecordedLife(Catalog.Of(Plain.Plan("seat", 1, 0m, BillingInterval.Month) with { Prices = [price] }), policy, record.Zone("Timezone"));
        var cart = Cart.Of("seat", BillingInterval.Month);
        life.Make(record.Moment("CurrentPeriodStart"), cart with { Quantity = (int)Figure(record, "OldQuantity") });
        record.Confirm("CurrentPeriodEnd", life.Subscription.Term!.Value.End - Duration.FromDays(1));
        var quote = life.Make(record.Moment("ProrationDate"), cart with { Quantity = (int)Figure(record, "NewQuantity") });
        return new()
        {
            ["net"] = quote.Totals.DueNow,
            ["credits"] = quote.Lines.Where(line => line.Kind == LineKind.Unused).Select(line => (object?)-line.Amount).ToList(),
            ["charges"] = quote.Lines.Where(line => line.Kind == LineKind.NewPrice).Select(line => (object?)-line.Amount).ToList(),
        };
    }

    private static decimal Figure(PublishedRecord record, string name) => decimal.Parse(record.Word(name), CultureInfo.InvariantCulture);
}
