namespace SubscriptionMath;

/// <summary>Compares the units of a lot with those that are held.</summary>
internal static class UnitsHeld
{
    /// <summary>The first lot of the term that holds more units than the item has, or -1 where none does.</summary>
    /// <remarks>
    /// A lot that was kept for units that left may hold more. What is charged in arrears may tell of units that left, and what lies ahead of
    /// those to come. What was kept may stand beside what was bought since, so lots are not added up.
    /// </remarks>
    internal static int Exceeded(Item item)
    {
        for (var i = 0; i < item.Lots.Count; i++)
        {
            var lot = item.Lots[i];
            if (lot.Quantity > item.Quantity && lot is { Kept: false, InArrears: false } && lot.Covers.Start < item.Term.End && lot.Covers.End > item.Term.Start)
            {
                return i;
            }
        }

        return -1;
    }
}
