using NodaTime;

namespace SubscriptionMath;

/// <content>Grants that end: with their product, with their time, with their units.</content>
internal sealed partial class GrantBuild
{
    /// <summary>Ends all credits of an ending subscription, with those that lapsed earlier without an effect.</summary>
    internal void LeaveAll()
    {
        _held.ForEach(grant => Tell(GrantEffectKind.Lapsed, grant, Untold(grant)));
        _held.Clear();
    }

    /// <summary>Lapses the unused credits of an add-on that ends, or whose term ends.</summary>
    internal void LeaveAddOn(string addOnId)
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if (_held[i].Source == GrantSource.AddOn && _held[i].ProductId == addOnId && !IsOfNextTerm(_held[i]))
            {
                Leave(i, rests: true);
            }
        }
    }

    internal void Lapse()
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if (_held[i].Ends is { } ends && ends <= at)
            {
                Tell(GrantEffectKind.Lapsed, _held[i], _held[i].UnusedBefore(ends));
                _held.RemoveAt(i);
            }
        }
    }

    internal void Shift(Instant since, int days)
    {
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            _held[i] = grant with
            {
                Effective = grant.Effective > since ? Later(grant.Effective) : grant.Effective,
                Expires = grant.Expires is { } expires && expires > since ? Later(expires) : grant.Expires,
            };
        }

        Instant Later(Instant instant) => instant.DaysLater(days, before.Zone);
    }

    /// <summary>Moves the grants of a time bought ahead, to begin and lapse as much later or earlier.</summary>
    internal void MoveAhead(GrantStep.AheadMoved ahead)
    {
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            if (grant.Effective >= ahead.End
                && (IsOfPlan(grant) || (grant.Source == GrantSource.AddOn && ahead.AddOns.Contains(grant.ProductId))))
            {
                _held[i] = grant with
                {
                    Effective = ahead.Moved(grant.Effective),
                    Expires = grant.Expires is { } expires ? ahead.Moved(expires) : null,
                };
            }
        }
    }

    /// <summary>
    /// Moves grants that would lapse with an end to an earlier end, and drops the grants for the time between: these come with the next
    /// term.
    /// </summary>
    internal void CutEnd(Instant end, Instant to)
    {
        var cut = _held.FindAll(grant => grant.Expires == end && IsHeldWith(grant)).ConvertAll(grant => (grant.ProductId, IsOfPlan(grant)));
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            var grant = _held[i];
            if (grant.Expires is { } expires && expires > to && expires <= end && IsHeldWith(grant)
                && cut.Contains((grant.ProductId, IsOfPlan(grant))))
            {
                if (grant.Effective >= to)
                {
                    Remove(i);
                }
                else
                {
                    _held[i] = grant with { Expires = to };
                }
            }
        }
    }

    /// <summary>
    /// Removes the future grants of units that leave, the newest first, as long as every instant has a grant for each unit that stays.
    /// Running grants stay, so that a unit that comes back brings nothing twice. A grant of zero has nothing to remove and keeps its units.
    /// </summary>
    internal void LeaveUnits(string productId, GrantSource source, int staying)
    {
        var kinds = new Dictionary<string, UnitsOverTime>(StringComparer.Ordinal);
        foreach (var grant in _held.Where(IsOfUnits))
        {
            (kinds.TryGetValue(grant.Kind, out var units) ? units : kinds[grant.Kind] = new()).Add(grant.Effective, grant.Ends,
                grant.Quantity);
        }

        for (var i = _held.Count - 1; i >= 0; i--)
        {
            var grant = _held[i];
            if (grant.Effective <= at || grant.Granted == 0m || !IsOfUnits(grant))
            {
                continue;
            }

            var units = kinds[grant.Kind];
            var leaving = (int)long.Clamp(units.Least(grant.Effective, grant.Ends) - staying, 0, grant.Quantity);
            if (leaving > 0)
            {
                units.Add(grant.Effective, grant.Ends, -leaving);
                TakeUnits(i, leaving);
            }
        }

        bool IsOfUnits(Grant grant) =>
            grant.Source == source && !grant.Rests && (source == GrantSource.Plan || grant.ProductId == productId);
    }

    private void TakeUnits(int place, int leaving)
    {
        var (grant, stay) = (_held[place], _held[place].Quantity - leaving);
        var kept = stay == 0 ? 0m : policy.Rounding.Part(grant.Granted, new Share(stay, grant.Quantity, Grain.Terms));
        Tell(GrantEffectKind.Lapsed, grant, grant.Granted - kept);
        if (stay == 0)
        {
            _held.RemoveAt(place);
        }
        else
        {
            _held[place] = grant with { Quantity = stay, Granted = kept };
        }
    }

    /// <summary>Whether the grant belongs to the plan or an add-on, not to a separate purchase or a gift.</summary>
    private static bool IsHeldWith(Grant grant) => IsOfPlan(grant) || grant.Source == GrantSource.AddOn;

    /// <summary>Lapses a grant: a running grant may be suspended; a suspended one stays suspended; any other is gone.</summary>
    /// <remarks>Its rolled-over credits stand beside it.</remarks>
    private void Leave(int place, bool rests, decimal carried = 0m, Instant? carriedTo = null)
    {
        var (grant, left) = (_held[place], Left(_held[place]));
        if (rests && RestsOn(grant))
        {
            return;
        }

        var taken = decimal.Min(carried, left);
        if (rests && grant.IsActiveAt(at))
        {
            _held[place] = grant with { Granted = grant.Granted - taken, Rests = true };
        }
        else
        {
            _held.RemoveAt(place);
        }

        if (carried > 0m)
        {
            Carry(place, grant, carried, carriedTo);
            Tell(GrantEffectKind.Carried, grant, taken);
            Tell(GrantEffectKind.Granted, grant, carried - left);
        }

        Tell(GrantEffectKind.Lapsed, grant, Untold(grant) - taken);
    }
}
