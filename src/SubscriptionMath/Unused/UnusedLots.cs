using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the units that leave an item are worth: a fold over its lots, newest first.</summary>
internal static class UnusedLots
{
    /// <summary>Gives what all lots of an item are worth, exactly, in minor units.</summary>
    internal static Fraction Worth(Item item, UnusedValue answer, Measure measure, RoundingMode mode, Subscription subscription, Instant at)
    {
        var worth = Fraction.Zero;
        foreach (var lot in item.Lots)
        {
            var value = LotValue.Of(lot, lot.Quantity, answer, measure, mode, item.Anchor ?? subscription.Anchor, subscription.Zone, at);
            worth += value.Forfeited ? Fraction.Zero : value.Exact;
            worth += answer is UnusedValue.WholeTerm && lot.Covers.Start < at ? Left(lot, lot.Quantity).Exact - value.Exact : Fraction.Zero;
        }

        return worth;
    }

    /// <summary>Puts a line for each lot that has value left among the lines, and takes the units out of an item that goes on.</summary>
    /// <param name="item">The item, as it is.</param>
    /// <param name="name">Its name, as a customer reads it.</param>
    /// <param name="leaving">The number of units that leave.</param>
    /// <param name="rest">The item that goes on with the other units, or null where all of it leaves.</param>
    /// <param name="answer">What the policy says the unused part is worth.</param>
    /// <param name="lines">Where the lines go.</param>
    /// <param name="measure">How time is counted.</param>
    /// <param name="mode">How lines are rounded.</param>
    /// <param name="subscription">The subscription, for its zone and anchor.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="shorter">The price of the interval over which a longer one has a discount, or null where none is asked for or sold.</param>
    internal static void Leave(
        Item item,
        string name,
        int leaving,
        ItemDraft? rest,
        UnusedValue answer,
        List<Line> lines,
        Measure measure,
        RoundingMode mode,
        Subscription subscription,
        Instant at,
        Price? shorter)
    {
        var first = lines.FindLastIndex(line => line.Kind is LineKind.Unused or LineKind.Conceded) + 1;
        for (var i = item.Lots.Count - 1; i >= 0; i--)
        {
            var lot = item.Lots[i];
            var quantity = Leaving(item, i, leaving);
            if (quantity == 0)
            {
                continue;
            }

            var value = LotValue.Of(lot, quantity, answer, measure, mode, item.Anchor ?? subscription.Anchor, subscription.Zone, at);
            var amount = Money.Round(value.Exact, subscription.Currency, mode);
            if (!value.Exact.IsZero)
            {
                // On the bill they stand in the order in which they were bought, before what is bought now.
                lines.Insert(first, ToLine(name, lot, quantity, value, amount, at));
            }

            var given = value.Forfeited ? Money.Zero(subscription.Currency) : amount;
            if (answer is UnusedValue.WholeTerm && lot.Covers.Start < at && Left(lot, quantity) is var all && all > amount)
            {
                lines.Insert(first, Conceded(name, lot, quantity, all, all.Exact - value.Exact, all - amount, at, value.Share.Unit));
                given = all;
            }

            if (answer.Kept is { } kept && !value.Forfeited)
            {
                var worth = value.Exact + (given - amount).Exact;
                Retain(kept, name, item, lot, quantity, worth, value, lines, measure, mode, subscription, at, shorter);
            }

            rest?.Reduce(lot, quantity, given);
        }
    }

    /// <summary>A line of what the vendor keeps of the value of a lot.</summary>
    private static void Retain(
        Retention kept,
        string name,
        Item item,
        Lot lot,
        int quantity,
        Fraction worth,
        LotValue value,
        List<Line> lines,
        Measure measure,
        RoundingMode mode,
        Subscription subscription,
        Instant at,
        Price? shorter)
    {
        var (whole, every) = (lot.PriceOf(quantity), item.SoldAt.Every);
        var all = Counting.Left(
            Stretch.Of(lot.Covers, lot.Period, every, lot.Terms), lot.Covers.Start, measure with { ChangeDay = ChangeDay.New }, item.Anchor ?? subscription.Anchor, subscription.Zone, ends: false);
        Fraction? undiscounted = shorter is { Every.TotalMonths: > 0 } && every.TotalMonths > 0
            ? shorter.For(quantity) * new Fraction(every.TotalMonths, shorter.Every.TotalMonths)
            : null;
        var exact = kept.Of(new RetentionCase(worth, whole, undiscounted, all.Fraction - value.Share.Fraction, subscription, at));
        if (!exact.IsZero)
        {
            lines.Add(ToLine(name, lot, quantity, value, -Money.Round(exact, subscription.Currency, mode), at) with { Kind = LineKind.Retained, Exact = -exact });
        }
    }

    /// <summary>What was billed for some units of a lot and not credited yet.</summary>
    private static Money Left(Lot lot, int quantity)
    {
        var open = lot.Billed - lot.Credited;
        return open.IsPositive ? lot.PartOf(open, quantity) : Money.Zero(open.Currency);
    }

    /// <summary>What was paid for the units that leave, and not credited yet.</summary>
    internal static Money Paid(Item item, int leaving, Currency currency)
    {
        var paid = Money.Zero(currency);
        for (var i = 0; i < item.Lots.Count; i++)
        {
            var (lot, quantity) = (item.Lots[i], Leaving(item, i, leaving));
            var open = lot.Paid - lot.Credited;
            if (quantity > 0 && open.IsPositive)
            {
                paid += lot.PartOf(open, quantity);
            }
        }

        return paid;
    }

    /// <summary>
    /// Counts the units that leave a lot. In each stretch the oldest units stay, so the newest leave first, and before them those that
    /// nothing was billed for.
    /// </summary>
    private static int Leaving(Item item, int index, int leaving)
    {
        var lot = item.Lots[index];
        var staying = item.Quantity - leaving;
        for (var i = 0; i < index; i++)
        {
            staying -= item.Lots[i].Covers.End == lot.Covers.End ? item.Lots[i].Quantity : 0;
        }

        return lot.Quantity - Math.Clamp(staying, 0, lot.Quantity);
    }

    private static Line Conceded(string product, Lot lot, int quantity, Money all, Fraction exact, Money amount, Instant at, Grain unit) => new()
    {
        Kind = LineKind.Conceded,
        Product = product,
        Quantity = quantity,
        Price = all.Amount,
        Covers = new Term(lot.Covers.Start, at < lot.Covers.End ? at : lot.Covers.End),
        Share = new Share(1, 1, unit),
        Exact = exact,
        Amount = amount,
        Basis = LineBasis.LeftOfBilled,
        Forfeited = false,
    };

    internal static Line ToLine(string product, Lot lot, int quantity, LotValue value, Money amount, Instant at) => new()
    {
        Kind = LineKind.Unused,
        Product = product,
        Quantity = quantity,
        Price = value.Base,
        Covers = new Term(lot.Covers.Start > at ? lot.Covers.Start : at, lot.Covers.End),
        Share = value.Share,
        Exact = value.Exact,
        Amount = amount,
        Basis = value.Basis,
        Forfeited = value.Forfeited,
    };
}
