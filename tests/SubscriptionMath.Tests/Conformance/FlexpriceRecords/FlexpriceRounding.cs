using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: the credit and the charge of a change are rounded, and netted then.</summary>
internal sealed class FlexpriceRounding : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "credit, charge and net of a downgrade";

    public override string Policy => "`Measure.Days`, and `Rounding` by lines: the net is the sum of the rounded lines.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "flexprice", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("strategy", "day_based inclusive").Assume("currency", "USD");
        Plan Sold(string name, int rank) => Plain.Plan(name, rank, decimal.Parse(record.Word(name), CultureInfo.InvariantCulture), BillingInterval.Month);
        var policy = Plain.Policy(Plain.FirstPurchase, Treatment.AtPeriodEnd, Plain.Difference).WithRounding(Rounding.HalfAwayFromZeroByLine);
        var life = new RecordedLife(Catalog.Of(Sold("old", 2), Sold("new", 1)), policy, DateTimeZone.Utc);
        life.Make(record.Day("period_start").AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), Cart.Of("old", BillingInterval.Month));
        record.Confirm("paid", life.Accepted[0].Quote.Totals.DueNow).Confirm("period_end", life.Subscription.Term!.Value.LastDate());
        var quote = life.Make(record.Day("change_at").AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), Cart.Of("new", BillingInterval.Month));
        return new()
        {
            ["credit"] = -quote.Lines.Single(line => line.Kind == LineKind.Unused).Amount,
            ["charge"] = -quote.Lines.Single(line => line.Kind == LineKind.NewPrice).Amount,
            ["net"] = quote.Entries.Single(entry => entry.Account == Account.Balance).Amount,
        };
    }
}
