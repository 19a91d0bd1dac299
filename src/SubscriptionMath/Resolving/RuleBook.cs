using NodaTime;

namespace SubscriptionMath;

/// <summary>Asks the rules about each change; the first match decides.</summary>
internal static class RuleBook
{
    internal static Refused? Decide(Thing thing, ChangeKinds changes, in AskedTiming wish, Circumstances on, out Decision decision)
    {
        var (subscription, at) = (on.Before, on.Moment);
        decision = default;
        if (changes == ChangeKinds.None)
        {
            return null;
        }

        var rule = Find(on.Policy.Rules, Ask(thing, changes, wish, on), wish.IsDue);
        if ((changes & ChangeKinds.Pause) != ChangeKinds.None && !rule.When.Names(ChangeKinds.Pause))
        {
            return Refusals.ByRule(RefusalCode.PauseNotOffered);
        }

        if (rule is Rule.NotAllowed refused)
        {
            return Refusals.ByRule(refused.Reason);
        }

        var treatment = ((Rule.Treated)rule).Then;
        if ((changes & ChangeKinds.NextBilling) != ChangeKinds.None
            && !Moves(rule.When, treatment, wish.NextBilling!.Value, subscription, at))
        {
            return Refusals.ByRule(RefusalCode.NextBillingNotOffered);
        }

        var (waits, date, refusal) = EffectiveTime.Find(treatment, wish, thing.Before, subscription, at);
        if (refusal is { } code)
        {
            return Refusals.Timing(code, wish.Timing, treatment.Timing is Timing.RequestedDate, wish.Date is not null);
        }

        if (waits && date is null && (changes & ChangeKinds.Start) != ChangeKinds.None)
        {
            return Refusals.ByRule(RefusalCode.TimingNotOffered);
        }

        decision = new Decision(treatment, waits, waits ? date : null) { IsNamed = rule.When.Names(changes) };
        return null;
    }

    /// <summary>The treatment of a first purchase, also used at the end of a trial; null if it is refused or not treated.</summary>
    internal static Treatment? FirstPurchase(Sequence<Rule> rules, Price price) =>
        (Find(
            rules,
            new Asked(ChangeKinds.Start, Direction.Up, null, null, Class(price), new Standing(Status.NotStarted))
            {
                IntervalWanted = price.Interval,
            },
            accepted: false) as Rule.Treated)?.Then;

    /// <summary>Whether a rule moves the next billing to an instant.</summary>
    /// <remarks>
    /// A term that begins anew begins at the instant of the change; an end is moved to a later instant. In a continuing trial only the
    /// trial's own end moves. A plan that ends by itself is not extended.
    /// </remarks>
    private static bool Moves(Case when, Treatment treatment, Instant next, Subscription subscription, Instant at)
    {
        var kept = treatment.MovesKept;
        var offered = when.Names(ChangeKinds.NextBilling) && (kept || treatment.BeginsAnew)
            && (!subscription.InTrial(at) || (kept && treatment is { Term: TermRule.ToDateAsked, Trial: TrialFate.Kept }));
        return offered && (treatment.Term is TermRule.ToDateAsked or TermRule.StubToDate
            ? next > at && !(kept && subscription.Plan!.EndsAt < next)
            : next == at);
    }

    /// <summary>The treatment of another plan or interval that takes effect by itself. Rules that refuse are skipped.</summary>
    internal static Treatment? AtTheTurn(Circumstances on, Price wanted, ChangeKinds changes, Direction direction)
    {
        var (subscription, held, at) = (on.Before, on.Before.Plan!.SoldAt, on.Moment);
        var asked = new Asked(
            changes,
            direction,
            Move(held.Interval.CompareTo(wanted.Interval)),
            Class(held),
            Class(wanted),
            Standing.Of(subscription, at))
        {
            IntervalHeld = held.Interval,
            IntervalWanted = wanted.Interval,
        };
        return (Find(on.Policy.Rules, asked, accepted: true) as Rule.Treated)?.Then;
    }

    /// <summary>The treatment of a cancellation that takes effect by itself, whenever requested; null if no rule treats one.</summary>
    internal static Treatment? Cancellation(Sequence<Rule> rules, Subscription subscription, Instant at) => Treated(rules, new Asked(
        ChangeKinds.End, Direction.Down, null, Class(subscription.Plan?.SoldAt), null, Active(subscription, at))
    {
        IntervalHeld = subscription.Plan?.SoldAt.Interval,
    });

    /// <summary>The treatment of a change to a higher plan of the same interval; null if no rule treats one.</summary>
    internal static Treatment? Upgrade(Sequence<Rule> rules, Subscription subscription, Instant at) => Treated(rules, new Asked(
        ChangeKinds.Plan, Direction.Up, IntervalMove.Same, Class(subscription.Plan?.SoldAt), PriceClass.Paid, Active(subscription, at))
    {
        IntervalHeld = subscription.Plan?.SoldAt.Interval,
        IntervalWanted = subscription.Plan?.SoldAt.Interval,
    });

    private static Standing Active(Subscription subscription, Instant at) =>
        Standing.Of(subscription, at) with { Status = Status.Active };

    private static Treatment? Treated(Sequence<Rule> rules, in Asked asked)
    {
        foreach (var rule in rules)
        {
            if (rule is Rule.Treated treated && rule.When.Matches(asked))
            {
                return treated.Then;
            }
        }

        return null;
    }

    private static Asked Ask(Thing thing, ChangeKinds changes, in AskedTiming wish, Circumstances on)
    {
        var (before, after) = (thing.Before?.SoldAt, thing.After?.Price);
        return new Asked(
            changes,
            (changes & ChangeKinds.Quantity) != ChangeKinds.None ? (thing.Removed > 0 ? Direction.Down : Direction.Up) : thing.Direction,
            before is null || after is null ? null : Move(before.Interval.CompareTo(after.Interval)),
            Class(before),
            Class(after),
            Standing.Of(on.Before, on.Moment))
        {
            IntervalHeld = before?.Interval,
            IntervalWanted = after?.Interval,
            MovesLater = (changes & ChangeKinds.NextBilling) != ChangeKinds.None && on.Before.Plan is { } plan
                ? wish.NextBilling > plan.Term.End
                : null,
        };
    }

    /// <summary>The first match; for a change accepted before, the first match that does not refuse.</summary>
    private static Rule Find(Sequence<Rule> rules, in Asked asked, bool accepted)
    {
        foreach (var rule in rules)
        {
            if (rule.When.Matches(asked) && !(accepted && rule is Rule.NotAllowed))
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
