using NodaTime;

namespace SubscriptionMath;

/// <summary>The trial that a plan offers on its first purchase.</summary>
/// <param name="Length">The length of the trial, counted in the subscription's zone from its first instant.</param>
public sealed record TrialOffer(BillingInterval Length)
{
    /// <summary>A trial from an instant on.</summary>
    internal Term TermFrom(Instant from, DateTimeZone zone)
    {
        var start = from.LocalAt(zone);
        return new Term(from, new Anchor(start).Next(start, Length).AtStart(zone));
    }
}
