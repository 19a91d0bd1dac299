using NodaTime;

namespace SubscriptionMath;

/// <content>What the plan's credits become when its term ends, or when another plan takes its place: carried over, or lapsed.</content>
internal sealed partial class GrantLedger
{
    /// <summary>The plan's credits when its term ends and another plan takes its place.</summary>
    internal void LeavePlan(Wanted next, Direction direction, Instant newEnd)
    {
        ForgiveDebts();
        LeavePlan(direction == Direction.Up ? policy.OnUpgrade : policy.OnDowngrade, next, newEnd);
    }

    /// <summary>The plan's credits when its term ends and it goes on.</summary>
    internal void RenewPlan(Wanted next, Instant newEnd)
    {
        ForgiveDebts();
        LeavePlan(policy.OnRenewal, next, newEnd);
    }

    private void ForgiveDebts() => _debts = policy.Use.AtReset == DebtAtReset.Forgiven ? default : _debts;

    /// <param name="fate">What becomes of them.</param>
    /// <param name="next">The plan that is held afterwards.</param>
    /// <param name="newEnd">The end of its own.</param>
    /// <param name="rest">Whether what runs rests, so that it can come back within the term.</param>
    private void LeavePlan(GrantFate fate, Wanted next, Instant newEnd, bool rest = false)
    {
        var carried = fate == GrantFate.Carried ? Carried(next) : null;
        for (var i = Count - 1; i >= 0; i--)
        {
            // What had rested, of a plan or an add-on, and is over goes as well.
            var grant = Held[i];
            if ((IsOfPlan(grant) && !IsOfNextTerm(grant)) || (grant.Rests && grant.Ends <= at))
            {
                Leave(i, rest && grant.Source == GrantSource.Plan, carried?[i] ?? 0m, newEnd);
            }
        }
    }

    /// <summary>
    /// How much of each grant is carried over, grant by grant. The cap is on all of a kind together; what would be used last is kept first. What has not begun yet cannot be
    /// carried over from anything.
    /// </summary>
    private decimal[] Carried(Wanted next)
    {
        var carried = new decimal[Count];
        var places = new List<int>(Count);
        for (var i = 0; i < Count; i++)
        {
            if (IsOfPlan(Held[i]) && !IsOfNextTerm(Held[i]) && !Held[i].Rests && Held[i].Effective <= at)
            {
                places.Add(i);
            }
        }

        places.Sort((one, other) => -InOrder(one, other));
        foreach (var first in places)
        {
            var kind = Held[first].Kind;
            if (places.Find(place => Held[place].Kind == kind) != first)
            {
                continue;
            }

            var (total, kept, allowance) = (0m, 0m, next.AllowanceOf(kind));
            foreach (var place in places)
            {
                total += Held[place].Kind == kind ? Left(Held[place]) : 0m;
            }

            foreach (var place in places.Where(place => Held[place].Kind == kind))
            {
                var rule = policy.Rollover == RolloverOf.TheOldPlan ? Held[place].Rollover : allowance?.Rollover ?? SubscriptionMath.Rollover.None;
                var most = rule.Of(total, allowance is { } known ? known.Units * next.Quantity : Held[place].Granted);

                // More than is left is only taken over where the rule has a least, and only once.
                var beyond = kept == 0m ? decimal.Max(0m, most - total) : 0m;
                carried[place] = beyond + decimal.Max(0m, decimal.Min(Left(Held[place]), most - beyond - kept));
                kept += carried[place];
            }
        }

        return carried;
    }

    private int InOrder(int one, int other) =>
        policy.Use.Order.Compare(Held[one], Held[other]) is not 0 and var order ? order : one.CompareTo(other);

    private void Carry(int place, Grant grant, decimal units, Instant newEnd)
    {
        var carried = grant with
        {
            Source = GrantSource.Rollover,
            Quantity = 0,
            Granted = units,
            Used = 0m,
            Effective = at,
            Refill = null,
            Expires = grant.Rollover.Lasts is { } lasts ? new Anchor(at.LocalAt(before.Zone)).Boundary(1, lasts).AtStart(before.Zone)
                : policy.Carried == CarriedExpiry.WithTheNewGrant || (boundary && grant.Expires <= at) ? newEnd
                : grant.Expires,
        };

        // What is carried over joins what was carried over just so: else every term would leave a grant behind.
        var like = Held.FindIndex(other => other with { Granted = units } == carried);
        if (like < 0)
        {
            Held.Insert(place, carried);
        }
        else
        {
            Held[like] = carried with { Granted = Held[like].Granted + units };
        }
    }
}
