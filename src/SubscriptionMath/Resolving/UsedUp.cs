using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves lots in arrears that have ended by the moment: their time is owed, and the items no longer hold them.</summary>
internal static class UsedUp
{
    internal static Resolution Of(Resolution resolution, Catalog catalog, Treatment treatment)
    {
        var used = resolution.Held.Plan is { } plan && IsUsed(plan, resolution.On.Moment);
        foreach (var addOn in resolution.Held.AddOns)
        {
            used = used || IsUsed(addOn, resolution.On.Moment);
        }

        return used ? OfUsed(resolution, catalog, treatment) : resolution;
    }

    private static Resolution OfUsed(Resolution resolution, Catalog catalog, Treatment treatment)
    {
        var (on, held) = (resolution.On, resolution.Held);
        var steps = new List<BillStep>();
        if (held.Plan is { } plan)
        {
            steps.AddRange(StepsOf(plan, catalog.HeldPlan(plan.ProductId).Name, on.Policy.Proration.Measure));
        }

        foreach (var item in held.AddOns)
        {
            var addOn = catalog.HeldAddOn(item.ProductId);
            steps.AddRange(StepsOf(item, addOn.Name, addOn.Measure ?? on.Policy.Proration.Measure));
        }

        return resolution with
        {
            Steps = [.. resolution.Steps, .. steps],
            Held = held.Each(item => IsUsed(item, on.Moment)
                ? item with { Lots = [.. item.Lots.Where(lot => !HasEnded(lot, on.Moment))] }
                : item),
        };

        IEnumerable<BillStep> StepsOf(Item item, string name, Measure measure) =>
            item.Lots.Where(lot => HasEnded(lot, on.Moment) && lot.Source != LotSource.Extension).Select(
                lot => new BillStep.TimeUsed(Settles.By(treatment), item, lot, name, measure));
    }

    private static bool HasEnded(Lot lot, Instant moment) => lot.InArrears && lot.Covers.End <= moment;

    private static bool IsUsed(Item item, Instant moment)
    {
        foreach (var lot in item.Lots)
        {
            if (HasEnded(lot, moment))
            {
                return true;
            }
        }

        return false;
    }
}
