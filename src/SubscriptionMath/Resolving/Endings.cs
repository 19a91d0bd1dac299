using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves the end of a subscription: afterwards the customer holds nothing, or the free plan.</summary>
internal static class Endings
{
    /// <summary>
    /// Ends a subscription by expiry. An item that runs beyond the end, such as an add-on on a term of its own, leaves with the plan. The
    /// policy's rule for cancellations gives its value, as if the cancellation were asked for at that instant.
    /// </summary>
    internal static Resolution Expire(Resolution resolution, Catalog catalog, Instant from)
    {
        var (on, held) = (resolution.On, resolution.Held);
        if (held.AddOns.Append(held.Plan!).Any(item => item.Lots.Any(lot => lot.Covers.End > on.Moment))
            && RuleBook.Cancellation(on.Policy.Rules, on.Before, on.Moment) is { } rule)
        {
            resolution = resolution with { CollectsDeferred = true, Steps = resolution.Steps.Plus(BillStep.BillOpens.AsRenewal) };
            resolution = Leave(resolution, catalog, Settling(rule));
        }

        return End(resolution, catalog, Treatment.Renewal, from);
    }

    /// <summary>Adapts a treatment to an end: no later invoice follows, so everything is due now.</summary>
    internal static Treatment Settling(Treatment rule) =>
        rule with { PaymentTiming = PaymentTiming.Now, Surplus = rule.Surplus.AtTheEnd };

    /// <summary>All held items leave, valued by a treatment.</summary>
    /// <param name="resolution">The resolution so far.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="since">The instant of the valuation, if the subscription was paused since; null for the moment.</param>
    internal static Resolution Leave(Resolution resolution, Catalog catalog, Treatment treatment, Instant? since = null)
    {
        var (on, settles, measure) = (resolution.On, Settles.By(treatment), treatment.Measure ?? resolution.On.Policy.Proration.Measure);
        var (leaving, plan, steps) = (new Leaving(on, catalog), resolution.Held.Plan!, new List<BillStep>());
        steps.AddRange(leaving.Whole(plan, catalog.HeldPlan(plan.ProductId).Name, settles, By(measure)).AsSpan());
        foreach (var item in resolution.Held.AddOns)
        {
            var addOn = catalog.HeldAddOn(item.ProductId);
            steps.AddRange(leaving.Whole(item, addOn.Name, settles, By(addOn.Measure ?? measure)).AsSpan());
        }

        return resolution with { Steps = [.. resolution.Steps, .. steps], ReadsTimeLeft = on.TimeLeft is not null };

        Valuation By(Measure its) => new(treatment.Unused, on.Counted(its), on.Mode, on.Before, since ?? on.Moment);
    }

    /// <summary>Ends all held items; the free plan follows if the policy says so.</summary>
    /// <param name="resolution">The resolution so far.</param>
    /// <param name="catalog">The catalog, perhaps with a free plan.</param>
    /// <param name="treatment">The treatment, which names the bill and the use of a surplus.</param>
    /// <param name="from">The first instant of the free plan; after the moment if the subscription was paused in between.</param>
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

        var term = NewTerm.Begin(from, free.Price.Interval, on.Zone);
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
