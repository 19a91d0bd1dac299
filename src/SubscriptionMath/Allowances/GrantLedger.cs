using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what a change does to usage credits: grants end, are carried over and are added; what was used stays used.</summary>
internal sealed class GrantLedger
{
    private readonly AllowancePolicy _policy;
    private readonly Instant _at;
    private readonly List<Grant> _grants;
    private readonly List<GrantEffect> _effects = [];

    internal GrantLedger(Sequence<Grant> before, AllowancePolicy policy, Instant at)
    {
        (_policy, _at) = (policy, at);
        _grants = [.. before];
    }

    internal Sequence<Grant> Grants => Sequence.Of<Grant>([.. _grants]);

    internal Sequence<GrantEffect> Effects => Sequence.Of<GrantEffect>([.. _effects]);

    /// <summary>The plan's credits when it is replaced: carried over or lapsed, as the direction says.</summary>
    internal void LeavePlan(string planId, Direction direction, Instant newEnd)
    {
        var carries = (direction == Direction.Up ? _policy.OnUpgrade : _policy.OnDowngrade) == GrantFate.Carried;
        for (var i = _grants.Count - 1; i >= 0; i--)
        {
            var grant = _grants[i];
            if (grant.Source == GrantSource.AddOn)
            {
                continue;
            }

            var left = grant.LeftAt(_at);
            _grants.RemoveAt(i);
            if (left > 0m && carries && grant.CarriesOver)
            {
                _grants.Insert(i, grant with
                {
                    Source = GrantSource.Rollover,
                    Granted = left,
                    Used = 0m,
                    Effective = _at,
                    Expires = _policy.Carried == CarriedExpiry.WithTheNewGrant ? newEnd : grant.Expires,
                });
            }

            Tell(left > 0m && carries && grant.CarriesOver ? GrantEffectKind.Carried : GrantEffectKind.Lapsed, grant.Kind, planId, left);
        }
    }

    /// <summary>What an ended add-on had left lapses with it.</summary>
    internal void LeaveAddOn(string addOnId)
    {
        for (var i = _grants.Count - 1; i >= 0; i--)
        {
            if (_grants[i].Source == GrantSource.AddOn && _grants[i].ProductId == addOnId)
            {
                Tell(GrantEffectKind.Lapsed, _grants[i].Kind, addOnId, _grants[i].LeftAt(_at));
                _grants.RemoveAt(i);
            }
        }
    }

    /// <summary>The allotment of what was bought: all of it with a term that begins, as the policy says within one.</summary>
    internal void Enter(Wanted product, int quantity, GrantSource source, Term term, Share share)
    {
        var allotment = source == GrantSource.Plan ? _policy.AddedSeats : _policy.BoughtAddOns;
        foreach (var allowance in product.Allowances)
        {
            var whole = allowance.Units * quantity;
            var units = allotment == Allotment.ForTheRest && share.Left < share.Of
                ? (decimal)(Fraction.FromDecimal(whole) * share.Fraction).Floor()
                : whole;
            _grants.Add(new Grant
            {
                Kind = allowance.Kind,
                ProductId = product.ProductId,
                Source = source,
                Granted = units,
                Used = 0m,
                Effective = _at,
                Expires = term.End,
                CarriesOver = allowance.CarriesOver,
            });
            Tell(GrantEffectKind.Granted, allowance.Kind, product.ProductId, units);
        }
    }

    private void Tell(GrantEffectKind kind, string credit, string productId, decimal units)
    {
        if (units > 0m)
        {
            _effects.Add(new GrantEffect(kind, credit, productId, units));
        }
    }
}
