using NodaTime;

namespace SubscriptionMath;

/// <content>What ends, and when: terms that are moved, an add-on, the subscription.</content>
internal sealed partial class Draft
{
    /// <summary>
    /// The usage credits of what ends at an instant, where it ends at another one; those of a time bought ahead move along.
    /// </summary>
    internal void MoveGrants(Instant end, Instant to, Func<Instant, Instant> ahead, IReadOnlyList<ItemDraft> along)
    {
        var moved = new GrantStep.AheadMoved([.. along.Select(item => item.ProductId)], end, ahead);

        // What the change itself brings, it brings for the term as it is by then: the end moves before it.
        _grantSteps = to < end ? [new GrantStep.EndCut(end, to), moved, .. _grantSteps ?? []] : [moved, .. _grantSteps ?? []];
        if (to > end)
        {
            GrantTo(end, to, along);
        }
    }

    /// <summary>What ends with a term that was to be bought ends where it does by now.</summary>
    private void MoveEnds(Instant end, Instant to)
    {
        foreach (var item in AddOns.Prepend(Plan!))
        {
            item.Term = item.Term.End == end ? new Term(Instant.Min(item.Term.Start, to), to) : item.Term;
            for (var i = 0; i < item.Lots.Count; i++)
            {
                item.Lots[i] = Moved(item.Lots[i]);
            }

            item.SetUp = item.SetUp is { } fee ? Moved(fee) : null;
        }

        Lot Moved(Lot lot) => lot.Covers.End == end ? lot with { Covers = new Term(Instant.Min(lot.Covers.Start, to), to) } : lot;
    }

    /// <summary>Gives back the end of what was bought, by what would be unused at an instant; the rest of it is kept.</summary>
    /// <param name="item">The item, with the lots whose end is cut off.</param>
    /// <param name="name">Its name, as a customer reads it.</param>
    /// <param name="to">The instant.</param>
    /// <param name="measure">How time is counted; the instant is no day of a change.</param>
    /// <param name="treatment">What says where the value goes.</param>
    /// <param name="kept">Where what is kept goes.</param>
    internal void CutOff(Item item, string name, Instant to, Measure measure, Treatment treatment, List<Lot> kept)
    {
        if (item.Lots.IsEmpty)
        {
            return;
        }

        var (units, bill) = (new LeavingUnits(item, item.Quantity, Policy.LotChoice), BillFor(treatment));
        // A month that counts until it has ended is one of the part that stays, and not of the part that is cut off as well.
        var grain = measure.Grain == Grain.MonthsNotEnded ? Grain.MonthsNotStarted : measure.Grain;
        var by = new Valuation(UnusedValue.OfAllLots, measure with { Grain = grain, ChangeDay = ChangeDay.New }, Policy.Rounding.Mode, Before, to);
        var (promotion, unpaid, remainder, _) = UnusedLots.Leave(units, name, by, rest: null, bill.Lines, shorter: null, tax: null);
        var (paid, open) = bill.Surplus is Surplus.Refund
            ? (UnusedLots.Paid(units, Before.Currency).Minor, UnusedLots.Unpaid(units, Before.Currency).Minor)
            : default;
        bill.Leaves(new Returned(promotion, unpaid.Minor, paid, open) { Remainder = remainder });
        foreach (var lot in item.Lots)
        {
            if (lot.Covers.Start < to)
            {
                kept.Add(lot.Until(to, by.Rounded(LotValue.Of(new LotUnits(item, name, lot, lot.Quantity), by).Exact)));
            }
        }
    }

    /// <summary>
    /// What is held to an end brings its allotments to a later one; a plan that was bought anew, or more of, has brought them.
    /// </summary>
    private void GrantTo(Instant end, Instant to, IReadOnlyList<ItemDraft> along)
    {
        if (!_grantSteps!.Exists(step => step is GrantStep.PlanReplaced or GrantStep.Entered { Source: GrantSource.Plan }))
        {
            GrantBeyond(Plan!, PlanSold!, new Term(end, to), Before.Anchor);
        }

        foreach (var item in along)
        {
            GrantBeyond(item, Wanted.Of(Sold!.AddOn(item.ProductId), item.SoldAt, item.Quantity), new Term(end, to), item.Anchor ?? Before.Anchor);
        }
    }

    /// <summary>A termination was asked for, whenever it takes effect.</summary>
    internal void Terminate() => _terminated = true;

    /// <summary>The subscription holds nothing from the moment on.</summary>
    internal void End(Treatment treatment)
    {
        BillWaiting(treatment);
        _endedAddOns = [.. AddOns.Select(addOn => addOn.ProductId)];
        AddOns.Clear();
        _addOnPlaces = null;
        Grant(new GrantStep.AllLeft());
        (Plan, NextAnchor, Status, Pending, Pause) = (null, null, Status.Expired, null, null);
        Discounts = default;
        _ended = true;
    }
}
