namespace SubscriptionMath;

/// <summary>Finds how leaving units had been paid: in money, with promotional credit, or not yet.</summary>
internal static class LeavingPaid
{
    /// <summary>Gives the earlier payment of the value that goes back for some units of a lot.</summary>
    internal static Returned Of(in LotUnits units, in Valuation by, Money back)
    {
        var (lot, quantity) = (units.Lot, units.Quantity);
        var gift = PaidByPromotion(lot, quantity, back, by.Answer);
        var unpaid = NotPaid(lot, quantity, lot.GrossOf(back) - Promotions.Sum(gift, back.Currency));
        return new Returned(gift, unpaid.Minor, 0, 0)
        {
            Remainder = lot.Remainder ?? Fraction.Zero,
            NotGiven = NotGiven(lot, quantity, back).Minor,
        };
    }

    /// <summary>Adds the money paid and the amount unpaid for all leaving units, which limit a refund.</summary>
    internal static Returned Refundable(in Returned returned, in LeavingUnits units, Currency currency) =>
        returned with { Paid = Paid(units, currency).Minor, Open = Unpaid(units, currency).Minor };

    /// <summary>Gives the amount paid for the leaving units and not credited yet, without promotional credit.</summary>
    internal static Money Paid(in LeavingUnits leaving, Currency currency)
    {
        var paid = Money.Zero(currency);
        var byLot = leaving.ByLot(stackalloc int[LeavingUnits.Few]);
        for (var i = 0; i < leaving.Item.Lots.Count; i++)
        {
            var (lot, quantity) = (leaving.Item.Lots[i], byLot[i]);
            var open = lot.GrossOf(lot.Paid) - Promotions.Sum(lot.Promotion, currency) - lot.GrossOf(lot.Credited);
            if (quantity > 0 && open.IsPositive)
            {
                paid += lot.PartOf(open, quantity);
            }
        }

        return paid;
    }

    /// <summary>Gives the amount billed for the leaving units and not paid, with tax.</summary>
    internal static Money Unpaid(in LeavingUnits leaving, Currency currency)
    {
        var unpaid = Money.Zero(currency);
        var byLot = leaving.ByLot(stackalloc int[LeavingUnits.Few]);
        for (var i = 0; i < leaving.Item.Lots.Count; i++)
        {
            var (lot, quantity) = (leaving.Item.Lots[i], byLot[i]);
            unpaid += quantity > 0 && lot.Paid < lot.Billed
                ? lot.PartOf(lot.Gross - lot.GrossOf(lot.Paid), quantity)
                : Money.Zero(currency);
        }

        return unpaid;
    }

    /// <summary>Gives the amount billed for some units of a lot and not given back, now or before; zero or more.</summary>
    internal static Money NotGiven(Lot lot, int quantity, Money given)
    {
        var billed = quantity == lot.Quantity ? lot.Billed - lot.Credited : lot.Billed - lot.Staying(lot.Billed, quantity);
        return given < billed ? billed - given : Money.Zero(given.Currency);
    }

    /// <summary>Gives the amount billed for some units of a lot and not credited yet.</summary>
    internal static Money Left(Lot lot, int quantity)
    {
        var open = lot.Billed - lot.Credited;
        return open.IsPositive ? lot.PartOf(open, quantity) : Money.Zero(open.Currency);
    }

    /// <summary>
    /// Gives the promotional credit in the value that goes back for units of a lot: the same part as of the divided amount. The credit that
    /// was drawn first paid for the used part.
    /// </summary>
    internal static Sequence<CreditLot> PaidByPromotion(Lot lot, int quantity, Money given, UnusedValue answer)
    {
        if (lot.Promotion.IsEmpty || !given.IsPositive)
        {
            return default;
        }

        var all = Promotions.Sum(lot.Promotion, given.Currency);
        var staying = quantity == lot.Quantity
            ? Money.Zero(given.Currency)
            : Promotions.Sum(lot.Without(quantity).Promotion, given.Currency);
        var leaving = Promotions.Split(lot.Promotion, staying).Latter;
        var whole = lot.GrossOf(answer is UnusedValue.Lots { Basis: ValueBasis.PaidInMoney } ? lot.Paid - lot.Carried : lot.Billed);
        given = lot.GrossOf(given);
        var (gift, of) = (Promotions.Sum(leaving, given.Currency), whole - lot.Staying(whole, quantity));
        var part = of > gift ? given.Split([gift.Minor, (of - gift).Minor], SplitMethod.LargestRemainder)[0] : given;
        return part < gift ? Promotions.Split(leaving, gift - part).Latter : leaving;
    }

    /// <summary>Gives the unpaid part of the value that goes back for units of a lot; the used part was paid first.</summary>
    internal static Money NotPaid(Lot lot, int quantity, Money given)
    {
        if (!lot.AwaitsInvoice || !given.IsPositive)
        {
            return Money.Zero(given.Currency);
        }

        var open = lot.PartOf(lot.Gross - lot.GrossOf(lot.Paid), quantity);
        return open < given ? open : given;
    }
}
