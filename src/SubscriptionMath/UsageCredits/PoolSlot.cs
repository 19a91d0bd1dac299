using NodaTime;

namespace SubscriptionMath;

/// <summary>A grant during the play of its pool, with its account.</summary>
internal struct PoolSlot
{
    private Grant _opened;
    private decimal _opening;
    private decimal _granted;
    private decimal _expired;
    private decimal _forfeited;
    private decimal _rolledOut;
    private decimal _rolledIn;
    private decimal _usedSince;
    private bool _hasEnded;

    /// <summary>The grant with its last refill; later usage is kept apart.</summary>
    internal Grant Grant { get; private set; }

    internal decimal Left { get; private set; }

    /// <summary>The units used, in all.</summary>
    internal decimal Used { get; private set; }

    internal bool IsActive { get; private set; }

    internal Instant? NextRefill { get; private set; }

    /// <summary>Whether the grant is among those ready for use.</summary>
    internal bool IsReady { get; set; }

    internal readonly bool IsAwaited => !IsActive && !_hasEnded;

    /// <summary>Whether the grant has anything to report.</summary>
    internal readonly bool WasThere => IsActive || (_hasEnded && (_opening + _granted + _rolledIn) > 0m);

    /// <summary>Whether the grant can ever be used again.</summary>
    internal readonly bool Matters => !_hasEnded && (Left > 0m || IsAwaited || Grant.Refill is not null || Grant.Rollover.Least > 0m);

    internal readonly GrantAccount Account => new(_opened, _opening, _granted, Used, _expired, _forfeited, _rolledOut, _rolledIn, Left);

    internal readonly Grant Now => _usedSince == 0m ? Grant : Grant with { Used = Grant.Used + _usedSince };

    internal static PoolSlot At(Grant grant, Instant at)
    {
        var slot = new PoolSlot { Grant = grant, _opened = grant };
        if (grant.Rests || grant.Ends <= at)
        {
            slot._hasEnded = true;
        }
        else if (grant.Effective <= at)
        {
            slot.Grant = grant.Refill is { } refill && refill.Next <= at ? Refilled(grant, refill, refill.LastBy(at)) : grant;
            slot.IsActive = true;
            slot.Left = slot._opening = slot.Grant.Unused;
            slot.NextRefill = slot.Grant.Refill?.Next;
        }

        return slot;
    }

    /// <summary>The next event of the grant by itself: its start, its refill or its end.</summary>
    internal readonly Instant? NextChange() =>
        _hasEnded ? null
        : !IsActive ? Grant.Effective
        : (NextRefill, Grant.Ends) is ({ } refill, var ends) ? Instant.Min(refill, ends ?? refill)
        : Grant.Ends;

    internal decimal Burn(decimal most)
    {
        var given = decimal.Min(most, Left);
        Left -= given;
        Used += given;
        _usedSince += given;
        return given;
    }

    /// <summary>Begins the grant and gives the units added. A grant that ends as it begins was never there.</summary>
    internal decimal Begin()
    {
        if (Grant.Ends <= Grant.Effective)
        {
            _hasEnded = true;
            return 0m;
        }

        IsActive = true;
        Left = _granted = Grant.Unused;
        NextRefill = Grant.Refill is { } refill ? Instant.Max(refill.Next, refill.After(Grant.Effective)) : null;
        return Left;
    }

    /// <summary>Ends the grant; its unused units are gone.</summary>
    internal void End()
    {
        if (Grant.Ends == Grant.Expires)
        {
            _expired += Left;
        }
        else
        {
            _forfeited += Left;
        }

        Left = 0m;
        (IsActive, _hasEnded) = (false, true);
    }

    /// <summary>Refills the grant and gives the units added.</summary>
    internal decimal Refill(Instant at)
    {
        var left = Left;
        Grant = Refilled(Now, Grant.Refill!, at);
        _usedSince = 0m;
        _forfeited += left;
        _granted += Grant.Granted;
        Left = Grant.Granted;
        NextRefill = Grant.Refill!.Next;
        return Left - left;
    }

    /// <summary>Ends the grant at a reset and gives the grant of the rolled-over units, or null for none.</summary>
    internal PoolSlot? RollOver(Instant at, DateTimeZone zone)
    {
        var rule = Grant.Rollover;
        var rolled = rule.Of(Left, Grant.Granted);
        _rolledOut = decimal.Min(rolled, Left);
        _forfeited += Left - _rolledOut;
        Left = 0m;
        (IsActive, _hasEnded) = (false, true);
        if (rolled == 0m)
        {
            return null;
        }

        var next = Grant with
        {
            Source = GrantSource.Rollover,
            Granted = rolled,
            Used = 0m,
            Effective = at,
            Expires = rule.Lasts is { } lasts && !(Grant.Source == GrantSource.Rollover && Grant.Expires is not null)
                ? new Anchor(at.LocalAt(zone)).Boundary(1, lasts).AtStart(zone)
                : Grant.Expires,
        };
        return new PoolSlot
        {
            Grant = next,
            _opened = next,
            _rolledIn = _rolledOut,
            _granted = rolled - _rolledOut,
            Left = rolled,
            IsActive = true
        };
    }

    internal static Grant Refilled(Grant grant, GrantRefill refill, Instant at) =>
        grant with { Used = 0m, Refill = refill with { Since = at } };
}
