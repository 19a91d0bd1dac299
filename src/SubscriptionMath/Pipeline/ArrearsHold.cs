namespace SubscriptionMath;

/// <summary>A hold is no use: of what is charged in arrears the days on hold are left out.</summary>
internal static class ArrearsHold
{
    internal static void LeaveOut(Draft draft, Term hold)
    {
        foreach (var item in draft.AddOns.Prepend(draft.Plan!))
        {
            for (var i = item.Lots.Count - 1; i >= 0; i--)
            {
                if (item.Lots[i] is { InArrears: true } lot && lot.Covers.Start < hold.End && lot.Covers.End > hold.Start)
                {
                    item.Lots.RemoveAt(i);
                    item.Lots.InsertRange(i, Outside(lot, hold));
                    draft.Touch();
                }
            }
        }
    }

    /// <summary>What lies before the hold and behind it, of the same period.</summary>
    private static IEnumerable<Lot> Outside(Lot lot, Term hold)
    {
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
