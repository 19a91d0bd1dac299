using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The recurrence of a grant that is refilled again and again, independent of any billing interval.</summary>
/// <remarks>A refill resets: the unused credits are forfeited and the grant is whole again. Refills never add up.</remarks>
/// <example>100 a day from 1 January at 00:00, 80 of them used: at 2 January 00:00 there are 100, not 120.</example>
public sealed record GrantRefill
{
    /// <summary>Gets the interval between refills.</summary>
    public required BillingInterval Interval { get; init; }

    /// <summary>Gets the anchor from which the boundaries are counted; it need not be a boundary of the grant's own life.</summary>
    public required Anchor From { get; init; }

    /// <summary>Gets the zone of the boundaries.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required DateTimeZone Zone { get; init => field = Require.NotNull(value, nameof(Zone)); }

    /// <summary>Gets the instant since which usage counts: the last refill, or the start of the grant.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets the next refill.</summary>
    [JsonIgnore]
    public Instant Next => After(Since);

    /// <summary>Gives the first boundary after an instant.</summary>
    /// <param name="at">The instant, exclusive.</param>
    public Instant After(Instant at) => From.TermAt(at, Interval, Zone).End;

    /// <summary>The last boundary by an instant.</summary>
    internal Instant LastBy(Instant at) => From.TermAt(at, Interval, Zone).Start;
}
