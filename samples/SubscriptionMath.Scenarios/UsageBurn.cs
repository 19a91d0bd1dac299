namespace SubscriptionMath.Scenarios;

/// <summary>Spends the usage credits that a step says were used, in the order of the policy.</summary>
internal static class UsageBurn
{
    internal static Subscription Spend(Subscription subscription, BillingPolicy policy, ScenarioStep step, Instant at, string file)
    {
        foreach (var used in step.Used)
        {
            subscription = Billing.Spend(subscription, used.Kind, used.Units, policy, at) is Spent spent
                ? spent.Subscription
                : throw new ScenarioException(
                    file, used.Path, $"at most the {Spelling.Units(CreditExpiry.LeftAt(subscription.Grants, used.Kind, at))} that are left", Spelling.Units(used.Units));
        }

        return subscription;
    }
}
