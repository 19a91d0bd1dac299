namespace SubscriptionMath.Tests.Laws;

/// <summary>The next billing is moved while what was bought is kept, in whole lives and under every policy.</summary>
public sealed class MoveLaws
{
    [Law]
    public void A_move_of_a_date_conserves_value(Life life)
    {
        foreach (var (before, step, quote, then) in Moved(life))
        {
            foreach (var item in LifeLaws.Items(before))
            {
                var (name, measure) = life.Story.Catalog.AddOns.FirstOrDefault(addOn => addOn.Id == item.ProductId) is { } addOn
                    ? (addOn.Name, addOn.Measure ?? then.Measure ?? life.Policy.Proration.Measure)
                    : (life.Story.Catalog.Plan(item.ProductId).Name, then.Measure ?? life.Policy.Proration.Measure);
                var given = quote.Lines.Where(line => line.Product == name && line.Kind == LineKind.Unused).ToList();
                var after = LifeLaws.Items(step.Subscription).Single(now => now.ProductId == item.ProductId);
                var (was, now) = (Unused(before, item, measure, life.Policy, step.At), Unused(step.Subscription, after, measure, life.Policy, step.At));
                Assert.InRange(was - now - given.Sum(line => line.Amount.Minor), -1 - given.Count, 1 + given.Count);
            }
        }
    }

    [Law]
    public void A_date_put_off_and_brought_back_is_as_it_was(Life life)
    {
        foreach (var (before, step, quote, _) in Moved(life).Where(moved => moved.Quote.Change!.NextBilling > moved.Before.Plan!.Term.End))
        {
            Assert.DoesNotContain(quote.Lines, line => line.Kind is LineKind.Unused or LineKind.NewPrice);
            var change = Change.To(step.Subscription.Cart()) with { NextBilling = before.Plan!.Term.End };
            var back = Billing.Price(step.Subscription, change, life.Facts with { Credit = step.Credit }, life.Story.Catalog, life.Policy, step.At).OrThrow();
            Assert.DoesNotContain(back.Lines, line => line.Kind is LineKind.Unused or LineKind.NewPrice);
            var after = back.SubscriptionAfter;
            Assert.Equal(LifeLaws.Items(before).Select(item => Running(item, step.At)), LifeLaws.Items(after).Select(item => Running(item, step.At)));
            Assert.Equal(before.Trial, after.Trial);
        }
    }

    /// <summary>An item without what has ended by an instant, which is let go when something changes.</summary>
    private static Item Running(Item item, Instant at) => item with
    {
        SetUp = item.SetUp?.Covers.End <= at ? null : item.SetUp,
        Lots = [.. item.Lots.Where(lot => lot.InArrears || lot.Covers.End > at)],
    };

    /// <summary>The moves of nothing but the date, by a rule that keeps what was bought.</summary>
    private static IEnumerable<(Subscription Before, TimelineStep Step, Quote Quote, Treatment Then)> Moved(Life life) =>
        from taken in LifeLaws.Taken(life)
        let before = taken.Before.Subscription
        where taken.Quote.Change is { NextBilling: not null, Cart: { } cart } && before.Plan is not null && cart == before.Cart() && before.Pending is null
        let question = new Question(new Situation(life.Story, before, life.Facts with { Credit = taken.Before.Credit }, taken.Step.At, []), taken.Quote.Change!)
        let then = Ruling.Of(question, ChangeKinds.NextBilling, Direction.Lateral, before.Plan, before.Plan!.SoldAt).Treatment
        where then is { Term: TermRule.ToDateAsked, Unused: UnusedValue.LotsKept }
        select (before, taken.Step, taken.Quote, then);

    private static long Unused(Subscription held, Item item, Measure measure, BillingPolicy policy, Instant at) => Billing.UnusedValue(
        held with { Plan = item, AddOns = [], Anchor = item.Anchor ?? held.Anchor }, UnusedValue.OfAllLots, measure, policy.Proration.Rounding.Mode, at).Minor;
}
