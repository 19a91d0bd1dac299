using NodaTime;

namespace SubscriptionMath;

/// <summary>All that was decided of a cart: what moves at once, and whether something waits for the period's end.</summary>
/// <param name="NewPlan">The treatment of a plan that is replaced or begins anew at once, or null where the plan is kept.</param>
/// <param name="PlanQuantity">The number of units of the plan from now on.</param>
/// <param name="RenewsAddOns">Whether all add-ons end, and those in the cart are bought anew.</param>
/// <param name="Moves">What leaves and enters at once, the plan first.</param>
/// <param name="Waits">Whether the cart, or a part of it, waits for the period's end.</param>
internal sealed record Decisions(Treatment? NewPlan, int PlanQuantity, bool RenewsAddOns, List<Move> Moves, bool Waits)
{
    /// <summary>Asks the rules about the plan, its quantity and each add-on.</summary>
    internal static Refused? Make(
        Pairing pairing, Subscription before, Change change, Sequence<Rule> rules, AddOnPolicy addOns, Instant at, out Decisions decisions)
    {
        decisions = null!;
        var plan = pairing.Plan;
        if (RuleBook.Decide(plan, plan.Changes & ~What.Quantity, before, change.Timing, rules, at, out var planned) is { } refused)
        {
            return refused;
        }

        var seatsApart = (plan.Changes & What.Quantity) != What.None && (!pairing.PlanChanges || plan.Removed > 0);
        if (RuleBook.Decide(plan, seatsApart ? What.Quantity : What.None, before, change.Timing, rules, at, out var seats) is { } noSeats)
        {
            return noSeats;
        }

        var newPlan = pairing.PlanChanges ? planned : seats.Restarts ? seats : default;
        var renewsAddOns = newPlan.Now && (newPlan.Restarts || plan.Before is null || addOns.WhenPlanChanges == AddOnFate.EndWithThePlan);
        var seatsWait = seats.AtPeriodEnd && !newPlan.Restarts;
        var waits = (pairing.PlanChanges && planned.AtPeriodEnd) || seatsWait;
        var quantity = (waits && !newPlan.Now) || seatsWait ? plan.Before!.Quantity : plan.After!.Quantity;
        var moves = Plans(pairing, newPlan, seats, quantity, renewsAddOns, addOns.EndedValue);
        if (!renewsAddOns && AddOns(pairing, before, change, rules, at, moves, ref waits) is { } noAddOn)
        {
            return noAddOn;
        }

        decisions = new Decisions(newPlan.Now ? newPlan.Treatment : null, quantity, renewsAddOns, moves, waits);
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
        Pairing pairing, Subscription before, Change change, Sequence<Rule> rules, Instant at, List<Move> moves, ref bool waits)
    {
        foreach (var addOn in pairing.AddOns)
        {
            if (RuleBook.Decide(addOn, addOn.Changes, before, change.Timing, rules, at, out var decision) is { } refused)
            {
                return refused;
            }

            waits |= decision.AtPeriodEnd;
            if (decision.Now)
            {
                moves.Add(ItemMoves.Alone(addOn, decision.Treatment!));
            }
        }

        return null;
    }
}
