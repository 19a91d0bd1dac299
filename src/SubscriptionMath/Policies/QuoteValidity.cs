using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The time for which a quote can be accepted, while nothing that it depends on has changed.</summary>
/// <remarks>
/// Whatever the answer, a quote of a change can no longer be accepted once a held item has ended: its renewal comes first.
/// </remarks>
[JsonConverter(typeof(PartConverter))]
public abstract record QuoteValidity
{
    private protected QuoteValidity()
    {
    }

    /// <summary>The quote is good to the end of its day in the billing zone, since the next day has another price.</summary>
    /// <example>Quoted on 2 July at 09:30 in Prague: good before 3 July, 00:00 in Prague, which is 2 July, 22:00 UTC.</example>
    public static QuoteValidity ToEndOfDay { get; } = new DayOfQuote();

    /// <summary>The quote is good for a number of minutes.</summary>
    /// <param name="minutes">The number of minutes; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    /// <example>30 minutes from 09:30: accepted at 09:59:59, stale at 10:00.</example>
    public static QuoteValidity ForMinutes(int minutes) => new Limited(minutes);

    /// <summary>Gives the instant from which a quote can no longer be accepted.</summary>
    internal abstract Instant EndOf(Instant at, DateTimeZone zone);

    /// <summary>The end of the day.</summary>
    internal sealed record DayOfQuote : QuoteValidity
    {
        internal override Instant EndOf(Instant at, DateTimeZone zone) =>
            at.InZone(zone).Date.PlusDays(1).AtMidnight().AtStart(zone);
    }

    /// <summary>A number of minutes.</summary>
    /// <param name="Minutes">The number; 1 or more.</param>
    public sealed record Limited(int Minutes) : QuoteValidity
    {
        /// <summary>Gets the number of minutes; 1 or more.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
        public int Minutes { get; init => field = Require.AtLeast(1, value, nameof(Minutes)); } =
            Require.AtLeast(1, Minutes, nameof(Minutes));

        internal override Instant EndOf(Instant at, DateTimeZone zone) => at + Duration.FromMinutes(Minutes);
    }
}
