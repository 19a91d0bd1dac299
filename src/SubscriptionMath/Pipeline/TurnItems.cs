using NodaTime;

namespace SubscriptionMath;

/// <summary>What becomes of each item when its term ends, or when the next one is bought ahead.</summary>
internal static class TurnItems
{
    /// <summary>Everything whose term has ended by the moment goes on as it is; an add-on that does not renew is gone.</summary>
    internal static void Renew(Draft draft, Catalog catalog)
    {
        UseUp(draft, item => item.Term.End <= draft.Moment && item.BoughtAhead is null);
        Sells(draft, catalog);
        if (draft.Plan is { } plan && plan.Term.End <= draft.Moment)
        {
            ItemTurn.GoOn(draft, plan, draft.Renewed(plan, catalog), plan.PhasesFrom, GrantSource.Plan);
            TakeAlong(draft, catalog, draft.Plan!.Term.End);
        }

        foreach (var addOn in draft.AddOns.ToArray())
        {
            if (addOn.Term.End <= draft.Moment)
            {
                GoOnOrEnd(draft, catalog, addOn);
            }
        }
    }

    /// <summary>What is renewed uses up a period of the discounts on it.</summary>
    internal static void UseUp(Draft draft, Predicate<ItemDraft> renews)
    {
        if (draft.Plan is { } plan && renews(plan))
        {
            draft.UseUp(plan.ProductId, isPlan: true);
        }

        foreach (var addOn in draft.AddOns)
        {
            if (renews(addOn))
            {
                draft.UseUp(addOn.ProductId, isPlan: false);
            }
        }
    }

    /// <summary>All that is held is sold together, at the renewal's prices, but what was paid for once.</summary>
    private static void Sells(Draft draft, Catalog catalog)
    {
        foreach (var item in draft.AddOns.Append(draft.Plan).OfType<ItemDraft>().Where(_ => !draft.Discounts.IsEmpty))
        {
            if (draft.Renewed(item, catalog) is { Price.Charged: not Charged.Once } wanted)
            {
                draft.Sells(item.ProductId, wanted.Price, wanted.Quantity);
            }
        }
    }

    /// <summary>All that a pending cart wants is sold together, with its discounts.</summary>
    private static void Sells(Draft draft, Catalog catalog, Cart cart, Wanted plan)
    {
        draft.AskDiscounts(cart.Discounts);
        draft.Sells(plan.ProductId, plan.Price, plan.Quantity);
        foreach (var entry in cart.AddOns)
        {
            if (catalog.AddOn(entry.Id).PriceFor(entry.Every ?? cart.Every, draft.Before.Currency) is { } price)
            {
                draft.Sells(entry.Id, price, entry.Quantity);
            }
        }
    }

    /// <summary>A pending cart takes the place of what is held; gives the direction.</summary>
    internal static Direction To(Draft draft, Catalog catalog, Cart cart)
    {
        var (held, sold) = (draft.Plan!, catalog.Plan(cart.PlanId));
        var same = held.ProductId == sold.Id && held.SoldAt.Every == cart.Every;
        var price = same ? draft.RenewalPrice(held, sold.Prices) : ItemTurn.Sold(sold.PriceFor(cart.Every, draft.Before.Currency), sold.Name, cart.Every);
        var direction = same
            ? cart.Quantity.CompareTo(held.Quantity) switch { > 0 => Direction.Up, < 0 => Direction.Down, _ => Direction.Lateral }
            : draft.Policy.Direction.Of(draft.Before, cart, catalog);
        var then = same ? null : AtTheTurn(draft, held, sold, price, direction);
        var listed = Wanted.Of(sold, price, cart.Quantity);
        var (wanted, from) = same ? (listed, held.PhasesFrom) : ItemTurn.InPhase(draft, listed, then?.Trial ?? TrialFate.Ended);
        var aligned = then is { Timing: Timing.PeriodEnd } ? then.Term as TermRule.ToBillingDay : null;
        Sells(draft, catalog, cart, wanted);
        GiveBackAhead(draft, catalog, held, then?.Unused ?? UnusedValue.OfAllLots);
        if (held.ProductId == sold.Id)
        {
            ItemTurn.GoOn(draft, held, wanted, from, GrantSource.Plan, aligned);
        }
        else
        {
            var (next, stub) = ItemTurn.NextTerm(draft, held.Anchor, wanted.Price, aligned);
            draft.Grant(new GrantStep.PlanLeft(wanted, direction, next.Term.End));
            var contract = ContractTerm.Sold(wanted.Price, held.Contract, anew: false, next.Term.Start, draft.Before.Zone);
            ItemTurn.Start(draft, wanted, from, GrantSource.Plan, next, stub, contract);
        }

        var (ends, asked) = (draft.Policy.AddOns.KeepsWhereOffered && !same, Index<CartAddOn>.Of(cart.AddOns, static entry => entry.Id));
        foreach (var addOn in draft.AddOns.ToArray())
        {
            if (ends && sold.OfferOf(addOn.ProductId) != AddOnOffer.Offered)
            {
                EndWithThePlan(draft, catalog, addOn);
            }
            else
            {
                AddOnTo(draft, catalog, asked.Find(addOn.ProductId), addOn);
            }
        }

        foreach (var entry in cart.AddOns)
        {
            // What the plan does not offer went with the plan before it, at once or just now.
            if (!(draft.Policy.AddOns.KeepsWhereOffered && sold.OfferOf(entry.Id) != AddOnOffer.Offered) && draft.AddOn(entry.Id) is null)
            {
                var (every, addOn) = (entry.Every ?? cart.Every, catalog.AddOn(entry.Id));
                var addOnPrice = ItemTurn.Sold(addOn.PriceFor(every, draft.Before.Currency), addOn.Name, every);
                var (added, addedFrom) = ItemTurn.InPhase(draft, Wanted.Of(addOn, addOnPrice, entry.Quantity), then?.Trial ?? TrialFate.Ended);
                var (next, stub) = ItemTurn.NextTerm(draft, null, added.Price);
                ItemTurn.Start(draft, added, addedFrom, GrantSource.AddOn, next, stub, contract: null);
            }
        }

        return direction;
    }

    /// <summary>
    /// A term of the plan that was bought ahead of a date at the boundary leaves: the cart is bought for that time instead.
    /// </summary>
    private static void GiveBackAhead(Draft draft, Catalog catalog, ItemDraft held, UnusedValue unused)
    {
        if (held.BoughtAhead is not null)
        {
            draft.LeaveWhole(held.AsHeld(), catalog.Plan(held.ProductId).Name, unused, draft.Policy.Measure, draft.BillFor(Treatment.Renewal));
            held.Lots.RemoveAll(lot => lot.Covers.Start >= draft.Moment);
        }
    }

    /// <summary>
    /// How a plan or interval that waited for the term's end is treated; the term is aligned, and the phases are counted, as its rule says.
    /// </summary>
    private static Treatment? AtTheTurn(Draft draft, ItemDraft held, Plan sold, Price price, Direction direction)
    {
        var changes = (held.ProductId == sold.Id ? What.None : What.Plan) | (held.SoldAt.Every == price.Every ? What.None : What.Interval);
        return RuleBook.AtTheTurn(draft.Policy.Rules, draft.Before.Plan!, price, changes, direction, draft.Before, draft.Moment);
    }

    /// <summary>The plan, what ends with it, and what the policy takes along, are bought for one more term.</summary>
    internal static void BuyAhead(Draft draft, Catalog catalog)
    {
        var plan = draft.Plan!;
        var with = draft.AddOns.Where(addOn => addOn.BilledUntil == plan.BilledUntil).ToHashSet();
        UseUp(draft, item => item == plan || with.Contains(item));
        Sells(draft, catalog);
        var end = ItemTurn.Ahead(draft, plan, draft.Renewed(plan, catalog), GrantSource.Plan);
        foreach (var addOn in draft.AddOns.Where(addOn => with.Contains(addOn) && RenewsWith(draft, catalog, addOn) > 0))
        {
            ItemTurn.Ahead(draft, addOn, draft.Renewed(addOn, catalog), GrantSource.AddOn);
        }

        foreach (var addOn in draft.AddOns.Where(addOn => !with.Contains(addOn)))
        {
            TakeAlong(draft, catalog, addOn, end);
        }

        draft.BillWaiting(Treatment.Renewal);
    }

    /// <summary>
    /// An add-on that the new plan does not offer, or includes, ends with the old one, also where it has a term of its own.
    /// </summary>
    private static void EndWithThePlan(Draft draft, Catalog catalog, ItemDraft addOn)
    {
        var sold = catalog.AddOn(addOn.ProductId);
        draft.LeaveWhole(addOn.AsHeld(), sold.Name, draft.Policy.AddOns.EndedValue, sold.Measure ?? draft.Policy.Measure, draft.BillFor(Treatment.Renewal));
        draft.EndAddOn(addOn);
    }

    private static void AddOnTo(Draft draft, Catalog catalog, CartAddOn? wanted, ItemDraft addOn)
    {
        if (wanted is null || wanted.Quantity != addOn.Quantity)
        {
            addOn.RenewsWith = wanted?.Quantity ?? 0;
        }

        if (addOn.Term.End > draft.Moment)
        {
            return;
        }

        var (every, sold) = (wanted?.Every ?? addOn.SoldAt.Every, catalog.AddOn(addOn.ProductId));
        if (wanted is null || every == addOn.SoldAt.Every)
        {
            GoOnOrEnd(draft, catalog, addOn);
        }
        else
        {
            var price = ItemTurn.Sold(sold.PriceFor(every, draft.Before.Currency), sold.Name, every);
            var (other, from) = ItemTurn.InPhase(draft, Wanted.Of(sold, price, wanted.Quantity), TrialFate.Ended);
            ItemTurn.GoOn(draft, addOn, other, from, GrantSource.AddOn);
        }
    }

    private static void GoOnOrEnd(Draft draft, Catalog catalog, ItemDraft addOn)
    {
        if (addOn.BoughtAhead is not null || RenewsWith(draft, catalog, addOn) > 0)
        {
            ItemTurn.GoOn(draft, addOn, draft.Renewed(addOn, catalog), addOn.PhasesFrom, GrantSource.AddOn);
        }
        else
        {
            draft.EndAddOn(addOn);
        }
    }

    /// <summary>The units that an add-on renews with: none where it does not renew, or where what is pending does not want it.</summary>
    private static int RenewsWith(Draft draft, Catalog catalog, ItemDraft addOn) =>
        catalog.AddOn(addOn.ProductId).RunsOut ? 0
        : draft.Before.Pending is { OnDate: false } pending && draft.Pending is not null ? draft.Asked(pending.Cart, addOn.ProductId)?.Quantity ?? 0
        : addOn.RenewsWith ?? addOn.Quantity;

    private static void TakeAlong(Draft draft, Catalog catalog, Instant end)
    {
        foreach (var addOn in draft.AddOns.Where(addOn => addOn.Term.End > draft.Moment))
        {
            TakeAlong(draft, catalog, addOn, end);
        }
    }

    private static void TakeAlong(Draft draft, Catalog catalog, ItemDraft addOn, Instant end)
    {
        if (draft.Policy.Renewal.TakesAddOnsAlong && addOn.BilledUntil < end && RenewsWith(draft, catalog, addOn) > 0)
        {
            ItemTurn.Ahead(draft, addOn, draft.Renewed(addOn, catalog), GrantSource.AddOn);
        }
    }
}
