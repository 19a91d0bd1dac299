using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what becomes of usage credits where the end of a term is moved.</summary>
internal static class MovedGrants
{
    /// <summary>
    /// The steps with the move: credits of what ends then end at the other instant, and those of a time bought ahead move along.
    /// </summary>
    internal static Sequence<GrantStep> Of(Resolution resolution, Catalog catalog, Item[] moving, MovedEnd move)
    {
        var ahead = new GrantStep.AheadMoved([.. moving[1..].Select(item => item.ProductId)], move.End, move.Of);

        // What the change itself brings, it brings for the term as it is by then: the end moves before it.
        return move.To < move.End
            ? [new GrantStep.EndCut(move.End, move.To), ahead, .. resolution.Grants]
            : [ahead, .. resolution.Grants, .. Beyond(resolution, catalog, moving, new Term(move.End, move.To))];
    }

    /// <summary>
    /// What is held to an end brings its allotments to a later one; a plan that was bought anew, or more of, has brought them.
    /// </summary>
    private static IEnumerable<GrantStep> Beyond(Resolution resolution, Catalog catalog, Item[] moving, Term beyond)
    {
        var on = resolution.On;
        var brought = resolution.Grants.Any(step => step is GrantStep.PlanReplaced or GrantStep.Entered { Source: GrantSource.Plan });
        if (!brought && Beyond(on, moving[0], resolution.TimeSold!.Plan, GrantSource.Plan, beyond) is { } ofPlan)
        {
            yield return ofPlan;
        }

        foreach (var item in moving[1..])
        {
            if (Beyond(
                on, item, Wanted.Of(catalog.AddOn(item.ProductId), item.SoldAt, item.Quantity), GrantSource.AddOn, beyond) is { } ofAddOn)
            {
                yield return ofAddOn;
            }
        }
    }

    /// <summary>
    /// What an item brings for time beyond that for which it brought its allotments before: time bought, or an end that is moved later.
    /// </summary>
    internal static GrantStep? Beyond(Circumstances on, Item item, Wanted sold, GrantSource source, Term beyond, Anchor? anchor = null)
    {
        if (beyond.IsEmpty || sold.Allowances.IsEmpty)
        {
            return null;
        }

        var own = anchor ?? (source == GrantSource.Plan ? on.Before.Anchor : item.Anchor ?? on.Before.Anchor);
        var count = new GrantCount(sold.Measure ?? on.Policy.Measure, own, on.Before.QuotaAnchor, on.Zone);
        return new GrantStep.Entered(sold, item.Quantity, source, new GrantTerm(beyond, item.SoldAt.Every, null, count)) { Begins = true };
    }
}
