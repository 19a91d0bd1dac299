namespace SubscriptionMath;

/// <summary>Answers what the units that leave an item are worth: a fold over its lots.</summary>
internal static partial class UnusedLots
{
    /// <summary>Gives what all that is held of an item is worth, exactly, in minor units.</summary>
    internal static Fraction Worth(Item item, in Valuation by)
    {
        var worth = by.Answer is UnusedValue.WholeTerm { SetUp: true } && item.SetUp is { } fee && fee.Covers.End > by.At ? Left(fee, fee.Quantity).Exact : Fraction.Zero;
        foreach (var lot in item.Lots)
        {
            var value = LotValue.Of(new LotUnits(item, "", lot, lot.Quantity), by);
            worth += value.Forfeited ? Fraction.Zero : value.Exact + Fraction.Max(Fraction.Zero, value.Beyond);
            worth += by.Answer is UnusedValue.WholeTerm && lot.Covers.Start <= by.At && item.Runs(lot, by.At) ? Left(lot, lot.Quantity).Exact - value.Exact : Fraction.Zero;
        }

        return worth;
    }

    /// <summary>Puts a line for each lot that has value left among the lines, and takes the units out of an item that goes on.</summary>
    /// <param name="leaving">The units that leave, of which item and out of which lots.</param>
    /// <param name="name">The item's name, as a customer reads it.</param>
    /// <param name="by">How they are valued.</param>
    /// <param name="rest">The item that goes on with the other units, or null where all of it leaves.</param>
    /// <param name="lines">Where the lines go.</param>
    /// <param name="shorter">
    /// The price of the interval over which a longer one has a discount, or null where none is asked for or sold.
    /// </param>
    /// <param name="tax">The tax on used time that is charged now.</param>
    /// <returns>
    /// What of the value given back had been paid with promotional credit, what of it was not paid yet, what the rounding of its bills
    /// left, and what was billed for it and is not given back.
    /// </returns>
    internal static (Sequence<CreditLot> Promotion, Money Unpaid, Fraction Remainder, Money NotGiven) Leave(
        in LeavingUnits leaving, string name, in Valuation by, ItemDraft? rest, List<Line> lines, Price? shorter, TaxRate? tax)
    {
        var (item, promotion, unpaid, remainder, notGiven) = (leaving.Item, default(Sequence<CreditLot>), by.Nothing, Fraction.Zero, by.Nothing);

        // On the bill they stand in the order in which they were bought, before what is bought now.
        var (mark, keeps) = (lines.Count, default(List<Line>));
        var first = lines.FindLastIndex(line => line.Kind is LineKind.Unused or LineKind.Conceded or LineKind.Used) + 1;
        var byLot = leaving.ByLot(stackalloc int[LeavingUnits.Few]);
        for (var i = item.Lots.Count - 1; i >= 0; i--)
        {
            if (byLot[i] is not (> 0 and var quantity))
            {
                continue;
            }

            var (lot, units) = (item.Lots[i], new LotUnits(item, name, item.Lots[i], quantity));
            if (lot.InArrears)
            {
                if (by.Answer is not UnusedValue.WholeTerm && UsedTime.Of(lot, lot.IsFirst(by.Subscription), quantity, name, tax, by.Measure, by.Mode, by.AnchorOf(item), by.Zone, by.At) is { } used)
                {
                    lines.Add(used);
                }

                rest?.Reduce(lot, i, quantity, by.Nothing);
                continue;
            }

            var (given, keep) = Give(units, by, lines, shorter);
            var kept = by.Nothing;
            if (keep is not null)
            {
                (keeps ??= []).Add(keep);
                kept = -keep.Amount;
            }

            var gift = PaidByPromotion(lot, quantity, given - kept, by.Answer);
            promotion = Promotions.Join(gift, promotion);
            unpaid += NotPaid(lot, quantity, lot.GrossOf(given - kept) - Promotions.Sum(gift, given.Currency));
            remainder = lot.Remainder is { } left ? RoundingRemainder.Kept(remainder + left) : remainder;
            notGiven += NotGiven(lot, quantity, given - kept);
            rest?.Reduce(lot, i, quantity, given);
        }

        if (by.Answer is UnusedValue.Lots { Basis: ValueBasis.PriceHeld } && item.SoldAt.Charged == Charged.InAdvance && !by.Subscription.InTrial(by.At) && item.Term.End > by.At
            && leaving.Unbilled() is > 0 and var unbilled)
        {
            lines.Add(NeverBilled(item, name, unbilled, by));
        }

        InOrder(lines, first, mark);
        lines.AddRange(keeps ?? []);

        return (promotion, unpaid, remainder, notGiven);
    }

    /// <summary>The lines of some units of a lot that was billed: what is given for them, and what of that the vendor keeps.</summary>
    private static (Money Given, Line? Kept) Give(in LotUnits units, in Valuation by, List<Line> lines, Price? shorter)
    {
        var (lot, quantity, value) = (units.Lot, units.Quantity, LotValue.Of(units, by));
        var amount = by.Rounded(value.Exact);
        var tax = TaxSold.OfUnused(lot, quantity, value, amount);
        if (!value.Exact.IsZero)
        {
            lines.Add(ToLine(LineKind.Unused, units, value, value.Exact, amount, tax, by.At));
        }

        if (!value.Beyond.IsZero)
        {
            lines.Add(BeyondBilled(units, value, amount, by));
        }

        var (given, back) = (value.Forfeited ? by.Nothing : amount, value.Exact.IsZero ? Fraction.Zero : tax?.Exact ?? Fraction.Zero);
        if (by.Answer is UnusedValue.WholeTerm && units.Item.Runs(lot, by.At) && (lot.Covers.Start <= by.At || lot.Price.Charged == Charged.Once) && Left(lot, quantity) is var all && all > amount)
        {
            var (unused, conceded) = TaxSold.OfTheWhole(lot, quantity, tax, by.Mode);
            if (unused is not null && !value.Exact.IsZero)
            {
                lines[^1] = lines[^1] with { Tax = unused };
            }

            lines.Add(Conceded(units, all, value, amount, by.At) with { Tax = conceded });
            (given, back) = (all, (value.Exact.IsZero ? Fraction.Zero : unused?.Exact ?? Fraction.Zero) + (conceded?.Exact ?? Fraction.Zero));
        }

        return (given, by.Answer.Retained is { } retention && !value.Forfeited
            ? Kept(retention, units, value, given - amount, back, by, shorter)
            : null);
    }

    /// <summary>Puts the lines from a mark on, the newest lot first, into the order of purchase at a place before the mark.</summary>
    private static void InOrder(List<Line> lines, int first, int mark)
    {
        lines.Reverse(mark, lines.Count - mark);
        if (first < mark && mark < lines.Count)
        {
            var own = lines.GetRange(mark, lines.Count - mark);
            lines.RemoveRange(mark, own.Count);
            lines.InsertRange(first, own);
        }
    }
}
