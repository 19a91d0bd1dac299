using NodaTime;

namespace SubscriptionMath;

/// <summary>The end of a subscription, at once or at the end of its term: nothing is held, or the free plan.</summary>
internal static class Endings
{
    /// <summary>
    /// The end of a subscription by expiry. Whatever runs beyond the end, such as an add-on on a term of its own, leaves with the plan and
    /// is worth what the policy's rule for terminations says, as if the termination were asked for at that instant.
    /// </summary>
    internal static void Expire(Draft draft, Catalog catalog, Instant from)
    {
        if (draft.AddOns.Append(draft.Plan!).Any(item => item.Outlasts(draft.Moment))
            && RuleBook.Termination(draft.Policy.Rules, draft.Before, draft.Moment) is { } rule)
        {
            draft.BillWaiting(Treatment.Renewal);
            Leave(draft, catalog, Settling(rule), static item => item.AsHeld());
        }

        End(draft, catalog, Treatment.Renewal, from);
    }

    /// <summary>The treatment of an end: nothing comes after it, so that all is due now.</summary>
    internal static Treatment Settling(Treatment rule) =>
        rule with { Due = Due.Now, Surplus = rule.Surplus.AtTheEnd };

    /// <summary>Values everything held by a treatment, at the moment of the draft.</summary>
    internal static void Leave(Draft draft, Catalog catalog, Treatment treatment, Func<ItemDraft, Item> what)
    {
        var (bill, measure, plan) = (draft.BillFor(treatment), treatment.Measure ?? draft.Policy.Measure, draft.Plan!);
        draft.Sold = catalog;
        draft.LeaveWhole(what(plan), catalog.Plan(plan.ProductId).Name, treatment.Unused, measure, bill);
        foreach (var item in draft.AddOns)
        {
            var addOn = catalog.AddOn(item.ProductId);
            draft.LeaveWhole(what(item), addOn.Name, treatment.Unused, addOn.Measure ?? measure, bill);
        }
    }

    /// <summary>Ends everything held; the free plan follows where the policy says so.</summary>
    /// <param name="draft">The subscription that ends.</param>
    /// <param name="catalog">What is sold, the free plan perhaps.</param>
    /// <param name="treatment">What becomes of a surplus.</param>
    /// <param name="from">
    /// The instant from which on the free plan is held; after the moment of the draft where it rested in between.
    /// </param>
    internal static void End(Draft draft, Catalog catalog, Treatment treatment, Instant from)
    {
        draft.End(treatment);
        if (draft.Policy.Renewal.AfterEnd == AfterEnd.FreePlan && draft.Before.Plan is { SoldAt.IsFree: false } && FreePlan(catalog, draft.Before.Currency) is { } free)
        {
            var term = NewTerm.Begin(from, free.Price.Every, draft.Before.Zone);
            ItemTurn.Begin(draft, free, phasesFrom: null, GrantSource.Plan, new PlanTerm(term.Term, term.Anchor, null), NewPrice.Full, anchor: null, contract: null, isNew: false);
            draft.Status = Status.Active;
        }
    }

    private static Wanted? FreePlan(Catalog catalog, Currency currency)
    {
        foreach (var plan in catalog.Plans)
        {
            foreach (var price in plan.Prices)
            {
                if (price.IsFree && price.Currency == currency)
                {
                    return Wanted.Of(plan, price, plan.Seats.Least);
                }
            }
        }

        return null;
    }
}
