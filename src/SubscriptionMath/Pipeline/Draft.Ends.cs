using NodaTime;

namespace SubscriptionMath;

/// <content>What ends, and when: terms that are moved, an add-on, the subscription.</content>
internal sealed partial class Draft
{
    /// <summary>Whatever ends at an instant ends at another one: terms, what was bought for them, and usage credits.</summary>
    internal void MoveEnd(Instant end, Instant to)
    {
        if (to < end)
        {
            Grant(new GrantStep.EndCut(end, to));
        }
        else
        {
            GrantTo(end, to);
        }

        MoveEnds(end, to);
    }

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

    internal void EndAddOn(ItemDraft addOn)
    {
        _touched = true;
        (_endedAddOns ??= []).Add(addOn.ProductId);
        AddOns.Remove(addOn);
        Grant(new GrantStep.AddOnLeft(addOn.ProductId));
    }

    /// <summary>What is held to an end brings its allotments to a later one.</summary>
    private void GrantTo(Instant end, Instant to)
    {
        GrantBeyond(Plan!, PlanSold!, new Term(end, to), Before.Anchor);
        foreach (var item in AddOns.Where(item => item.Term.End == end))
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
        Grant(new GrantStep.AllLeft());
        (Plan, Status, Pending, Pause) = (null, Status.Expired, null, null);
        Discounts = default;
        _ended = true;
    }
}
