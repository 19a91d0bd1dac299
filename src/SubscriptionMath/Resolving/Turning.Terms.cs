namespace SubscriptionMath;

/// <content>The next terms.</content>
internal sealed partial record Turning
{
    /// <summary>
    /// Finds the term that begins at the moment, after a term that ended then or, with a pause in between, before. The first paid term
    /// after a trial is aligned as a first purchase is; a term of another plan or interval, as its rule says. A stub before a billing day
    /// is charged as a first purchase is.
    /// </summary>
    internal NextTerm NextTermOf(Anchor? own, in Sale sale, Schedule schedule)
    {
        var (before, at, price) = (On.Before, On.Moment, sale.Wanted.Price);
        var aligned = sale.Aligned ?? Resumes?.Term as TermRule.ToBillingDay;
        var afterTrial = own is null && before.Plan?.Term.End == at && before.Trial?.Term.End == at;
        var first = aligned is not null || afterTrial ? RuleBook.FirstPurchase(On.Policy.Rules, price) : null;
        if ((aligned ?? first?.Term) is TermRule.ToBillingDay day)
        {
            return new NextTerm(
                PlanTerm.Aligned(day, before, at, price.Interval), first?.NewPrice ?? NewPrice.Full, schedule with { Next = null });
        }

        return before.Plan?.Term.End == at && schedule.Next is not null
            ? new NextTerm(PlanTerm.Following(own, at, price.Interval, schedule, before), NewPrice.ForTheRest, schedule)
            : new NextTerm(PlanTerm.After(own ?? schedule.Anchor, at, price.Interval, Zone), first?.NewPrice ?? NewPrice.Full, schedule);
    }

    /// <summary>Finds the term after all billed time of an item.</summary>
    internal PlanTerm TermAhead(Item item, Item plan, Schedule schedule)
    {
        var (end, interval) = (item.ChargedThrough, item.SoldAt.Interval);
        var next = end == plan.ChargedThrough
            ? PlanTerm.Following(item.Anchor, end, interval, schedule, On.Before)
            : PlanTerm.After(item.Anchor ?? schedule.Anchor, end, interval, Zone);
        return ContractTerm.Cut(next, item.EndsAt);
    }
}
