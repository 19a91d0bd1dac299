namespace SubscriptionMath;

/// <summary>The held items, each paired with the wanted one: the plan and the add-ons.</summary>
/// <param name="Plan">The plan, as held and as wanted.</param>
/// <param name="AddOns">All add-ons held or wanted, each once.</param>
internal readonly record struct Pairing(Thing Plan, Thing[] AddOns)
{
    internal bool PlanChanges =>
        (Plan.Changes & (ChangeKinds.Plan | ChangeKinds.Interval | ChangeKinds.Start | ChangeKinds.NextBilling)) != ChangeKinds.None;

    /// <summary>The direction of the change: that of the plan if the plan changes, else of the first change.</summary>
    internal Direction Direction => Plan.Changes != ChangeKinds.None
        ? Plan.Direction
        : Array.Find(AddOns, addOn => addOn.Changes != ChangeKinds.None)?.Direction ?? Direction.Lateral;

    /// <summary>Pairs a subscription with a cart, or with nothing for a cancellation; gives the refusal of an unsaleable cart.</summary>
    internal static Refused? Pair(Subscription subscription, Cart? wish, Catalog catalog, BillingPolicy policy, out Pairing pairing)
    {
        var keptWhereOffered = policy.AddOns.KeepsWhereOffered;
        if (wish is not { } cart)
        {
            pairing = ToNothing(subscription.Plan, catalog);
            return subscription is { Plan: null, Pending: null } ? Refusals.ByRule(RefusalCode.NothingToCancel) : null;
        }

        pairing = default;
        var before = subscription.Plan;
        var nameBefore = before is null ? null : catalog.HeldPlan(before.ProductId).Name; // throws before anything is refused
        var samePlan = before is not null && before.ProductId == cart.PlanId && before.SoldAt.Interval == cart.Interval;
        if (catalog.PlanOrNull(cart.PlanId) is not { } plan
            || (samePlan ? before!.SoldAt : plan.PriceFor(cart.Interval, subscription.Currency)) is not { } price)
        {
            return Refusals.PlanNotSold(cart, subscription.Currency, catalog);
        }

        var wanted = Wanted.Of(plan, price, cart.Quantity);
        var ends = keptWhereOffered && before is not null && !samePlan;
        if (PairAddOns(subscription, cart, (plan, ends), catalog, out var addOns) is { } refused)
        {
            return refused;
        }

        var thing = PlanThing(subscription, nameBefore, cart, wanted, (policy.Requests.Direction, catalog));
        var same = thing.Changes == ChangeKinds.None && !Array.Exists(addOns, static addOn => addOn.Changes != ChangeKinds.None);
        var rests = Rests(subscription, cart, same);
        thing = rests == ChangeKinds.None ? thing : thing with { Changes = thing.Changes | rests };
        pairing = new Pairing(thing, addOns);
        return null;
    }

    private static Refused? PairAddOns(
        Subscription subscription, Cart cart, (Plan Plan, bool EndOthers) with, Catalog catalog, out Thing[] addOns)
    {
        addOns = [];
        if (cart.AddOns.IsEmpty && subscription.AddOns.IsEmpty)
        {
            return null;
        }

        var (plan, ends) = with;
        var things = new List<Thing>(cart.AddOns.Count + subscription.AddOns.Count);
        var (asked, held) = (Index<CartAddOn>.Of(cart.AddOns, static entry => entry.Id),
            Index<Item>.Of(subscription.AddOns, static item => item.ProductId));
        for (var i = 0; i < cart.AddOns.Count; i++)
        {
            var entry = cart.AddOns[i];
            if (AddOnOf(entry.Id, catalog, held) is not { } sold)
            {
                return Refusals.AddOnNotOffered(entry.Id, plan);
            }

            if (asked.PlaceOf(entry.Id) != i)
            {
                return Refusals.SameAddOnTwice(sold);
            }

            var (refused, added) = AddOnThing(
                entry with { Interval = entry.Interval ?? cart.Interval }, plan, sold, held.Find(entry.Id), (subscription.Currency, ends));
            if (added is null)
            {
                return refused;
            }

            things.Add(added);
        }

        foreach (var item in subscription.AddOns)
        {
            if (asked.PlaceOf(item.ProductId) < 0)
            {
                things.Add(Ended(item, catalog.HeldAddOn(item.ProductId), ends && plan.OfferOf(item.ProductId) != AddOnOffer.Offered));
            }
        }

        addOns = [.. things];
        return null;
    }

    /// <summary>Gives the pairing with a new date of the next billing, which does not withdraw a cancellation.</summary>
    internal Pairing WithNextBilling() =>
        this with { Plan = Plan with { Changes = (Plan.Changes & ~ChangeKinds.Resume) | ChangeKinds.NextBilling } };

    private static Pairing ToNothing(Item? plan, Catalog catalog) =>
        new(new Thing(plan, plan is null ? null : catalog.HeldPlan(plan.ProductId).Name, null, null, ChangeKinds.End,
            plan is null ? Direction.Lateral : Direction.Down), []);

    /// <summary>Gives the change of status that a cart asks for: a pause, its end, or the withdrawal of a cancellation.</summary>
    private static ChangeKinds Rests(Subscription subscription, Cart cart, bool same) => subscription.Status switch
    {
        Status.Paused => cart.Paused ? ChangeKinds.None : ChangeKinds.Resume,
        _ when cart.Paused => ChangeKinds.Pause,
        Status.NonRenewing when same => ChangeKinds.Resume,
        _ => ChangeKinds.None,
    };

    private static Thing PlanThing(
        Subscription subscription, string? nameBefore, Cart cart, Wanted wanted, (DirectionPolicy Direction, Catalog Catalog) by)
    {
        if (subscription.Plan is not { } before)
        {
            return new Thing(null, null, null, wanted, ChangeKinds.Start, Direction.Up);
        }

        var changes = (before.ProductId == wanted.ProductId ? ChangeKinds.None : ChangeKinds.Plan)
            | (before.SoldAt.Interval == wanted.Price.Interval ? ChangeKinds.None : ChangeKinds.Interval)
            | (before.Quantity == wanted.Quantity ? ChangeKinds.None : ChangeKinds.Quantity);
        var way = (changes & (ChangeKinds.Plan | ChangeKinds.Interval)) != ChangeKinds.None
            ? by.Direction.Of(subscription, cart, by.Catalog)
            : Compare(before.Quantity, wanted.Quantity);
        return new Thing(before, nameBefore, null, wanted, changes, way);
    }

    /// <summary>Gives the add-on of a cart, or null if nobody sells it; the caller's catalog has to have one that is held.</summary>
    private static AddOn? AddOnOf(string id, Catalog catalog, Index<Item> held) =>
        held.PlaceOf(id) >= 0 ? catalog.HeldAddOn(id) : catalog.AddOnOrNull(id);

    private static (Refused? Refused, Thing? Thing) AddOnThing(
        CartAddOn entry, Plan plan, AddOn addOn, Item? held, (Currency Currency, bool EndOthers) of)
    {
        if (plan.OfferOf(entry.Id) != AddOnOffer.Offered)
        {
            return of.EndOthers && held is not null
                ? (null, Ended(held, addOn, withThePlan: true))
                : (Refusals.AddOnNotOffered(addOn, plan), null);
        }

        if (addOn.Units is { } units && !units.Allow(entry.Quantity) && held?.Quantity != entry.Quantity)
        {
            return (Refusals.AddOnUnitsNotOffered(addOn, entry.Quantity, units), null);
        }

        var interval = entry.Interval!.Value;
        var price = held is not null && held.SoldAt.Interval == interval ? held.SoldAt : addOn.PriceFor(interval, of.Currency);
        if (price is null)
        {
            return (Refusals.NotSold(addOn, interval, of.Currency), null);
        }

        var wanted = Wanted.Of(addOn, price, entry.Quantity);
        var kept = held is not null && held.Quantity == entry.Quantity && held.SoldAt.Interval == interval;
        var way = held is null ? Direction.Up : Compare(held.Quantity, entry.Quantity);
        return (null,
            new Thing(held, held is null ? null : addOn.Name, addOn.Measure, wanted, kept ? ChangeKinds.None : ChangeKinds.AddOn, way));
    }

    private static Thing Ended(Item held, AddOn addOn, bool withThePlan) =>
        new(held, addOn.Name, addOn.Measure, null, ChangeKinds.AddOn, Direction.Down) { EndsWithThePlan = withThePlan };

    private static Direction Compare(int before, int after) => after.CompareTo(before) switch
    {
        > 0 => Direction.Up,
        < 0 => Direction.Down,
        _ => Direction.Lateral,
    };
}
