using NodaTime;

namespace SubscriptionMath;

/// <summary>Carries the time that was left at a pause to its end: whatever ran then ends as many days later as it rested.</summary>
internal static class PauseShift
{
    internal static void Apply(Draft draft, Instant since, Instant until)
    {
        var zone = draft.Before.Zone;
        var days = checked((int)TimeCount.DaysBetween(since, until, zone));
        if (days == 0)
        {
            return;
        }

        draft.Touch();

        // A billing day that was moved to the end of the term moves on with it; one behind the term stays where it is.
        draft.NextAnchor = draft.NextAnchor is { } moved && moved.Origin == draft.Plan!.Term.End.LocalAt(zone) ? null : draft.NextAnchor;
        Shift(draft.Plan!, since, days, zone);
        draft.AddOns.ForEach(addOn => Shift(addOn, since, days, zone));
        draft.Anchor = new Anchor(draft.Plan!.Term.End.LocalAt(zone));
        draft.Grant(new GrantStep.Shifted(since, days));
        if (draft.Before.Trial is { } trial && trial.Contains(since))
        {
            draft.Trial = trial with { Term = new Term(trial.Term.Start, Later(trial.Term.End, days, zone)) };
        }
    }

    private static void Shift(ItemDraft item, Instant since, int days, DateTimeZone zone)
    {
        item.Term = new Term(item.Term.Start, Later(item.Term.End, days, zone));
        item.Contract = item.Contract is { } contract ? Later(contract, days, zone) : null;
        item.PhasesFrom = item.PhasesFrom is { } from ? Later(from, days, zone) : null;
        item.Anchor = item.Anchor is null ? null : new Anchor(item.Term.End.LocalAt(zone));
        item.SetUp = item.SetUp is { } fee ? Later(fee, since, days, zone) : null;
        for (var i = 0; i < item.Lots.Count; i++)
        {
            item.Lots[i] = Later(item.Lots[i], since, days, zone);
        }
    }

    private static Lot Later(Lot lot, Instant since, int days, DateTimeZone zone) =>
        lot.Covers.End <= since ? lot : lot with { Covers = Later(lot.Covers, days, zone), Period = Later(lot.Period, days, zone) };

    /// <summary>A stretch, as many days later; one that would fall on a day that the zone skipped is that after it.</summary>
    private static Term Later(Term term, int days, DateTimeZone zone)
    {
        var later = new Term(Later(term.Start, days, zone), Later(term.End, days, zone));
        return later.IsEmpty && !term.IsEmpty ? new Term(later.Start, Later(term.End, days + 1, zone)) : later;
    }

    private static Instant Later(Instant instant, int days, DateTimeZone zone) => instant.DaysLater(days, zone);
}
