namespace SubscriptionMath;

/// <summary>Resolves lots in arrears that have ended by the moment: their time is owed, and the items no longer hold them.</summary>
internal static class UsedUp
{
    internal static Resolution Of(Resolution resolution, Catalog catalog, Treatment treatment)
    {
        var (on, held) = (resolution.On, resolution.Held);
        if (!(held.Plan is { } one && IsUsed(one)) && !held.AddOns.Any(IsUsed))
        {
            return resolution;
        }

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
            Held = held.Each(item => IsUsed(item) ? item with { Lots = [.. item.Lots.Where(lot => !HasEnded(lot))] } : item),
        };

        bool HasEnded(Lot lot) => lot.InArrears && lot.Covers.End <= on.Moment;

        bool IsUsed(Item item) => item.Lots.Any(HasEnded);

        IEnumerable<BillStep> StepsOf(Item item, string name, Measure measure) =>
            item.Lots.Where(lot => HasEnded(lot) && lot.Source != LotSource.Extension).Select(
                lot => new BillStep.TimeUsed(Settles.By(treatment), item, lot, name, measure));
    }
}
