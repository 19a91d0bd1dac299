using NodaTime;

namespace SubscriptionMath;

/// <content>What ends, and when: terms that are moved, an add-on, the subscription.</content>
internal sealed partial class Draft
{
    /// <summary>Whatever ends at an instant ends at another one: terms, what was bought for them, and usage credits.</summary>
    internal void MoveEnd(Instant end, Instant to)
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

        Grants.MoveEnd(end, to);

        Lot Moved(Lot lot) => lot.Covers.End == end ? lot with { Covers = new Term(Instant.Min(lot.Covers.Start, to), to) } : lot;
    }

    internal void EndAddOn(ItemDraft addOn)
    {
        _touched = true;
        (_endedAddOns ??= []).Add(addOn.ProductId);
        AddOns.Remove(addOn);
        if (_grants is not null || !Before.Grants.IsEmpty)
        {
            Grants.LeaveAddOn(addOn.ProductId);
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
        Grants.LeaveAll();
        (Plan, Status, Pending, Pause) = (null, Status.Expired, null, null);
        Discounts = default;
        _ended = true;
    }
}
