namespace SubscriptionMath;

/// <summary>Takes money that was given back outside from the lot that was billed for it.</summary>
internal static class LotGivenBack
{
    internal static bool IsHeld(Subscription subscription, Lot lot)
    {
        if (subscription.Plan is { } plan && Holds(plan, lot))
        {
            return true;
        }

        foreach (var addOn in subscription.AddOns)
        {
            if (Holds(addOn, lot))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the exact unused value of a lot, in minor units.</summary>
    internal static Fraction Unused(Subscription subscription, Lot lot, in Valuation by)
    {
        var item = subscription.Plan is { } plan && Holds(plan, lot) ? plan : subscription.AddOns.First(addOn => Holds(addOn, lot));
        return LotValue.Of(new LotUnits(item, "", lot, lot.Quantity), by).Exact;
    }

    /// <summary>Gives the subscription whose lot was billed for less by an amount with tax.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="amount">The amount, with tax.</param>
    /// <param name="value">The value for which the amount was given, in minor units. The worth of the lot falls as this value does.</param>
    internal static Subscription From(Subscription subscription, Lot lot, Money amount, Fraction value)
    {
        if (amount.IsZero)
        {
            return subscription;
        }

        var less = Less(lot, amount, value);
        return (subscription with
        {
            Version = subscription.Version + 1,
            Plan = subscription.Plan is { } plan && Holds(plan, lot) ? Replaced(plan, lot, less) : subscription.Plan,
            AddOns = subscription.Plan is { } held && Holds(held, lot) ? subscription.AddOns : InAddOns(subscription.AddOns, lot, less),
        }).ConsistentAs(subscription);
    }

    private static Lot Less(Lot lot, Money amount, Fraction value)
    {
        var less = (lot with { Paid = lot.Billed }).Less(amount);
        var (paid, taken) = (lot.Paid < less.Billed ? lot.Paid : less.Billed, (lot.Billed - less.Billed).Exact);

        // The tax is rounded, and nobody has paid more than before.
        paid -= paid.IsPositive && less.GrossOf(paid) > lot.GrossOf(lot.Paid) ? Money.OfMinor(1, paid.Currency) : Money.Zero(paid.Currency);
        return (less with
        {
            Paid = paid,
            Carried = lot.Carried < paid ? lot.Carried : paid,
            Credited = lot.Credited < less.Billed ? lot.Credited : less.Billed,
            Discount = LotDiscount.With(lot.Discount, lot.WorthOf(lot.Quantity) * (taken < value ? taken / value : Fraction.One)),
        }).PaidBy(lot.Promotion);
    }

    private static bool Holds(Item item, Lot lot) => item.Lots.Contains(lot) || item.SetUp == lot;

    private static Sequence<Item> InAddOns(Sequence<Item> addOns, Lot lot, Lot less)
    {
        var (items, found) = (new Item[addOns.Count], false);
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = !found && Holds(addOns[i], lot) ? Replaced(addOns[i], lot, less) : addOns[i];
            found |= !ReferenceEquals(items[i], addOns[i]);
        }

        return new Sequence<Item>(items);
    }

    /// <summary>Equal lots are worth the same, so that it does not matter which of them is replaced.</summary>
    private static Item Replaced(Item item, Lot lot, Lot less)
    {
        var lots = item.Lots.ToArray();
        var place = Array.IndexOf(lots, lot);
        if (place < 0)
        {
            return item with { SetUp = less };
        }

        lots[place] = less;
        return item with { Lots = new Sequence<Lot>(lots) };
    }
}
