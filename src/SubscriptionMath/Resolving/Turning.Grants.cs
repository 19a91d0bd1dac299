namespace SubscriptionMath;

/// <content>The usage credits that a term brings.</content>
internal sealed partial record Turning
{
    private GrantStep.Entered Entered(in Sale sale, in PlanTerm term, Measure measure)
    {
        var wanted = sale.Wanted;
        var share = term.Period == term.Term
            ? new Share(1, 1, ProrationUnit.Terms)
            : new Counting(measure, term.Anchor, Zone).Left(
                new Stretch(term.Term, term.Period, wanted.Price.Interval) { IsFirst = true }, term.Term.Start, ends: false);
        var count = new GrantCount(measure, term.Anchor, On.Before.QuotaAnchor, Zone);
        var brings = new GrantTerm(term.Term, wanted.Price.Interval, share, count);
        return new GrantStep.Entered(wanted, wanted.Quantity, sale.Source, brings) { Begins = true };
    }

    /// <summary>Whether no usage credits are held or owed, and the product brings none.</summary>
    private bool HasNoCredits(Wanted wanted) =>
        On.Before.Grants.IsEmpty && On.Before.UsageDebts.IsEmpty && wanted.Allowances.IsEmpty;
}
