using NodaTime;

namespace SubscriptionMath;

/// <summary>Asks the rules about each thing that changes; the first that matches decides.</summary>
internal static class RuleBook
{
    internal static Refused? Decide(
        Thing thing, What changes, Subscription subscription, RequestedTiming? timing, Sequence<Rule> rules, Instant at, out Decision decision)
    {
        decision = default;
        if (changes == What.None)
        {
            return null;
        }

        var rule = Find(rules, Ask(thing, changes, subscription, at));
        if ((changes & What.Pause) != What.None && (rule.When.Changes & What.Pause) != What.Pause)
        {
            return Refusals.ByRule(RefusalCode.PauseNotOffered);
        }

        if (rule is Rule.NotAllowed refused)
        {
            return Refusals.ByRule(refused.Reason);
        }

        var treatment = ((Rule.Treated)rule).Then;
        if (EffectiveTime.Find(treatment.Timing, timing, out var atPeriodEnd) is { } code)
        {
            return Refusals.Timing(code, timing);
        }

        decision = new Decision(treatment, atPeriodEnd);
        return null;
    }

    private static Asked Ask(Thing thing, What changes, Subscription subscription, Instant at)
    {
        var (before, after) = (thing.Before?.SoldAt, thing.After?.Price);
        return new Asked(
            changes,
            (changes & What.Quantity) != What.None ? (thing.Removed > 0 ? Direction.Down : Direction.Up) : thing.Direction,
            before is null || after is null ? null : Move(before.Every.CompareTo(after.Every)),
            subscription.InTrial(at),
            subscription.Status,
            Class(before),
            Class(after));
    }

    private static Rule Find(Sequence<Rule> rules, in Asked asked)
    {
        foreach (var rule in rules)
        {
            if (rule.When.Matches(asked))
            {
                return rule;
            }
        }

        throw new ArgumentException($"No rule of the policy matches {asked}; the last rule must match everything.", nameof(rules));
    }

    private static IntervalMove Move(int beforeToAfter) => beforeToAfter switch
    {
        0 => IntervalMove.Same,
        < 0 => IntervalMove.Longer,
        _ => IntervalMove.Shorter,
    };

    private static PriceClass? Class(Price? price) => price is null ? null : price.IsFree ? PriceClass.Free : PriceClass.Paid;
}
