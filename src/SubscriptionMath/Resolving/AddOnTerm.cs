using NodaTime;

namespace SubscriptionMath;

/// <summary>The term of an add-on that is bought, with the date from which its own boundaries are counted.</summary>
internal readonly record struct AddOnTerm(Term Term, Anchor? Anchor)
{
    /// <summary>
    /// Co-termed with the plan, or a term of its own; quota months keep to the schedule that the subscription has for them.
    /// </summary>
    internal static AddOnTerm Find(Circumstances on, Term planTerm, BillingInterval every, TermRule rule, Measure measure)
    {
        var (before, at) = (on.Before, on.Moment);
        if (rule is TermRule.KeptEnd or TermRule.StubToDate or TermRule.ToDateAsked or TermRule.LengthBought or TermRule.DaysAppended)
        {
            return new AddOnTerm(new Term(at, planTerm.End), null);
        }

        if (rule is TermRule.ToBillingDay day)
        {
            return new AddOnTerm(new Term(at, day.PeriodAt(before, every, at).End), day.AnchorFor(before, at));
        }

        var own = measure.Grain is Grain.MonthsNotStarted or Grain.MonthsNotEnded && before.QuotaAnchor is { } quota
            ? NewTerm.Join(at, every, quota, before.Zone)
            : NewTerm.Begin(at, every, before.Zone);
        return new AddOnTerm(own.Term, own.Anchor);
    }
}
