using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.ZuoraRecords;

/// <summary>Zuora: stubs before and after the bill cycle day.</summary>
internal sealed class ZuoraStubs : Adapter
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;

    public override string Engine => "Zuora";

    public override string Asks => "the total of months or weeks with a leading stub; which stretches are billed under which setting";

    public override string Policy => "`Zuora.Policy`, `Zuora.WholeMonths` and `Zuora.WholePeriods`: `TermRule.AlignedTo` a day of the month or of the week, the stub charged or free; at the end the rest of "
        + "the last period is credited by days, by `ProrationUnit.MonthsNotStarted`, or not.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && (record.Has("bcd") || record.Has("bill_day"));

    public override Answers Answer(PublishedRecord record) => record.Assume("currency", "USD").Under("month_rule", "actual days").Under("order", "month first").Has("charge") ? Billed(record) : Total(record);

    private static Answers Total(PublishedRecord record)
    {
        var weekly = record.Has("price_per_week");
        var interval = weekly ? BillingInterval.Week : BillingInterval.Month;
        var price = Trade.Price(record.Word(weekly ? "price_per_week" : "price_per_month")).Amount;
        var anchor = weekly
            ? Anchor.On(record.Day("start").With(DateAdjusters.NextOrSame(Enum.Parse<IsoDayOfWeek>(record.Word("bill_day")))))
            : Anchor.OnDay(record.Whole("bcd")!.Value);
        var life = new RecordedLife(Catalog.Of(Plain.Plan("plan", 1, price, interval)), Vendors.Zuora.Policy(anchor, interval), Utc);
        life.Make(Trade.Day(record.Word("start")), Cart.Of("plan", interval));
        if (record.Whole("term_weeks") is { } weeks)
            Assert.Equal(life.Start + Duration.FromDays(7 * weeks), Trade.Day(record.Word("target")));

        life.Advance(Trade.Day(record.Text("target") ?? record.Word("end_inclusive")));
        return new() { ["total"] = life.Accepted.Aggregate(Money.Zero(Currency.Of("USD")), (sum, one) => sum + one.Quote.Totals.DueNow) };
    }

    private static Answers Billed(PublishedRecord record)
    {
        var (interval, anchor) = (Units.Of(record.Word("period")), Anchor.OnDay(record.Whole("bcd")!.Value));
        var dates = record.Word("charge").Split("..").Select(Trade.Date).ToList();
        var policy = (record.Setting("bill_partial_month"), record.Setting("prorate_partial_period")) switch
        {
            ("Yes", _) => Vendors.Zuora.Policy(anchor, BillingInterval.Month),
            (_, "Yes") => Vendors.Zuora.WholeMonths(anchor),
            _ => Vendors.Zuora.WholePeriods(anchor),
        };
        var life = new RecordedLife(Catalog.Of(Plain.Plan("plan", 1, 300m, interval)), policy, Utc);
        var end = dates[1].PlusDays(1).AtMidnight().InUtc().ToInstant();
        var first = life.Make(dates[0].AtMidnight().InUtc().ToInstant(), Cart.Of("plan", interval)).SubscriptionAfter.Term!.Value;
        life.Make(life.Start, null, end);
        life.Advance(end);

        var billed = life.Accepted.SelectMany(one => one.Quote.Lines).Where(line => line.Kind == LineKind.NewPrice).Select(line => line.Covers).ToList();
        var rest = life.Accepted.SelectMany(one => one.Quote.Lines).SingleOrDefault(line => line is { Kind: LineKind.Unused, Forfeited: false });
        var last = rest is null ? billed[^1] : billed[^1].Until(rest.Share.Unit == ProrationUnit.MonthsNotStarted
            ? anchor.TermAt(rest.Covers.Start - Duration.Epsilon, BillingInterval.Month, Utc).End
            : rest.Covers.Start);
        return new()
        {
            ["billed"] = billed.SkipLast(1).Append(last).Select((term, n) => (object?)Say(term, interval, end, n == billed.Count - 1 && term.End > end && term == billed[^1])).ToList(),
            ["not_billed"] = billed.Contains(first) ? null : new List<object?> { Dates(first) },
        };
    }

    /// <summary>A stretch as the page names it: whole periods by their months, others by their dates.</summary>
    private static string Say(Term term, BillingInterval interval, Instant end, bool full)
    {
        var (from, to) = (term.FirstDate(), term.LastDate());
        var whole = Anchor.On(from).Boundary(1, interval).Date == term.EndDay();
        var stub = term.End <= end && !whole ? " partial" : "";
        return !whole ? $"{Dates(term)}{stub}"
            : $"{Month(from)}{(from.Month == to.Month ? "" : $"-{Month(to)}")}{(full ? " (full)" : "")}";
    }

    /// <summary>The year of the end is only written where it is another.</summary>
    private static string Dates(Term term) => $"{Trade.SayYear(term.FirstDate())}..{Trade.Say(term.LastDate())}";

    private static string Month(LocalDate date) => date.ToString("MMM", CultureInfo.InvariantCulture);
}
