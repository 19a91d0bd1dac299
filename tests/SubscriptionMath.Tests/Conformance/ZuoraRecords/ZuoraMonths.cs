using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.ZuoraRecords;

/// <summary>Zuora: the month rules.</summary>
internal sealed class ZuoraMonths : Adapter
{
    public override string Engine => "Zuora";

    public override string Asks => "the part of a month under each month rule; a partial quarter, months first";

    public override string Policy => "`Zuora.ActualDays`, `Zuora.ActualOfThirty` (`Denominator.FixedDays`), `Zuora.StrictThirty` (`ProrationUnit.DaysOfEqualMonths`), `Zuora.MonthFirstOfThirty` "
        + "(`ProrationUnit.MonthsThenDays`). Ends are inclusive: the day before ours.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && (record.Has("service_start") || record.Has("charge_effective"));

    public override Answers Answer(PublishedRecord record) => record.Under("compare", "three month rules").Has("service_start") ? Parts(record) : Quarter(record);

    private static Answers Parts(PublishedRecord record)
    {
        var (start, end) = (record.Day("service_start"), record.Day("service_end_inclusive").PlusDays(1));
        var (covers, month) = (Term.Of(start, end, DateTimeZone.Utc), Anchor.OnDay(1).TermAt(start, BillingInterval.Month));
        return new()
        {
            ["actual"] = Part(Vendors.Zuora.ActualDays),
            ["actual_360"] = Part(Vendors.Zuora.ActualOfThirty),
            ["strict_30_360"] = Part(Vendors.Zuora.StrictThirty),
        };

        string Part(Measure measure)
        {
            var share = Proration.TimeLeft(covers, month, BillingInterval.Month, covers.Start, measure, DateTimeZone.Utc);
            return string.Create(CultureInfo.InvariantCulture, $"{share.Left}/{share.Of}");
        }
    }

    private static Answers Quarter(PublishedRecord record)
    {
        record.Assume("currency", "USD").Assume("billing_period", "Quarter").Under("month_rule", "actual/360").Under("order", "month first");
        var interval = BillingInterval.Months(3);
        var monthly = Price.Of(Trade.Price(record.Word("price_per_month")).Amount, "USD", BillingInterval.Month);
        var period = record.Word("full_period").Split("..");
        var plan = Plain.Plan("plan", 1, 0m, interval) with { Prices = [monthly.Times(3m) with { Interval = interval }] };
        var policy = Vendors.Zuora.Policy(Anchor.On(Trade.Date(period[0])), interval, Vendors.Zuora.MonthFirstOfThirty);
        var life = new RecordedLife(Catalog.Of(plan), policy, DateTimeZone.Utc);
        var quote = life.Make(Trade.Day(record.Word("charge_effective")), Cart.Of("plan", interval));
        record.Confirm("billed", $"{Trade.SayYear(quote.New().Covers.FirstDate())}..{Trade.SayYear(quote.New().Covers.LastDate())}");
        return new() { ["total"] = quote.Totals.DueNow };
    }
}
