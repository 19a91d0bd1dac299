using System.Globalization;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: what a stub costs, and what is repaired of an item that was billed; with a fixed number of days in a month, too.</summary>
internal sealed class KillBillAmounts : Adapter
{
    public override string Engine => "Kill Bill";

    public override string Asks => "the days, fraction and amount of a leading stub or a tail; the repair of a billed item; with 28 or 30 days a month as well";

    public override string Policy => "`Proration.Billed` and `Proration.Part` with `KillBill.Measure`; fixed days are `KillBill.FixedDays`, months that are all of the same length. A repair "
        + "is the part of the bill that is left of the item itself.";

    public override bool Reads(PublishedRecord record) => record.Kind is "proratedRecurringFromIntegration" or "repairFromIntegration" or "repairFixedDays"
        or "leadingFixedDaysAmount" or "leadingProrationFraction" or "trailingProrationFraction" or "fixedDaysBetween";

    public override Answers Answer(PublishedRecord record) => record.Assume("mode", "IN_ADVANCE").Kind switch
    {
        "fixedDaysBetween" => new()
        {
            ["result"] = Stub(record, record.Day("startDate"), record.Day("endDate"), record.Day("endDate"), BillingInterval.Month).Share.Left,
        },
        "leadingProrationFraction" => Fraction(record, record.Day("startDate"), record.Day("nextBillingCycleDate"), record.Day("nextBillingCycleDate")),
        "trailingProrationFraction" => Fraction(record, record.Day("previousBillThroughDate"), record.Day("endDate"), record.Day("previousBillThroughDate")),
        "leadingFixedDaysAmount" => LeadingAmount(record),
        "proratedRecurringFromIntegration" => Prorated(record),
        _ => Repair(record),
    };

    internal static Measure MeasureOf(PublishedRecord record) =>
        (record.Whole("prorationFixedDays") ?? record.Whole("fixedDaysInMonth") ?? 0) is > 0 and var days ? KillBill.FixedDays(days) : KillBill.Measure;

    /// <summary>The part of a period between two dates, by the billing day of a third.</summary>
    private static PeriodPart Stub(PublishedRecord record, LocalDate start, LocalDate end, LocalDate billingDay, BillingInterval interval) => Assert.Single(
        Proration.Billed(start.AtUtc(), end.AtUtc(), start.AtUtc(), BillingTiming.InAdvance, Anchor.On(billingDay), interval, MeasureOf(record), DateTimeZone.Utc));

    private static Answers Fraction(PublishedRecord record, LocalDate start, LocalDate end, LocalDate billingDay)
    {
        var stub = Stub(record, start, end, billingDay, Units.Of(record.Word("billingPeriod")));
        return new() { ["result"] = MeasureOf(record).Ratio.PartOf(SubscriptionMath.Fraction.One, stub.Share).Figure() };
    }

    private static Answers Prorated(PublishedRecord record)
    {
        var (start, end, interval) = (record.Day("start"), record.Day("end"), Units.Of(record.Word("billingPeriod")));
        var stub = Stub(record, start, end, end, interval);
        return new()
        {
            ["amount"] = Amount(record, record.Word("rate"), stub.Share),
            ["daysBilled"] = stub.Share.Left,
            ["denominators"] = new Answers
            {
                ["leading"] = stub.Share.Of,
                ["trailing"] = Stub(record, start, end, start, interval).Share.Of,
            },
        };
    }

    private static Answers LeadingAmount(PublishedRecord record)
    {
        var (start, interval) = (record.Day("startDate"), Units.Of(record.Word("billingPeriod")));
        var stub = Proration.Billed(
            start.AtUtc(), null, start.AtUtc(), BillingTiming.InAdvance, Anchor.OnDayIn(record.Whole("billingCycleDay")!.Value, start, interval), interval, MeasureOf(record), DateTimeZone.Utc)[0];
        return new()
        {
            ["items"] = new List<object?>
            {
                new Answers { ["start"] = stub.Covers.FirstDay(), ["end"] = stub.Covers.EndDay(), ["amount"] = Amount(record, record.Word("rate"), stub.Share) },
            },
            ["fixedDaysCounted"] = stub.Share.Left,
        };
    }

    /// <summary>The period of what was billed is the item itself, prorated as it may be.</summary>
    private static Answers Repair(PublishedRecord record)
    {
        var item = record.Inner("billedItem");
        var billed = Term.Of(item.Day("start"), item.Day("end"), DateTimeZone.Utc);
        var repaired = Term.Of(record.Day("repairStart"), record.Day("repairEnd"), DateTimeZone.Utc);
        var measure = MeasureOf(record) is { Denominator: Denominator.Fixed } days ? days : KillBill.Measure with { Denominator = Denominator.Period };
        var share = Proration.TimeLeft(repaired, billed, BillingInterval.Month, repaired.Start, measure, DateTimeZone.Utc);
        var amount = Amount(record, item.Word("amount"), share);
        return new()
        {
            ["repairAmount"] = -amount,
            ["daysRepaired"] = share.Left,
            ["daysInItem"] = share.Of,
            ["fixedDaysCounted"] = share.Left,
            ["creditGenerated"] = amount,
        };
    }

    private static Money Amount(PublishedRecord record, string rate, Share share) =>
        Proration.Part(Money.Of(decimal.Parse(rate, CultureInfo.InvariantCulture), record.Word("currency")), share, MeasureOf(record).Ratio, RoundingMode.HalfAwayFromZero);
}
