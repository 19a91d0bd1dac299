namespace BillingService.Demo;

/// <summary>A clock that can be moved ahead, so that a year passes in a second. Only the demo has it.</summary>
internal sealed class DemoClock(IClock beneath) : IClock
{
    private long _ahead;

    public Instant GetCurrentInstant() => beneath.GetCurrentInstant() + Duration.FromTicks(Interlocked.Read(ref _ahead));

    internal void MoveTo(Instant instant) =>
        Interlocked.Exchange(ref _ahead, (long)(instant - beneath.GetCurrentInstant()).TotalTicks);
}
