namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: where the period that an invoice bills begins and ends, and how many days it has.</summary>
internal sealed class LagoPeriods : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "the period that is billed at an instant, and the one whose usage is: start, end, days";

    public override string Policy => "\"anniversary\" is `Anchor.On` the subscription's date in the customer's zone, \"calendar\" is `Anchor.OnDay` 1. The period that is billed is the last one of "
        + "`Proration.Billed`, in advance or in arrears; usage is billed in arrears, and the running period is the one that has begun. Ends are inclusive: the last second before our exclusive end.";

    public override bool Reads(PublishedRecord record) => record.Engine == "lago" && record.Kind is "month_end" or "period_length" or "usage_window";

    public override Answers Answer(PublishedRecord record)
    {
        var zone = record.Zone("timezone");
        // Nothing has begun, so that there is no period: that is no figure, and is counted apart.
        if (!record.Has("started_at"))
            return new() { ["value"] = null };

        return record.Function switch
        {
            "from_datetime" => new() { ["value"] = Billed(record, zone).Covers.Start },
            "to_datetime" => new() { ["value"] = LastSecond(record, Billed(record, zone).Covers.End) },
            "charges_from_datetime" => new() { ["value"] = Metered(record, zone, "bill_charges_monthly")?.Covers.Start },
            "charges_to_datetime" => new() { ["value"] = LastSecond(record, Metered(record, zone, "bill_charges_monthly")?.Covers.End) },
            "fixed_charges_from_datetime" => new() { ["value"] = Metered(record, zone, "bill_fixed_charges_monthly")?.Covers.Start },
            "fixed_charges_to_datetime" => new() { ["value"] = LastSecond(record, Metered(record, zone, "bill_fixed_charges_monthly")?.Covers.End) },
            "next_end_of_period" => new() { ["value"] = LastSecond(record, Current(record, zone).End) },
            "previous_beginning_of_period" or "compute_previous_beginning_of_period" =>
                new() { ["value"] = (record.Is("current_period") ? Current(record, zone) : Before(record, zone)).Start },
            "single_day_price" => new() { ["days_in_period"] = Days(Billed(record, zone).Period, zone) },
            "charges_duration_in_days" or "fixed_charges_duration_in_days" => new() { ["value"] = Days(Billed(record, zone).Period, zone) },
            _ => throw new ArgumentOutOfRangeException(nameof(record), record.Function, "No such function."),
        };
    }

    /// <summary>The part of the sale that was billed last; where none was, the one that runs.</summary>
    private static PeriodPart Billed(PublishedRecord record, DateTimeZone zone)
    {
        var billed = Parts(record.Is("pay_in_advance"));
        return billed.IsEmpty ? Parts(inAdvance: true)[^1] : billed[^1];

        Sequence<PeriodPart> Parts(bool inAdvance) =>
            LagoPeriods.Parts(record, zone, Monthly(record) ? BillingInterval.Month : Units.Of(record.Word("interval")), inAdvance, record.Moment("billing_at"));
    }

    /// <summary>
    /// The window of charges of one kind, which may be billed monthly though the plan is not: the part that this invoice bills, and the one before it did not;
    /// null where there is none.
    /// </summary>
    private static PeriodPart? Metered(PublishedRecord record, DateTimeZone zone, string monthly)
    {
        var (at, interval) = (record.Moment("billing_at"), record.Is(monthly) ? BillingInterval.Month : Units.Of(record.Word("interval")));
        var invoiced = AnchorOf(record, zone).TermAt(at, Monthly(record) ? BillingInterval.Month : interval, zone).Start;
        var billed = Parts(record, zone, interval, inAdvance: false, at);
        return billed.Count > (record.Is("current_usage") ? 0 : Parts(record, zone, interval, inAdvance: false, invoiced - Duration.Epsilon).Count) ? billed[^1] : null;
    }

    /// <summary>Usage that runs is that of the period that has begun, as is what is billed in advance.</summary>
    private static Sequence<PeriodPart> Parts(PublishedRecord record, DateTimeZone zone, BillingInterval interval, bool inAdvance, Instant until) => Proration.Billed(
        record.Moment("started_at").InZone(zone).Date.AtMidnight().At(zone), Terminated(record), until,
        inAdvance || record.Is("current_usage") ? BillingTiming.InAdvance : BillingTiming.InArrears, AnchorOf(record, zone), interval, Measure.Days, zone);

    private static bool Monthly(PublishedRecord record) => record.Is("bill_charges_monthly") || record.Is("bill_fixed_charges_monthly");

    private static Anchor AnchorOf(PublishedRecord record, DateTimeZone zone) =>
        record.Word("billing_time") == "calendar" ? Anchor.OnDay(1) : Anchor.On(record.Moment("subscription_at").InZone(zone).Date);

    private static Term Current(PublishedRecord record, DateTimeZone zone) => TermAt(record, record.Moment("billing_at"), zone);

    private static Term Before(PublishedRecord record, DateTimeZone zone) =>
        TermAt(record, Current(record, zone).Start - Duration.Epsilon, zone);

    private static Term TermAt(PublishedRecord record, Instant instant, DateTimeZone zone) =>
        AnchorOf(record, zone).TermAt(instant, Monthly(record) ? BillingInterval.Month : Units.Of(record.Word("interval")), zone);

    private static Instant? Terminated(PublishedRecord record) =>
        record.Assume("status", "terminated").Has("terminated_at") && record.Moment("terminated_at") <= record.Moment("billing_at") ? record.Moment("terminated_at") : null;

    /// <summary>A period's end is spelt as its last second, a termination as the instant that it is.</summary>
    private static Instant? LastSecond(PublishedRecord record, Instant? end) => end is { } there && there != Terminated(record) ? there - Duration.FromSeconds(1) : end;

    private static long Days(Term term, DateTimeZone zone) => Proration.TimeLeft(term, term.Start, Measure.Days, zone).Of;
}
