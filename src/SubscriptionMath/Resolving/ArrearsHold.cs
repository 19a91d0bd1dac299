namespace SubscriptionMath;

/// <summary>Leaves the days on hold out of the lots charged in arrears, since nothing is used on hold.</summary>
internal static class ArrearsHold
{
    internal static Resolution LeaveOut(Resolution resolution, Term hold)
    {
        var held = resolution.Held;
        return held.AddOns.Any(Rests) || (held.Plan is { } plan && Rests(plan))
            ? resolution with
            {
                Held = held.Each(item => Rests(item)
                    ? item with { Term = UpToTheNext(item), Lots = [.. item.Lots.SelectMany(Outside)] }
                    : item),
                IsDifferent = true,
            }
            : resolution;

        bool Rests(Item item) => item.Lots.Any(IsOnHold);

        bool IsOnHold(Lot lot) => lot.InArrears && lot.Covers.Start < hold.End && lot.Covers.End > hold.Start;

        // A term bought ahead that began in the hold begins with the first day of use.
        Term UpToTheNext(Item item) => item.BoughtAhead is { } ahead && IsOnHold(ahead) && ahead.Covers.End > hold.End
            ? new Term(item.Term.Start, hold.End)
            : item.Term;

        // The stretches before and after the hold, in the same period.
        IEnumerable<Lot> Outside(Lot lot)
        {
            if (!IsOnHold(lot))
            {
                yield return lot;
                yield break;
            }

            if (lot.Covers.Start < hold.Start)
            {
                yield return lot with { Covers = lot.Covers.Until(hold.Start) };
            }

            if (lot.Covers.End > hold.End)
            {
                yield return lot with { Covers = lot.Covers.From(hold.End) };
            }
        }
    }
}
