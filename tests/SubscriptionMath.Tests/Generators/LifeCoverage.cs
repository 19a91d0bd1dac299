using System.Collections.Concurrent;

namespace SubscriptionMath.Tests.Generators;

/// <summary>A law that is never tried proves nothing: every answer and every event is among the lives that are generated.</summary>
public sealed class LifeCoverage
{
    private static readonly Life[] Sample = [.. WholeLives.Arbitrary().Generator.Draw(nameof(LifeCoverage), 1_500, 50)];

    [Fact]
    public void Every_answer_of_a_policy_is_generated()
    {
        var policies = Sample.Select(life => life.Policy).ToList();
        Assert.Equal(Enum.GetValues<PendingPolicy>(), policies.Select(policy => policy.Requests.Pending).Distinct().Order());
        Assert.Equal(Enum.GetValues<FailedPayment>(), policies.Select(policy => policy.Invoicing.FailedPayment).Distinct().Order());
        Assert.Equal(Enum.GetValues<RenewalPrice>(), policies.Select(policy => policy.Renewal.Price).Distinct().Order());
        Assert.Equal(3, policies.Select(policy => policy.Renewal.RaisedAtMost).Distinct().Count());
        Assert.Equal(2, policies.Select(policy => policy.Renewal.ChargesLastTermInFull).Distinct().Count());
        Assert.Equal(Enum.GetValues<AfterEnd>(), policies.Select(policy => policy.Renewal.AfterEnd).Distinct().Order());
        Assert.Equal([0, 3, 7], policies.Select(policy => policy.Renewal.DaysAhead).Distinct().Order());
        Assert.Equal(Enum.GetValues<BalanceLoss>(), policies.Select(policy => policy.Balance.PaidLost).Distinct().Order());
        Assert.Equal(Enum.GetValues<BalanceLoss>(), policies.Select(policy => policy.Balance.PromotionLost).Distinct().Order());
        Assert.Equal(Enum.GetValues<PromotionValue>(), policies.Select(policy => policy.Balance.Promotion).Distinct().Order());
        Assert.Equal(Enum.GetValues<CreditKey>(), policies.SelectMany(policy => policy.Balance.Order.Keys).Distinct().Order());
        Assert.Equal(5, policies.SelectMany(Treatments).Select(then => then.Surplus).OfType<Surplus.Refund>().Distinct().Count());
        Assert.Contains(Sample, life => life.Story.Catalog.AddOns.Any(addOn => addOn.RunsOut));
        Assert.Equal(4, policies.Select(policy => policy.Requests.SecondCancellation).Distinct().Count());
        Assert.Equal([false, true], policies.Select(policy => policy.Requests.KeepsPendingStart).Distinct().Order());
        Assert.Equal([false, true], policies.Select(policy => policy.Requests.RefusesOutgrown).Distinct().Order());
        Assert.Equal(3, policies.Select(policy => policy.Requests.QuoteValidity).Distinct().Count());
        Assert.Equal(Enum.GetValues<DiscountStage>(), policies.Select(policy => policy.Invoicing.Discounts.Stage).Distinct().Order());
        Assert.Equal(Enum.GetValues<PaymentTiming>(), policies.SelectMany(Treatments).Select(then => then.PaymentTiming).Distinct().Order());
        Assert.Equal([false, true], policies.SelectMany(Treatments).Select(then => then.ChargesHold == true).Distinct().Order());
        var resumptions = policies.SelectMany(policy => policy.Rules).OfType<Rule.Treated>().Where(rule => rule.When.Changes == ChangeKinds.Resume);
        Assert.Equal([false, true], resumptions.Select(rule => Ruling.BeginsAnew(rule.Then)).Distinct().Order());
        foreach (var what in new[] { ChangeKinds.End, ChangeKinds.Pause })
            Assert.True(policies.SelectMany(policy => policy.Rules).OfType<Rule.Treated>().Where(rule => rule.When.Changes == what).Select(rule => (rule.Then.Timing, rule.Then.Term, rule.Then.Unused)).Distinct().Count() > 3);
    }

    [Fact]
    public void Every_event_command_outcome_and_state_comes_about()
    {
        var steps = new ConcurrentBag<TimelineStep>();
        Parallel.ForEach(Sample, life =>
        {
            foreach (var step in life.Play().Steps)
                steps.Add(step);
        });
        Assert.Equal(Enum.GetValues<Outcome>(), steps.Select(step => step.Outcome).Distinct().Order());
        Assert.Equal(Enum.GetValues<Status>(), steps.Select(step => step.Subscription.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<BillingReason>(), steps.Select(step => step.Answer).OfType<Quote>().Select(quote => quote.BillingReason).Distinct().Order());
        Assert.Contains(steps, step => step.Answer is Quote { Totals.Refunded.IsPositive: true });
        Assert.Contains(steps, step => step.Answer is Quote { Change.Cart.Paused: true } quote && quote.Lines.Any(line => line is { Kind: LineKind.Unused, Forfeited: false }));
        Assert.Contains(steps, step => step.Answer is Quote quote && quote.Lines.Any(line => line.Kind == LineKind.EarlyTermination));
        Assert.Contains(steps, step => step.Subscription.Plan is { SoldAt.Contract.Then: AfterContract.GoesOn, Contract: null });
        Assert.Contains(steps, step => step.Subscription.Plan is { Contract: { } contract } plan && contract.End - contract.Start > Duration.FromDays(500) && plan.SoldAt.Contract!.Then == AfterContract.Anew);
        Assert.Contains(steps, step => step.Subscription.Plan is { SoldAt.Contract.Then: AfterContract.Ends, Contract: { } contract } plan && plan.Term.End == contract.End);
        var refusals = steps.Select(step => step.Answer).OfType<Refused>().Select(refused => refused.Code).ToHashSet();
        Assert.Superset(
            new HashSet<RefusalCode>
            {
                RefusalCode.ChangePending, RefusalCode.ChangeWhilePaused, RefusalCode.PauseNotOffered, RefusalCode.NothingToResume,
                RefusalCode.NothingToRenew, RefusalCode.NothingToCancel, RefusalCode.RenewalDue, RefusalCode.TimingNotOffered,
            },
            refusals);
    }

    private static IEnumerable<Treatment> Treatments(BillingPolicy policy) => policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then);
}
