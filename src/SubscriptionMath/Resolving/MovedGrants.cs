namespace SubscriptionMath;

/// <summary>Finds the usage credits after a term's end is moved.</summary>
internal static class MovedGrants
{
    /// <summary>
    /// Gives the steps with the move. An earlier end cuts usage credits, a later one brings more; those of time bought ahead move along.
    /// </summary>
    internal static Sequence<GrantStep> Of(Resolution resolution, Catalog catalog, Item[] moving, MovedEnd move)
    {
        var ahead = new GrantStep.AheadMoved([.. moving[1..].Select(item => item.ProductId)], move.End, move.Of);

        // The end moves first, since the change brings usage credits for the term with its new end.
        return move.To < move.End
            ? [new GrantStep.EndCut(move.End, move.To), ahead, .. resolution.Grants]
            : [ahead, .. resolution.Grants, .. Beyond(resolution, catalog, moving, move)];
    }

    /// <summary>
    /// Gives the allotments of the moving items for the time to a later end. A plan that was bought anew, or gained units, has its own
    /// already.
    /// </summary>
    private static IEnumerable<GrantStep> Beyond(Resolution resolution, Catalog catalog, Item[] moving, MovedEnd move)
    {
        var on = resolution.On;
        var brought = resolution.Grants.Any(step => step is GrantStep.PlanReplaced or GrantStep.Entered { Source: GrantSource.Plan });
        if (!brought
            && PutOff(on, moving[0], new(resolution.TimeSold!.Plan, null, GrantSource.Plan), move, on.Before.Anchor) is { } ofPlan)
        {
            yield return ofPlan;
        }

        foreach (var item in moving[1..])
        {
            var sold = Wanted.Of(catalog.HeldAddOn(item.ProductId), item.SoldAt, item.Quantity);
            if (PutOff(on, item, new(sold, null, GrantSource.AddOn), move, item.Anchor ?? on.Before.Anchor) is { } ofAddOn)
            {
                yield return ofAddOn;
            }
        }
    }

    /// <summary>
    /// Gives the allotments of an item for the time to a later end. If an earlier move has cut an interval, that interval continues.
    /// </summary>
    /// <remarks>So a date that is put off twice brings no more than one put off once.</remarks>
    private static GrantStep? PutOff(Circumstances on, Item item, in Sale sale, MovedEnd move, Anchor anchor)
    {
        var sold = item.Lots.Where(lot => lot.Covers.Start < move.End && lot.Source != LotSource.Extension)
            .MinBy(lot => lot.Covers.Start)?.Period ?? item.Term;
        var from = sold.End > move.End ? sold.Start : sold.End;
        var interval = item.SoldAt.Interval;
        anchor = anchor.Begins(from, interval, on.Zone) ? anchor : new Anchor(sold.End.LocalAt(on.Zone)).OrFrom(from, interval, on.Zone);
        return Beyond(on, item, sale, new Term(from, move.To), anchor) is GrantStep.Entered beyond
            ? beyond with { Term = beyond.Term with { From = move.End }, GoesOn = true }
            : null;
    }

    /// <summary>
    /// Gives the allotments of an item for time beyond its term: time that a surplus bought, or time to a later end; null for none.
    /// </summary>
    internal static GrantStep? Beyond(Circumstances on, Item item, in Sale sale, Term beyond, Anchor anchor)
    {
        var sold = sale.Wanted;
        if (beyond.IsEmpty || sold.Allowances.IsEmpty)
        {
            return null;
        }

        var count = new GrantCount(sold.Measure ?? on.Policy.Proration.Measure, anchor, on.Before.QuotaAnchor, on.Zone);
        var term = new GrantTerm(beyond, item.SoldAt.Interval, null, count);
        return new GrantStep.Entered(sold, item.Quantity, sale.Source, term) { Begins = true };
    }
}
