using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves each item whose term ends, or whose next term is bought ahead.</summary>
internal static class Renewing
{
    /// <summary>Renews every item whose term has ended by the moment; an add-on that does not renew ends.</summary>
    internal static Resolution Renew(Resolution resolution, Catalog catalog, Treatment? resumes)
    {
        var at = resolution.On.Moment;
        resolution = UsedPeriods(resolution, at, BuysNow);
        var held = resolution.Held;
        var (turning, build) = (Turning.Of(resolution, catalog, resumes).Selling(held, resolution.Discounts), new TurnBuild(resolution));
        var (plan, addOns) = (held.Plan, held.AddOns.IsEmpty ? [] : new Item?[held.AddOns.Count]);
        var renewed = plan is not null && plan.Term.End <= at;
        if (renewed)
        {
            var sale = new Sale(turning.Renewed(plan!, GrantSource.Plan), plan!.PhasesFrom, GrantSource.Plan);
            plan = build.Add(turning.GoOn(plan, sale, build.Now));
        }

        for (var i = 0; i < addOns.Length; i++)
        {
            addOns[i] = held.AddOns[i].Term.End <= at ? null
                : renewed ? build.Add(TakenAlong(turning, held.AddOns[i], plan!, plan!.Term.End, build.Now))
                : held.AddOns[i];
        }

        for (var i = 0; i < addOns.Length; i++)
        {
            addOns[i] = held.AddOns[i].Term.End <= at ? build.Add(GoneOnOrEnded(turning, held.AddOns[i], build.Now)) : addOns[i];
        }

        return build.ToResolution(new Holdings(plan, addOns.Length == 0 ? default : [.. addOns.OfType<Item>()]));
    }

    /// <summary>Whether an item buys its next term at the end of this one.</summary>
    internal static bool BuysNow(Item item, Instant at) => item.Term.End <= at && item.BoughtAhead is null;

    /// <summary>Uses up one period of the discounts on each item that renews.</summary>
    internal static Resolution UsedPeriods(Resolution resolution, Instant by, Func<Item, Instant, bool> renews) =>
        resolution.Discounts.IsEmpty ? resolution : UsedPeriodsOf(resolution, by, renews);

    private static Resolution UsedPeriodsOf(Resolution resolution, Instant by, Func<Item, Instant, bool> renews)
    {
        var (discounts, pending, at) = (resolution.Discounts, resolution.Pending, resolution.On.Moment);
        if (resolution.Held.Plan is { } plan && renews(plan, by))
        {
            UseUp(plan, isPlan: true);
        }

        foreach (var addOn in resolution.Held.AddOns)
        {
            if (renews(addOn, by))
            {
                UseUp(addOn, isPlan: false);
            }
        }

        return resolution with { Discounts = discounts, Pending = pending };

        void UseUp(Item item, bool isPlan)
        {
            pending = DiscountUse.Renewed(pending, discounts, item.ProductId, isPlan, at);
            discounts = DiscountUse.Renewed(discounts, item.ProductId, isPlan, at);
        }
    }

    /// <summary>Buys one more term of the plan, of add-ons that end with the plan, and of add-ons that the policy takes along.</summary>
    internal static Resolution BuyAhead(Resolution resolution, Catalog catalog)
    {
        var (held, plan) = (resolution.Held, resolution.Held.Plan!);
        var until = plan.ChargedThrough;
        resolution = UsedPeriods(resolution, until, static (item, until) => item.ChargedThrough == until);
        var (turning, build) = (Turning.Of(resolution, catalog, null).Selling(held, resolution.Discounts), new TurnBuild(resolution));
        var next = turning.TermAhead(plan, plan, build.Now.Schedule);
        _ = build.Add(turning.BuyAhead(plan, GrantSource.Plan, next, build.Now));
        foreach (var addOn in held.AddOns)
        {
            if (addOn.ChargedThrough == until && turning.RenewsWith(addOn) > 0)
            {
                _ = build.Add(Ahead(turning, addOn, plan, build.Now));
            }
        }

        foreach (var addOn in held.AddOns)
        {
            if (addOn.ChargedThrough != until)
            {
                _ = build.Add(TakenAlong(turning, addOn, plan, next.Term.End, build.Now));
            }
        }

        return build.ToResolution(held) with { CollectsDeferred = true };
    }

    /// <summary>Renews or ends an add-on whose term has ended.</summary>
    internal static ItemTurned GoneOnOrEnded(Turning turning, Item addOn, Running running) =>
        addOn.BoughtAhead is not null || turning.RenewsWith(addOn) > 0
        ? turning.GoOn(addOn, new Sale(turning.Renewed(addOn, GrantSource.AddOn), addOn.PhasesFrom, GrantSource.AddOn), running)
        : Ended(addOn, running);

    internal static ItemTurned Ended(Item addOn, Running running) =>
        new(null, running) { Grants = [new GrantStep.AddOnLeft(addOn.ProductId)], Ended = addOn.ProductId };

    /// <summary>Buys an add-on ahead if the policy takes add-ons along and the add-on ends before the plan's next term does.</summary>
    private static ItemTurned TakenAlong(Turning turning, Item addOn, Item plan, Instant end, Running running) =>
        turning.On.Policy.Renewal.TakesAddOnsAlong && addOn.ChargedThrough < end && turning.RenewsWith(addOn) > 0
            ? Ahead(turning, addOn, plan, running)
            : new ItemTurned(addOn, running);

    private static ItemTurned Ahead(Turning turning, Item addOn, Item plan, Running running) =>
        turning.BuyAhead(addOn, GrantSource.AddOn, turning.TermAhead(addOn, plan, running.Schedule), running);
}
