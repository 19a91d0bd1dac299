namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: the fee of a part of a period: a first or a last one, or one that a trial leaves days out of.</summary>
internal sealed class LagoFees : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "the fee of a part of a period, cut by a start, an end or a trial";

    public override string Policy => "`Proration.Part` of the price: the days of the billed period, of those that are left at the trial's end (`Proration.TimeLeft`), of the days of the whole "
        + "period, which `Anchor.OnDay` 1 or `Anchor.On` the start gives. The trial is days from the date of the start: `Anchor.Boundary`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "lago"
        && ((record.Kind is "trial" or "plan_change" && record.Has("period_from")) || record.Kind == "proration");

    public override Answers Answer(PublishedRecord record) => record.Has("period_from") ? OfPeriod(record) : OfLastDay(record);

    private static Answers OfPeriod(PublishedRecord record)
    {
        var zone = record.Zone("timezone");
        var started = Anchor.On(record.Moment("started_at").InZone(zone).Date);
        // The last day is billed, but that of an upgrade is the new plan's.
        var last = record.Moment("period_to").InZone(zone).Date;
        var billed = Term.Of(record.Moment("period_from").InZone(zone).Date, record.Is("upgraded") ? last : last.PlusDays(1), zone);
        var from = record.Whole("trial_days") is { } days ? started.Boundary(1, BillingInterval.Days(days)).At(zone) : billed.Start;
        var interval = Units.Of(record.Word("interval"));
        var whole = (record.Word("billing_time") == "calendar" ? Anchor.OnDay(1) : started).TermAt(billed.Start, interval, zone);
        var share = Proration.TimeLeft(billed, whole, interval, from, Measure.Days, zone);
        var price = Money.OfMinor(record.Whole("plan_amount_cents")!.Value, "EUR");
        return new()
        {
            ["amount_cents"] = Proration.Part(price, share, RoundingMode.HalfAwayFromZero).Minor,
            ["precise_amount_cents"] = new BinaryFigure(RatioRule.Exact.PartOf(price.Exact, share)),
        };
    }

    /// <summary>From the day of the start, or of the upgrade to it, to the day of the end, which is billed.</summary>
    private static Answers OfLastDay(PublishedRecord record)
    {
        var first = record.Date("upgraded_at") ?? record.Day("started_at");
        var billed = Term.Of(first, record.Day("terminated_at").PlusDays(1), DateTimeZone.Utc);
        var anchor = record.Word("billing_time") == "calendar" ? Anchor.OnDay(1) : Anchor.On(record.Day("subscription_at"));
        var interval = Units.Of(record.Word("interval"));
        var share = Proration.TimeLeft(billed, anchor.TermAt(first, interval), interval, billed.Start, Measure.Days, DateTimeZone.Utc);
        return new()
        {
            ["fee_cents"] = Proration.Part(Money.OfMinor(record.Whole("amount_cents")!.Value, "EUR"), share, RoundingMode.HalfAwayFromZero).Minor,
            ["days"] = share.Left,
            ["period_days"] = share.Of,
        };
    }
}
