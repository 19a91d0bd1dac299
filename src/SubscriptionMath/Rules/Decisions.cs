using NodaTime;

namespace SubscriptionMath;

/// <summary>The decisions on a cart: the moves at once, and whether a part waits for the end of the period.</summary>
/// <param name="NewPlan">The treatment of a plan that is replaced or begins anew at once, or null if the plan is kept.</param>
/// <param name="PlanQuantity">The number of units of the plan from now on.</param>
/// <param name="RenewsAddOns">Whether all add-ons end, and those in the cart are bought anew.</param>
/// <param name="Moves">The units that leave and enter at once, the plan first.</param>
/// <param name="Waits">Whether the cart, or a part of it, waits for the end of the billed time, or for a date.</param>
/// <param name="Date">The date asked for, or that of the contract's end; null for the end of the billed time.</param>
internal sealed record Decisions(Treatment? NewPlan, int PlanQuantity, bool RenewsAddOns, List<Move> Moves, bool Waits, Instant? Date)
{
    /// <summary>Asks the rules about the plan, its quantity and each add-on.</summary>
    internal static Refused? Make(
        Pairing pairing, Subscription before, in AskedTiming wish, Sequence<Rule> rules, AddOnPolicy addOns, Instant at,
        out Decisions decisions)
    {
        decisions = null!;
        var plan = pairing.Plan;
        if (RuleBook.Decide(plan, plan.Changes & ~What.Quantity, before, wish, rules, at, out var planned) is { } refused)
        {
            return refused;
        }

        if (plan.Before is null && planned.Waits)
        {
            decisions = new Decisions(null, 0, RenewsAddOns: false, [], Waits: true, planned.Date);
            return null;
        }

        var seatsApart = (plan.Changes & What.Quantity) != What.None && (!pairing.PlanChanges || plan.Removed > 0);
        if (RuleBook.Decide(plan, seatsApart ? What.Quantity : What.None, before, wish, rules, at, out var seats) is { } noSeats)
        {
            return noSeats;
        }

        var newPlan = pairing.PlanChanges ? planned : seats.Restarts ? seats : default;
        var renewsAddOns = newPlan.Now && (newPlan.Restarts || plan.Before is null
            || (addOns.WhenPlanChanges == AddOnFate.EndWithThePlan && (plan.Changes & (What.Plan | What.Interval)) != What.None));
        var seatsWait = seats.Waits && !newPlan.Restarts;
        var waits = (pairing.PlanChanges && planned.Waits) || seatsWait;
        var quantity = (waits && !newPlan.Now) || seatsWait ? plan.Before!.Quantity : plan.After!.Quantity;
        var moves = Plans(pairing, newPlan, seats, quantity, renewsAddOns, addOns.EndedValue);
        var date = pairing.PlanChanges ? planned.Date : seats.Date;
        if (!renewsAddOns
            && AddOns(pairing, before, wish, rules, at, newPlan, addOns.EndedValue, moves, ref waits, ref date) is { } noAddOn)
        {
            return noAddOn;
        }

        decisions = new Decisions(newPlan.Now ? newPlan.Treatment : null, quantity, renewsAddOns, moves, waits, date);
        return null;
    }

    private static List<Move> Plans(
        Pairing pairing, Decision newPlan, Decision seats, int quantity, bool renewsAddOns, UnusedValue endedAddOns)
    {
        if (newPlan.Now)
        {
            return renewsAddOns
                ? ItemMoves.WithNewPlan(pairing, newPlan.Treatment!, quantity, endedAddOns)
                : [ItemMoves.NewPlan(pairing.Plan, newPlan.Treatment!, quantity)];
        }

        return seats.Now && !pairing.PlanChanges ? [ItemMoves.Alone(pairing.Plan, seats.Treatment!)] : [];
    }

    private static Refused? AddOns(
        Pairing pairing,
        Subscription before,
        in AskedTiming wish,
        Sequence<Rule> rules,
        Instant at,
        Decision newPlan,
        UnusedValue ended,
        List<Move> moves,
        ref bool waits,
        ref Instant? date)
    {
        foreach (var addOn in pairing.AddOns)
        {
            if (addOn.EndsWithThePlan)
            {
                // The add-on continues until the plan changes.
                if (newPlan.Now)
                {
                    moves.Add(ItemMoves.WithThePlan(addOn, newPlan.Treatment!, ended));
                }

                continue;
            }

            if (RuleBook.Decide(addOn, addOn.Changes, before, wish, rules, at, out var decision) is { } refused)
            {
                return refused;
            }

            waits |= decision.Waits;
            date ??= decision.Date;
            if (decision.Now)
            {
                moves.Add(ItemMoves.Alone(addOn, decision.Treatment!));
            }
        }

        return null;
    }
}
