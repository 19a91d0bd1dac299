namespace SubscriptionMath.Tests.Laws;

/// <summary>An end gives the same in either way, and no instant is charged twice.</summary>
public sealed class EndLaws
{
    [Law]
    public void A_pause_that_gives_the_time_left_back_gives_as_much_as_a_cancellation_at_that_instant(Life life)
    {
        foreach (var (before, step, quote) in LifeLaws.Taken(life).Where(taken => taken is { Before.Subscription: { Status: Status.Active or Status.PastDue, Plan: not null }, Quote.Change.Cart.Paused: true, Step.Subscription.Pause: not null }))
        {
            var rule = life.Policy.Rules.OfType<Rule.Treated>().First(rule => rule.When.Changes == ChangeKinds.Pause);
            if (rule.Then.Unused is not UnusedValue.Lots || before.Subscription.InTrial(step.At) || step.At >= before.Subscription.Plan!.Term.End)
                continue;

            var policy = life.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.End }, rule.Then with { Timing = Timing.Now }), .. life.Policy.Rules] };
            var end = Assert.IsType<Quote>(Billing.Price(before.Subscription with { Pending = null }, Change.Cancel(), life.Facts with { Credit = before.Credit }, life.Story.Catalog, policy, step.At));
            Assert.Equal(end.Lines.Select(line => (line.Kind, line.Product, line.Exact)), quote.Lines.Select(line => (line.Kind, line.Product, line.Exact)));
            Assert.All(LifeLaws.Items(step.Subscription), item => Assert.Empty(item.Lots));
        }
    }

    [Law]
    public void At_its_own_end_nothing_of_a_product_is_unused(Life life)
    {
        foreach (var (before, step, quote) in LifeLaws.Taken(life).Where(taken => taken.Before.Subscription.Pause is null))
        {
            // A change on a date that is made later, since nothing was paid before, is made as on its date.
            var at = before.Subscription.Pending is { OnDate: true } dated && quote.BillingReason == BillingReason.PendingChange ? dated.EffectiveAt : step.At;
            foreach (var item in LifeLaws.Items(before.Subscription).Where(item => item.Term.End <= at && item.Lots.All(lot => lot.Covers.End <= at)))
                Assert.DoesNotContain(quote.Lines, line => line.GivesBack && !line.Exact.IsZero && line.Product == NameOf(life, item));
        }
    }

    [Law]
    public void No_instant_is_charged_as_used_twice_and_none_that_was_sold_is_charged_as_used(Life life)
    {
        foreach (var (before, _, quote) in LifeLaws.Taken(life).Where(taken => taken.Before.Subscription.Pause is null))
        {
            foreach (var used in quote.Lines.Where(line => line.Kind == LineKind.Used))
            {
                var at = used.Covers.Start;
                var charged = quote.Lines.Where(line => line.Kind == LineKind.Used && line.Product == used.Product && line.Covers.Contains(at)).Sum(line => line.Quantity);
                var held = LifeLaws.Items(before.Subscription).Where(item => NameOf(life, item) == used.Product).SelectMany(item => item.Lots)
                    .Where(lot => lot.Price.BillingTiming == BillingTiming.InArrears && lot.Covers.Contains(at)).Sum(lot => lot.Quantity);
                Assert.InRange(charged, 0, held);
            }
        }
    }

    [Law]
    public void An_end_gives_the_same_when_it_is_asked_for_at_that_instant_and_by_expiry(Life life)
    {
        foreach (var (_, step, _) in LifeLaws.Taken(life))
        {
            var held = step.Subscription;
            if (held is not { Plan: { } plan, Pending: null, Pause: null } || plan.ChargedThrough != plan.Term.End || RuleOf(life, held) is not { } rule)
                continue;

            var (at, facts) = (plan.Term.End, life.Facts with { Credit = step.Credit });
            var policy = life.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.End }, rule with { Timing = Timing.Now, EarlyTermination = null }), .. life.Policy.Rules] };
            var ending = held with { Status = Status.NonRenewing, Pending = new PendingChange { RequestedAt = step.At, EffectiveAt = at, Cart = null } };
            if (Lifecycle.NextEvent(ending, facts, policy) is not { BillingReason: BillingReason.Expiry } due || due.At != at || step.At > at)
                continue;

            var expired = Lifecycle.PriceNext(ending, facts, life.Story.Catalog, policy)!;
            var asked = Billing.Price(held, Change.Cancel(), facts, life.Story.Catalog, policy, at).OrThrow();
            Assert.Equal(Told(asked), Told(expired));
        }
    }

    private static IEnumerable<(LineKind, string, int, Fraction, bool)> Told(Quote quote) => quote.Lines
        .Where(line => !line.Exact.IsZero).Select(line => (line.Kind, line.Product, line.Quantity, line.Exact, line.Forfeited))
        .OrderBy(line => line.ToString(), StringComparer.Ordinal);

    private static Treatment? RuleOf(Life life, Subscription held) => life.Policy.Rules.OfType<Rule.Treated>()
        .FirstOrDefault(rule => rule.When is { Changes: ChangeKinds.End, Direction: null, InTrial: null, InContract: null, Status: null, From: null, To: null })?.Then;

    private static string NameOf(Life life, Item item) => life.Story.Catalog.Plans.FirstOrDefault(plan => plan.Id == item.ProductId)?.Name
        ?? life.Story.Catalog.AddOns.First(addOn => addOn.Id == item.ProductId).Name;
}
