namespace SubscriptionMath;

/// <summary>The term of an add-on that is bought.</summary>
/// <param name="Term">The term.</param>
/// <param name="Anchor">The anchor of its own terms; null for the plan's anchor.</param>
internal readonly record struct AddOnTerm(Term Term, Anchor? Anchor)
{
    /// <summary>
    /// Finds the term by a rule: to the plan's end, to a billing day, or one interval of its own. An add-on that is counted in whole months
    /// joins the quota periods of the subscription.
    /// </summary>
    internal static AddOnTerm Find(Circumstances on, Term planTerm, BillingInterval interval, TermRule rule, Measure measure)
    {
        var (before, at) = (on.Before, on.Moment);
        if (rule is TermRule.KeptEnd or TermRule.StubToDate or TermRule.ToDateAsked or TermRule.LengthBought or TermRule.DaysAppended)
        {
            return new AddOnTerm(new Term(at, planTerm.End), null);
        }

        if (rule is TermRule.ToBillingDay day)
        {
            return new AddOnTerm(new Term(at, day.PeriodAt(before, interval, at).End), day.AnchorFor(before, at));
        }

        var own = measure.Unit is ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded && before.QuotaAnchor is { } quota
            ? NewTerm.Join(at, interval, quota, before.Zone)
            : NewTerm.Begin(at, interval, before.Zone);
        return new AddOnTerm(own.Term, own.Anchor);
    }
}
