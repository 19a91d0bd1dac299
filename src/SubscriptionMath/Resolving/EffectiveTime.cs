using NodaTime;

namespace SubscriptionMath;

/// <summary>The time at which a change takes effect: at once, at the end of the billed time, or on a date.</summary>
/// <param name="Waits">Whether the change waits.</param>
/// <param name="Date">The date for which the change waits; null for the end of the billed time.</param>
/// <param name="Refused">The reason of a refusal, or null.</param>
internal readonly record struct EffectiveTime(bool Waits, Instant? Date, RefusalCode? Refused)
{
    /// <summary>Finds the time by the policy's answer and the requested timing, or gives the reason of a refusal.</summary>
    internal static EffectiveTime Find(Timing timing, in AskedTiming wish, Item? held, Term? contract, Instant at) => timing switch
    {
        Timing.RequestedDate or Timing.CustomersChoice or Timing.ContractEnd when wish.IsDue => default,
        Timing.RequestedDate => new(wish.Date > at, wish.Date, OnDate(wish, at)),
        Timing.BilledEnd when IsBilled(held, at) => new(true, null, NotAsked(wish, RequestedTiming.Now)),
        Timing.CustomersChoice =>
            new(wish.Timing is RequestedTiming.AtPeriodEnd, null, NoDate(wish)
                ?? (wish.Timing is null ? RefusalCode.TimingNotStated : null)),
        Timing.ContractEnd when contract is { End: var end } && end > (held?.ChargedThrough ?? at) =>
            new(true, end, NotAsked(wish, RequestedTiming.Now)),
        Timing.PeriodEnd or Timing.ContractEnd => new(true, null, NotAsked(wish, RequestedTiming.Now)),
        _ => new(false, null, NotAsked(wish, RequestedTiming.AtPeriodEnd)),
    };

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
