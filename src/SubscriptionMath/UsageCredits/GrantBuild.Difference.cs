namespace SubscriptionMath;

/// <content>Grants that move to another plan by the difference of two allotments.</content>
internal sealed partial class GrantBuild
{
    /// <summary>Moves running grants by the difference of two allotments, used or not.</summary>
    /// <remarks>
    /// A moved grant has the next plan's interval from then on; later intervals are the next plan's own. If the difference exceeds the
    /// credits left, all of them go, and the grant still stands for the old plan. Otherwise the way back would grant more than was taken.
    /// A term of no length brings nothing: the renewal at its end does, and decides about the credits left.
    /// </remarks>
    private void Move(GrantStep.PlanReplaced step, Allowance? allowance, List<int> current, bool byParts, bool again)
    {
        var (next, units) = (step.Next, current.Sum(place => _held[place].Quantity));
        var stood = AllotmentOf(step.Stood, _held[current[0]], units);
        var wanted = allowance ?? new Allowance { Kind = stood.Kind, Units = 0m, Rollover = stood.Rollover, Interval = stood.Interval };
        var pieces = step.Term.PiecesOf(wanted);
        var (old, fresh) = (stood.Units, wanted.Units * next.Quantity);
        var rest = byParts ? PartOf(fresh, pieces) - PartOf(old, step.Old.PiecesOf(stood)) : fresh - old;
        rest = step.Within ? Bounded(rest, current, wanted, next, again)
            : step.Term.Term.IsEmpty ? decimal.Min(rest, 0m)
            : rest;
        var stands = current.Sum(place => _held[place].Granted) + rest >= 0m ? next.ProductId : null;
        var more = stands is null ? 0 : next.Quantity - units;
        var (moved, running) = (Spread(current, rest), allowance is null || pieces.Count == 0 ? step.Term.Term : pieces[0].Interval);
        for (var i = 0; i < moved.Length; i++)
        {
            var (grant, seats) = (_held[current[i]], int.Max(more, -_held[current[i]].Quantity));
            more -= seats;
            var standing = Standing(grant, stands ?? grant.ProductId, grant.Quantity + seats, running.End);
            Alter(current[i], standing with { Granted = grant.Granted + moved[i], Rollover = wanted.Rollover });
        }

        // Later grants are the next plan's own.
        RemoveToCome(stood.Kind, at);
        if (allowance is not null && pieces.Count > 1)
        {
            Enter(Anew(step) with { Again = false }, allowance, policy.FirstTerm, pieces[1..]);
        }
    }

    private decimal PartOf(decimal units, List<GrantPiece> pieces) =>
        pieces.Count == 0 ? 0m : pieces[0].Of(units, Allotment.ForTheRest, policy.Rounding);

    /// <summary>
    /// Limits a plan that comes back within the term to its earlier grant. If credits are recounted, or the two ways count otherwise, the
    /// plan gets just that grant.
    /// </summary>
    private decimal Bounded(decimal rest, List<int> current, Allowance wanted, Wanted next, bool again)
    {
        var stood = current.ConvertAll(place => StandOf(_held[place], next.ProductId)).OfType<GrantStand>().ToList();
        if (stood.Count == 0)
        {
            return rest;
        }

        var units = stood.Sum(stand => stand.Quantity);
        var most = stood.Sum(stand => stand.Granted) + (wanted.Units * int.Max(0, next.Quantity - units))
            - current.Sum(place => _held[place].Granted);
        return again && next.Quantity >= units ? most : decimal.Min(rest, decimal.Max(most, decimal.Min(rest, 0m)));
    }

    /// <summary>The part of a difference for each grant.</summary>
    /// <remarks>
    /// A reduction takes unused credits first, and then more. An addition first makes up for use beyond a grant, and the rest goes to the
    /// first grant. Otherwise a grant that was used up would hide its debt behind another one.
    /// </remarks>
    private decimal[] Spread(List<int> current, decimal rest)
    {
        var moved = new decimal[current.Count];
        for (var i = 0; i < moved.Length; i++)
        {
            var unused = _held[current[i]].Granted - _held[current[i]].Used;
            moved[i] = rest < 0m ? decimal.Max(rest, -decimal.Max(0m, unused)) : decimal.Min(rest, decimal.Max(0m, -unused));
            rest -= moved[i];
        }

        for (var i = 0; i < moved.Length; i++)
        {
            var more = decimal.Max(rest, -(_held[current[i]].Granted + moved[i]));
            (moved[i], rest) = (moved[i] + more, rest - more);
        }

        return moved;
    }

    private void Alter(int place, Grant grant)
    {
        // A grant that ends with a term of no length is left to the renewal at the same instant.
        var left = grant.Ends <= at ? grant.UnusedBefore(at) : grant.LeftAt(at);
        var change = left - _held[place].LeftAt(at);
        _held[place] = grant;
        Tell(change > 0m ? GrantEffectKind.ToppedUp : GrantEffectKind.Clipped, grant, decimal.Abs(change));
    }

    private static Allowance AllotmentOf(Sequence<Plan> plans, Grant grant, int quantity)
    {
        foreach (var allowance in plans.FirstOrDefault(plan => plan.Id == grant.ProductId)?.Allowances ?? default)
        {
            if (allowance.Kind == grant.Kind)
            {
                return allowance with { Units = allowance.Units * quantity };
            }
        }

        return new Allowance { Kind = grant.Kind, Units = 0m, Rollover = grant.Rollover };
    }
}
