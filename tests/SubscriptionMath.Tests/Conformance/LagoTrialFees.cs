namespace SubscriptionMath.Tests.Conformance;

/// <summary>Lago: the fee of a period of which a trial leaves out days.</summary>
internal sealed class LagoTrialFees : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "the fee of a period in which a trial ends";

    public override string Policy => "`Proration.Part` of the price: the days of the billed period that are left at the trial's end (`Proration.TimeLeft`), of the days of the whole period, "
        + "which `Anchor.OnDay` 1 or `Anchor.On` the start gives. The trial is days from the date of the start: `Anchor.Boundary`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "trial" } && record.Has("period_from");

    public override Answers Answer(PublishedRecord record)
    {
        var zone = record.Zone("timezone");
        var started = Anchor.On(record.Moment("started_at").InZone(zone).Date);
        var trialEnd = started.Boundary(1, BillingInterval.Days(record.Whole("trial_days")!.Value)).At(zone);
        var billed = Term.Of(record.Moment("period_from").InZone(zone).Date, record.Moment("period_to").InZone(zone).Date.PlusDays(1), zone);
        var whole = (record.Word("billing_time") == "calendar" ? Anchor.OnDay(1) : started).TermAt(billed.Start, Units.Of(record.Word("interval")), zone);
        var share = new Share(
            Proration.TimeLeft(billed, trialEnd, Measure.Days, zone).Left, Proration.TimeLeft(whole, whole.Start, Measure.Days, zone).Of, Grain.CalendarDays);
        var price = Money.OfMinor(record.Whole("plan_amount_cents")!.Value, "EUR");
        return new()
        {
            ["amount_cents"] = Proration.Part(price, share, RoundingMode.HalfAwayFromZero).Minor,
            ["precise_amount_cents"] = new BinaryFigure(Fraction.Of(price.Minor) * share.Fraction),
        };
    }
}
