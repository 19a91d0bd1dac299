namespace SubscriptionMath;

/// <summary>Resolves events: the end of a term, or a pending change whose date has come.</summary>
internal static class DueResolving
{
    /// <summary>Resolves an event that has been due since the moment.</summary>
    internal static Turned Resolve(Circumstances on, Catalog catalog)
    {
        var (before, due) = (on.Before, on.Moment);
        var dated = before.Pending is { OnDate: true } pending && pending.EffectiveAt <= due
            && (before.Plan is not { } plan || before.Pause is not null || due < plan.Term.End);
        return dated ? Dated(on, catalog) : TermEnd.Resolve(on with { AtBoundary = true }, catalog);
    }

    /// <summary>
    /// Resolves a pending change whose date has come within the term. The change was accepted before, and is made as if asked for now.
    /// </summary>
    private static Turned Dated(Circumstances on, Catalog catalog)
    {
        var before = on.Before;
        var status = before.Status == Status.NonRenewing ? Status.Active : before.Status;
        var free = on with { Before = before with { Pending = null, Status = status } };
        var check = before.Pause is not null ? new PendingCheck(before.Cart() with { Paused = false }, null, null)
            : before.Pending!.Cart is { Paused: false } asked ? PendingCheck.Of(on, asked, catalog)
            : new PendingCheck(before.Pending.Cart, null, null);
        var (resolution, direction) = (new Resolution(on, BalanceUses.Changes) { Pending = null }, Direction.Lateral);
        var refused = check is { Cart: null, NotMade: not null }
            ? check.NotMade
            : Asked(free, check.Cart, catalog, ref resolution, ref direction);
        return new Turned(resolution with { NotMade = refused ?? check.NotMade, IsDifferent = true }, direction, check.Members);
    }

    private static Refused? Asked(Circumstances on, Cart? cart, Catalog catalog, ref Resolution resolution, ref Direction direction)
    {
        if (Pairing.Pair(on.Before, cart, catalog, on.Policy, out var pairing) is { } unsaleable)
        {
            return unsaleable;
        }

        if (ChangeResolving.Resolve(new Request(pairing, cart, AskedTiming.Due), on, catalog, out var resolved) is { } refused)
        {
            return refused;
        }

        (resolution, direction) = (resolved, pairing.Direction);
        return null;
    }
}
