using NodaTime;

namespace SubscriptionMath;

/// <summary>The term of a plan that is replaced or begins anew, with the trial that it may begin with.</summary>
internal readonly record struct PlanTerm(Term Term, Anchor Anchor, TrialUse? Trial)
{
    /// <summary>The term after the one that ends at an instant: one interval, counted from the anchor.</summary>
    internal static PlanTerm After(Anchor anchor, Instant end, BillingInterval every, DateTimeZone zone)
    {
        var own = anchor.OrFrom(end, every, zone);
        return new PlanTerm(new Term(end, own.Next(end.LocalAt(zone), every).AtStart(zone)), own, null);
    }

    internal static PlanTerm Find(Subscription before, Plan wanted, BillingInterval every, TermRule rule, Instant at)
    {
        if (before.Plan is null && wanted.Trial is { } offer && before.Trial is null)
        {
            var trial = NewTerm.Begin(at, offer.Length, before.Zone);

            // What is paid for is counted from the end of a trial of days; a trial of months is itself the first of them.
            var anchor = offer.Length.TotalMonths > 0 ? trial.Anchor : new Anchor(trial.Term.End.LocalAt(before.Zone));
            return new PlanTerm(trial.Term, anchor, new TrialUse { PlanId = wanted.Id, Term = trial.Term });
        }

        if (before.Plan is { } plan && rule is TermRule.KeptEnd)
        {
            return new PlanTerm(plan.Term, before.Anchor, null);
        }

        var begun = NewTerm.Begin(at, every, before.Zone);
        return new PlanTerm(begun.Term, begun.Anchor, null);
    }
}
