namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Google Play: the replacement modes.</summary>
internal sealed class GoogleReplacements : Adapter
{
    public override string Engine => "Google Play";

    public override string Asks => "a month replaced by a year, in three replacement modes";

    public override string Policy => "`GooglePlay.WithTimeProration`: `TermRule.AsBought`, days rounded down. `GooglePlay.ChargeProratedPrice`: the end kept, a year divided by its months. "
        + "`GooglePlay.ChargeFullPrice`: `Surplus.AllUnusedToTime`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine;

    public override Answers Answer(PublishedRecord record)
    {
        var (old, next, at) = (Trade.Price(record.Word("old")), Trade.Price(record.Word("new")), Trade.Day(record.Word("change_at")));
        var policy = record.Assume("currency", "USD").Setting("replacement_mode") switch
        {
            "WITH_TIME_PRORATION" => Vendors.GooglePlay.WithTimeProration(),
            "CHARGE_PRORATED_PRICE" => Vendors.GooglePlay.ChargeProratedPrice(),
            "CHARGE_FULL_PRICE" => Vendors.GooglePlay.ChargeFullPrice(),
            var other => throw new InvalidOperationException($"\"replacement_mode\" is {other}."),
        };
        var life = new RecordedLife(Trade.Plans(old, next), policy, DateTimeZone.Utc);
        life.Make(at.InUtc().Date.With(DateAdjusters.StartOfMonth).AtMidnight().InUtc().ToInstant(), Cart.Of("old", old.Interval));
        var quote = life.Make(at, Cart.Of("new", next.Interval));
        var due = life.Next()!.At;
        life.Advance(due);
        var (renewed, again) = (life.Accepted[^1].Quote, life.Next()!.At);
        var bought = quote.Lines.SingleOrDefault(line => line.Kind == LineKind.TimeBought);
        var left = Period.Between(at.InUtc().Date, due.InUtc().Date, PeriodUnits.Years | PeriodUnits.Days);
        return new()
        {
            ["credit"] = quote.GivenBack(),
            ["days_bought"] = quote.Totals.DaysGranted,
            ["covered"] = bought is null ? null : $"{Trade.Say(bought.Covers.FirstDate())}..{Trade.Say(bought.Covers.LastDate())}",
            ["remaining_new"] = quote.Totals.NewPrice,
            ["charge_now"] = quote.Totals.DueNow,
            ["bonus_days"] = $"~{quote.Totals.DaysGranted}",
            [$"charge_{Trade.Say(due).Replace('-', '_')}"] = renewed.Totals.DueNow,
            ["next_charge"] = $"{left.Years} year and {left.Days} days from today",
            ["then"] = policy.Name == Vendors.GooglePlay.ChargeFullPrice().Name
                ? $"{renewed.Totals.DueNow.Bare()} yearly"
                : $"{renewed.Totals.DueNow.Bare()} every {Trade.Say(again)}",
        };
    }
}
