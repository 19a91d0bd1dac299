using NodaTime;

namespace SubscriptionMath;

/// <content>
/// What the plan's credits become when another plan takes its place within the term. What a grant stands for is its product and its quantity: they say from which allotment
/// a difference is reckoned, so that nothing is granted a second time on the way back.
/// </content>
internal sealed partial class GrantLedger
{
    /// <param name="next">The plan that takes its place.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="catalog">The plans, of which the old one's allotment is read.</param>
    /// <param name="term">The rest of the term, or the new one; its share is the whole where it begins anew.</param>
    /// <param name="ratio">The term, with the shares at which the money goes: that of the next plan, and that of the old one, which differ where the intervals do.</param>
    /// <param name="begins">Whether a term begins with the change.</param>
    /// <param name="within">Whether the running term goes on: none begins, or that one at its first instant again. What was granted for it comes back then.</param>
    internal void ChangePlan(Wanted next, Direction direction, Catalog catalog, in GrantTerm term, in (GrantTerm Next, GrantTerm Old) ratio, bool begins, bool within)
    {
        var fate = direction == Direction.Up ? policy.OnUpgrade : policy.OnDowngrade;
        if (fate is GrantFate.Replaced or GrantFate.Carried)
        {
            LeavePlan(fate, next, term.Covers.End, rest: within);
            Enter(next, next.Quantity, GrantSource.Plan, term, begins, again: within);
            return;
        }

        if (fate == GrantFate.Voided)
        {
            Void(next, term);
            return;
        }

        foreach (var kind in Kinds(next))
        {
            var allowance = next.AllowanceOf(kind);
            if (Current(kind) is not { Count: > 0 } current)
            {
                if (allowance is not null)
                {
                    Enter(next.ProductId, allowance, next.Quantity, GrantSource.Plan, fate == GrantFate.ToppedUp ? ratio.Next : term, begins, within ? next.Quantity : null);
                }

                continue;
            }

            switch (fate)
            {
                case GrantFate.ToppedUp: TopUp(current, next, allowance, catalog, ratio); break;
                case GrantFate.Clipped: Clip(current, (allowance?.Units ?? 0m) * next.Quantity); break;
                case GrantFate.Recounted: TopUp(current, next, allowance, catalog, ratio: null); break;
                default: current.ForEach(place => Tell(GrantEffectKind.Kept, Held[place], Left(Held[place]))); break;
            }

            if (fate is GrantFate.ToppedUp or GrantFate.Recounted)
            {
                Later(current, next, allowance, term);
            }
        }
    }

    /// <summary>
    /// Nothing is left of the plan's. A running grant stays, used up, so that the way back knows what it stands for; for the rest of the term the next plan has a grant of nothing.
    /// </summary>
    private void Void(Wanted next, in GrantTerm term)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Source == GrantSource.Plan && Held[i].IsActiveAt(at))
            {
                var left = Left(Held[i]);
                Held[i] = Held[i] with { Granted = Held[i].Granted - left };
                Tell(GrantEffectKind.Lapsed, Held[i], left);
            }
            else if (IsOfPlan(Held[i]) && !Held[i].Rests)
            {
                Remove(i);
            }
        }

        foreach (var allowance in next.Allowances)
        {
            var from = Current(allowance.Kind).Aggregate(at, (latest, place) => Instant.Max(latest, Held[place].Ends ?? Instant.MaxValue));
            if (from < term.Covers.End)
            {
                Add(next.ProductId, allowance, GrantSource.Plan, next.Quantity, 0m, new Term(from, term.Covers.End));
            }
        }
    }

    /// <summary>All kinds that the plan has granted, and those that the next one grants.</summary>
    private List<string> Kinds(Wanted next)
    {
        var kinds = new List<string>();
        foreach (var grant in Held)
        {
            if (grant.Source == GrantSource.Plan && !kinds.Contains(grant.Kind))
            {
                kinds.Add(grant.Kind);
            }
        }

        foreach (var allowance in next.Allowances)
        {
            if (!kinds.Contains(allowance.Kind))
            {
                kinds.Add(allowance.Kind);
            }
        }

        return kinds;
    }

    /// <summary>The plan's own grants of a kind that run now, in the order in which they are used.</summary>
    private List<int> Current(string kind)
    {
        var places = new List<int>(1);
        for (var i = 0; i < Count; i++)
        {
            if (Held[i].Kind == kind && Held[i].Source == GrantSource.Plan && Held[i].IsActiveAt(at))
            {
                places.Add(i);
            }
        }

        places.Sort(InOrder);
        return places;
    }

    /// <summary>
    /// Moves what was granted by the difference of two allotments, whether it was used or not. Where there is less than is to be taken away, all of it is, and what is
    /// left of the grant goes on to stand for the old plan: else the way back would grant more than was taken. Without a ratio it is the whole difference.
    /// </summary>
    private void TopUp(List<int> current, Wanted next, Allowance? allowance, Catalog catalog, (GrantTerm Next, GrantTerm Old)? ratio)
    {
        var units = current.Sum(place => Held[place].Quantity);
        var stood = AllotmentOf(catalog, Held[current[0]], units);
        var wanted = allowance ?? new Allowance { Kind = stood.Kind, Units = 0m, Rollover = stood.Rollover, Every = stood.Every };
        var (old, fresh) = (stood.Units, wanted.Units * next.Quantity);
        var rest = ratio is var (after, before)
            ? policy.Rounding.Part(fresh, after.PeriodAt(wanted, at).Share) - policy.Rounding.Part(old, before.PeriodAt(stood, at).Share)
            : fresh - old;
        var stands = current.Sum(place => Held[place].Granted) + rest >= 0m ? next.ProductId : null;
        var more = stands is null ? 0 : next.Quantity - units;
        var moved = Spread(current, rest);
        for (var i = 0; i < moved.Length; i++)
        {
            var (grant, seats) = (Held[current[i]], int.Max(more, -Held[current[i]].Quantity));
            more -= seats;
            Alter(current[i], grant with { ProductId = stands ?? grant.ProductId, Quantity = grant.Quantity + seats, Granted = grant.Granted + moved[i], Rollover = wanted.Rollover });
        }
    }

    /// <summary>
    /// How much of a difference each grant takes. What is taken away is what is unused, and then more; what is added makes up for what was used beyond a grant, and the rest goes to
    /// the first: else a grant that was used up would hide what it owes behind one that is not.
    /// </summary>
    private decimal[] Spread(List<int> current, decimal rest)
    {
        var moved = new decimal[current.Count];
        for (var i = 0; i < moved.Length; i++)
        {
            var unused = Held[current[i]].Granted - Held[current[i]].Used;
            moved[i] = rest < 0m ? decimal.Max(rest, -decimal.Max(0m, unused)) : decimal.Min(rest, decimal.Max(0m, -unused));
            rest -= moved[i];
        }

        for (var i = 0; i < moved.Length; i++)
        {
            var more = decimal.Max(rest, -(Held[current[i]].Granted + moved[i]));
            (moved[i], rest) = (moved[i] + more, rest - more);
        }

        return moved;
    }

    /// <summary>What is left of a kind is cut down to a number of units; what would be used first is kept.</summary>
    private void Clip(List<int> current, decimal most)
    {
        var room = most;
        foreach (var place in current)
        {
            var left = Left(Held[place]);
            var cut = decimal.Max(0m, left - room);
            room = decimal.Max(0m, room - left);
            Alter(place, Held[place] with { Granted = Held[place].Granted - cut });
        }
    }

    /// <summary>The periods of the kind after the one that runs: the new plan's own in the place of the old one's; and the end that the change gives the running one.</summary>
    private void Later(List<int> current, Wanted next, Allowance? allowance, in GrantTerm term)
    {
        var kind = Held[current[0]].Kind;
        var (covers, _) = allowance is null ? (term.Covers, term.Share) : term.PeriodAt(allowance, at);
        foreach (var place in current)
        {
            Held[place] = Held[place] with { Expires = covers.End };
        }

        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Kind == kind && Held[i].Source == GrantSource.Plan && Held[i].Effective > at)
            {
                Remove(i);
            }
        }

        if (allowance is not null && covers.End < term.Covers.End)
        {
            Enter(next.ProductId, allowance, next.Quantity, GrantSource.Plan, term with { Covers = new Term(covers.End, term.Covers.End) }, begins: true);
        }
    }

    private void Alter(int place, Grant grant)
    {
        var change = grant.LeftAt(at) - Held[place].LeftAt(at);
        Held[place] = grant;
        Tell(change > 0m ? GrantEffectKind.ToppedUp : GrantEffectKind.Clipped, grant, decimal.Abs(change));
    }

    private static Allowance AllotmentOf(Catalog catalog, Grant grant, int quantity)
    {
        foreach (var allowance in catalog.Plan(grant.ProductId).Allowances)
        {
            if (allowance.Kind == grant.Kind)
            {
                return allowance with { Units = allowance.Units * quantity };
            }
        }

        return new Allowance { Kind = grant.Kind, Units = 0m, Rollover = grant.Rollover };
    }
}
