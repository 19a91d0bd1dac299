using BillingService.Settling;

namespace BillingService.Due;

/// <summary>When the worker looks at a subscription again, and how often its card was declined in a row.</summary>
internal sealed record Schedule(Instant? NextDueAt, int Failures, Instant? RetryAt)
{
    /// <summary>The days between the attempts; after the last one the service cancels. The vendor chooses them.</summary>
    private static readonly Sequence<Duration> Waits = [Duration.FromDays(1), Duration.FromDays(3), Duration.FromDays(7)];

    /// <summary>Gets whether every attempt has failed.</summary>
    internal static bool IsExhausted(int failures) => failures > Waits.Count;

    /// <summary>After a booking: the next event, or the retry of an amount that is owed.</summary>
    internal static Schedule After(Holding before, Accepted accepted, Outcome outcome, Instant now)
    {
        var facts = before.Facts with { Credit = accepted.Credit };
        var next = Lifecycle.NextEvent(accepted.Subscription, facts, before.Policy)?.At;
        var owes = accepted.Subscription.NextInvoice.Any(charge => charge.Owed);
        return outcome == Outcome.AcceptedAndOwed ? Declined(before.Row.Failures, now, next)
            : !owes ? new Schedule(next, 0, null)
            : before.Row.RetryAt is { } retry ? new Schedule(Earlier(next, retry), before.Row.Failures, retry)
            : new Schedule(next, before.Row.Failures, null);
    }

    /// <summary>After a declined payment that changed nothing: the event stays due, and waits for its retry.</summary>
    internal static Schedule AfterDecline(Holding holding, Instant now) => Declined(holding.Row.Failures, now, null);

    /// <summary>With a new card: every retry at once.</summary>
    internal static Schedule WithNewCard(Holding holding, Instant now) => new(now, holding.Row.Failures, now);

    private static Schedule Declined(int failures, Instant now, Instant? next) => failures < Waits.Count
        ? new Schedule(Earlier(next, now + Waits[failures]), failures + 1, now + Waits[failures])
        : new Schedule(now, failures + 1, null);

    private static Instant? Earlier(Instant? one, Instant other) => one is { } instant && instant < other ? instant : other;
}
