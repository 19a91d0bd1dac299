using NodaTime;

namespace SubscriptionMath;

/// <content>What waits: the pending change, and whether the subscription is terminated.</content>
internal readonly partial struct Walk
{
    /// <summary>Whether what a plan does not offer is left behind with the plan before it.</summary>
    private bool Leaves(Cart asked) => Policy.AddOns.KeepsWhereOffered && asked.PlanId != Before.Plan!.ProductId;

    /// <summary>What is pending afterwards, and with it whether the subscription is terminated.</summary>
    private void Pend(Cart asked, Instant? date, Catalog catalog)
    {
        if (Before.Plan is null)
        {
            // A purchase at once takes the place of one that was to come.
            _draft.Pending = _decisions.Waits ? new PendingChange { RequestedAt = At, EffectiveAt = date!.Value, OnDate = true, Cart = asked } : null;
            return;
        }

        var until = _draft.Plan!.BilledUntil;
        var withdraws = !_decisions.Waits && _decisions.Moves.Count == 0;
        _draft.Pending = Before.Pending is null && !_decisions.Waits ? null
            : _decisions.Waits ? PendingChanges.AfterWaiting(Before.Pending, Policy.Pending, Before.Cart(), asked, At, until, date)
            : withdraws ? null
            : PendingChanges.AfterImmediate(Before.Pending, Policy.Pending, Before.Cart(), asked, until, Leaves(asked) ? catalog.Plan(asked.PlanId) : null);
        if (_draft.Status == Status.Terminated && _draft.Pending is not { Cart: null })
        {
            _draft.Status = Status.Active;
        }
    }
}
