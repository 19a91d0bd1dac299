namespace SubscriptionMath;

/// <summary>
/// Records how the lots sold on a bill are paid: with the value of the replaced lots, with promotional credit, in money, or later.
/// </summary>
internal static class SoldLots
{
    /// <summary>Divides the payment over the lots.</summary>
    /// <param name="charges">The charges.</param>
    /// <param name="due">The net of the charges.</param>
    /// <param name="waits">Whether the net waits for the next invoice.</param>
    /// <param name="gift">The promotional credit that was drawn for the bill.</param>
    /// <returns>
    /// The charges with the lots, the returned value that has not gone into the lots, and the promotional credit that paid for something
    /// else.
    /// </returns>
    internal static (Charge[] Sold, Returned Returned, Sequence<CreditLot> Gift) Pay(
        Charges charges, Money due, bool waits, Sequence<CreditLot> gift)
    {
        var (none, returned) = (Money.Zero(due.Currency), charges.Returned);
        var (billed, time) = (charges.GrossSold(due.Currency), charges.AreApart ? TimeOf(charges.All) : null);
        var carried = time is not null ? time.Aggregate(none, (sum, part) => sum + part)
            : due < billed && !charges.AreApart && charges.GiveBack ? billed - (due.IsPositive ? due : none)
            : none;
        if (charges.LotsSold == 0 || (carried.IsZero && !waits && gift.IsEmpty))
        {
            return (charges.All, returned, gift);
        }

        var one = carried.IsZero || charges.LotsSold == 1;
        var parts = one ? default
            : time is not null ? [.. time]
            : carried.Split(Weights(charges.All), SplitMethod.LargestRemainder);
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
            sold[i] = sold[i] with
            {
                Lot = part.IsZero && !waits && pays.IsEmpty
                    ? lot
                    : Paid(lot, part, unpaid, waits).PaidBy(Promotions.Join(passedOn, pays)),
            };
        }

        return (sold, returned, gift);
    }

    /// <summary>
    /// Gives the cost of the time that a surplus of the whole unused value bought, charge by charge; null for none. The new price is paid
    /// apart, and the time with the value of the replaced lots.
    /// </summary>
    private static Money[]? TimeOf(Charge[] charges)
    {
        var time = default(Money[]);
        for (var i = 0; i < charges.Length; i++)
        {
            if (charges[i] is { Lot: { } lot, Line.Kind: LineKind.TimeBought })
            {
                time ??= [.. charges.Select(_ => Money.Zero(lot.Billed.Currency))];
                time[i] = lot.Gross;
            }
        }

        return time;
    }

    /// <summary>
    /// Divides the remainder of a bill over its lots. Each lot has the remainder of its own line, or a part of the net's remainder in
    /// proportion to its cost, and the rounding of its own tax.
    /// </summary>
    /// <param name="sold">The charges with the lots.</param>
    /// <param name="ofNet">The remainder of the net, in minor units.</param>
    /// <param name="by">The terms, with the rounding of amounts and of tax.</param>
    internal static Charge[] WithRemainders(Charge[] sold, Fraction ofNet, in SettlingTerms by)
    {
        var (all, told) = (Fraction.Zero, default(Charge[]));
        foreach (var one in sold)
        {
            all += ofNet.IsZero ? Fraction.Zero : ExactOf(one);
        }

        for (var i = 0; i < sold.Length; i++)
        {
            var exact = ExactOf(sold[i]);
            var left = by.Rounding.ByLine
                ? exact.IsZero ? exact : RoundingRemainder.Kept(exact + sold[i].Line!.Gross.Exact)
                : (exact.IsZero || all.IsZero ? Fraction.Zero : PartOf(ofNet, exact, all)) + OfTax(sold[i], by.Tax);
            if (!left.IsZero)
            {
                told ??= [.. sold];
                told[i] = sold[i] with { Lot = sold[i].Lot! with { Remainder = RoundingRemainder.Kept(left) } };
            }
        }

        return told ?? sold;
    }

    /// <summary>
    /// Gives the rounding of a lot's tax. A net with its tax is rounded as one exact sum, but the lot gives back its rounded tax.
    /// </summary>
    private static Fraction OfTax(in Charge sold, TaxPolicy policy) =>
        policy.Charged.Base == TaxBase.Gross && sold is { Lot.Tax: { Rate.Included: false } tax, Line.Tax: { } charged }
        && tax.Billed == -charged.Amount
            ? charged.Exact - charged.Amount.Exact
            : Fraction.Zero;

    /// <summary>
    /// Gives the part of a remainder that goes with a lot: at most its cost, so that the lot's end takes back nothing that was not given.
    /// </summary>
    private static Fraction PartOf(Fraction remainder, Fraction exact, Fraction all) => remainder > all ? RoundingRemainder.Kept(exact)
        : exact == all ? remainder
        : RoundingRemainder.Kept(RoundingRemainder.Kept(exact / all) * remainder);

    /// <summary>Gives the exact cost of a lot, in minor units; zero for a lot without a line, or bought by a surplus.</summary>
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
