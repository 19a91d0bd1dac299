namespace SubscriptionMath;

/// <summary>Values units that leave an item: lines for each lot with value left, and the lots that stay.</summary>
internal static class LeavingCharges
{
    internal static StepCharges Of(BillStep.UnitsLeave step, Circumstances on)
    {
        var (item, readsTaxes) = (step.Units.Item, false);
        foreach (var lot in item.Lots)
        {
            readsTaxes |= lot.InArrears;
        }

        // Used time is charged now, at the current tax rate.
        return Of(step, readsTaxes, readsTaxes ? on.Facts.Taxes?.For(item.ProductId) : null);
    }

    private static StepCharges Of(BillStep.UnitsLeave step, bool readsTaxes, TaxRate? tax)
    {
        var (item, by) = (step.Units.Item, step.By);
        var (back, forth, returned) = (default(LineList), default(LineList), default(Returned));
        List<Lot>? kept = step.OthersStay ? [.. item.Lots] : null;
        var byLot = step.Units.ByLot(stackalloc int[LeavingUnits.Few]);

        // The lines of a bill follow the order in which the lots were bought, though the newest units leave first.
        for (var i = item.Lots.Count - 1; i >= 0; i--)
        {
            if (byLot[i] is not (> 0 and var quantity))
            {
                continue;
            }

            var units = new LotUnits(item, step.Name, item.Lots[i], quantity);
            var given = by.Nothing;
            if (units.Lot.InArrears)
            {
                back.Add(by.Answer is UnusedValue.WholeTerm ? null : UsedTime.Of(units, by, tax));
            }
            else
            {
                var lot = LotGiven.Of(units, by, step.Shorter);
                back.Add(lot.Unused);
                back.Add(lot.Beyond);
                back.Add(lot.Goodwill);
                forth.Add(lot.Kept);
                (given, returned) = (lot.Given, returned.Plus(LeavingPaid.Of(units, by, lot.Back)));
            }

            if (kept is not null)
            {
                Reduce(kept, i, quantity, given);
            }
        }

        back.Add(NeverBilled(step));
        return new StepCharges(item.ProductId, back.Reversed().ToCharges(item.ProductId), forth.ToCharges(item.ProductId))
        {
            Returned = step.Settles.Surplus is Surplus.Refund || !returned.Promotion.IsEmpty
                ? LeavingPaid.Refundable(returned, step.Units, by.Subscription.Currency)
                : returned,
            Kept = kept?.ToSequence(),
            ReadsTaxes = readsTaxes,
            DaysLeft = step.Settles.Surplus is Surplus.Time { Units: TimeUnits.Days } ? DaysLeft.Of(step.Units, by) : null,
        };
    }

    /// <summary>The line of units that were never billed, if the policy values them at the price held; else null.</summary>
    private static Line? NeverBilled(BillStep.UnitsLeave step)
    {
        var (item, by) = (step.Units.Item, step.By);
        return by.Answer is UnusedValue.Lots { Basis: ValueBasis.PriceHeld } && item.SoldAt.BillingTiming == BillingTiming.InAdvance
            && !by.Subscription.InTrial(by.At) && item.Term.End > by.At && step.Units.Unbilled() is > 0 and var unbilled
                ? LeavingLines.NeverBilled(item, step.Name, unbilled, by)
                : null;
    }

    /// <summary>
    /// Takes units out of a lot, with their part of the amounts billed and paid. A credit beyond that part, as of a lot billed below its
    /// price, is recorded with the units that stay, up to the amount billed for them.
    /// </summary>
    private static void Reduce(List<Lot> lots, int place, int quantity, Money credited)
    {
        var lot = lots[place];
        if (quantity == lot.Quantity)
        {
            lots.RemoveAt(place);
            return;
        }

        var rest = lot.Without(quantity);
        var beyond = credited - (lot.Billed - rest.Billed);
        var all = beyond.IsPositive ? lot.Credited + beyond : lot.Credited;
        all = all < rest.Billed ? all : rest.Billed;
        lots[place] = all == rest.Credited ? rest : rest with { Credited = all };
    }

    /// <summary>Collects lines; local to one function. One line needs no list.</summary>
    private struct LineList
    {
        private Line? _one;
        private List<Line>? _all;

        internal void Add(Line? line)
        {
            if (_one is null)
            {
                _one = line;
            }
            else if (line is not null)
            {
                (_all ??= [_one]).Add(line);
            }
        }

        internal readonly LineList Reversed()
        {
            _all?.Reverse();
            return this;
        }

        internal readonly Charge[] ToCharges(string productId)
        {
            var charges = _one is null ? [] : new Charge[_all?.Count ?? 1];
            for (var i = 0; i < charges.Length; i++)
            {
                charges[i] = new Charge(productId, _all?[i] ?? _one, null);
            }

            return charges;
        }
    }
}
