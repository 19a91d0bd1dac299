namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>Reads the questionnaire aloud: which rule speaks for a thing that changes, and whether it waits for the period's end.</summary>
internal sealed record Ruling(Treatment Treatment, bool Waits)
{
    internal bool Restarts => !Waits && BeginsAnew(Treatment);

    /// <summary>Whether a term begins at the change, and everything held with it.</summary>
    internal static bool BeginsAnew(Treatment? then) => then?.Term switch
    {
        TermRule.Restart or TermRule.ToBillingDay or TermRule.DaysAppended or TermRule.LengthBought => true,
        TermRule.ToDateAsked => then.Unused is not UnusedValue.LotsKept,
        TermRule.StubToDate => false,
        _ => false,
    };

    internal static Ruling Of(Question question, ChangeKinds changes, Direction direction, Item? held, Price? after)
    {
        var before = held?.SoldAt;
        foreach (var rule in question.Policy.Rules)
        {
            if (!Speaks(rule.When, question, changes, direction, before, after))
                continue;

            var then = ((Rule.Treated)rule).Then;
            return new Ruling(then, then.Timing switch
            {
                Timing.PeriodEnd or Timing.ContractEnd => true,
                Timing.CustomersChoice => question.Change.Timing == RequestedTiming.AtPeriodEnd,
                Timing.RequestedDate => question.Change.Date > question.At,
                Timing.BilledEnd => held?.Lots.Any(lot => lot.Covers.End > question.At && !lot.AwaitsInvoice && lot.Price.BillingTiming != BillingTiming.InArrears) ?? false,
                _ => false,
            });
        }

        throw new InvalidOperationException("No rule speaks.");
    }

    private static bool Speaks(Case when, Question question, ChangeKinds changes, Direction direction, Price? before, Price? after)
    {
        IntervalMove? move = before is null || after is null ? null
            : before.Interval == after.Interval ? IntervalMove.Same
            : before.Interval == BillingInterval.Month ? IntervalMove.Longer
            : IntervalMove.Shorter;
        return (when.Direction is null || when.Direction == direction)
            && (when.Changes is not { } all || Each(all).All(one => changes.HasFlag(one)))
            && (when.ChangesOneOf is not { } some || Each(some).Any(one => changes.HasFlag(one)))
            && (when.Keeps is not { } none || !Each(none).Any(one => changes.HasFlag(one)))
            && (when.Interval is null || when.Interval == move)
            && (when.InTrial is null || when.InTrial == question.Subscription.InTrial(question.At))
            && (when.InContract is null || when.InContract == (question.Subscription.Plan?.Contract is { } contract && contract.Start <= question.At && question.At < contract.End))
            && Within(when.WithinOfPurchase, question.Subscription.PurchasedAt, question)
            && Within(when.WithinOfTermStart, question.Subscription.Plan?.Term.Start, question)
            && Within(when.WithinOfRenewal, question.Subscription.RenewedAt, question)
            && (when.InFirstTerm is null || (question.Subscription.RenewedAt is not null ? when.InFirstTerm is false : question.Subscription.PurchasedAt is not null && when.InFirstTerm is true))
            && (when.IntervalHeld is null || when.IntervalHeld == before?.Interval)
            && (when.IntervalWanted is null || when.IntervalWanted == after?.Interval)
            && (when.MovesLater is null || (changes.HasFlag(ChangeKinds.NextBilling) && when.MovesLater == question.Change.NextBilling > question.Subscription.Plan!.Term.End))
            && (when.Status is null || when.Status == question.Subscription.Status)
            && (when.From is null || when.From == Class(before))
            && (when.To is null || when.To == Class(after));
    }

    /// <summary>Counted in whole days of the calendar of the zone, to the same time of day.</summary>
    private static bool Within(BillingInterval? window, Instant? since, Question question)
    {
        if (window is not { } length)
            return true;
        if (since is not { } from)
            return false;
        var zone = question.Subscription.Zone;
        var last = from.InZone(zone).LocalDateTime.PlusMonths(length.TotalMonths).PlusDays(length.TotalDays);
        return question.At < last.InZoneLeniently(zone).ToInstant();
    }

    private static IEnumerable<ChangeKinds> Each(ChangeKinds flags) =>
        Enum.GetValues<ChangeKinds>().Where(one => one != ChangeKinds.None && flags.HasFlag(one));

    private static PriceClass? Class(Price? price) =>
        price is null ? null : price.IsFree ? PriceClass.Free : PriceClass.Paid;
}
