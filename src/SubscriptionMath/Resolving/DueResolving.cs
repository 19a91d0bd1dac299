using NodaTime;

namespace SubscriptionMath;

/// <summary>Prices what happens by itself: the end of a term, a pending change whose date has come, credit that expires.</summary>
internal static class DueResolving
{
    /// <summary>Prices an event.</summary>
    /// <param name="on">The subscription, and the instant since which the event is due.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="occasion">The reason for it.</param>
    /// <param name="at">The instant at which it is booked.</param>
    internal static Quote Price(Circumstances on, Catalog catalog, Occasion occasion, Instant at)
    {
        var (before, due) = (on.Before, on.Moment);
        var dated = before.Pending is { OnDate: true } pending && pending.EffectiveAt <= due && (before.Plan is not { } plan || due < plan.Term.End);
        var turned = dated ? Dated(on, catalog) : TermEnd.Resolve(on with { AtBoundary = true }, catalog);
        return Quoting.Of(turned.Resolution, new QuoteHead(occasion, null, turned.Direction, at) { Members = turned.Members });
    }

    /// <summary>The pending change whose date has come within the term: it was accepted then, and is made as if it were asked for now.</summary>
    private static Turned Dated(Circumstances on, Catalog catalog)
    {
        var before = on.Before;
        var free = on with { Before = before with { Pending = null, Status = before.Status == Status.Terminated ? Status.Active : before.Status } };
        var check = before.Pending!.Cart is { Paused: false } asked ? PendingCheck.Of(on, asked, catalog) : new PendingCheck(before.Pending.Cart, null, null);
        var (resolution, direction) = (new Resolution(on, BalanceUses.Changes) { Pending = null }, Direction.Lateral);
        var refused = check is { Cart: null, NotMade: not null } ? check.NotMade : Asked(free, check.Cart, catalog, ref resolution, ref direction);
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

    /// <summary>The next term of the plan, and of what goes with it, is bought ahead of its time.</summary>
    internal static Quote Ahead(Circumstances on, Catalog catalog) => Quoting.Of(
        Renewing.BuyAhead(new Resolution(on, BalanceUses.Renewals), catalog), new QuoteHead(Occasion.Renewal, null, Direction.Lateral, on.Moment));

    /// <summary>Money credit that has expired is gone.</summary>
    internal static Quote CreditExpires(Circumstances on) => Quoting.Of(
        new Resolution(on, BalanceUses.None) { CreditExpires = true }, new QuoteHead(Occasion.MoneyCreditExpiry, null, Direction.Lateral, on.Moment));

    /// <summary>Usage credits that have lapsed are gone.</summary>
    internal static Quote GrantsLapse(Circumstances on) => Quoting.Of(
        new Resolution(on, BalanceUses.None) { Grants = [new GrantStep.Lapsed()] }, new QuoteHead(Occasion.UsageCreditExpiry, null, Direction.Lateral, on.Moment));
}
