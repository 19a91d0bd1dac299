using NodaTime;

namespace SubscriptionMath;

/// <summary>The decisions on a cart: the moves at once, and whether a part waits.</summary>
/// <param name="NewPlan">The treatment of a plan that is replaced or begins anew at once, or null if the plan is kept.</param>
/// <param name="PlanQuantity">The number of units of the plan from now on.</param>
/// <param name="RenewsAddOns">Whether all add-ons end, and those in the cart are bought anew.</param>
/// <param name="Moves">The units that leave and enter at once, the plan first.</param>
/// <param name="Waits">Whether the cart, or a part of it, waits for the end of the billed time, or for a date.</param>
/// <param name="Date">The date asked for, or that of the contract's end; null for the end of the billed time.</param>
internal readonly record struct Decisions(
    Treatment? NewPlan, int PlanQuantity, bool RenewsAddOns, Sequence<Move> Moves, bool Waits, Instant? Date)
{
    /// <summary>Asks the rules about the plan, its quantity and each add-on.</summary>
    internal static Refused? Make(in Request asked, Circumstances on, out Decisions decisions)
    {
        decisions = default;
        var (pairing, wish, addOns) = (asked.Pairing, asked.Wish, on.Policy.AddOns);
        var plan = pairing.Plan;
        if (RuleBook.Decide(plan, plan.Changes & ~ChangeKinds.Quantity, wish, on, out var planned) is { } refused)
        {
            return refused;
        }

        if (plan.Before is null && planned.Waits)
        {
            decisions = new Decisions(null, 0, RenewsAddOns: false, [], Waits: true, planned.Date);
            return null;
        }

        var seatsApart = (plan.Changes & ChangeKinds.Quantity) != ChangeKinds.None && (!pairing.PlanChanges || plan.Removed > 0);
        if (RuleBook.Decide(plan, seatsApart ? ChangeKinds.Quantity : ChangeKinds.None, wish, on, out var seats) is { } noSeats)
        {
            return noSeats;
        }

        var newPlan = pairing.PlanChanges ? planned : seats.Restarts ? seats : default;
        var renewsAddOns = newPlan.Now && (newPlan.Restarts || plan.Before is null
            || (addOns.WhenPlanChanges == AddOnFate.EndWithThePlan
                && (plan.Changes & (ChangeKinds.Plan | ChangeKinds.Interval)) != ChangeKinds.None));
        var seatsWait = seats.Waits && !newPlan.Restarts;
        var waits = (pairing.PlanChanges && planned.Waits) || seatsWait;
        var quantity = (waits && !newPlan.Now) || seatsWait ? plan.Before!.Quantity : plan.After!.Quantity;
        Sequence<Move> moves = newPlan.Now && renewsAddOns ? ItemMoves.WithNewPlan(pairing, newPlan.Treatment!, quantity, addOns.EndedValue)
            : newPlan.Now ? [ItemMoves.NewPlan(plan, newPlan.Treatment!, quantity)]
            : seats.Now && !pairing.PlanChanges ? [ItemMoves.Alone(plan, seats.Treatment!)]
            : default;
        var ofPlan = new Decisions(
            newPlan.Now ? newPlan.Treatment : null, quantity, renewsAddOns, moves, waits, pairing.PlanChanges ? planned.Date : seats.Date);
        return ofPlan.WithAddOns(asked, on, out decisions);
    }

    /// <summary>Asks the rules about each add-on, unless all of them begin anew with the plan.</summary>
    private Refused? WithAddOns(in Request asked, Circumstances on, out Decisions decisions)
    {
        decisions = this;
        var (waits, date, moves) = (Waits, Date, default(List<Move>));
        foreach (var addOn in RenewsAddOns ? [] : asked.Pairing.AddOns)
        {
            if (addOn.EndsWithThePlan)
            {
                // The add-on continues until the plan changes.
                if (NewPlan is { } treatment)
                {
                    (moves ??= []).Add(ItemMoves.WithThePlan(addOn, treatment, on.Policy.AddOns.EndedValue));
                }

                continue;
            }

            if (RuleBook.Decide(addOn, addOn.Changes, asked.Wish, on, out var decision) is { } refused)
            {
                return refused;
            }

            waits |= decision.Waits;
            date ??= decision.Date;
            if (decision.Now)
            {
                (moves ??= []).Add(ItemMoves.Alone(addOn, decision.Treatment!));
            }
        }

        decisions = moves is null && waits == Waits && date == Date
            ? this
            : this with { Moves = moves is null ? Moves : [.. Moves, .. moves], Waits = waits, Date = date };
        return null;
    }
}
