using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what a change or the end of a term does to usage credits: grants end, are carried over and are added; what was used stays used.</summary>
/// <param name="before">The grants as they are.</param>
/// <param name="policy">The policy's answers.</param>
/// <param name="at">The instant of the change, or of the boundary.</param>
/// <param name="boundary">
/// Whether a term ends at the instant: then what lapses at it is still there to be carried over, and what begins at it belongs to the next term.
/// </param>
internal sealed class GrantLedger(Sequence<Grant> before, AllowancePolicy policy, Instant at, bool boundary)
{
    private readonly List<Grant> _grants = [.. before];
    private List<GrantEffect>? _effects;

    internal Sequence<Grant> Grants => _grants.ToSequence();

    internal Sequence<GrantEffect> Effects => _effects?.ToSequence() ?? default;

    /// <summary>The plan's credits when another plan takes its place, or the same one begins anew: carried over or lapsed, as the direction says.</summary>
    internal void LeavePlan(string planId, Direction direction, Instant newEnd) =>
        LeavePlan(planId, direction == Direction.Up ? policy.OnUpgrade : policy.OnDowngrade, newEnd);

    /// <summary>The plan's credits when its term ends and it goes on.</summary>
    internal void RenewPlan(string planId, Instant newEnd) => LeavePlan(planId, policy.OnRenewal, newEnd);

    /// <summary>All credits of a subscription that ends.</summary>
    internal void LeaveAll()
    {
        for (var i = 0; i < _grants.Count; i++)
        {
            Tell(GrantEffectKind.Lapsed, _grants[i], Left(_grants[i]));
        }

        _grants.Clear();
    }

    /// <summary>What an add-on had left lapses with it, or with its term.</summary>
    internal void LeaveAddOn(string addOnId)
    {
        for (var i = _grants.Count - 1; i >= 0; i--)
        {
            if (_grants[i].Source == GrantSource.AddOn && _grants[i].ProductId == addOnId && !IsOfNextTerm(_grants[i]))
            {
                Tell(GrantEffectKind.Lapsed, _grants[i], Left(_grants[i]));
                _grants.RemoveAt(i);
            }
        }
    }

    /// <summary>Whatever lapses by an instant, and was not carried over.</summary>
    internal void Lapse()
    {
        for (var i = _grants.Count - 1; i >= 0; i--)
        {
            if (_grants[i].Expires is { } expires && expires <= at)
            {
                Tell(GrantEffectKind.Lapsed, _grants[i], _grants[i].Unused);
                _grants.RemoveAt(i);
            }
        }
    }

    /// <summary>The allotment of what was bought: all of it with a term that begins, as the policy says within one.</summary>
    internal void Enter(Wanted product, int quantity, GrantSource source, Instant from, Instant until, Share share)
    {
        var allotment = source == GrantSource.Plan ? policy.AddedSeats : policy.BoughtAddOns;
        foreach (var allowance in product.Allowances)
        {
            var whole = allowance.Units * quantity;
            var units = allotment == Allotment.ForTheRest && share.Left < share.Of
                ? (decimal)(Fraction.FromDecimal(whole) * share.Fraction).Floor()
                : whole;
            var grant = new Grant
            {
                Kind = allowance.Kind,
                ProductId = product.ProductId,
                Source = source,
                Granted = units,
                Used = 0m,
                Effective = from,
                Expires = until,
                CarriesOver = allowance.CarriesOver,
            };
            _grants.Add(grant);
            Tell(GrantEffectKind.Granted, grant, units);
        }
    }

    /// <summary>After a pause: what ran then lapses, and what had not begun then begins, as many days later.</summary>
    internal void Shift(Instant since, int days, DateTimeZone zone)
    {
        for (var i = 0; i < _grants.Count; i++)
        {
            var grant = _grants[i];
            _grants[i] = grant with
            {
                Effective = grant.Effective > since ? Later(grant.Effective) : grant.Effective,
                Expires = grant.Expires is { } expires && expires > since ? Later(expires) : grant.Expires,
            };
        }

        Instant Later(Instant instant) => instant.LocalAt(zone).PlusDays(days).AtStart(zone);
    }

    /// <summary>What lapses at an instant lapses at another one.</summary>
    internal void Stretch(Instant end, Instant to)
    {
        for (var i = 0; i < _grants.Count; i++)
        {
            _grants[i] = _grants[i].Expires == end ? _grants[i] with { Expires = to } : _grants[i];
        }
    }

    private void LeavePlan(string planId, GrantFate fate, Instant newEnd)
    {
        for (var i = _grants.Count - 1; i >= 0; i--)
        {
            var grant = _grants[i];
            if (grant.Source == GrantSource.AddOn || IsOfNextTerm(grant))
            {
                continue;
            }

            // What has not begun yet cannot be carried over from anything.
            var left = Left(grant);
            var carries = left > 0m && fate == GrantFate.Carried && grant.CarriesOver && grant.Effective <= at;
            _grants.RemoveAt(i);
            if (carries)
            {
                Carry(i, grant with
                {
                    Source = GrantSource.Rollover,
                    Granted = left,
                    Used = 0m,
                    Effective = at,
                    Expires = policy.Carried == CarriedExpiry.WithTheNewGrant || (boundary && grant.Expires <= at) ? newEnd : grant.Expires,
                });
            }

            Tell(carries ? GrantEffectKind.Carried : GrantEffectKind.Lapsed, grant with { ProductId = planId }, left);
        }
    }

    /// <summary>What is carried over joins what was carried over just so: else every term would leave a grant behind.</summary>
    private void Carry(int place, Grant carried)
    {
        var like = _grants.FindIndex(other => other with { Granted = carried.Granted } == carried);
        if (like < 0)
        {
            _grants.Insert(place, carried);
        }
        else
        {
            _grants[like] = carried with { Granted = _grants[like].Granted + carried.Granted };
        }
    }

    private bool IsOfNextTerm(Grant grant) => boundary && grant.Effective >= at;

    /// <summary>What is left of a grant that is taken away: what has not begun is all there, what lapses at a boundary still is.</summary>
    private decimal Left(Grant grant) =>
        grant.Effective > at || grant.Expires is not { } expires || at < expires || (boundary && at == expires) ? grant.Unused : 0m;

    private void Tell(GrantEffectKind kind, Grant grant, decimal units)
    {
        if (units > 0m)
        {
            (_effects ??= []).Add(new GrantEffect(kind, grant.Kind, grant.ProductId, units));
        }
    }
}
