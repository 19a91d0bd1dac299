using NodaTime;

namespace SubscriptionMath;

/// <content>The bills: what leaves is valued on them, and what enters, or was used, is charged.</content>
internal sealed partial class Draft
{
    /// <summary>The bill of what is due at the same time and whose surplus goes the same way.</summary>
    internal Bill BillFor(Treatment treatment)
    {
        _touched = true;
        foreach (var bill in _bills)
        {
            if (bill.SettlesLike(treatment.Due, treatment.Surplus))
            {
                return bill;
            }
        }

        var added = new Bill(treatment.Due, treatment.Surplus);
        _bills.Add(added);
        return added;
    }

    /// <summary>Values units that leave an item, and takes them out of the rest that goes on.</summary>
    internal void Leave(Item item, string name, int leaving, ItemDraft? rest, UnusedValue unused, Measure measure, Bill bill)
    {
        var units = new LeavingUnits(item, leaving, Policy.LotChoice);
        var by = new Valuation(unused, Counted(measure), Policy.Rounding.Mode, Before, ValuedAt ?? Moment);
        var (promotion, unpaid, remainder, notGiven) = UnusedLots.Leave(units, name, by, rest, bill.Lines, Shorter(item, unused), TaxOnUsed(item));
        var (paid, open) = bill.Surplus is Surplus.Refund
            ? (UnusedLots.Paid(units, Before.Currency).Minor, UnusedLots.Unpaid(units, Before.Currency).Minor)
            : default;
        if (bill is { Surplus: Surplus.Time { Units: TimeUnits.Days }, DaysLeft: null })
        {
            bill.DaysLeft = DaysLeft.Of(units, by);
        }

        bill.Leaves(new Returned(promotion, unpaid.Minor, paid, open) { Remainder = remainder, NotGiven = notGiven.Minor });
    }

    /// <summary>Values all units of a product that is held no longer; its set-up fee is given back where the policy says so.</summary>
    internal void LeaveWhole(Item item, string name, UnusedValue unused, Measure measure, Bill bill)
    {
        Leave(item, name, item.Quantity, rest: null, unused, measure, bill);
        if (item.SetUp is { } fee && unused is UnusedValue.WholeTerm { SetUp: true })
        {
            Leave(item with { Quantity = fee.Quantity, Lots = [fee] }, name, fee.Quantity, rest: null, unused, measure, bill);
        }
    }

    /// <summary>The tax on what is charged in arrears: it is charged now, so at the rate of now.</summary>
    private TaxRate? TaxOnUsed(Item item)
    {
        foreach (var lot in item.Lots)
        {
            if (lot.InArrears)
            {
                return TaxOn(item.ProductId);
            }
        }

        return null;
    }

    /// <summary>The measure; where the caller says what part is left, it is not counted.</summary>
    internal Measure Counted(Measure measure)
    {
        if (_facts.TimeLeft is not { } left || _boundary)
        {
            return measure;
        }

        _timeLeftRead = true;
        return measure with { Said = new Share(checked((long)left.Numerator), checked((long)left.Denominator), Grain.Parts) };
    }

    /// <summary>The price of the interval over which a longer one has a discount, where the policy keeps that.</summary>
    private Price? Shorter(Item item, UnusedValue unused) => unused.Retained is Retention.DiscountKept { Every: var every } && Sold is { } sold
        ? (item.ProductId == Before.Plan?.ProductId ? sold.Plan(item.ProductId).PriceFor(every, Before.Currency) : sold.AddOn(item.ProductId).PriceFor(every, Before.Currency))
        : null;

    /// <summary>Prices units that enter an item.</summary>
    internal void Buy(
        ItemDraft item, Wanted wanted, int above, int quantity, NewPrice price, Origin origin, List<Segment> segments, Measure measure, Anchor anchor, Bill bill)
    {
        var first = bill.Bought.Count;
        Pricer.Price(wanted, above, quantity, price, origin, segments, measure, Policy.Rounding.Mode, anchor, Before.Zone, Moment, bill.Lines, item, bill.Bought);
        var tax = TaxOn(item.ProductId);
        for (var i = first; i < bill.Bought.Count && (tax is not null || !Discounts.IsEmpty); i++)
        {
            var (_, lot, line) = bill.Bought[i];
            var place = line is null ? -1 : bill.Lines.LastIndexOf(line);
            Discounted(item, measure, ref line, ref lot);
            if (line is not null)
            {
                bill.Lines[place] = line = tax is null ? line : line with { Tax = LineTax.On(line.Exact, tax, Before.Currency) };
            }

            bill.Bought[i] = (item, lot, line);
        }
    }

    /// <summary>Charges the set-up fee of something that was not held before.</summary>
    internal void SetUp(ItemDraft item, Wanted wanted, Bill bill) => Pricer.SetUp(
        wanted, wanted.Price.SetUp is null or 0m ? null : TaxOn(wanted.ProductId), Policy.Rounding.Mode, Before.Zone, Moment, bill.Lines, item, bill.Bought);

    /// <summary>Charges what is owed of a contract that is left before its end.</summary>
    internal void Owe(Item plan, string name, EarlyEnd.PartOwed owed, Measure measure, Instant? ends, Bill bill)
    {
        if (ContractRest.Owed(plan, name, owed, measure, Policy.Rounding.Mode, Before, ends) is { } line)
        {
            bill.Lines.Add(line with { Tax = LineTax.On(line.Exact, TaxOn(plan.ProductId), Before.Currency) });
        }
    }

    /// <summary>What is charged in arrears and has ended by the moment is owed.</summary>
    internal void BillUsed(Catalog catalog, Treatment treatment)
    {
        if (Plan is { } plan)
        {
            BillUsed(plan, catalog.Plan(plan.ProductId).Name, Policy.Measure, treatment);
        }

        foreach (var item in AddOns)
        {
            var addOn = catalog.AddOn(item.ProductId);
            BillUsed(item, addOn.Name, addOn.Measure ?? Policy.Measure, treatment);
        }
    }

    private void BillUsed(ItemDraft item, string name, Measure measure, Treatment treatment)
    {
        foreach (var lot in item.Lots)
        {
            if (lot.InArrears && lot.Covers.End <= Moment
                && UsedTime.Of(
                    lot, lot.IsFirst(Before), lot.Quantity, name, TaxOn(item.ProductId), measure, Policy.Rounding.Mode, item.Anchor ?? Before.Anchor, Before.Zone, Moment) is { } used)
            {
                BillFor(treatment).Lines.Add(used);
            }
        }

        item.Lots.RemoveAll(lot => lot.InArrears && lot.Covers.End <= Moment);
    }

    /// <summary>Puts what waits for the next invoice on the first bill.</summary>
    internal void BillWaiting(Treatment treatment)
    {
        _ = BillFor(treatment);
        _billsWaiting = true;
    }

    /// <summary>The tax that a product is sold with now.</summary>
    private TaxRate? TaxOn(string productId)
    {
        _taxesRead = true;
        return _facts.Taxes?.For(productId);
    }
}
