using NodaTime;

namespace SubscriptionMath;

/// <content>The plan's credits when its term ends, or when another plan replaces it: rolled over, or lapsed.</content>
internal sealed partial class GrantBuild
{
    /// <summary>Treats the plan's credits when its term ends and another plan replaces it.</summary>
    internal void LeavePlan(Wanted next, Direction direction, Instant newEnd)
    {
        ForgiveDebts();
        LeavePlan(direction == Direction.Up ? policy.OnUpgrade : policy.OnDowngrade, next, newEnd, within: null);
    }

    /// <summary>Treats the plan's credits when its term ends and the plan continues.</summary>
    internal void RenewPlan(Wanted next, Instant newEnd)
    {
        ForgiveDebts();
        LeavePlan(policy.OnRenewal, next, newEnd, within: null);
    }

    /// <summary>Rolls over the plan's credits of each kind whose interval ends now, within the term.</summary>
    private void EndIntervals(Wanted plan)
    {
        // Nothing happens at the end of an interval that leaves nothing, whether or not another kind has an end then.
        var kinds = _held.All.Where(grant => grant.Source == GrantSource.Plan && !grant.Rests && grant.Expires == at)
            .Select(grant => grant.Kind).Distinct().Where(Leaves).ToList();
        foreach (var kind in kinds)
        {
            var next = _held.All.Where(grant => IsPlansOwn(grant, kind) && !grant.Rests && grant.Effective >= at)
                .Min(grant => grant.Expires);
            LeavePlan(GrantFate.Carried, plan, next ?? before.Plan!.Term.End, within: null, kind);
        }

        bool Leaves(string kind) => _held.All.Any(grant => grant.Kind == kind && IsOfPlan(grant) && grant.Ends == at
            && (grant.Fills || grant.UnusedBefore(at) > 0m));
    }

    private void ForgiveDebts() => _debts = policy.Use.AtReset == DebtAtReset.Forgiven ? default : _debts;

    /// <param name="fate">The policy's answer.</param>
    /// <param name="next">The plan held afterwards.</param>
    /// <param name="newEnd">The end of the next plan's own grant.</param>
    /// <param name="within">
    /// The time of the next plan within the term: running grants are then suspended, so that they can come back. Null at the term's end.
    /// </param>
    /// <param name="kind">The kind whose interval ends, while other credits run on; null for all kinds.</param>
    private void LeavePlan(GrantFate fate, Wanted next, Instant newEnd, GrantTerm? within, string? kind = null)
    {
        var carried = fate == GrantFate.Carried ? Carried(next, within, kind) : null;
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            // A suspended grant, of a plan or an add-on, that is over goes as well.
            var grant = _held[i];
            if ((Turns(grant, kind) && !StaysFor(grant, next, within)) || (grant.Rests && grant.Ends <= at))
            {
                var until = carried is null ? null : CarriedTo(grant, next, newEnd);
                Leave(i, within is not null && grant.Source == GrantSource.Plan, carried?[i] ?? 0m, until);
            }
        }
    }

    /// <summary>
    /// Whether a running grant stood for the plan that comes back, or for more units of it. It then does so again, and leaves nothing
    /// behind.
    /// </summary>
    private bool StaysFor(Grant grant, Wanted next, GrantTerm? within) =>
        within is not null && grant.Source == GrantSource.Plan && !grant.StoodFor.IsEmpty && grant.IsActiveAt(at)
        && next.AllowanceOf(grant.Kind) is { } allowance && within.PiecesOf(allowance) is [var running, ..]
        && StoodFor(grant, next, running.Interval.End) is not null;

    /// <summary>
    /// The credits that roll over, grant by grant. The cap applies to a kind as a whole; the grant used last is kept first.
    /// </summary>
    /// <remarks>A grant that has not begun cannot roll over.</remarks>
    private decimal[] Carried(Wanted next, GrantTerm? within, string? kind)
    {
        var carried = new decimal[_held.Count];
        var places = new List<int>(_held.Count);
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            if (Turns(grant, kind) && !grant.Rests && grant.Effective <= at
                && !IsOver(grant, next) && !StaysFor(grant, next, within))
            {
                places.Add(i);
            }
        }

        places.Sort((one, other) => -InOrder(one, other));
        foreach (var ofKind in places.GroupBy(place => _held[place].Kind))
        {
            var (total, kept, allowance) = (ofKind.Sum(place => Left(_held[place])), 0m, next.AllowanceOf(ofKind.Key));
            foreach (var place in ofKind)
            {
                var allotment = allowance is { } known ? known.Units * next.Quantity : _held[place].Granted;
                var most = RuleOf(_held[place], next).Of(total, allotment);

                // More than is left rolls over only by a rule with a least, and only once.
                var beyond = kept == 0m ? decimal.Max(0m, most - total) : 0m;
                carried[place] = beyond + decimal.Max(0m, decimal.Min(Left(_held[place]), most - beyond - kept));
                kept += carried[place];
            }
        }

        return carried;
    }

    /// <summary>Whether a grant of the plan ends or rolls over now: each does with the term, those of one kind with an interval.</summary>
    private bool Turns(Grant grant, string? kind) => IsOfPlan(grant) && !IsOfNextTerm(grant)
        && (kind is null || (grant.Kind == kind && (grant.Source == GrantSource.Rollover || grant.Expires <= at)));

    private Rollover RuleOf(Grant grant, Wanted next) =>
        policy.Rollover == RolloverOf.TheOldPlan ? grant.Rollover : next.AllowanceOf(grant.Kind)?.Rollover ?? Rollover.None;

    /// <summary>Whether rolled-over units have reached their age: a life set by a rule begins once.</summary>
    private bool IsOver(Grant grant, Wanted next) => HasAge(grant, RuleOf(grant, next)) && grant.Ends <= at;

    private static bool HasAge(Grant grant, Rollover rule) =>
        grant.Source == GrantSource.Rollover && grant.Expires is not null && rule.Lasts is not null;

    /// <summary>The expiry of units that roll over; null for none.</summary>
    private Instant? CarriedTo(Grant grant, Wanted next, Instant newEnd)
    {
        var rule = RuleOf(grant, next);
        return HasAge(grant, rule) ? grant.Expires
            : rule.Lasts is { } lasts ? new Anchor(at.LocalAt(before.Zone)).Boundary(1, lasts).AtStart(before.Zone)
            : policy.Carried == CarriedExpiry.WithTheNewGrant || (boundary && grant.Expires <= at) ? newEnd
            : grant.Expires;
    }

    private void Carry(int place, Grant grant, decimal units, Instant? expires)
    {
        var carried = grant with
        {
            Source = GrantSource.Rollover,
            Quantity = 0,
            Granted = units,
            Used = 0m,
            Effective = at,
            Refill = null,
            Expires = expires,
            StoodFor = default,
        };

        // Rolled-over units join earlier ones with equal terms: otherwise every term would leave a grant behind. Units of another age
        // lapse at another instant and stand apart.
        _held.Join(place, carried);
    }
}
