namespace SubscriptionMath;

/// <summary>
/// Answers how the lots sold on a bill are paid: with the value of what they replace, with promotional credit, in money, or later.
/// </summary>
internal static class SoldLots
{
    /// <summary>Puts the payment to the lots.</summary>
    /// <param name="charges">The charges.</param>
    /// <param name="due">Their net.</param>
    /// <param name="waits">Whether that waits for the next invoice.</param>
    /// <param name="gift">The promotional credit that was drawn for it.</param>
    /// <returns>
    /// The charges with the lots, the value returned that has not gone on into them, and the promotional credit that paid for something
    /// else.
    /// </returns>
    internal static (Charge[] Sold, Returned Returned, Sequence<CreditLot> Gift) Pay(
        Charges charges, Money due, bool waits, Sequence<CreditLot> gift)
    {
        var (none, returned) = (Money.Zero(due.Currency), charges.Returned);
        var billed = charges.GrossSold(due.Currency);
        var carried = due < billed && !charges.AreApart && charges.GiveBack ? billed - (due.IsPositive ? due : none) : none;
        if (charges.LotsSold == 0 || (carried.IsZero && !waits && gift.IsEmpty))
        {
            return (charges.All, returned, gift);
        }

        var (one, parts) = (
            carried.IsZero || charges.LotsSold == 1, carried.IsZero || charges.LotsSold == 1
                ? default
                : carried.Split(Weights(charges.All), SplitMethod.LargestRemainder));
        Charge[] sold = [.. charges.All];
        for (var i = 0; i < sold.Length; i++)
        {
            if (sold[i].Lot is not { } lot)
            {
                continue;
            }

            var part = one ? carried : parts[i];
            (var passedOn, returned) = returned.TakeGift(part);
            (var unpaid, returned) = returned.TakeUnpaid(part - Promotions.Sum(passedOn, part.Currency));
            (var pays, gift) = waits ? (default, gift) : Promotions.Split(gift, lot.Gross - part);
            sold[i] = sold[
                i] with { Lot = part.IsZero && !waits && pays.IsEmpty
                    ? lot
                    : Paid(lot, part, unpaid, waits).PaidBy(Promotions.Join(passedOn, pays)) };
        }

        return (sold, returned, gift);
    }

    /// <summary>
    /// Puts the remainder of their bill to the lots: to each that of its own line, or its part of that of the net, by what it costs.
    /// </summary>
    /// <param name="sold">The lots.</param>
    /// <param name="ofNet">The remainder of the net, in minor units.</param>
    /// <param name="rounding">Where amounts are rounded.</param>
    internal static Charge[] WithRemainders(Charge[] sold, Fraction ofNet, Rounding rounding)
    {
        var all = Fraction.Zero;
        foreach (var one in sold)
        {
            all += ofNet.IsZero ? Fraction.Zero : ExactOf(one);
        }

        if (!rounding.ByLine && all.IsZero)
        {
            return sold;
        }

        var told = default(Charge[]);
        for (var i = 0; i < sold.Length; i++)
        {
            var exact = ExactOf(sold[i]);
            var left = exact.IsZero
                ? exact
                : rounding.ByLine
                ? RoundingRemainder.Kept(exact - sold[i].Lot!.Gross.Exact)
                : PartOf(ofNet, exact, all);
            if (!left.IsZero)
            {
                told ??= [.. sold];
                told[i] = sold[i] with { Lot = sold[i].Lot! with { Remainder = left } };
            }
        }

        return told ?? sold;
    }

    /// <summary>
    /// The part of a remainder that goes with a lot: no more than it costs, so that its end loses nothing that was not given.
    /// </summary>
    private static Fraction PartOf(Fraction remainder, Fraction exact, Fraction all) => remainder > all ? RoundingRemainder.Kept(exact)
        : exact == all ? remainder
        : RoundingRemainder.Kept(RoundingRemainder.Kept(exact / all) * remainder);

    /// <summary>What a lot costs, exactly, in minor units; zero where it is not charged, but bought by a surplus or used first.</summary>
    private static Fraction ExactOf(in Charge sold) =>
        sold is { Lot: not null, Line: { Kind: not LineKind.TimeBought } line } ? -line.ExactGross : Fraction.Zero;

    private static Lot Paid(Lot lot, Money part, Money unpaid, bool waits) => lot with
    {
        Carried = lot.NetOf(part - unpaid),
        Paid = waits ? lot.NetOf(part - unpaid) : lot.Billed - lot.NetOf(unpaid),
        AwaitsInvoice = waits || unpaid.IsPositive,
    };

    /// <summary>The weight of each charge: the gross of its lot.</summary>
    internal static long[] Weights(Charge[] charges)
    {
        var weights = new long[charges.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = charges[i].Lot?.Gross.Minor ?? 0;
        }

        return weights;
    }
}
