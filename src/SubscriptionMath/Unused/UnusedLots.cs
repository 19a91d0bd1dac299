using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the units that leave an item are worth: a fold over its lots.</summary>
internal static partial class UnusedLots
{
    /// <summary>Gives what all lots of an item are worth, exactly, in minor units.</summary>
    internal static Fraction Worth(Item item, UnusedValue answer, Measure measure, RoundingMode mode, Subscription subscription, Instant at)
    {
        var worth = Fraction.Zero;
        foreach (var lot in item.Lots)
        {
            var value = LotValue.Of(lot, item.SoldAt, lot.Quantity, answer, measure, mode, item.Anchor ?? subscription.Anchor, subscription.Zone, at);
            worth += value.Forfeited ? Fraction.Zero : value.Exact + Fraction.Max(Fraction.Zero, value.Beyond);
            worth += answer is UnusedValue.WholeTerm && lot.Covers.Start <= at ? Left(lot, lot.Quantity).Exact - value.Exact : Fraction.Zero;
        }

        return worth;
    }

    /// <summary>Puts a line for each lot that has value left among the lines, and takes the units out of an item that goes on.</summary>
    /// <param name="leaving">The units that leave, of which item and out of which lots.</param>
    /// <param name="name">The item's name, as a customer reads it.</param>
    /// <param name="rest">The item that goes on with the other units, or null where all of it leaves.</param>
    /// <param name="answer">What the policy says the unused part is worth.</param>
    /// <param name="lines">Where the lines go.</param>
    /// <param name="measure">How time is counted.</param>
    /// <param name="mode">How lines are rounded.</param>
    /// <param name="subscription">The subscription, for its zone and anchor.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="shorter">The price of the interval over which a longer one has a discount, or null where none is asked for or sold.</param>
    /// <param name="tax">The tax on used time that is charged now.</param>
    /// <returns>What of the value given back had been paid with promotional credit, and what of it was not paid yet.</returns>
    internal static (Sequence<CreditLot> Promotion, Money Unpaid) Leave(
        in LeavingUnits leaving,
        string name,
        ItemDraft? rest,
        UnusedValue answer,
        List<Line> lines,
        Measure measure,
        RoundingMode mode,
        Subscription subscription,
        Instant at,
        Price? shorter,
        TaxRate? tax)
    {
        var item = leaving.Item;
        var (promotion, unpaid) = (default(Sequence<CreditLot>), Money.Zero(subscription.Currency));
        var first = lines.FindLastIndex(line => line.Kind is LineKind.Unused or LineKind.Conceded or LineKind.Used) + 1;
        for (var i = item.Lots.Count - 1; i >= 0; i--)
        {
            var lot = item.Lots[i];
            var quantity = leaving.Of(i);
            if (quantity == 0)
            {
                continue;
            }

            if (lot.InArrears)
            {
                if (answer is not UnusedValue.WholeTerm && UsedTime.Of(lot, quantity, name, tax, measure, mode, item.Anchor ?? subscription.Anchor, subscription.Zone, at) is { } used)
                {
                    lines.Insert(first, used);
                }

                rest?.Reduce(lot, quantity, Money.Zero(subscription.Currency));
                continue;
            }

            var value = LotValue.Of(lot, item.SoldAt, quantity, answer, measure, mode, item.Anchor ?? subscription.Anchor, subscription.Zone, at);
            var amount = Money.Round(value.Exact, subscription.Currency, mode);
            var back = value.Exact.IsZero ? Fraction.Zero : TaxSold.OfUnused(lot, quantity, value, amount)?.Exact ?? Fraction.Zero;
            if (!value.Exact.IsZero)
            {
                // On the bill they stand in the order in which they were bought, before what is bought now.
                lines.Insert(first, ToLine(name, lot, quantity, value, amount, at));
            }

            if (!value.Beyond.IsZero)
            {
                lines.Insert(first, BeyondBilled(item, name, lot, quantity, value, amount, at, mode));
            }

            var given = value.Forfeited ? Money.Zero(subscription.Currency) : amount;
            if (answer is UnusedValue.WholeTerm && (lot.Covers.Start <= at || lot.Price.Charged == Charged.Once) && Left(lot, quantity) is var all && all > amount)
            {
                var (unused, conceded) = TaxSold.OfTheWhole(lot, quantity, TaxSold.OfUnused(lot, quantity, value, amount), mode);
                if (unused is not null && !value.Exact.IsZero)
                {
                    lines[first] = lines[first] with { Tax = unused };
                }

                lines.Insert(first, Conceded(name, lot, quantity, all, all.Exact - value.Exact, all - amount, at, value.Share.Unit) with { Tax = conceded });
                (given, back) = (all, (value.Exact.IsZero ? null : unused)?.Exact ?? Fraction.Zero);
                back += conceded?.Exact ?? Fraction.Zero;
            }

            var kept = answer.Retained is { } retention && !value.Forfeited
                ? Retain(retention, name, item, lot, quantity, value.Exact + (given - amount).Exact, back, value, lines, measure, mode, subscription, at, shorter)
                : Money.Zero(subscription.Currency);
            var gift = PaidByPromotion(lot, quantity, given - kept, answer);
            promotion = Promotions.Join(gift, promotion);
            unpaid += NotPaid(lot, quantity, lot.GrossOf(given - kept) - Promotions.Sum(gift, given.Currency));
            rest?.Reduce(lot, quantity, given);
        }

        if (answer is UnusedValue.Lots { Basis: ValueBasis.PriceHeld } && item.SoldAt.Charged == Charged.InAdvance && !subscription.InTrial(at) && leaving.Unbilled() is > 0 and var unbilled)
        {
            lines.Insert(first, NeverBilled(item, name, unbilled, measure, mode, subscription, at));
        }

        return (promotion, unpaid);
    }

    /// <summary>What of the value given for units of a lot waits to be paid: what was used of the lot was paid first.</summary>
    private static Money NotPaid(Lot lot, int quantity, Money given)
    {
        if (!lot.AwaitsInvoice || !given.IsPositive)
        {
            return Money.Zero(given.Currency);
        }

        var open = lot.PartOf(lot.Gross - lot.GrossOf(lot.Paid), quantity);
        return open < given ? open : given;
    }

    /// <summary>
    /// What of the value given for units of a lot is that of promotional credit: as large a part of it as of what was divided. What was used of
    /// the lot was paid with what was drawn first.
    /// </summary>
    private static Sequence<CreditLot> PaidByPromotion(Lot lot, int quantity, Money given, UnusedValue answer)
    {
        if (lot.Promotion.IsEmpty || !given.IsPositive)
        {
            return default;
        }

        var all = Promotions.Sum(lot.Promotion, given.Currency);
        var staying = quantity == lot.Quantity ? Money.Zero(given.Currency) : Promotions.Sum(lot.Without(quantity).Promotion, given.Currency);
        var leaving = Promotions.Split(lot.Promotion, staying).Latter;
        var whole = lot.GrossOf(answer is UnusedValue.Lots { Basis: ValueBasis.PaidInMoney } ? lot.Paid - lot.Carried : lot.Billed);
        given = lot.GrossOf(given);
        var (gift, of) = (Promotions.Sum(leaving, given.Currency), whole - lot.Staying(whole, quantity));
        var part = of > gift ? given.Split([gift.Minor, (of - gift).Minor], SplitMethod.LargestRemainder)[0] : given;
        return part < gift ? Promotions.Split(leaving, gift - part).Latter : leaving;
    }

    /// <summary>Adds a line of what the vendor keeps of the value of a lot, and of the tax that goes back with it, and gives the amount.</summary>
    private static Money Retain(
        Retention kept,
        string name,
        Item item,
        Lot lot,
        int quantity,
        Fraction worth,
        Fraction back,
        LotValue value,
        List<Line> lines,
        Measure measure,
        RoundingMode mode,
        Subscription subscription,
        Instant at,
        Price? shorter)
    {
        var (whole, every) = (lot.PriceOf(quantity), lot.Price.Every);
        var all = Counting.Left(
            Stretch.Of(lot.Covers, lot.Period, every, lot.Terms), lot.Covers.Start, measure with { ChangeDay = ChangeDay.New }, item.Anchor ?? subscription.Anchor, subscription.Zone, ends: false);
        Fraction? undiscounted = shorter is { Every.TotalMonths: > 0 } && every.TotalMonths > 0
            ? shorter.For(quantity) * new Fraction(every.TotalMonths, shorter.Every.TotalMonths)
            : null;
        var exact = kept.Of(new RetentionCase(worth, whole, lot.WorthOf(quantity), undiscounted, all.Fraction - value.Share.Fraction, subscription, at));
        var amount = Money.Round(exact, subscription.Currency, mode);
        if (!exact.IsZero)
        {
            lines.Add(ToLine(name, lot, quantity, value, -amount, at) with { Kind = LineKind.Retained, Exact = -exact, Tax = TaxSold.OfKept(lot, back * exact / worth) });
        }

        return amount;
    }

    /// <summary>What was billed for some units of a lot and not credited yet.</summary>
    private static Money Left(Lot lot, int quantity)
    {
        var open = lot.Billed - lot.Credited;
        return open.IsPositive ? lot.PartOf(open, quantity) : Money.Zero(open.Currency);
    }

    /// <summary>What was paid for the units that leave, not with promotional credit, and not credited yet.</summary>
    internal static Money Paid(in LeavingUnits leaving, Currency currency)
    {
        var paid = Money.Zero(currency);
        for (var i = 0; i < leaving.Item.Lots.Count; i++)
        {
            var (lot, quantity) = (leaving.Item.Lots[i], leaving.Of(i));
            var open = lot.GrossOf(lot.Paid) - Promotions.Sum(lot.Promotion, currency) - lot.GrossOf(lot.Credited);
            if (quantity > 0 && open.IsPositive)
            {
                paid += lot.PartOf(open, quantity);
            }
        }

        return paid;
    }

    /// <summary>What was billed for the units that leave and is not paid, with its tax.</summary>
    internal static Money Unpaid(in LeavingUnits leaving, Currency currency)
    {
        var unpaid = Money.Zero(currency);
        for (var i = 0; i < leaving.Item.Lots.Count; i++)
        {
            var (lot, quantity) = (leaving.Item.Lots[i], leaving.Of(i));
            unpaid += quantity > 0 && lot.Paid < lot.Billed ? lot.PartOf(lot.Gross - lot.GrossOf(lot.Paid), quantity) : Money.Zero(currency);
        }

        return unpaid;
    }
}
