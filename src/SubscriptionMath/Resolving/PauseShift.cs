using NodaTime;

namespace SubscriptionMath;

/// <summary>Carries the time left at the start of a pause to its end: terms, lots and trial end later by the days of the pause.</summary>
internal static class PauseShift
{
    internal static Resolution Apply(Resolution resolution, Instant since, Instant until)
    {
        var zone = resolution.On.Zone;
        var days = checked((int)TimeCount.DaysBetween(since, until, zone));
        if (days == 0)
        {
            return resolution;
        }

        // A billing day that was moved to the term's end moves on with that end; a later one stays.
        var next = resolution.Schedule.Next is { } moved && moved.Origin == resolution.Held.Plan!.Term.End.LocalAt(zone)
            ? null
            : resolution.Schedule.Next;
        var held = resolution.Held.Each(item => Later(item, since, days, zone));
        return resolution with
        {
            IsDifferent = true,
            Held = held,
            Schedule = new Schedule(new Anchor(held.Plan!.Term.End.LocalAt(zone)), next),
            Grants = resolution.Grants.Plus(new GrantStep.Shifted(since, days)),
            Trial = resolution.On.Before.Trial is { } trial && trial.Contains(since)
                ? trial with { Term = new Term(trial.Term.Start, Later(trial.Term.End, days, zone)) }
                : resolution.Trial,
        };
    }

    private static Item Later(Item item, Instant since, int days, DateTimeZone zone)
    {
        var end = Later(item.Term.End, days, zone);
        return item with
        {
            Term = new Term(item.Term.Start, end),
            Contract = item.Contract is { } contract ? Later(contract, days, zone) : null,
            PhasesFrom = item.PhasesFrom is { } from ? Later(from, days, zone) : null,
            Anchor = item.Anchor is null ? null : new Anchor(end.LocalAt(zone)),
            SetUp = item.SetUp is { } fee ? Later(fee, since, days, zone) : null,
            Lots = [.. item.Lots.Select(lot => Later(lot, since, days, zone))],
        };
    }

    private static Lot Later(Lot lot, Instant since, int days, DateTimeZone zone) =>
        lot.Covers.End <= since ? lot : lot with { Covers = Later(lot.Covers, days, zone), Period = Later(lot.Period, days, zone) };

    /// <summary>Moves a stretch by some days. A stretch on a day that the zone skipped becomes the day after.</summary>
    private static Term Later(Term term, int days, DateTimeZone zone)
    {
        var later = new Term(Later(term.Start, days, zone), Later(term.End, days, zone));
        return later.IsEmpty && !term.IsEmpty ? new Term(later.Start, Later(term.End, days + 1, zone)) : later;
    }

    private static Instant Later(Instant instant, int days, DateTimeZone zone) => instant.DaysLater(days, zone);
}
