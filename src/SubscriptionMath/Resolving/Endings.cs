using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves the end of a subscription, at once or at the end of its term: nothing is held, or the free plan.</summary>
internal static class Endings
{
    /// <summary>
    /// The end of a subscription by expiry. Whatever runs beyond the end, such as an add-on on a term of its own, leaves with the plan and
    /// is
    /// worth what the policy's rule for terminations says, as if the termination were asked for at that instant.
    /// </summary>
    internal static Resolution Expire(Resolution resolution, Catalog catalog, Instant from)
    {
        var (on, held) = (resolution.On, resolution.Held);
        if (held.AddOns.Append(held.Plan!).Any(item => item.Lots.Any(lot => lot.Covers.End > on.Moment))
            && RuleBook.Termination(on.Policy.Rules, on.Before, on.Moment) is { } rule)
        {
            resolution = resolution with { CollectsDeferred = true, Steps = resolution.Steps.Plus(BillStep.BillOpens.AsRenewal) };
            resolution = Leave(resolution, catalog, Settling(rule), static item => item);
        }

        return End(resolution, catalog, Treatment.Renewal, from);
    }

    /// <summary>The treatment of an end: nothing comes after it, so that all is due now.</summary>
    internal static Treatment Settling(Treatment rule) =>
        rule with { Due = Due.Now, Surplus = rule.Surplus.AtTheEnd };

    /// <summary>Everything held leaves, as a treatment says.</summary>
    /// <param name="resolution">The subscription so far.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="what">What of an item leaves.</param>
    /// <param name="since">The instant by which it is valued, if it rested since; null for the moment.</param>
    internal static Resolution Leave(
        Resolution resolution, Catalog catalog, Treatment treatment, Func<Item, Item> what, Instant? since = null)
    {
        var (on, settles, measure) = (resolution.On, Settles.By(treatment), treatment.Measure ?? resolution.On.Policy.Measure);
        var (leaving, plan, steps) = (new Leaving(on, catalog), resolution.Held.Plan!, new List<BillStep>());
        steps.AddRange(leaving.Whole(what(plan), catalog.Plan(plan.ProductId).Name, settles, By(measure)).AsSpan());
        foreach (var item in resolution.Held.AddOns)
        {
            var addOn = catalog.AddOn(item.ProductId);
            steps.AddRange(leaving.Whole(what(item), addOn.Name, settles, By(addOn.Measure ?? measure)).AsSpan());
        }

        return resolution with { Steps = [.. resolution.Steps, .. steps], ReadsTimeLeft = on.TimeLeft is not null };

        Valuation By(Measure its) => new(treatment.Unused, on.Counted(its), on.Mode, on.Before, since ?? on.Moment);
    }

    /// <summary>Ends everything held; the free plan follows where the policy says so.</summary>
    /// <param name="resolution">The subscription so far.</param>
    /// <param name="catalog">The catalog, with the free plan perhaps.</param>
    /// <param name="treatment">What becomes of a surplus.</param>
    /// <param name="from">The instant from which on the free plan is held; after the moment where it rested in between.</param>
    internal static Resolution End(Resolution resolution, Catalog catalog, Treatment treatment, Instant from)
    {
        var on = resolution.On;
        resolution = resolution with
        {
            Held = default,
            Schedule = Schedule.From(resolution.Schedule.Anchor),
            Status = Status.Expired,
            Pending = null,
            Pause = null,
            Discounts = default,
            Ends = true,
            CollectsDeferred = true,
            EndedAddOns = [.. resolution.Held.AddOns.Select(addOn => addOn.ProductId)],
            Steps = resolution.Steps.Plus(new BillStep.BillOpens(Settles.By(treatment))),
            Grants = resolution.Grants.Plus(new GrantStep.AllLeft()),
        };
        if (on.Policy.Renewal.AfterEnd != AfterEnd.FreePlan || on.Before.Plan is not { SoldAt.IsFree: false }
            || FreePlan(catalog, on.Currency) is not { } free)
        {
            return resolution;
        }

        var term = NewTerm.Begin(from, free.Price.Every, on.Zone);
        var next = new NextTerm(new PlanTerm(term.Term, term.Anchor, null), NewPrice.Full, resolution.Schedule);
        var begun = new Turning(on, catalog, Resumes: null).Begin(
            new Sale(free, null, GrantSource.Plan), next, new Beginning(null, null, IsNew: false), default);
        var build = new TurnBuild(resolution);
        return build.ToResolution(new Holdings(build.Add(begun), default)) with { Status = Status.Active };
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
