namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>Help articles: what becomes of usage credits and allowances at a change, a renewal, or within a month.</summary>
internal sealed class HelpArticleCredits : Adapter
{
    private static readonly string[] Vendors = ["HTMLPDFAPI", "Rogers", "EmailManager", "Pipedrive LeadBooster", "Let's Enhance", "Clay", "Follow", "Listwise"];

    public override string Engine => "help articles";

    public override string Asks => "usage credits kept, recounted, prorated, capped, rolled over, and expiring by the month of a plan billed by the year";

    public override string Policy => "`GrantFate.Carried` with `Rollover.Full` or `Rollover.UpToTimes`; `GrantFate.Recounted`; `GrantFate.ToppedUp` to two decimals; `Allowance.Interval` a month.";

    public override bool Reads(PublishedRecord record) => record.Engine == "help articles"
        && (Vendors.Contains(record.Vendor) && (record.Has("minutes") || record.Has("old_credits") || record.Has("new_allowance") || record.Has("new_monthly") || record.Has("allotment")
            || record.Has("bought") || record.Vendor is "Pipedrive LeadBooster" or "Let's Enhance")
        || record.Has("old_minutes"));

    public override Answers Answer(PublishedRecord record) => record.Vendor switch
    {
        "HTMLPDFAPI" => Replaced(record),
        "TELUS" => Minutes(record),
        "Rogers" => new() { ["minutes"] = new AllotmentRounding(RoundingMode.HalfAwayFromZero, 2).Part(record.Whole("minutes")!.Value, new Share(record.Whole("days")!.Value, record.Whole("month")!.Value, ProrationUnit.CalendarDays)) },
        "EmailManager" => Recounted(record),
        "Pipedrive LeadBooster" => Monthly(record),
        "Let's Enhance" => new() { ["old_cap"] = Cap(6m, record.Whole("old")), ["new_cap"] = Cap(6m, record.Whole("new")) },
        "Clay" => new() { ["cap"] = Cap(2m, record.Whole("new_monthly")) },
        "Follow" => Rolled(record),
        _ => Left(record),
    };

    /// <summary>The most that is carried over, however much is left.</summary>
    private static decimal Cap(decimal times, int? allotment) => Rollover.UpToTimes(times).Of(decimal.MaxValue, allotment!.Value);

    private static Answers Replaced(PublishedRecord record)
    {
        var plans = new[] { UsageCredits.Plan("old", 1, record.Whole("old_credits")!.Value, price: 10m), UsageCredits.Plan("new", 2, record.Whole("new_credits")!.Value, price: 20m) };
        var life = new RecordedLife(Catalog.Of(plans), Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.FirstPurchase) with { Allowances = UsageCredits.Carrying }, DateTimeZone.Utc);
        life.Make(UsageCredits.Start, UsageCredits.Buy("old"));
        life.Spend(UsageCredits.After(1), record.Whole("spent")!.Value);
        var quote = life.Make(UsageCredits.After(10), UsageCredits.Buy("new"));
        return new() { ["balance_after"] = life.Left(UsageCredits.After(10)), ["charge"] = quote.Totals.DueNow == Money.Of(20m, "USD") ? "full new price" : quote.Totals.DueNow.ToString() };
    }

    /// <summary>A month of thirty days, the new plan for its last days.</summary>
    private static Answers Minutes(PublishedRecord record)
    {
        var april = Instant.FromUtc(2026, 4, 1, 0, 0);
        var life = UsageCredits.Life(
            AllowancePolicy.EachTermAnew with { OnDowngrade = GrantFate.ToppedUp, Rounding = new(RoundingMode.HalfAwayFromZero, 2) },
            UsageCredits.Plan("old", 2, record.Whole("old_minutes")!.Value, price: 35m), UsageCredits.Plan("new", 1, record.Whole("new_minutes")!.Value, price: 30m));
        life.Make(april, UsageCredits.Buy("old"));
        var change = april + Duration.FromDays(record.Whole("old_days")!.Value);
        life.Make(change, UsageCredits.Buy("new"));
        record.Confirm("new_days", Proration.TimeLeft(life.Subscription.Term!.Value, change, Measure.Days, DateTimeZone.Utc).Left);
        return new() { ["minutes"] = life.Left(change) };
    }

    private static Answers Recounted(PublishedRecord record)
    {
        var life = UsageCredits.Life(
            AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Recounted },
            UsageCredits.Plan("old", 1, record.Whole("used")!.Value), UsageCredits.Plan("new", 2, record.Whole("new_allowance")!.Value));
        life.Make(UsageCredits.Start, UsageCredits.Buy("old"));
        life.Spend(UsageCredits.After(1), record.Whole("used")!.Value);
        life.Make(UsageCredits.After(10), UsageCredits.Buy("new"));
        return new() { ["left"] = life.Left(UsageCredits.After(10)) };
    }

    private static Answers Monthly(PublishedRecord record)
    {
        var yearly = Plain.Plan("yearly", 1, 0m, BillingInterval.Year) with
        {
            Allowances = [new Allowance { Kind = UsageCredits.Kind, Units = 100m, Rollover = Rollover.None, Interval = BillingInterval.Month }],
        };
        var life = UsageCredits.Life(AllowancePolicy.EachTermAnew, yearly);
        life.Make(ArticleRow.Date(record, "start").InUtc().ToInstant(), Cart.Of("yearly", BillingInterval.Year));
        return new() { ["expire"] = NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("MM-dd").Format(life.Subscription.Grants[0].Ends!.Value.InUtc().Date) };
    }

    private static Answers Rolled(PublishedRecord record)
    {
        var life = UsageCredits.Life(UsageCredits.Carrying, UsageCredits.Plan("plan", 1, record.Whole("allotment")!.Value));
        life.Make(UsageCredits.Start, UsageCredits.Buy("plan"));
        life.Spend(UsageCredits.After(1), record.Whole("used")!.Value);
        return new() { ["next"] = life.Left(UsageCredits.After(31)) };
    }

    private static Answers Left(PublishedRecord record)
    {
        var life = UsageCredits.Life(AllowancePolicy.EachTermAnew).Hold(UsageCredits.Grant("", record.Whole("bought")!.Value, UsageCredits.Start, UsageCredits.After(365)));
        life.Spend(UsageCredits.Start, record.Whole("used")!.Value);
        return new() { ["left"] = life.Left(UsageCredits.Start) };
    }
}
