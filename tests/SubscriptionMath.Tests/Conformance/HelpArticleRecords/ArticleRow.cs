using System.Globalization;
using NodaTime.Text;
using static SubscriptionMath.Tests.Conformance.HelpArticleRecords.ArticlePolicies;
using static SubscriptionMath.Vendors.Published;

namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>The kinds of questions of an article.</summary>
internal enum ArticleAsks
{
    Plan,
    Seats,
    End,
}

/// <summary>One vendor's article: its policy as a value, how its inputs are told, and which figure of ours each of its fields is.</summary>
internal sealed record ArticleRow(
    string Vendor, ArticleAsks Asks, BillingPolicy Policy, Func<PublishedRecord, Told> Told, Dictionary<string, Func<Article, object?>> Fields)
{
    private static readonly LocalDateTime April = new(2026, 4, 1, 0, 0);
    private static readonly LocalDateTime January = new(2026, 1, 1, 0, 0);

    private static readonly Func<Article, object?> Unused = of => of.Totals.UnusedValue;
    private static readonly Func<Article, object?> Bought = of => of.Totals.NewPrice;
    private static readonly Func<Article, object?> Due = of => of.Totals.DueNow;
    private static readonly Func<Article, object?> Waits = of => of.Totals.OnNextInvoice;
    private static readonly Func<Article, object?> Credit = of => of.Totals.ToCredit;
    private static readonly Func<Article, object?> Refund = of => of.Totals.Refunded;
    private static readonly Func<Article, object?> Next = of => of.Next.Totals.DueNow;
    private static readonly Func<Article, object?> Collected = of => of.Collected;
    private static readonly Func<Article, object?> Kept = of => of.Totals.Forfeited;

    public static IReadOnlyList<ArticleRow> All { get; } =
    [
        Plan("Poll Everywhere", PollEverywhere(), r => new(Figure(r, "old_price"), Figure(r, "new_price"), April, April.PlusDays(1)) { Interval = Days(r, "period_days"), Left = Fraction.One - Part(r, "used_fraction") },
            ("credit", Unused), ("charge_now", Due), ("new_period_days", of => Proration.TimeLeft(of.Changed.TermAfter!.Value, of.Changed.At, Measure.Days, DateTimeZone.Utc).Of)),
        Plan("ISBN Express", AllLaterDayUsed, r => new(Figure(r, "old_price"), Figure(r, "new_price"), April, Day(r, "day")) { Interval = Days(r, "period_days") },
            ("total_for_cycle", Collected)),
        Seats("Obvibase", Obvibase(), r => r.Has("seats")
                ? new(Figure(r, "price"), Figure(r, "price"), April, April.PlusDays(1)) { NewSeats = 1 + r.Whole("seats")!.Value, Left = Part(r, "remaining") }
                : new(Figure(r, "price"), Figure(r, "price"), April, April.PlusDays(1)) { Seats = r.Whole("seats_before")!.Value, NewSeats = r.Whole("seats_after")!.Value, Left = Part(r, "remaining") },
            ("charge", Due), ("credit", Credit), ("next_charge", Next)),
        Plan("Onpipeline", Onpipeline(), r => Halved(r) with { Left = Part(r, "remaining") }, ("next_invoice", Next)),
        Plan("Baremetrics API", Later, r => Prices(r, April, April.PlusWeeks(Trade.Numbers(r.Word("elapsed"))[0])) with { Interval = BillingInterval.Weeks(Trade.Numbers(r.Word("elapsed"))[1]) },
            ("unused_credit", Unused), ("new_usage", Bought), ("next_charge", Next)),
        Plan("Pinsearch", LaterDayUsed, r => Prices(r, Date(r, "start"), Date(r, "change")), ("next_invoice", Next)),
        Plan("ktool (Paddle)", Now, r => Prices(r, April, April.PlusDays(r.Whole("used")!.Value)) with { Interval = Days(r, "days") }, ("credit", Unused), ("debit", Bought), ("charge", Due)),
        Plan("Pentest-Tools", NowDayUsed, r => Prices(r, April, Day(r, "day")), ("charge", Due)),
        Plan("Hireflix", Hireflix(), r => new(12m, 24m, January, MonthOf(r, "change_month").PlusDays(14)) { Interval = BillingInterval.Year }, ("months_charged", of => of.Line(LineKind.NewPrice).Share.Left)),
        Plan("Stripe", Later, r => Prices(r, Date(r, "start"), Date(r, "change")) with { Left = new Fraction(1, 2) }, ("next_invoice", Next)),
        Plan("Autumn", Now, r => Halved(r) with { Left = Part(r, "remaining") }, ("charge", Due)),
        Plan("VaultServices", AnewByMonthsLeft, r => Prices(r, January, HalfMonthsOn(Figure(r, "elapsed_months"))) with { Interval = BillingInterval.Year },
            ("used_months", of => of.Held.Anchor.IndexAt(of.Told.Change, BillingInterval.Month)), ("refund", Unused), ("charge", Bought)),
        Plan("TELUS", Telus(), r => Prices(r, new(2026, 9, 1, 0, 0), Date(r, "change")), ("credit", Unused), ("partial", Bought), ("next_bill", Next)),
        Plan("Zoho Billing", ZohoBilling(), r => Prices(r, January, January.PlusMonths(1).PlusDays(-r.Whole("days")!.Value)), ("invoice", Bought), ("credit_note", Unused), ("balance", Due)),
        Plan("BriteCore (insurance)", AllLater, r => Prices(r, new(2017, 1, 1, 0, 0), At(r.Day("change"))) with { Interval = BillingInterval.Year, Waiting = r.Has("prior") ? Figure(r, "prior") : null },
            ("days", of => of.Line(LineKind.Unused).Share.Left), ("premium", Collected)),
        Plan("mlytics", Mlytics(), r => Prices(r, April, April.PlusMonths(1).PlusDays(-r.Whole("days")!.Value)), ("credit", Unused), ("charge", Bought)),
        Plan("Fido prepaid", AnewForfeited, r => Prices(r, Date(r, "old_expiry").PlusDays(-30), Date(r, "change")) with { Interval = BillingInterval.Days(30) }, ("charge", Due), ("expiry", of => MonthAndDay(of.End))),
        Plan("Shopify apps", AllLaterDayUsed, r => Prices(r, April, Day(r, "day")) with { Interval = Days(r, "cycle") }, ("total", Collected), ("credit", Credit)),
        Plan("Langwill (Shopify)", NowDayUsed, r => Prices(r, April, Day(r, "day")) with { Interval = Days(r, "cycle") }, ("charge", Due)),
        Plan("Destiny Media", DestinyMedia(), r => Prices(r, April, April.PlusDays(10)), ("charge", Due)),
        Plan("Sublium", Anew, r => Prices(r, April, April.PlusDays(r.Whole("used_days")!.Value)) with { Interval = Days(r, "cycle") }, ("unused", Unused), ("charge", Due)),
        Plan("SlimFAQ", SlimFaq(), r => Prices(r, At(r.Day("start")), At(r.Day("change"))) with { Interval = BillingInterval.Year }, ("new_part", Bought), ("credit", Unused), ("bill", Next)),
        Plan("Optery", Later, r => new(Figure(r, "old"), 20m, April, April.PlusDays(1)) { Left = Part(r, "remaining") },
            ("discount", of => string.Create(CultureInfo.InvariantCulture, $"about {decimal.Round(of.Totals.UnusedValue.Amount)}"))),
        Plan("JustFit (card)", Anew, r => Halved(r) with { Left = Part(r, "remaining") }, ("charge", Due)),
        Plan("JustFit", JustFit(), r => new(10m, 20m, April, April.PlusMonths(1).PlusDays(-r.Whole("unused_days")!.Value)),
            ("total", of => $"1 month + {Proration.TimeLeft(of.Changed.TermAfter!.Value, At(new LocalDate(2026, 5, 16)).InUtc().ToInstant(), Measure.Days, DateTimeZone.Utc).Left} days")),
        Plan("Quintype (one-time plans)", AnewAndDays, r => Prices(r, April, April.PlusDays(r.Whole("used")!.Value)) with { Interval = Days(r, "period") }, ("extra_days", of => of.Totals.DaysGranted)),
        Plan("OctaWeb", NewPartLaterOf31, r => new(0m, Figure(r, "new"), January, January.PlusMonths(1).PlusDays(-r.Whole("days")!.Value)), ("part", Waits), ("invoice", Next)),
        Plan("Re:catch", Recatch(), r => new(10m, 20m, Date(r, "start"), Date(r, "change")),
            ("old_credit_from", of => DaysBefore(of.End, of.Line(LineKind.Unused).Share)),
            ("new_charge_from", of => DaysBefore(of.End, of.Line(LineKind.NewPrice).Share))),
        Plan("Broadleaf", NowRefunded, r => Halved(r) with { Left = Part(r, "remaining") }, ("refund_if_immediate", Refund)),
        Plan("UniBee", NowAtDailyRateDayUsed, r => Prices(r, January, January.PlusMonths(1).PlusDays(-r.Whole("days")!.Value - 1)), ("fee", Due)),
        Plan("Browse AI", BrowseAi(), r => new(Figure(r, "paid"), Figure(r, "new"), April, April.PlusDays(1)) { Left = Part(r, "time_left"), UsageLeft = Figure(r, "credits_left") },
            ("credit", of => of.Totals.Credited), ("charge", Due)),
        Plan("Google Play CHARGE_PRORATED_PRICE", NowOfThirtyDayUsed, r => new(Figure(r, "old"), Figure(r, "new_year"), April, Date(r, "change")) { NewInterval = BillingInterval.Year },
            ("charge", Due), ("then", of => string.Create(CultureInfo.InvariantCulture, $"{of.Next.Totals.DueNow.Amount:0.##} on {MonthAndDay(of.End)}"))),
        Plan("Wraithscribe (Lemon Squeezy)", AtTheEnd, r => new(10m, 20m, Date(r, "start"), Date(r, "start").PlusDays(12)), ("effective", of => MonthAndDay(of.Pending))),
        Plan("LiveEdu", AtTheEnd, r => new(10m, 0m, At(r.Day("start")), At(r.Day("cancel"))), ("free_from", of => of.Pending)),
        Seats("Slack", Slack(), r => OneMore(r, "price", April.PlusDays(r.Whole("days")!.Value - r.Whole("remaining")!.Value)) with { Interval = Days(r, "days") }, ("charge", Waits)),
        Seats("SlackCost (third party on Slack)", Slack(), r => OneLess(r, April.PlusDays(r.Whole("days")!.Value - r.Whole("remaining")!.Value)) with { Interval = Days(r, "days") }, ("credit", Credit)),
        Seats("Nectir", LaterCut, r => OneMore(r, "price", April.PlusMonths(1).PlusDays(-r.Whole("remaining")!.Value)), ("charge", Waits)),
        Seats("Everhour", Now, r => r.Has("elapsed")
                ? OneLess(r, April.PlusDays(r.Whole("elapsed")!.Value))
                : OneMore(r, "price", April.PlusDays(1)) with { Left = Part(r, "remaining") },
            ("charge", Due), ("credit", Credit)),
        Seats("Artist Growth", Now, r => new(10m, 10m, April, Day(r, "day")) { NewSeats = 2 }, ("days_charged", of => of.Line(LineKind.NewPrice).Share.Left)),
        Seats("FeaturePeek", FeaturePeek(), r => new(Figure(r, "price"), Figure(r, "price"), Date(r, "anchor"), Date(r, "change")) { Seats = r.Whole("seats")!.Value, NewSeats = r.Whole("new_seats")!.Value },
            ("first", of => of.Purchase.Totals.DueNow), ("credit", Unused), ("charge", Due), ("next", of => MonthAndDay(of.End))),
        Seats("Yodiz", AsBought, r => new(10m, 10m, April, April.PlusDays(r.Whole("elapsed_days")!.Value)) { Interval = Days(r, "period"), Seats = r.Whole("seats_before")!.Value, NewSeats = r.Whole("seats_after")!.Value },
            ("days_until_billing", of => Proration.TimeLeft(of.Changed.TermAfter!.Value, of.Changed.At, Measure.Days, DateTimeZone.Utc).Left)),
        Seats("Alibaba FC", NowBySeconds, r => new(Figure(r, "unit"), Figure(r, "unit"), Moment(r, "end").PlusDays(-32), Moment(r, "start")) { Interval = BillingInterval.Days(32), NewSeats = 1 + r.Whole("added")!.Value },
            ("duration", of => DurationPattern.CreateWithInvariantCulture("D'd 'h'h'").Format(Duration.FromSeconds(of.Line(LineKind.NewPrice).Share.Left)))),
        End("ProRataCalculators", ArticlePolicies.Refund, r => Premium(r, 1) with { Left = Part(r, "fraction") }, ("refund", Refund)),
        End("Sapling (short-rate table)", RefundByTable, r => Premium(r, r.Whole("days")!.Value), ("kept", Kept), ("refund", Refund)),
        End("Sapling (short-rate pro rata)", ShortRate(), r => Premium(r, r.Whole("days")!.Value),
            ("earned", of => Proration.Part(Money.Of(of.Told.Old, "USD"), of.Line(LineKind.Unused).Share.Used(), RoundingMode.HalfAwayFromZero)), ("refund", Refund)),
        End("CEOpedia (insurance)", ShortRate(), r => Premium(r, r.Whole("days_used")!.Value), ("pro_rata", Unused), ("refund", Refund)),
        End("WPSiteWizard", WpSiteWizard(), r => new(Figure(r, "paid"), 0m, January, January.PlusMonths(r.Whole("used_months")!.Value)) { Interval = BillingInterval.Year, Monthly = Figure(r, "monthly"), Ends = true }, ("refund", Refund)),
        // It is left on the last day of the month before those that are left.
        End("Adobe", Adobe(), r => new(Figure(r, "monthly"), 0m, January, January.PlusMonths(12 - r.Whole("months_left")!.Value).PlusDays(-1)) { Contract = BillingInterval.Year, Ends = true },
            ("fee", of => of.Totals.DueNow)),
        End("Style Theory", CreditDayUsed, r => new(10m, 0m, April, Day(r, "pause_day")) { Ends = true }, ("credit_days", of => of.Line(LineKind.Unused).Share.Left)),
    ];

    public Answers Answer(PublishedRecord record)
    {
        var (article, answers) = (new Article(Told(record), Policy), new Answers());
        var bought = article.Purchase.TermAfter!.Value;
        record.Confirm("month", Proration.TimeLeft(bought, bought.Start, Measure.Days, DateTimeZone.Utc).Of)
            .Confirm("bill", MonthAndDay(bought.EndDay()))
            .Confirm("term", $"{Trade.SayYear(bought.FirstDay())}..{Trade.SayYear(bought.EndDay())}");
        foreach (var field in record.Expected.EnumerateObject().Where(field => Fields.ContainsKey(field.Name)))
            answers[field.Name] = Fields[field.Name](article);
        if (record.Has("kept"))
            record.Confirm("kept", new Fraction(article.Totals.Forfeited.Minor, article.Purchase.Totals.DueNow.Minor));
        return answers;
    }

    public static decimal Figure(PublishedRecord record, string name) => record.Number(name);

    /// <summary>A part that is said as a decimal.</summary>
    public static Fraction Part(PublishedRecord record, string name) => new((long)(Figure(record, name) * 1000m), 1000);

    private static ArticleRow Plan(string vendor, BillingPolicy policy, Func<PublishedRecord, Told> told, params (string, Func<Article, object?>)[] fields) =>
        new(vendor, ArticleAsks.Plan, policy, told, fields.ToDictionary(field => field.Item1, field => field.Item2));

    private static ArticleRow Seats(string vendor, BillingPolicy policy, Func<PublishedRecord, Told> told, params (string, Func<Article, object?>)[] fields) =>
        Plan(vendor, policy, told, fields) with { Asks = ArticleAsks.Seats };

    private static ArticleRow End(string vendor, BillingPolicy policy, Func<PublishedRecord, Told> told, params (string, Func<Article, object?>)[] fields) =>
        Plan(vendor, policy, told, fields) with { Asks = ArticleAsks.End };

    private static Told Prices(PublishedRecord record, LocalDateTime start, LocalDateTime change) => new(Figure(record, "old"), Figure(record, "new"), start, change);

    private static Told Halved(PublishedRecord record) => Prices(record, April, April.PlusDays(1));

    /// <summary>The first day of a month that is written out.</summary>
    private static LocalDateTime MonthOf(PublishedRecord record, string name) => At(LocalDatePattern.CreateWithInvariantCulture("MMMM yyyy").Parse($"{record.Word(name)} 2026").Value);

    /// <summary>So many months after the beginning of the year; half a month is fifteen days.</summary>
    private static LocalDateTime HalfMonthsOn(decimal months) => January.PlusMonths((int)months).PlusDays((int)((months - (int)months) * 30m));

    private static Told OneMore(PublishedRecord record, string price, LocalDateTime change) => new(Figure(record, price), Figure(record, price), April, change) { NewSeats = 2 };

    private static Told OneLess(PublishedRecord record, LocalDateTime change) => OneMore(record, "price", change) with { Seats = 2, NewSeats = 1 };

    private static Told Premium(PublishedRecord record, int used) => new(Figure(record, "premium"), 0m, January, January.PlusDays(used)) { Interval = BillingInterval.Year, Ends = true };

    private static BillingInterval Days(PublishedRecord record, string name) => BillingInterval.Days(record.Whole(name)!.Value);

    /// <summary>The so-many-th day of the period.</summary>
    private static LocalDateTime Day(PublishedRecord record, string name) => April.PlusDays(record.Whole(name)!.Value - 1);

    /// <summary>A day without a year, in one that has no leap day.</summary>
    public static LocalDateTime Date(PublishedRecord record, string name) => At(LocalDatePattern.Iso.Parse($"2026-{record.Word(name)[..5]}").Value);

    private static LocalDateTime Moment(PublishedRecord record, string name) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(record.Word(name)).Value;

    /// <summary>The day with which so many days up to an end begin.</summary>
    private static string DaysBefore(LocalDate end, Share left) => MonthAndDay(Anchor.On(end).Boundary(-left.Left, BillingInterval.Day).Date);

    private static LocalDateTime At(LocalDate date) => date.AtMidnight();

    private static string MonthAndDay(LocalDate date) => LocalDatePattern.CreateWithInvariantCulture("MM'-'dd").Format(date);
}
