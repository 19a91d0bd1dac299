namespace SubscriptionMath;

/// <summary>
/// Resolves the end of a term: every item is renewed, replaced, added or ended. The end of a trial, a pending change and an expiry are
/// resolved here as well.
/// </summary>
internal static class TermEnd
{
    /// <summary>Resolves every item whose term has ended by the moment.</summary>
    /// <param name="on">The subscription, and the instant at which a term ends.</param>
    /// <param name="catalog">The catalog.</param>
    internal static Turned Resolve(Circumstances on, Catalog catalog)
    {
        var (before, at) = (on.Before, on.Moment);
        var resolution = UsedUp.Of(new Resolution(on, BalanceUses.Renewals), catalog, Treatment.Renewal);
        var waits = before.Pending?.EffectiveAt <= at ? before.Pending : null;
        var check = waits?.Cart is { Paused: false } asked ? PendingCheck.Of(on, asked, catalog) : default;
        if (check is { Cart: null, NotMade: not null })
        {
            // The pending change is dropped, as if never requested.
            (resolution, waits) = (resolution with { Pending = null }, null);
        }

        resolution = check.NotMade is null ? resolution : resolution with { NotMade = check.NotMade };
        return waits switch
        {
            { Cart: null } => new(Endings.Expire(resolution, catalog, at), Direction.Down, check.Members),
            { Cart: { Paused: true } paused } => new(Paused(resolution, paused), Direction.Lateral, check.Members),
            { Cart: not null } => Changed(resolution, catalog, check),
            null when before.Plan!.Term.End <= at && before.Plan.EndsAt <= at =>
                new(Endings.Expire(resolution, catalog, at), Direction.Down, check.Members),
            _ => new(Renewing.Renew(resolution, catalog, resumes: null), Direction.Lateral, check.Members),
        };
    }

    private static Resolution Paused(Resolution resolution, Cart paused) => resolution with
    {
        Status = Status.Paused,
        Pending = Pauses.Resumption(resolution, paused.PausedUntil),
        Pause = new Pause { Since = resolution.On.Moment, KeepsTimeLeft = false },
        Grants = resolution.Grants.Plus(new GrantStep.Lapsed(null)),
    };

    private static Turned Changed(Resolution resolution, Catalog catalog, PendingCheck check)
    {
        var at = resolution.On.Moment;
        resolution = Renewing.UsedPeriods(resolution, at, Renewing.BuysNow) with { Pending = null };
        var (changed, direction) = CartAtTheTurn.To(resolution, catalog, check.Cart!);
        return new Turned(changed, direction, check.Members);
    }
}

/// <summary>A resolved event, such as a renewal.</summary>
/// <param name="Resolution">The resolution.</param>
/// <param name="Direction">The direction of the change.</param>
/// <param name="Members">The number of members in use, if it was read.</param>
internal readonly record struct Turned(Resolution Resolution, Direction Direction, int? Members);
