namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: where the period that an invoice bills begins and ends, and how many days it has.</summary>
internal sealed class LagoPeriods : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "the period that is billed at an instant, and the one whose usage is: start, end, days";

    public override string Policy => "\"anniversary\" is `Anchor.On` the subscription's date in the customer's zone, \"calendar\" is `Anchor.OnDay` 1. In advance the term that holds "
        + "the instant (`Anchor.TermAt`), in arrears the one before. Usage is always billed for the one before. Ends are inclusive: the last second before our exclusive end.";

    public override bool Reads(PublishedRecord record) => record.Engine == "lago" && record.Kind is "month_end" or "period_length" or "usage_window";

    public override Answers Answer(PublishedRecord record)
    {
        var zone = record.Zone("timezone");
        // Nothing has begun, so that there is no period: that is no figure, and is counted apart.
        if (!record.Has("started_at"))
            return new() { ["value"] = null };

        return record.Function switch
        {
            "from_datetime" => new() { ["value"] = Billed(record, zone).Intersect(Life(record, zone)).Start },
            "to_datetime" => new() { ["value"] = ToDatetime(record, zone) },
            "charges_from_datetime" => new() { ["value"] = Metered(record, zone, "bill_charges_monthly")?.Start },
            "charges_to_datetime" => new() { ["value"] = LastSecond(Metered(record, zone, "bill_charges_monthly")?.End) },
            "fixed_charges_from_datetime" => new() { ["value"] = Metered(record, zone, "bill_fixed_charges_monthly")?.Start },
            "fixed_charges_to_datetime" => new() { ["value"] = LastSecond(Metered(record, zone, "bill_fixed_charges_monthly")?.End) },
            "next_end_of_period" => new() { ["value"] = LastSecond(Current(record, zone).End) },
            "previous_beginning_of_period" or "compute_previous_beginning_of_period" =>
                new() { ["value"] = (record.Is("current_period") ? Current(record, zone) : Before(record, zone)).Start },
            "single_day_price" => new() { ["days_in_period"] = Days(Billed(record, zone), zone) },
            "charges_duration_in_days" or "fixed_charges_duration_in_days" => new() { ["value"] = Days(Billed(record, zone), zone) },
            _ => throw new ArgumentOutOfRangeException(nameof(record), record.Function, "No such function."),
        };
    }

    /// <summary>In arrears that is the period before; but the current one of a subscription that has ended by then, or has only begun in it.</summary>
    private static Term Billed(PublishedRecord record, DateTimeZone zone)
    {
        var current = Current(record, zone);
        var isCurrent = record.Is("pay_in_advance") || record.Is("current_usage") || Terminated(record) is not null
            || current.Contains(Life(record, zone).Start);
        return isCurrent ? current : Before(record, zone);
    }

    /// <summary>
    /// The window of charges of one kind, which may be billed monthly though the plan is not. An invoice of every month has those that are billed by the plan's own
    /// period only where one begins.
    /// </summary>
    private static Term? Metered(PublishedRecord record, DateTimeZone zone, string monthly)
    {
        var (at, anchor) = (record.Moment("billing_at"), AnchorOf(record, zone));
        var every = record.Is(monthly) ? BillingInterval.Month : Units.Of(record.Word("interval"));
        var invoiced = record.Is("bill_charges_monthly") || record.Is("bill_fixed_charges_monthly") ? BillingInterval.Month : every;
        var current = anchor.TermAt(at, every, zone);
        return record.Is("current_usage") ? current
            : current.Start != anchor.TermAt(at, invoiced, zone).Start ? null
            : anchor.TermAt(current.Start - Duration.Epsilon, every, zone);
    }

    private static Anchor AnchorOf(PublishedRecord record, DateTimeZone zone) =>
        record.Word("billing_time") == "calendar" ? Anchor.OnDay(1) : Anchor.On(record.Moment("subscription_at").InZone(zone).Date);

    private static Term Current(PublishedRecord record, DateTimeZone zone) => TermAt(record, record.Moment("billing_at"), zone);

    private static Term Before(PublishedRecord record, DateTimeZone zone) =>
        TermAt(record, Current(record, zone).Start - Duration.Epsilon, zone);

    private static Term TermAt(PublishedRecord record, Instant instant, DateTimeZone zone)
    {
        var monthly = record.Is("bill_charges_monthly") || record.Is("bill_fixed_charges_monthly");
        return AnchorOf(record, zone).TermAt(instant, monthly ? BillingInterval.Month : Units.Of(record.Word("interval")), zone);
    }

    /// <summary>From the day on which it started, to the instant at which it was terminated.</summary>
    private static Term Life(PublishedRecord record, DateTimeZone zone) => new(
        record.Moment("started_at").InZone(zone).Date.AtMidnight().At(zone), Terminated(record) ?? Instant.MaxValue);

    private static Instant? Terminated(PublishedRecord record) =>
        record.Assume("status", "terminated").Has("terminated_at") && record.Moment("terminated_at") <= record.Moment("billing_at") ? record.Moment("terminated_at") : null;

    /// <summary>A period's end is spelt as its last second, a termination as the instant that it is, even where it came before the period.</summary>
    private static Instant ToDatetime(PublishedRecord record, DateTimeZone zone)
    {
        var end = Billed(record, zone).End;
        return Terminated(record) is { } terminated && terminated < end ? terminated : LastSecond(end);
    }

    private static Instant LastSecond(Instant end) => end - Duration.FromSeconds(1);

    private static Instant? LastSecond(Instant? end) => end is { } there ? LastSecond(there) : null;

    private static long Days(Term term, DateTimeZone zone) => Proration.TimeLeft(term, term.Start, Measure.Days, zone).Of;
}
