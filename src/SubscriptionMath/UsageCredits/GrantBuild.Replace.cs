using NodaTime;

namespace SubscriptionMath;

/// <content>
/// The plan's credits when another plan replaces it within the term. A grant's product and quantity say from which allotment a difference
/// is computed. Its earlier plan says how much comes back, so that nothing is granted a second time.
/// </content>
internal sealed partial class GrantBuild
{
    internal void ReplacePlan(GrantStep.PlanReplaced step)
    {
        var fate = step.Direction == Direction.Up ? policy.OnUpgrade : policy.OnDowngrade;
        if (fate is GrantFate.Replaced or GrantFate.Carried)
        {
            LeavePlan(fate, step.Next, step.Term.End, step.Within ? step.Term : null);
            foreach (var allowance in step.Next.Allowances)
            {
                Enter(Anew(step), allowance, OfNew(step), step.Term.PiecesOf(allowance));
            }
        }
        else if (fate == GrantFate.Voided)
        {
            Void(step);
        }
        else
        {
            Kinds(step.Next).ForEach(kind => Replace(step, fate, kind));
        }
    }

    private void Replace(GrantStep.PlanReplaced step, GrantFate fate, string kind)
    {
        var (next, allowance, current) = (step.Next, step.Next.AllowanceOf(kind), Current(kind));
        var own = fate is GrantFate.Kept or GrantFate.Clipped ? step.OwnFrom : at;
        if (current.Count == 0)
        {
            RemoveToCome(kind, own);
            if (allowance is not null)
            {
                Enter(Anew(step), allowance, OfNew(step), step.Term.PiecesOf(allowance));
            }

            return;
        }

        if (fate is GrantFate.Kept or GrantFate.Clipped)
        {
            RemoveToCome(kind, own);
            Keep(current, fate, allowance, next.Quantity);
            if (fate == GrantFate.Clipped)
            {
                ClipToCome(kind, (allowance?.Units ?? 0m) * next.Quantity);
            }

            EnterToCome(step, allowance, own);
            return;
        }

        if (step.Within && allowance is not null && step.Term.PiecesOf(allowance) is [var running, ..]
            && _held.All.Any(grant => IsPlansOwn(grant, kind) && grant.Rests && ComesBack(grant, next, running.Interval.End)))
        {
            // The next plan had its allotment: its grant comes back as it was left, and running grants are suspended.
            for (var i = _held.Count - 1; i >= 0; i--)
            {
                if (IsPlansOwn(_held[i], kind) && !StaysFor(_held[i], next, step.Term))
                {
                    Leave(i, rests: true);
                }
            }

            Enter(Anew(step), allowance, Allotment.Full, step.Term.PiecesOf(allowance));
            return;
        }

        var again = fate == GrantFate.Recounted || policy.OnUpgrade != policy.OnDowngrade;
        Move(step, allowance, current, byParts: fate == GrantFate.ToppedUp && step.ByParts, again);
    }

    /// <summary>The part of its allotment for the next plan: all of it within a term; that of a first term if a term begins.</summary>
    private Allotment OfNew(GrantStep.PlanReplaced step) => step.Begins ? policy.FirstTerm : Allotment.Full;

    private static GrantStep.Entered Anew(GrantStep.PlanReplaced step) =>
        new(step.Next, step.Next.Quantity, GrantSource.Plan, step.Term) { Begins = step.Begins, Again = step.Within };

    /// <summary>Keeps running grants, or clips them to the new plan's allotment; the grant used first is kept.</summary>
    /// <remarks>A kept grant stands for all units held from now on: a unit that comes back brings nothing.</remarks>
    private void Keep(List<int> current, GrantFate fate, Allowance? allowance, int quantity)
    {
        if (fate == GrantFate.Clipped)
        {
            Clip(_held[current[0]].Kind, (allowance?.Units ?? 0m) * quantity);
        }
        else
        {
            current.ForEach(place => Tell(GrantEffectKind.Kept, _held[place], Left(_held[place])));
        }

        var (first, units) = (_held[current[0]], current.Sum(place => _held[place].Quantity));
        _held[current[0]] = first with { Quantity = first.Quantity + int.Max(0, quantity - units) };
    }

    /// <summary>Clips the running credits of the plan, with those that rolled over, to a number of units in all.</summary>
    private void Clip(string kind, decimal room)
    {
        foreach (var place in Running(grant => IsOfPlan(grant) && grant.Kind == kind))
        {
            var left = Left(_held[place]);
            var cut = decimal.Max(0m, left - room);
            room = decimal.Max(0m, room - left);
            Alter(place, _held[place] with { Granted = _held[place].Granted - cut });
        }
    }

    /// <summary>Lapses the plan's credits. A running grant stays, used up, so that the way back knows its plan.</summary>
    /// <remarks>For the rest of the term the next plan has a grant of zero; a term bought ahead has its own.</remarks>
    private void Void(GrantStep.PlanReplaced step)
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if (_held[i].Source == GrantSource.Plan && _held[i].IsActiveAt(at))
            {
                var left = Left(_held[i]);
                _held[i] = _held[i] with { Granted = _held[i].Granted - left };
                Tell(GrantEffectKind.Lapsed, _held[i], left);
            }
            else if (IsOfPlan(_held[i]) && !_held[i].Rests)
            {
                Remove(i);
            }
        }

        foreach (var allowance in step.Next.Allowances)
        {
            var from = Current(allowance.Kind).Aggregate(at, (latest, place) => Instant.Max(latest, _held[place].Ends ?? Instant.MaxValue));
            if (from < step.TermEnd)
            {
                Add((step.Next.ProductId, GrantSource.Plan), allowance, step.Next.Quantity, 0m, new Term(from, step.TermEnd));
            }

            EnterToCome(step, allowance, step.TermEnd);
        }
    }

    /// <summary>All kinds that the plan has granted, and those that the next plan grants.</summary>
    private List<string> Kinds(Wanted next) =>
    [
        .. _held.All.Where(grant => grant.Source == GrantSource.Plan).Select(grant => grant.Kind)
            .Concat(next.Allowances.Select(allowance => allowance.Kind)).Distinct(),
    ];

    /// <summary>The plan's own grants of a kind that run now, in the order of use.</summary>
    private List<int> Current(string kind) => Running(grant => IsPlansOwn(grant, kind));

    private List<int> Running(Func<Grant, bool> isWanted)
    {
        var places = Enumerable.Range(0, _held.Count).Where(i => isWanted(_held[i]) && _held[i].IsActiveAt(at)).ToList();
        places.Sort(InOrder);
        return places;
    }
}
