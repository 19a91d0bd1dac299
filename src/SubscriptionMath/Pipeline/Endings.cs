using NodaTime;

namespace SubscriptionMath;

/// <summary>The end of a subscription, at once or at the end of its term: nothing is held, or the free plan.</summary>
internal static class Endings
{
    /// <param name="draft">The subscription that ends.</param>
    /// <param name="catalog">What is sold, the free plan perhaps.</param>
    /// <param name="treatment">What becomes of a surplus.</param>
    /// <param name="from">The instant from which on the free plan is held; after the moment of the draft where it rested in between.</param>
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
