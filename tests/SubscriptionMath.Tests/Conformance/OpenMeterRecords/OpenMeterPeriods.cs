using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: the service, full service and billing periods of the items of a phase.</summary>
internal sealed class OpenMeterPeriods : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "the periods of items that begin and end within a phase";

    public override string Policy => "The full service period is `Anchor.TermAt` at the item's cadence, the service period its part in which the item is held (`Term.Intersect`), and the billing "
        + "period that of the common cadence. The parts are those of `Proration.Billed`: flat fees in advance, all else in arrears; one without cadence is served to the phase's end. The start is cut to the second.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "period_split" };

    public override Answers Answer(PublishedRecord record)
    {
        var start = record.Written("subscription_start").LocalDateTime.With(TimeAdjusters.TruncateToSecond);
        var phase = new Term(start.At(DateTimeZone.Utc), record.Has("phaseEnd") ? record.Moment("phaseEnd") : Instant.MaxValue);
        var schedule = new Schedule(
            phase,
            new Anchor(After(start, record.Text("billingAnchorRelativeToSubscriptionStart"))),
            Cadence(record.Word("alignedBillingCadence")),
            record.Moment("end"));
        var items = record.Each("items");
        return new()
        {
            ["periods"] = items.GroupBy(item => item.Word("Key"))
                .SelectMany(versions => versions.SelectMany((item, version) => schedule.Periods(item, Held(item, start, phase), $"{versions.Key}/v[{version}]")))
                .ToList<object?>(),
        };
    }

    private static Term Held(PublishedRecord item, LocalDateTime start, Term phase) => new Term(
        After(start, item.Text("StartAfter")).At(DateTimeZone.Utc),
        item.Has("EndAfter") ? After(start, item.Text("EndAfter")).At(DateTimeZone.Utc) : phase.End).Intersect(phase);

    private static BillingInterval Cadence(string period) => PeriodPattern.NormalizingIso.Parse(period).Value is { Months: > 0 and var months }
        ? BillingInterval.Months(months)
        : BillingInterval.Days(PeriodPattern.NormalizingIso.Parse(period).Value.Days);

    private static LocalDateTime After(LocalDateTime start, string? period) => period is null ? start
        : period.StartsWith('-') ? start - PeriodPattern.NormalizingIso.Parse(period[1..]).Value
        : start + PeriodPattern.NormalizingIso.Parse(period).Value;

    private sealed record Schedule(Term Phase, Anchor Anchor, BillingInterval Aligned, Instant Until)
    {
        public IEnumerable<Answers> Periods(PublishedRecord item, Term held, string key)
        {
            if (!item.Has("Cadence"))
            {
                yield return Period(held, held, key);
                yield break;
            }

            var mode = item.Text("Type") == "FlatPriceType" ? BillingTiming.InAdvance : BillingTiming.InArrears;
            Instant? end = held.End == Instant.MaxValue ? null : held.End;
            var billed = Proration.Billed(held.Start, end, Until, mode, Anchor, Cadence(item.Word("Cadence")), Measure.Seconds, DateTimeZone.Utc);
            for (var n = 0; n < billed.Count; n++)
                yield return Period(billed[n].Covers, billed[n].Period, $"{key}/period[{n}]");
        }

        private Answers Period(Term service, Term full, string key) => new()
        {
            ["service"] = Written(service),
            ["full_service"] = Written(full),
            ["billing"] = Written(Anchor.TermAt(service.Start, Aligned, DateTimeZone.Utc).Intersect(Phase)),
            ["key"] = key,
        };

        private static Answers Written(Term term) => new() { ["From"] = term.Start, ["To"] = term.End };
    }
}
