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
        var (back, forth, returned) = (new List<Line>(1), default(List<Line>), default(Returned));
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
                AddTo(ref back!, by.Answer is UnusedValue.WholeTerm ? null : UsedTime.Of(units, by, tax));
            }
            else
            {
                var lot = LotGiven.Of(units, by, step.Shorter);
                AddTo(ref back!, lot.Unused);
                AddTo(ref back!, lot.Beyond);
                AddTo(ref back!, lot.Goodwill);
                AddTo(ref forth, lot.Kept);
                (given, returned) = (lot.Given, returned.Plus(LeavingPaid.Of(units, by, lot.Back)));
            }

            if (kept is not null)
            {
                Reduce(kept, i, quantity, given);
            }
        }

        AddTo(ref back!, NeverBilled(step));
        back.Reverse();
        return new StepCharges(item.ProductId, ToCharges(item, back), ToCharges(item, forth))
        {
            Returned = step.Settles.Surplus is Surplus.Refund
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

    private static void AddTo(ref List<Line>? lines, Line? line)
    {
        if (line is not null)
        {
            (lines ??= new(1)).Add(line);
        }
    }

    private static Charge[] ToCharges(Item item, List<Line>? lines)
    {
        var charges = lines is null or [] ? [] : new Charge[lines.Count];
        for (var i = 0; i < charges.Length; i++)
        {
            charges[i] = new Charge(item.ProductId, lines![i], null);
        }

        return charges;
    }
}
