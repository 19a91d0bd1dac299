namespace SubscriptionMath;

/// <summary>Charges a resolution: each step becomes lines, and lots that are sold, reduced or removed.</summary>
internal static class Charging
{
    /// <summary>Gives the charges of each bill.</summary>
    internal static AllCharges Of(Resolution resolution)
    {
        var (on, steps, readsTaxes) = (resolution.On, resolution.Steps, false);
        var (made, kept) = (new StepCharges[steps.Count], default(Dictionary<string, Sequence<Lot>>));
        for (var i = 0; i < made.Length; i++)
        {
            var held = new HeldLots(kept);
            made[i] = steps[i] switch
            {
                BillStep.UnitsLeave leave => LeavingCharges.Of(leave, on),
                BillStep.UnitsEnter enter => EnteringCharges.Of(enter, on, held.Of(enter.Into)),
                BillStep.SetsUp setsUp => SetUpCharges.Of(setsUp, on),
                BillStep.TimeUsed used => UsedTime.Of(used, on),
                BillStep.ContractLeft left => ContractRest.Of(left, on),
                BillStep.EndMoves moves => MovedEndCharges.Of(moves, on, held.Of(moves.Now)),
                _ => StepCharges.None,
            };
            readsTaxes |= made[i].ReadsTaxes;
            if (made[i].Kept is { } lots)
            {
                (kept ??= new(StringComparer.Ordinal))[made[i].ProductId] = lots;
            }
        }

        return new AllCharges(Bills(steps, made, on.Policy), new HeldLots(kept), readsTaxes);
    }

    /// <summary>Puts together the charges that are settled together, in the order in which their bills were opened.</summary>
    private static Sequence<Charges> Bills(Sequence<BillStep> steps, StepCharges[] made, BillingPolicy policy)
    {
        var bills = default(Sequence<Charges>);
        foreach (var step in steps)
        {
            if (!Holds(bills, step.Settles))
            {
                bills = bills.Plus(TaxedCharges.Of(Bill(step.Settles, steps, made), policy));
            }
        }

        return bills;
    }

    private static bool Holds(Sequence<Charges> bills, Settles settles)
    {
        foreach (var bill in bills)
        {
            if (bill.Settles == settles)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The days left of the units of a bill that leave first, for which they are counted.</summary>
    private static Fraction? DaysLeftFirst(Settles settles, Sequence<BillStep> steps, StepCharges[] made)
    {
        for (var i = 0; i < made.Length; i++)
        {
            if (steps[i].Settles == settles && made[i].DaysLeft is { } days)
            {
                return days;
            }
        }

        return null;
    }

    private static Charges Bill(Settles settles, Sequence<BillStep> steps, StepCharges[] made)
    {
        var (returned, count, last) = (default(Returned), 0, Array.Empty<Charge>());
        for (var i = 0; i < made.Length; i++)
        {
            if (steps[i].Settles == settles)
            {
                var (back, forth) = (made[i].Back, made[i].Forth);
                returned = returned.Plus(made[i].Returned);
                (count, last) = (count + back.Length + forth.Length, forth.Length > 0 ? forth : back.Length > 0 ? back : last);
            }
        }

        // A step that has all charges of its bill needs no copy of them.
        var (all, place) = (last.Length == count ? last : new Charge[count], 0);
        if (!ReferenceEquals(all, last))
        {
            Put(static one => one.Back);
            Put(static one => one.Forth);
        }

        return new Charges(settles, all, returned) { DaysLeft = DaysLeftFirst(settles, steps, made) };

        void Put(Func<StepCharges, Charge[]> part)
        {
            for (var i = 0; i < made.Length; i++)
            {
                if (steps[i].Settles == settles)
                {
                    part(made[i]).CopyTo(all, place);
                    place += part(made[i]).Length;
                }
            }
        }
    }
}

/// <summary>The charges of all bills.</summary>
/// <param name="Bills">The charges of each bill.</param>
/// <param name="Kept">The lots of the items whose lots have changed.</param>
/// <param name="ReadsTaxes">Whether the current tax rates were read.</param>
internal readonly record struct AllCharges(Sequence<Charges> Bills, HeldLots Kept, bool ReadsTaxes);
