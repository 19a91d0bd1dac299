using NodaTime;

namespace SubscriptionMath;

/// <summary>The time at which a change takes effect: at once, at the end of the billed time, or on a date.</summary>
/// <param name="Waits">Whether the change waits.</param>
/// <param name="Date">The date for which the change waits; null for the end of the billed time.</param>
/// <param name="Refused">The reason of a refusal, or null.</param>
internal readonly record struct EffectiveTime(bool Waits, Instant? Date, RefusalCode? Refused)
{
    /// <summary>Finds the time by the policy's answer and the requested timing, or gives the reason of a refusal.</summary>
    internal static EffectiveTime Find(
        Treatment then, in AskedTiming wish, Item? held, Subscription before, Instant at) => then.Timing switch
        {
            Timing.RequestedDate or Timing.CustomersChoice or Timing.ContractEnd when wish.IsDue => default,
            Timing.PeriodEnd when wish.IsDue && then.Notice is not null => default,
            Timing.RequestedDate => new(wish.Date > at, wish.Date, OnDate(wish, at)),
            Timing.BilledEnd when IsBilled(held, at) => new(true, null, NotAsked(wish, RequestedTiming.Now)),
            Timing.CustomersChoice =>
                new(
                    wish.Timing is RequestedTiming.AtPeriodEnd,
                    wish.Timing is RequestedTiming.AtPeriodEnd ? NoticedEnd(then, before, at) : null,
                    NoDate(wish) ?? (wish.Timing is null ? RefusalCode.TimingNotStated : null)),
            Timing.ContractEnd when then.Notice is null && before.Plan?.Contract is { End: var end }
                && end > (held?.ChargedThrough ?? at) =>
                    new(true, end, NotAsked(wish, RequestedTiming.Now)),
            Timing.PeriodEnd or Timing.ContractEnd => new(true, NoticedEnd(then, before, at), NotAsked(wish, RequestedTiming.Now)),
            _ => new(false, null, NotAsked(wish, RequestedTiming.AtPeriodEnd)),
        };

    /// <summary>The first end that is late enough for the notice; null for the end of the billed time, and without a notice.</summary>
    private static Instant? NoticedEnd(Treatment then, Subscription before, Instant at)
    {
        if (then.Notice is not { } notice || before.Plan is not { } plan)
        {
            return null;
        }

        var (earliest, zone) = (at.Later(notice, before.Zone), before.Zone);
        for (var contract = then.Timing is Timing.ContractEnd ? plan.Contract : null; contract is { } runs;)
        {
            if (runs.End >= earliest)
            {
                return runs.End > plan.ChargedThrough ? runs.End : null;
            }

            contract = ContractTerm.Renewed(plan.SoldAt, runs, runs.End, zone);
        }

        var (end, anchor) = (plan.ChargedThrough, (Anchor?)null);
        while (end < earliest && !(plan.EndsAt <= end))
        {
            var next = PlanTerm.Ahead(plan, end, anchor, before);
            (end, anchor) = (ContractTerm.Cut(next, plan.EndsAt).Term.End, next.Anchor);
        }

        return end > plan.ChargedThrough ? end : null;
    }

    private static RefusalCode? OnDate(in AskedTiming wish, Instant at) => wish.Timing is not null ? RefusalCode.TimingNotOffered
        : wish.Date is null ? RefusalCode.TimingNotStated
        : wish.Date < at ? RefusalCode.DateHasPassed
        : null;

    private static RefusalCode? NotAsked(in AskedTiming wish, RequestedTiming refused) =>
        wish.Timing == refused ? RefusalCode.TimingNotOffered : NoDate(wish);

    private static RefusalCode? NoDate(in AskedTiming wish) => wish.Date is null ? null : RefusalCode.TimingNotOffered;

    /// <summary>Whether future time of an item was billed, and neither deferred to the next invoice nor charged in arrears.</summary>
    private static bool IsBilled(Item? held, Instant at)
    {
        foreach (var lot in held?.Lots ?? default)
        {
            if (lot is { AwaitsInvoice: false, InArrears: false } && lot.Covers.End > at)
            {
                return true;
            }
        }

        return false;
    }
}
