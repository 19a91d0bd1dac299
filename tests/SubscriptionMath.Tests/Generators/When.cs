namespace SubscriptionMath.Tests.Generators;

/// <summary>The place of a change in the time left.</summary>
public enum Moment
{
    /// <summary>At the very instant of what was before: the first instant of the term, or that of the change before.</summary>
    Same,

    /// <summary>At a midnight of the billing zone.</summary>
    Midnight,

    /// <summary>At any instant.</summary>
    Any,

    /// <summary>At the midnight with which the last day begins.</summary>
    LastDay,

    /// <summary>One nanosecond before the end.</summary>
    LastInstant,
}

/// <summary>When something happens: a moment, and how far on in the time that is left.</summary>
public readonly record struct When(Moment Moment, int PerMille)
{
    /// <summary>The instant, from the first (inclusive) to the end (exclusive).</summary>
    public Instant Between(Instant first, Instant end, DateTimeZone zone)
    {
        var reached = first + ((end - first) / 1000 * PerMille);
        var instant = Moment switch
        {
            Moment.Midnight => reached.InZone(zone).Date.AtMidnight().InZoneLeniently(zone).ToInstant(),
            Moment.Any => reached,
            Moment.LastDay => (end - Duration.Epsilon).InZone(zone).Date.AtMidnight().InZoneLeniently(zone).ToInstant(),
            Moment.LastInstant => end - Duration.Epsilon,
            _ => first,
        };
        return instant < first || instant >= end ? first : instant;
    }
}
