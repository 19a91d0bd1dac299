namespace SubscriptionMath.Tests.Laws;

/// <summary>The next billing is moved while what was bought is kept, in whole lives and under every policy.</summary>
public sealed class MoveLaws
{
    [Law]
    public void A_move_of_a_date_conserves_value(Life life)
    {
        var measure = life.Policy.Measure;
        if (measure is not { ChangeDay: ChangeDay.New, Denominator: Denominator.OwnPeriod, Ratio: RatioRule.Unrounded } || measure.Grain is Grain.MonthsNotEnded or Grain.MonthsThenDays or Grain.DaysOfOwnMonths)
            return;

        foreach (var (before, step, quote) in Moved(life))
        {
            var name = life.Story.Catalog.Plan(before.Plan!.ProductId).Name;
            var given = quote.Lines.Where(line => line.Product == name && line.Kind == LineKind.Unused).ToList();
            var (was, now) = (Unused(before, life.Policy, step.At), Unused(step.Subscription, life.Policy, step.At));
            Assert.InRange(was - now - given.Sum(line => line.Amount.Minor), -1 - given.Count, 1 + given.Count);
        }
    }

    [Law]
    public void A_date_put_off_and_brought_back_is_as_it_was(Life life)
    {
        foreach (var (before, step, quote) in Moved(life).Where(moved => moved.Quote.Change!.NextBilling > moved.Before.Plan!.Term.End))
        {
            Assert.DoesNotContain(quote.Lines, line => line.Kind is LineKind.Unused or LineKind.NewPrice);
            var change = Change.To(step.Subscription.Cart()) with { NextBilling = before.Plan!.Term.End };
            var back = Billing.Price(step.Subscription, change, life.Facts with { Credit = step.Credit }, life.Story.Catalog, life.Policy, step.At).OrThrow();
            Assert.DoesNotContain(back.Lines, line => line.Kind is LineKind.Unused or LineKind.NewPrice);
            Assert.Equal((before.Plan, before.AddOns, before.Trial), (back.SubscriptionAfter.Plan, back.SubscriptionAfter.AddOns, back.SubscriptionAfter.Trial));
        }
    }

    /// <summary>The moves of nothing but the date, by a rule that keeps what was bought.</summary>
    private static IEnumerable<(Subscription Before, TimelineStep Step, Quote Quote)> Moved(Life life) =>
        from taken in LifeLaws.Taken(life)
        let before = taken.Before.Subscription
        where taken.Quote.Change is { NextBilling: not null, Cart: { } cart } && before.Plan is not null && cart == before.Cart() && before.Pending is null
        where life.Policy.Rules.OfType<Rule.Treated>().First(rule => rule.When.Changes is What.NextBilling).Then is { Term: TermRule.ToDateAsked, Unused: UnusedValue.LotsKept }
        select (before, taken.Step, taken.Quote);

    private static long Unused(Subscription held, BillingPolicy policy, Instant at) =>
        Billing.UnusedValue(held with { AddOns = [] }, UnusedValue.OfAllLots, policy.Measure, policy.Rounding.Mode, at).Minor;
}
