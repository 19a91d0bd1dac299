using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the instant at which a change takes effect.</summary>
internal static class EffectiveTime
{
    /// <summary>
    /// Tells whether the change waits, and for which date; null for the end of the billed time. Gives the code of a refusal, or null.
    /// </summary>
    internal static RefusalCode? Find(Timing timing, in AskedTiming wish, Item? held, Term? contract, Instant at, out bool waits,
        out Instant? date)
    {
        (waits, date) = (false, null);
        switch (timing)
        {
            case Timing.RequestedDate or Timing.CustomersChoice or Timing.ContractEnd when wish.IsDue:
                return null;
            case Timing.RequestedDate:
                (waits, date) = (wish.Date > at, wish.Date);
                return wish.Timing is not null ? RefusalCode.TimingNotOffered
                    : date is null ? RefusalCode.TimingNotStated
                    : date < at ? RefusalCode.DateHasPassed
                    : null;
            case Timing.BilledEnd:
                waits = IsBilled(held, at);
                return wish.Timing == (waits ? RequestedTiming.Now : RequestedTiming.AtPeriodEnd)
                    ? RefusalCode.TimingNotOffered
                    : NoDate(wish);
            case Timing.CustomersChoice:
                waits = wish.Timing is RequestedTiming.AtPeriodEnd;
                return NoDate(wish) ?? (wish.Timing is null ? RefusalCode.TimingNotStated : null);
            case Timing.ContractEnd when contract is { End: var end } && end > (held?.BilledUntil ?? at):
                (waits, date) = (true, end);
                return wish.Timing is RequestedTiming.Now ? RefusalCode.TimingNotOffered : NoDate(wish);
            case Timing.PeriodEnd or Timing.ContractEnd:
                waits = true;
                return wish.Timing is RequestedTiming.Now ? RefusalCode.TimingNotOffered : NoDate(wish);
            default:
                return wish.Timing is RequestedTiming.AtPeriodEnd ? RefusalCode.TimingNotOffered : NoDate(wish);
        }
    }

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
