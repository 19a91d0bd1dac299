using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// The way of a term that ends: every item is renewed, replaced, added or ended, at its full price. A trial's end, a pending change and an
/// expiry go this way too, and a renewal ahead of its time.
/// </summary>
internal static class Turn
{
    /// <summary>Whatever ends at an instant goes on, changes or ends.</summary>
    /// <param name="before">The subscription.</param>
    /// <param name="facts">What only the caller knows.</param>
    /// <param name="catalog">What is sold.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="due">What is due, and since when.</param>
    /// <param name="at">The instant at which it is booked.</param>
    internal static Quote AtEnd(Subscription before, Facts facts, Catalog catalog, BillingPolicy policy, DueEvent due, Instant at)
    {
        if (before.Pending is { OnDate: true } dated && dated.EffectiveAt <= due.At && (before.Plan is not { } plan || due.At < plan.Term.End))
        {
            return Walk.PriceDue(before, facts, catalog, policy, due, at);
        }

        var draft = new Draft(before, facts, policy, due.At, boundary: true) { Uses = BalanceUses.Renewals, Sold = catalog };
        draft.BillUsed(catalog, Treatment.Renewal);
        var direction = Direction.Lateral;
        var waits = before.Pending?.EffectiveAt <= due.At ? before.Pending : null;
        var check = waits?.Cart is { Paused: false } asked ? PendingCheck.Of(before, asked, catalog, policy, facts) : default;
        var goesOn = check is { Cart: null, NotMade: not null };
        draft.Pending = goesOn ? null : draft.Pending; // as if nothing had been asked for
        draft.NotMade = check.NotMade;
        switch (goesOn ? null : waits)
        {
            case { Cart: null }:
                Endings.Expire(draft, catalog, due.At);
                direction = Direction.Down;
                break;
            case { Cart.Paused: true }:
                (draft.Status, draft.Pending) = (Status.Paused, null);
                draft.Pause = new Pause { Since = due.At, KeepsTimeLeft = false };
                draft.Grant(new GrantStep.Lapsed());
                break;
            case { Cart: not null }:
                TurnItems.UseUp(draft, item => item.Term.End <= due.At && item.BoughtAhead is null);
                draft.Pending = null;
                direction = TurnItems.To(draft, catalog, check.Cart!);
                break;
            case null when before.Plan!.Term.End <= due.At && before.Plan.EndsAt <= due.At:
                Endings.Expire(draft, catalog, due.At);
                direction = Direction.Down;
                break;
            default:
                TurnItems.Renew(draft, catalog);
                break;
        }

        return draft.ToQuote(due.Occasion, null, direction, at, check.Members);
    }

    /// <summary>The next term of the plan, and of what goes with it, is bought ahead of its time.</summary>
    internal static Quote Ahead(Subscription before, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        var draft = new Draft(before, facts, policy, at, boundary: false) { Uses = BalanceUses.Renewals };
        TurnItems.BuyAhead(draft, catalog);
        return draft.ToQuote(Occasion.Renewal, null, Direction.Lateral, at);
    }

    /// <summary>Everything held begins anew at a resumption, as its rule says; what was unused when it was paused leaves.</summary>
    internal static void Resume(Draft draft, Catalog catalog, Treatment treatment, Pause pause)
    {
        draft.ValuedAt = pause.IsCharged ? null : pause.Since;
        Endings.Leave(draft, catalog, treatment, static item => item.AsHeld());
        (draft.ValuedAt, draft.Resumes, draft.Anchor, draft.NextAnchor) = (null, treatment, new Anchor(draft.Moment.LocalAt(draft.Before.Zone)), null);
        foreach (var item in draft.AddOns.Prepend(draft.Plan!))
        {
            (item.Term, item.Anchor) = (new Term(item.Term.Start, Instant.Min(item.Term.End, draft.Moment)), item.Anchor is null ? null : draft.Anchor);
            item.Lots.Clear();
        }

        TurnItems.Renew(draft, catalog);
    }

    /// <summary>
    /// After a pause that outlasted the term: everything held is renewed from there on, at its full price, paid when the rule says.
    /// </summary>
    internal static void Restart(Draft draft, Catalog catalog, Due due)
    {
        draft.Resumes = due == Due.Now ? null : Treatment.Renewal with { Due = due };
        draft.BillUsed(catalog, Treatment.Renewal);
        (draft.Anchor, draft.NextAnchor) = (new Anchor(draft.Moment.LocalAt(draft.Before.Zone)), null);
        foreach (var addOn in draft.AddOns)
        {
            addOn.Anchor = addOn.Anchor is null ? null : draft.Anchor;
        }

        TurnItems.Renew(draft, catalog);
    }
}
