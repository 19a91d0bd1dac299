namespace SubscriptionMath;

/// <summary>Promotional credit on its way: drawn, spent on a purchase, and back. The credit drawn first is used first.</summary>
internal static class Promotions
{
    internal static Money Sum(Sequence<CreditLot> drawn, Currency currency)
    {
        var sum = Money.Zero(currency);
        foreach (var lot in drawn)
        {
            sum += lot.Left;
        }

        return sum;
    }

    /// <summary>Splits the credit drawn after an amount, or gives all of it if it is less.</summary>
    internal static (Sequence<CreditLot> Former, Sequence<CreditLot> Latter) Split(Sequence<CreditLot> drawn, Money first)
    {
        if (drawn.IsEmpty)
        {
            return default;
        }

        var (before, after, left) = (new List<CreditLot>(drawn.Count), new List<CreditLot>(drawn.Count), first);
        foreach (var lot in drawn)
        {
            var taken = lot.Left < left ? lot.Left : left;
            left -= taken;
            AddUnlessZero(before, lot with { Left = taken });
            AddUnlessZero(after, lot with { Left = lot.Left - taken });
        }

        return (before.ToSequence(), after.ToSequence());
    }

    /// <summary>Adds an amount to the credit drawn last.</summary>
    internal static Sequence<CreditLot> Raised(Sequence<CreditLot> drawn, Money by) =>
        by.IsZero ? drawn : [.. drawn.Take(drawn.Count - 1), drawn[^1] with { Left = drawn[^1].Left + by }];

    /// <summary>Puts later draws behind earlier ones; amounts of the same terms become one.</summary>
    internal static Sequence<CreditLot> Join(Sequence<CreditLot> drawn, Sequence<CreditLot> later)
    {
        if (drawn.IsEmpty || later.IsEmpty)
        {
            return drawn.IsEmpty ? later : drawn;
        }

        List<CreditLot> joined = [.. drawn];
        foreach (var lot in later)
        {
            var same = joined.FindIndex(other => other with { Left = lot.Left } == lot);
            if (same < 0)
            {
                joined.Add(lot);
            }
            else
            {
                joined[same] = lot with { Left = joined[same].Left + lot.Left };
            }
        }

        return joined.ToSequence();
    }

    private static void AddUnlessZero(List<CreditLot> lots, CreditLot lot)
    {
        if (lot.Left.IsPositive)
        {
            lots.Add(lot);
        }
    }
}
