using NodaTime;

namespace SubscriptionMath;

/// <summary>What becomes of each item when its term ends, or when the next one is bought ahead.</summary>
internal static class TurnItems
{
    /// <summary>Everything whose term has ended by the moment goes on as it is; an add-on that does not renew is gone.</summary>
    internal static void Renew(Draft draft, Catalog catalog)
    {
        if (draft.Plan is { } plan && plan.Term.End <= draft.Moment)
        {
            GoOn(draft, plan, draft.Renewed(plan, catalog), GrantSource.Plan);
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

    /// <summary>A pending cart takes the place of what is held; gives the direction.</summary>
    internal static Direction To(Draft draft, Catalog catalog, Cart cart)
    {
        var (held, sold) = (draft.Plan!, catalog.Plan(cart.PlanId));
        var same = held.ProductId == sold.Id && held.SoldAt.Every == cart.Every;
        var price = same ? draft.RenewalPrice(held, sold.Prices) : Sold(sold.PriceFor(cart.Every, draft.Before.Currency), sold.Name, cart.Every);
        var direction = same
            ? cart.Quantity.CompareTo(held.Quantity) switch { > 0 => Direction.Up, < 0 => Direction.Down, _ => Direction.Lateral }
            : draft.Policy.Direction.Of(catalog.Plan(held.ProductId), held.SoldAt.Every, sold, cart.Every);
        var wanted = Wanted.Of(sold, price, cart.Quantity);
        if (held.ProductId == sold.Id)
        {
            GoOn(draft, held, wanted, GrantSource.Plan);
        }
        else
        {
            var next = NextTerm(draft, held.Anchor, price);
            draft.Grants.LeavePlan(held.ProductId, direction, next.Term.End);
            Begin(draft, wanted, GrantSource.Plan, next, anchor: null);
        }

        var ends = draft.Policy.AddOns.KeepsWhereOffered && !same;
        foreach (var addOn in draft.AddOns.ToArray())
        {
            if (ends && sold.OfferOf(addOn.ProductId) != AddOnOffer.Offered)
            {
                EndWithThePlan(draft, catalog, addOn);
            }
            else
            {
                AddOnTo(draft, catalog, cart, addOn);
            }
        }

        foreach (var entry in cart.AddOns)
        {
            if (!(ends && sold.OfferOf(entry.Id) != AddOnOffer.Offered) && !draft.AddOns.Exists(addOn => addOn.ProductId == entry.Id))
            {
                var (every, addOn) = (entry.Every ?? cart.Every, catalog.AddOn(entry.Id));
                var addOnPrice = Sold(addOn.PriceFor(every, draft.Before.Currency), addOn.Name, every);
                Begin(draft, Wanted.Of(addOn, addOnPrice, entry.Quantity), GrantSource.AddOn, NextTerm(draft, null, addOnPrice), anchor: null);
            }
        }

        return direction;
    }

    /// <summary>The plan, what ends with it, and what the policy takes along, are bought for one more term.</summary>
    internal static void BuyAhead(Draft draft, Catalog catalog)
    {
        var plan = draft.Plan!;
        var with = draft.AddOns.FindAll(addOn => addOn.BilledUntil == plan.BilledUntil);
        var end = Ahead(draft, plan, draft.Renewed(plan, catalog), GrantSource.Plan);
        foreach (var addOn in with.Where(addOn => RenewsWith(draft, catalog, addOn) > 0))
        {
            Ahead(draft, addOn, draft.Renewed(addOn, catalog), GrantSource.AddOn);
        }

        foreach (var addOn in draft.AddOns.Where(addOn => !with.Contains(addOn)))
        {
            TakeAlong(draft, catalog, addOn, end);
        }

        draft.BillWaiting(Treatment.Renewal);
    }

    /// <summary>An add-on that the new plan does not offer, or includes, ends with the old one, also where it has a term of its own.</summary>
    private static void EndWithThePlan(Draft draft, Catalog catalog, ItemDraft addOn)
    {
        var (held, sold) = (draft.Before.AddOns.First(item => item.ProductId == addOn.ProductId), catalog.AddOn(addOn.ProductId));
        draft.Leave(
            held, sold.Name, held.Quantity, null, draft.Policy.AddOns.EndedValue, sold.Measure ?? draft.Policy.Measure, draft.BillFor(Treatment.Renewal));
        draft.EndAddOn(addOn);
    }

    private static void AddOnTo(Draft draft, Catalog catalog, Cart cart, ItemDraft addOn)
    {
        var wanted = cart.AddOns.FirstOrDefault(entry => entry.Id == addOn.ProductId);
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
            GoOn(draft, addOn, Wanted.Of(sold, Sold(sold.PriceFor(every, draft.Before.Currency), sold.Name, every), wanted.Quantity), GrantSource.AddOn);
        }
    }

    private static void GoOnOrEnd(Draft draft, Catalog catalog, ItemDraft addOn)
    {
        if (IsBoughtAhead(addOn) || RenewsWith(draft, catalog, addOn) > 0)
        {
            GoOn(draft, addOn, draft.Renewed(addOn, catalog), GrantSource.AddOn);
        }
        else
        {
            draft.EndAddOn(addOn);
        }
    }

    /// <summary>The units that an add-on renews with: none where it does not renew, or where what is pending does not want it.</summary>
    private static int RenewsWith(Draft draft, Catalog catalog, ItemDraft addOn) =>
        catalog.AddOn(addOn.ProductId).RunsOut ? 0
        : draft.Before.Pending is { OnDate: false } pending && draft.Pending is not null ? pending.Cart?.AddOns.FirstOrDefault(entry => entry.Id == addOn.ProductId)?.Quantity ?? 0
        : addOn.RenewsWith ?? addOn.Quantity;

    /// <summary>The next term of an item: the one that was bought ahead, or one that is bought now.</summary>
    private static void GoOn(Draft draft, ItemDraft item, Wanted wanted, GrantSource source)
    {
        var ahead = item.Lots.Find(lot => lot.Covers.Start == item.Term.End);
        var next = ahead is null
            ? NextTerm(draft, item.Anchor, wanted.Price)
            : new PlanTerm(ahead.Covers, (item.Anchor ?? draft.Anchor).OrFrom(ahead.Covers.Start, item.SoldAt.Every, draft.Before.Zone), null);
        if (source == GrantSource.Plan)
        {
            draft.Grants.RenewPlan(item.ProductId, next.Term.End);
        }
        else
        {
            draft.Grants.LeaveAddOn(item.ProductId);
        }

        if (ahead is null)
        {
            Begin(draft, wanted, source, next, item.Anchor is null ? null : next.Anchor);
            return;
        }

        draft.Touch();
        item.Term = next.Term;
        item.Anchor = item.Anchor is null ? null : next.Anchor;
        draft.Anchor = source == GrantSource.Plan ? next.Anchor : draft.Anchor;
    }

    private static bool IsBoughtAhead(ItemDraft item) => item.Lots.Exists(lot => lot.Covers.Start == item.Term.End);

    /// <summary>
    /// A term begins after one that has ended: at that end, or at the moment where it ended long before, as after a pause. The first one that
    /// is paid for, after the trial, is aligned where a first purchase is.
    /// </summary>
    private static PlanTerm NextTerm(Draft draft, Anchor? own, Price price)
    {
        var before = draft.Before;
        return own is null && before.Plan?.Term.End == draft.Moment && before.Trial?.Term.End == draft.Moment
            && RuleBook.FirstPurchase(draft.Policy.Rules, price) is { Term: TermRule.ToBillingDay day }
            ? PlanTerm.Aligned(day, before, draft.Moment, price.Every)
            : PlanTerm.After(own ?? draft.Anchor, draft.Moment, price.Every, before.Zone);
    }

    /// <summary>An item begins a term and is bought for all of it.</summary>
    internal static void Begin(Draft draft, Wanted wanted, GrantSource source, PlanTerm next, Anchor? anchor)
    {
        var item = new ItemDraft(wanted.ProductId, wanted.Price, wanted.Quantity, next.Term, anchor);
        if (source == GrantSource.Plan)
        {
            (draft.Plan, draft.Anchor) = (item, next.Anchor);
        }
        else if (draft.AddOns.FindIndex(addOn => addOn.ProductId == item.ProductId) is var place and >= 0)
        {
            draft.AddOns[place] = item;
        }
        else
        {
            draft.AddOns.Add(item);
        }

        draft.BillWaiting(Treatment.Renewal);
        Buy(draft, item, wanted, source, next);
    }

    private static Instant Ahead(Draft draft, ItemDraft item, Wanted wanted, GrantSource source)
    {
        var next = PlanTerm.After(item.Anchor ?? draft.Anchor, item.BilledUntil, item.SoldAt.Every, draft.Before.Zone);
        Buy(draft, item, wanted, source, next);
        return next.Term.End;
    }

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
            Ahead(draft, addOn, draft.Renewed(addOn, catalog), GrantSource.AddOn);
        }
    }

    private static void Buy(Draft draft, ItemDraft item, Wanted wanted, GrantSource source, PlanTerm next)
    {
        // A stub before a billing day is charged as the first purchase is.
        var price = next.Period == next.Term ? NewPrice.Full : RuleBook.FirstPurchase(draft.Policy.Rules, wanted.Price)!.NewPrice;
        if (price != NewPrice.NothingUntilRenewal)
        {
            draft.Buy(
                item, wanted, wanted.Quantity, price, Origin.Purchase, [new Segment(next.Term, next.Period)], wanted.Measure ?? draft.Policy.Measure, next.Anchor,
                draft.BillFor(Treatment.Renewal));
        }

        draft.Grants.Enter(wanted, wanted.Quantity, source, next.Term.Start, next.Term.End, new Share(1, 1, Grain.Terms));
    }

    private static Price Sold(Price? price, string product, BillingInterval every) =>
        price ?? throw new ArgumentException($"The pending change asks for {product} per {every}, which the catalog does not sell any more.", nameof(price));
}
