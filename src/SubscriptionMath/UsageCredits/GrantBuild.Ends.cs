using NodaTime;

namespace SubscriptionMath;

/// <content>Grants that end: with their product, with their time, with their units.</content>
internal sealed partial class GrantBuild
{
    /// <summary>Ends all credits of an ending subscription, with those that lapsed earlier without an effect.</summary>
    internal void LeaveAll()
    {
        _held.Packed().ForEach(grant => Tell(GrantEffectKind.Lapsed, grant, Untold(grant)));
        _held.Clear();
    }

    /// <summary>Lapses the unused credits of an add-on that ends, or whose term ends.</summary>
    internal void LeaveAddOn(string addOnId)
    {
        var places = _held.Of(GrantSource.AddOn, addOnId);
        for (var n = places.Count - 1; n >= 0; n--)
        {
            var grant = _held[places[n]];
            if (grant.Source == GrantSource.AddOn && grant.ProductId == addOnId && !IsOfNextTerm(grant))
            {
                Leave(places[n], rests: true);
            }
        }
    }

    /// <summary>Lapses every grant that has ended, after the credits of ended intervals have rolled over to the next ones.</summary>
    internal void Lapse(Wanted? rolls)
    {
        if (rolls is not null)
        {
            EndIntervals(rolls);
        }

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
        _held.Packed();
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
        var addOns = ahead.AddOns.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            if (grant.Effective >= ahead.End
                && (IsOfPlan(grant) || (grant.Source == GrantSource.AddOn && addOns.Contains(grant.ProductId))))
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
        var cut = _held.Packed().Where(grant => grant.Expires == end && IsHeldWith(grant))
            .Select(grant => (grant.ProductId, IsOfPlan(grant))).ToHashSet();
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
        var places = _held.Of(source, productId);
        for (var n = 0; n < places.Count; n++)
        {
            var grant = _held[places[n]];
            if (IsOfUnits(grant))
            {
                var units = kinds.TryGetValue(grant.Kind, out var known) ? known : kinds[grant.Kind] = new();
                units.Add(grant.Effective, grant.Ends, grant.Quantity);
            }
        }

        for (var n = places.Count - 1; n >= 0; n--)
        {
            var grant = _held[places[n]];
            if (grant.Effective <= at || grant.Granted == 0m || !IsOfUnits(grant))
            {
                continue;
            }

            var units = kinds[grant.Kind];
            var leaving = (int)long.Clamp(units.Least(grant.Effective, grant.Ends) - staying, 0, grant.Quantity);
            if (leaving > 0)
            {
                units.Add(grant.Effective, grant.Ends, -leaving);
                TakeUnits(places[n], leaving);
            }
        }

        bool IsOfUnits(Grant grant) =>
            grant.Source == source && !grant.Rests && (source == GrantSource.Plan || grant.ProductId == productId);
    }

    private void TakeUnits(int place, int leaving)
    {
        var (grant, stay) = (_held[place], _held[place].Quantity - leaving);
        var kept = stay == 0 ? 0m : policy.Rounding.Part(grant.Granted, new Share(stay, grant.Quantity, ProrationUnit.Terms));
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
