using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what a change or the end of a term does to usage credits: grants end, are carried over and are added; what was used stays used.</summary>
/// <param name="before">The subscription as it is.</param>
/// <param name="policy">The policy's answers.</param>
/// <param name="at">The instant of the change, or of the boundary.</param>
/// <param name="boundary">
/// Whether a term ends at the instant: then what lapses at it is still there to be carried over, and what begins at it belongs to the next term.
/// </param>
internal sealed partial class GrantLedger(Subscription before, AllowancePolicy policy, Instant at, bool boundary)
{
    private List<Grant>? _held;
    private List<GrantEffect>? _effects;
    private List<Action<Instant>>? _whenItHasLength;
    private Sequence<UsageDebt> _debts = before.UsageDebts;

    internal Sequence<Grant> Grants => _held?.ToSequence() ?? before.Grants;

    internal Sequence<GrantEffect> Effects => _effects?.ToSequence() ?? default;

    internal Sequence<UsageDebt> Debts => _debts;

    /// <summary>The grants; a list of them is only made where there are any, or are to be.</summary>
    private List<Grant> Held => _held ??= [.. before.Grants];

    private int Count => _held?.Count ?? before.Grants.Count;

    /// <summary>All credits of a subscription that ends, those among them that lapsed before and of which nobody was told. What is owed stays owed.</summary>
    internal void LeaveAll()
    {
        for (var i = 0; i < Count; i++)
        {
            Tell(GrantEffectKind.Lapsed, Held[i], Untold(Held[i]));
        }

        Held.Clear();
    }

    /// <summary>What an add-on had left lapses with it, or with its term.</summary>
    internal void LeaveAddOn(string addOnId)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Source == GrantSource.AddOn && Held[i].ProductId == addOnId && !IsOfNextTerm(Held[i]))
            {
                Leave(i, rests: true);
            }
        }
    }

    /// <summary>Whatever lapses by an instant, and was not carried over.</summary>
    internal void Lapse()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Ends is { } ends && ends <= at)
            {
                Tell(GrantEffectKind.Lapsed, Held[i], Held[i].UnusedBefore(ends));
                Held.RemoveAt(i);
            }
        }
    }

    /// <summary>What is owed is taken out of what is there now.</summary>
    internal void RepayDebts()
    {
        foreach (var debt in _debts)
        {
            var owed = PoolSpend.Repay(Held, debt.Units, debt.Kind, before.Zone, policy.Use, at);
            if (owed < debt.Units)
            {
                (_effects ??= []).Add(new GrantEffect(GrantEffectKind.Repaid, debt.Kind, before.Plan?.ProductId ?? "", debt.Units - owed));
                _debts = PoolSpend.Owing(_debts, debt.Kind, owed);
            }
        }
    }

    /// <summary>After a pause: what ran then lapses, and what had not begun then begins, as many days later.</summary>
    internal void Shift(Instant since, int days, DateTimeZone zone)
    {
        for (var i = 0; i < Count; i++)
        {
            var grant = Held[i];
            Held[i] = grant with
            {
                Effective = grant.Effective > since ? Later(grant.Effective) : grant.Effective,
                Expires = grant.Expires is { } expires && expires > since ? Later(expires) : grant.Expires,
            };
        }

        Instant Later(Instant instant) => instant.LocalAt(zone).PlusDays(days).AtStart(zone);
    }

    /// <summary>
    /// What lapses at an instant lapses at another one, and what waited for a term to have a length begins. Where the end is earlier, what was granted month by month for
    /// the time after it is gone: it comes with the next term.
    /// </summary>
    internal void MoveEnd(Instant end, Instant to)
    {
        var waiting = _whenItHasLength;
        _whenItHasLength = null;
        waiting?.ForEach(enter => enter(to));
        var moved = Held.FindAll(grant => grant.Expires == end).ConvertAll(grant => grant.ProductId);
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Expires is not { } expires || expires > end || (expires <= to && expires != end) || !moved.Contains(Held[i].ProductId))
            {
                continue;
            }

            if (to < end && Held[i].Effective >= to)
            {
                Remove(i);
            }
            else
            {
                Held[i] = Held[i] with { Expires = to };
            }
        }
    }

    private void Remove(int place)
    {
        Tell(GrantEffectKind.Lapsed, Held[place], Untold(Held[place]));
        Held.RemoveAt(place);
    }

    /// <summary>A grant lapses: what runs may rest from now on, and then what rested rests on; all else is gone. What is carried over of it stands beside it.</summary>
    private void Leave(int place, bool rests, decimal carried = 0m, Instant newEnd = default)
    {
        var (grant, left) = (Held[place], Left(Held[place]));
        if (rests && RestsOn(grant))
        {
            return;
        }

        var taken = decimal.Min(carried, left);
        if (rests && grant.IsActiveAt(at))
        {
            Held[place] = grant with { Granted = grant.Granted - taken, Rests = true };
        }
        else
        {
            Held.RemoveAt(place);
        }

        if (carried > 0m)
        {
            Carry(place, grant, carried, newEnd);
            Tell(GrantEffectKind.Carried, grant, taken);
            Tell(GrantEffectKind.Granted, grant, carried - left);
        }

        Tell(GrantEffectKind.Lapsed, grant, Untold(grant) - taken);
    }

    private bool RestsOn(Grant grant) => grant.Rests && !(grant.Ends <= at);

    private static bool IsOf(Grant grant, string productId, string kind, GrantSource source) =>
        grant.Source == source && grant.Kind == kind && grant.ProductId == productId;

    private bool IsOfNextTerm(Grant grant) => boundary && grant.Effective >= at;

    /// <summary>The plan's own, and what was carried over from it; not what was bought apart from any plan, or given away.</summary>
    private static bool IsOfPlan(Grant grant) => grant.Source is GrantSource.Plan or GrantSource.Rollover;

    /// <summary>What is left of a grant that is taken away: what has not begun is all there, what lapses at a boundary still is.</summary>
    private decimal Left(Grant grant) =>
        grant.Rests ? 0m
        : grant.Effective > at ? grant.Unused
        : grant.Ends is not { } ends || at < ends ? grant.LeftAt(at)
        : boundary && at == ends ? grant.UnusedBefore(ends)
        : 0m;

    /// <summary>What lapses with a grant that is gone: what is left of it, or what had lapsed before and nobody was told of.</summary>
    private decimal Untold(Grant grant) => grant.Ends is { } ends && ends <= at ? grant.UnusedBefore(ends) : Left(grant);

    private void Tell(GrantEffectKind kind, Grant grant, decimal units)
    {
        if (units > 0m)
        {
            (_effects ??= []).Add(new GrantEffect(kind, grant.Kind, grant.ProductId, units));
        }
    }
}
