using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: the credit of an item that ends, capped by the amount billed and not yet credited.</summary>
internal sealed class FlexpriceCaps : Adapter
{
    private static readonly Term March = Term.Of(new LocalDate(2024, 3, 1), new LocalDate(2024, 4, 1), DateTimeZone.Utc);

    public override string Engine => "flexprice";

    public override string Asks => "a credit capped by the original amount and earlier credits";

    public override string Policy => "`Flexprice.Policy`, `UnusedValue.OfAllLots`: at most `Lot.Billed` less `Lot.Credited`. The potential credit is the price, and the whole period is left.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "flexprice", Kind: "proration_cap" };

    public override Answers Answer(PublishedRecord record)
    {
        var potential = record.Number("potentialCredit");
        var lot = Held.Lot(March, potential, Money.Of(record.Number("originalAmount"), "USD"), Money.Of(record.Number("previousCredits"), "USD"));
        var quote = Held.Dropped(
            Held.Of(March, potential, BillingInterval.Month, lot), Held.Catalog(potential, BillingInterval.Month), Flexprice.Policy(), March.Start);
        return new() { ["expectedCredit"] = quote.Totals.ToCredit };
    }
}
