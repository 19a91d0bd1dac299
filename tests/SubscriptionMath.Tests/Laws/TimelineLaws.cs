namespace SubscriptionMath.Tests.Laws;

/// <summary>Law 9, and what holds at every step of a life: balance, preview and booking, order, refusals.</summary>
public sealed class TimelineLaws
{
    [Law]
    public void Stopped_and_continued__a_timeline_is_the_one_that_was_played_through(Life life, NonNegativeInt first, NonNegativeInt second)
    {
        var whole = life.Play();
        var stops = Stops(life, whole).ToList();
        var (one, other) = (stops[first.Get % stops.Count], stops[second.Get % stops.Count]);

        Assert.Equal(whole, life.Play(life.Play(life.Begin(), one), life.Until));
        var (earlier, later) = (Instant.Min(one, other), Instant.Max(one, other));
        Assert.Equal(whole, life.Play(life.Play(life.Play(life.Begin(), earlier), later), life.Until));
    }

    [Law]
    public void A_command_that_is_done_when_its_time_has_come_is_the_one_that_was_scripted(Life life)
    {
        var (script, line) = (life.Script(), life.Begin());
        foreach (var command in script.Commands.Where(command => command.At <= life.Until))
        {
            line = line.Play(script with { Commands = default }, life.Story.Catalog, life.Policy, command.At)
                .Do(command, life.Story.Catalog, life.Policy, script.PaymentsFail.Any(stretch => stretch.Contains(command.At)));
        }

        Assert.Equal(life.Play(), line.Play(script with { Commands = default }, life.Story.Catalog, life.Policy, life.Until));
    }

    [Law]
    public void What_is_serialized_comes_back_equal__lives(Life life)
    {
        var (script, whole) = (life.Script(), life.Play());
        Assert.Equal(script, BillingJson.Read<Script>(BillingJson.Write(script)));
        Assert.Equal(whole, BillingJson.Read<Timeline>(BillingJson.Write(whole)));
        Assert.All(script.Commands, command => Assert.Equal(command, BillingJson.Read<Command>(BillingJson.Write(command))));
        Assert.All(whole.Steps, step => Assert.Equal(step, BillingJson.Read<TimelineStep>(BillingJson.Write(step))));
        if (Lifecycle.NextEvent(whole.Subscription, whole.Facts, life.Policy) is { } due)
            Assert.Equal(due, BillingJson.Read<DueEvent>(BillingJson.Write(due)));
    }

    /// <summary>Law 8: a plan that is sold for a fixed time is not held a day longer, unless something was bought for it or it rested.</summary>
    [Law]
    public void What_is_sold_for_a_fixed_time_ends_with_it(Life life)
    {
        foreach (var step in life.Play().Steps)
        {
            // A change within the term may begin another one, whatever the contract; what had been put off is one of those.
            if (step is { Outcome: Outcome.Accepted, Answer: Quote { BillingReason: BillingReason.Renewal or BillingReason.TrialEnd or BillingReason.PendingChange } quote, Subscription.Plan: { SoldAt.Contract.Then: AfterContract.Ends, Contract: { } contract } plan }
                && quote.TermBefore?.End == quote.At)
                Assert.True(plan.ChargedThrough <= contract.End || plan.Lots.Any(lot => lot.Covers.End > contract.End && lot.Source != LotSource.Purchase), $"{plan.Term} runs beyond {contract}");
        }
    }

    [Law]
    public void Balance__the_entries_of_every_step_sum_to_zero(Life life) => Assert.All(
        Quotes(life), quote => Assert.Equal(0, quote.Entries.Sum(entry => entry.Amount.Minor)));

    [Law]
    public void Preview_is_booking__every_step_leaves_what_its_quote_showed(Life life)
    {
        var (subscription, credit) = (life.Unborn, life.Facts.Credit);
        foreach (var step in life.Play().Steps)
        {
            switch (step.Outcome)
            {
                case Outcome.Accepted:
                    Assert.Equal(((Quote)step.Answer).SubscriptionAfter, step.Subscription);
                    Assert.Equal(((Quote)step.Answer).Read.Credit is null ? credit : ((Quote)step.Answer).CreditAfter, step.Credit);
                    break;
                case Outcome.AcceptedAndOwed:
                    var (quote, owed) = ((Quote)step.Answer, step.Subscription.NextInvoice[^1]);
                    Assert.Equal((true, quote.Totals.DueNow), (owed.Owed, owed.Amount));
                    Assert.Equal(quote.SubscriptionAfter.NextInvoice.Plus(owed), step.Subscription.NextInvoice);
                    Assert.Equal(quote.SubscriptionAfter.Version, step.Subscription.Version);
                    break;
                default:
                    Assert.Equal((subscription, credit), (step.Subscription, step.Credit));
                    break;
            }

            if (step.Answer is Quote { } made)
            {
                Assert.Equal((subscription.Version, step.At), (made.ForVersion, made.At));
            }

            (subscription, credit) = (step.Subscription, step.Credit);
        }
    }

    [Law]
    public void Steps_are_in_the_order_of_time(Life life)
    {
        var steps = life.Play().Steps;
        for (var i = 1; i < steps.Count; i++)
            Assert.True(steps[i - 1].At <= steps[i].At);

        Assert.Equal(
            life.Script().Commands.Where(command => command.At <= life.Until),
            steps.Where(step => step.Command is not null).Select(step => step.Command));
        Assert.All(steps.Where(step => step.Command is not null), step => Assert.Equal(step.Command!.At, step.At));
    }

    [Law]
    public void Nothing_that_is_due_is_left_undone(Life life)
    {
        var whole = life.Play();
        if (Lifecycle.NextEvent(whole.Subscription, whole.Facts, life.Policy) is { } due && due.At <= life.Until)
            Assert.Contains(life.Script().PaymentsFail, stretch => stretch.Contains(life.Until));
    }

    [Law]
    public void Payments_only_fail_where_they_were_said_to(Life life) => Assert.All(
        life.Play().Steps, step => Assert.Equal(
            step.Answer is Quote quote && quote.Totals.DueNow.IsPositive && life.Script().PaymentsFail.Any(stretch => stretch.Contains(step.At)),
            step.Outcome is Outcome.NotPaid or Outcome.AcceptedAndOwed));

    [Law]
    public void Every_refusal_in_a_life_names_a_reason(Life life) => Assert.All(
        life.Play().Steps.Where(step => step.Answer is Refused),
        step =>
        {
            var refused = (Refused)step.Answer;
            Assert.NotNull(step.Command);
            Assert.True(Enum.IsDefined(refused.Code) && refused.Code != RefusalCode.StaleQuote);
            Assert.Matches(@"^[A-Z0-9].+\.$", refused.Message);
            Assert.DoesNotContain("The policy refuses this change", refused.Message, StringComparison.Ordinal);
        });

    [Law]
    public void Every_entry_of_a_life_is_explained(Life life) => Assert.All(
        Quotes(life), quote => Assert.All(Explanation.Of(quote), Assert.NotEmpty));

    private static IEnumerable<Quote> Quotes(Life life) => life.Play().Steps.Select(step => step.Answer).OfType<Quote>();

    /// <summary>Every event and command, a moment before and after it, and within the stretches in which payments fail.</summary>
    private static IEnumerable<Instant> Stops(Life life, Timeline whole) => whole.Steps.Select(step => step.At)
        .SelectMany(at => new[] { at - Duration.Epsilon, at, at, at + Duration.FromHours(7) })
        .Concat(life.Script().PaymentsFail.SelectMany(stretch => new[] { stretch.Start, stretch.Start + ((stretch.End - stretch.Start) / 2), stretch.End }))
        .Append(life.Story.Start).Append(life.Until)
        .Where(at => at <= life.Until).Distinct();
}
