namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

/// <summary>Meteroid: the period that an invoice bills in advance or in arrears, the one that holds a date, and how many have passed.</summary>
internal sealed class MeteroidPeriods : Adapter
{
    public override string Engine => "meteroid";

    public override string Asks => "the period billed in advance or in arrears, or that holds a date; cycles elapsed; invoice dates";

    public override string Policy => "The billing day in the month of the start, with a short first period: `Anchor.On`, `Anchor.TermAt` and `Term.Intersect` with the time after the start. Cycles "
        + "are the parts that `Proration.Billed` has in arrears.";

    public override bool Reads(PublishedRecord record) => record.Engine == "meteroid" && record.Kind == "month_end";

    public override Answers Answer(PublishedRecord record)
    {
        var interval = Units.Of(record.Word("interval"));
        return record.Function switch
        {
            "calculate_advance_period_range" => Range(record, "invoice_date", record.Day("invoice_date"), interval),
            "calculate_arrear_period_range" => Range(record, "billing_start_date", record.Day("invoice_date").PlusDays(-1), interval),
            "find_period_containing_date" => Range(record, "billing_start", record.Day("target"), interval),
            "calculate_elapsed_cycles" => new()
            {
                ["elapsed_cycles"] = Elapsed(record, interval),
            },
            _ => new() { ["invoice_dates"] = InvoiceDates(record, interval) },
        };
    }

    private static Answers Range(PublishedRecord record, string startsAt, LocalDate holds, BillingInterval interval)
    {
        var lived = Units.From(record.Day(startsAt).AtMidnight().At(DateTimeZone.Utc));
        var cycle = OnDay(record, startsAt).TermAt(holds, interval);
        var period = cycle.Intersect(lived);

        // An invoice off the billing day is that of a first period; on the billing day it may be either.
        if (period != cycle)
            record.Assume("is_first_period", "True");
        return new() { ["start"] = period.FirstDay(), ["end"] = period.EndDay() };
    }

    private static int Elapsed(PublishedRecord record, BillingInterval interval) => Proration.Billed(
        record.Day("billing_start").AtUtc(), null, record.Day("target").AtUtc(), BillingTiming.InArrears, OnDay(record, "billing_start"), interval, Measure.Days, DateTimeZone.Utc).Count;

    private static Anchor OnDay(PublishedRecord record, string startsAt)
    {
        var start = record.Day(startsAt);
        return Anchor.On(new LocalDate(start.Year, start.Month, record.Whole("billing_day")!.Value));
    }

    private static LocalDate[] InvoiceDates(PublishedRecord record, BillingInterval interval)
    {
        var anchor = Anchor.On(record.Day("start"));
        return [.. Enumerable.Range(0, record.Expected.GetProperty("invoice_dates").GetArrayLength()).Select(n => anchor.Boundary(n, interval).Date)];
    }
}
