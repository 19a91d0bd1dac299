namespace SubscriptionMath.Tests.Conformance.RecurlyRecords;

/// <summary>Recurly: trials, bill dates that are moved or shared, month ends.</summary>
internal sealed class RecurlyDates : Adapter
{
    public override string Engine => "Recurly";

    public override string Asks => "a change in trial; a bill date moved, with and without a bill; renewals aligned to one date; month ends";

    public override string Policy => "`TrialFate.Kept`. `Change.NextBilling` with `TermRule.MovedAsAsked`: a stub that is charged, or `UnusedValue.Kept`. `Recurly.Now` with "
        + "`TermRule.AlignedTo`. Month ends: `Anchor.Boundary`; the rows of the table are one chain from 31 January of a leap year.";

    public override bool Reads(PublishedRecord record) =>
        record.Engine == Engine && (record.Has("new_bill_day") || record.Has("started_on_last_day_of_month") || record.Has("postponed_to") || record.Has("new")
            && record.Has("bill_day") || (record.Has("change") && !record.Has("days_left")));

    public override Answers Answer(PublishedRecord record) =>
        record.Under("action", "postpone").Under("align_renewals", "true").Under("bill_date_change", "with proration").Has("new_bill_day") ? Moved(record)
        : record.Has("started_on_last_day_of_month") ? MonthEnds(record)
        : record.Has("postponed_to") ? Postponed(record)
        : record.Has("bill_day") ? Aligned(record)
        : Tried(record);

    private static Answers Moved(PublishedRecord record)
    {
        var plan = Plain.Plan("plan", 1, 100m, BillingInterval.Month);
        var (policy, cart) = (Vendors.Recurly.Now(), Cart.Of("plan", BillingInterval.Month));
        var today = new LocalDate(Trade.Year, 4, Trade.Numbers(record.Word("today"))[0]);
        var billed = Anchor.OnDay(record.Whole("bill_day")!.Value);
        var life = new RecordedLife(Catalog.Of(plan), policy, DateTimeZone.Utc);
        life.Make(billed.TermAt(today, BillingInterval.Month).Start, cart);
        var at = today.AtMidnight().InUtc().ToInstant();
        var moved = Trade.Day($"04-{record.Whole("new_bill_day")!.Value:00}");
        var quote = Billing.Price(life.Subscription, Change.To(cart) with { NextBilling = moved }, Facts.None, Catalog.Of(plan), policy, at).OrThrow();
        return new()
        {
            ["credit_days"] = Proration.TimeLeft(quote.Unused().Covers, at, Measure.Days, DateTimeZone.Utc).Left,
            ["charge"] = quote.New().Covers.Start == at ? $"today..{quote.New().Covers.LastDate().Day}th" : "",
            ["new_period_starts"] = $"{quote.SubscriptionAfter.Term!.Value.EndDay().Day}th",
        };
    }

    private static Answers Postponed(PublishedRecord record)
    {
        var (interval, start) = (BillingInterval.Year, Trade.Day(record.Word("period")[..10]));
        var catalog = Catalog.Of(Plain.Plan("plan", 1, 100m, interval));
        var policy = Vendors.Recurly.Now(billDate: Vendors.Recurly.Postponed);
        var held = Billing.Price(
            Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc), Change.To(Cart.Of("plan", interval)), Facts.None, catalog, policy, start).OrThrow().SubscriptionAfter;
        var quote = Billing.Price(
            held, Change.To(held.Cart()) with { NextBilling = Trade.Day(record.Word("postponed_to")) }, Facts.None, catalog, policy, start + Duration.FromDays(1)).OrThrow();
        var renewed = Lifecycle.PriceNext(quote.SubscriptionAfter, Facts.None, catalog, policy)!.OrThrow().SubscriptionAfter;
        return new()
        {
            ["current_period"] = Say(quote.SubscriptionAfter.Term!.Value),
            ["next_period"] = Say(renewed.Term!.Value),

            // What the shorter period forfeits is an entry, and no invoice.
            ["invoice_for_added_time"] = !quote.Totals.DueNow.IsZero || !quote.Totals.OnNextInvoice.IsZero,
        };

        static string Say(Term term) => $"{Trade.SayYear(term.FirstDate())}..{Trade.SayYear(term.EndDay())}";
    }

    private static Answers Aligned(PublishedRecord record)
    {
        var (interval, day) = (BillingInterval.Month, Anchor.OnDay(record.Whole("bill_day")!.Value));
        var bought = Trade.Day(record.Word("new")[^5..]);
        var catalog = Catalog.Of(Plain.Plan("Gold", 1, 100m, interval, Trade.Numbers(record.Word("new"))[0]));
        var (natural, aligned) = (Paid(Vendors.Recurly.Now()), Paid(Vendors.Recurly.Now(first: TermRule.AlignedTo(day))));
        return new()
        {
            ["trial_ends"] = Trade.Say(aligned.Trial!.Term.End),
            ["natural_period"] = Say(natural.Term!.Value),
            ["aligned_period"] = Say(aligned.Term!.Value),
            ["first_joint_invoice"] = Trade.Say(aligned.Term!.Value.End),
        };

        Subscription Paid(BillingPolicy policy)
        {
            var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
            life.Make(bought, Cart.Of("Gold", interval));
            return life.Advance(life.Next()!.At).Subscription;
        }

        static string Say(Term term) => $"{Trade.Say(term.FirstDate())}..{Trade.Say(term.EndDay())}";
    }

    private static Answers Tried(PublishedRecord record)
    {
        var (interval, days) = (BillingInterval.Month, Trade.Numbers(record.Word("change")));
        var (trial, day, its) = (days[0], days[^1], days.Count > 2 ? days[1] : (int?)null);
        var life = new RecordedLife(
            Catalog.Of(Plain.Plan("old", 1, 100m, interval, trial), Plain.Plan("new", 2, 200m, interval, its)), Vendors.Recurly.Now(), DateTimeZone.Utc);
        var start = Trade.Day("04-01");
        life.Make(start, Cart.Of("old", interval));
        var at = start + Duration.FromDays(day);
        var quote = life.Make(at, Cart.Of("new", interval));
        var left = quote.Entries.Count > 0 ? 0 : Proration.TimeLeft(quote.SubscriptionAfter.Trial!.Term, at, Measure.Days, DateTimeZone.Utc).Left;
        return new()
        {
            ["result"] = its is { } other ? $"{left} more free days (original trial end kept), not {other}" : $"{left} more free days on the new plan",
        };
    }

    private static Answers MonthEnds(PublishedRecord record)
    {
        var started = record.Words("started_on_last_day_of_month").ToList();
        var anchor = Anchor.On(new LocalDate(2024, 1, 31));
        var dates = Enumerable.Range(1, started.Count).Select(n => anchor.Boundary(n, BillingInterval.Month).Date).ToList();

        // The months as the table spells them: "Feb 29", "March 31".
        return new()
        {
            ["first_renewal"] = dates.Select(date => (object?)$"{started[date.Month - 1].Split(' ')[0]} {date.Day}").ToList(),
            ["bill_day"] = dates.Select(date => (object?)date.Day).ToList(),
        };
    }
}
