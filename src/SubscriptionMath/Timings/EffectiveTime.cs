namespace SubscriptionMath;

/// <summary>Answers when a change takes effect.</summary>
internal static class EffectiveTime
{
    /// <summary>Tells whether a treatment takes effect at the period's end, or why that cannot be said.</summary>
    internal static RefusalCode? Find(Timing timing, RequestedTiming? asked, out bool atPeriodEnd)
    {
        atPeriodEnd = timing is Timing.PeriodEnd || asked is RequestedTiming.AtPeriodEnd;
        return timing switch
        {
            Timing.CustomersChoice => asked is null ? RefusalCode.TimingNotStated : null,
            Timing.PeriodEnd => asked is RequestedTiming.Now ? RefusalCode.TimingNotOffered : null,
            _ => asked is RequestedTiming.AtPeriodEnd ? RefusalCode.TimingNotOffered : null,
        };
    }
}
