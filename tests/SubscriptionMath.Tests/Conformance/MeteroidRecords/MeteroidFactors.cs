namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

/// <summary>Meteroid: the part of a full period that a shorter one is.</summary>
internal sealed class MeteroidFactors : Adapter
{
    public override string Engine => "meteroid";

    public override string Asks => "the part of a period that a short one is";

    public override string Policy => "`Proration.TimeLeft` by `Measure.Days`: half-open, exact. A first period ends on the billing day, and the period that is divided is the one of `Anchor.On` "
        + "the billing day in the month of the start.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "meteroid", Kind: "proration_factor" };

    public override Answers Answer(PublishedRecord record)
    {
        if (!record.Has("start"))
        {
            var (part, full) = (record.Days("partial").ToList(), record.Days("full").ToList());
            return new() { ["factor"] = Part(Term.Of(part[0], part[1], DateTimeZone.Utc), Term.Of(full[0], full[1], DateTimeZone.Utc)).Fraction };
        }

        var start = record.Day("start");
        var period = Anchor.On(new LocalDate(start.Year, start.Month, record.Whole("billing_day")!.Value)).TermAt(start, Units.Of(record.Word("interval")));
        var first = period.From(start.AtMidnight().At(DateTimeZone.Utc));
        return new() { ["advance"] = new List<LocalDate> { first.FirstDay(), first.EndDay() }, ["factor"] = Part(first, period).Fraction };
    }

    private static Share Part(Term part, Term full) => new(
        part.IsEmpty ? 0 : Proration.TimeLeft(part, part.Start, Measure.Days, DateTimeZone.Utc).Left,
        Proration.TimeLeft(full, full.Start, Measure.Days, DateTimeZone.Utc).Of,
        ProrationUnit.CalendarDays);
}
