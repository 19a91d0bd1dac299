using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A stretch of paid time: from a start, inclusive, to an end, exclusive.</summary>
/// <remarks>
/// <para>The end is exclusive because the instant at which one term ends is the first of the next: a renewal at that instant
/// bills the next term. A term may be empty, never negative; <see cref="Start"/> and <see cref="End"/> cannot be set apart
/// from each other, so a <c>with</c> cannot make one either.</para>
/// <para>Equality is equality of both ends, so empty terms at different instants differ; there is no ordering. The default
/// value is the empty term at the Unix epoch.</para>
/// <para>JSON is the text of <see cref="ToString"/>: <c>"2026-04-01T00:00:00Z/2026-05-01T00:00:00Z"</c>.</para>
/// </remarks>
/// <example>April 2026 contains midnight of 1 April and does not contain midnight of 1 May.</example>
[JsonConverter(typeof(TextConverter<Term>))]
public readonly partial record struct Term : IParsable<Term>
{
    /// <summary>Makes a term from its two ends.</summary>
    /// <param name="start">The first instant.</param>
    /// <param name="end">The instant after the last; not before <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
    /// <example><c>new Term(start, start)</c> is empty, like the rest of a term at its end.</example>
    public Term(Instant start, Instant end)
    {
        if (end < start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(end), Text(end), $"A term must not end before it starts at {Text(start)}.");
        }

        (Start, End) = (start, end);
    }

    /// <summary>Gets the first instant of the term.</summary>
    /// <example>Midnight of 1 April for the month of April.</example>
    public Instant Start { get; }

    /// <summary>Gets the instant after the last: the first of the next term.</summary>
    /// <example>Midnight of 1 May for the month of April.</example>
    public Instant End { get; }

    /// <summary>Gets the elapsed time from start to end.</summary>
    /// <example>23 hours for 8 March 2026 in Los Angeles, where clocks went forward; nevertheless one calendar day.</example>
    public Duration Duration => End - Start;

    /// <summary>Gets whether the term has no instant at all.</summary>
    /// <example>True for the 30 December 2011 of Apia, a day that was left out there.</example>
    public bool IsEmpty => Start == End;

    /// <summary>Makes the term of whole dates, from midnight to midnight in a zone.</summary>
    /// <remarks>A midnight that daylight saving skipped moves forward by the gap; of a repeated one, the earlier counts.</remarks>
    /// <param name="start">The first date.</param>
    /// <param name="end">The date after the last; not before <paramref name="start"/>.</param>
    /// <param name="zone">The billing zone.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
    /// <example>In Sao Paulo 4 November 2018 has 23 hours: it starts at 01:00, which is 03:00 UTC.</example>
    public static Term Of(LocalDate start, LocalDate end, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new Term(start.AtMidnight().AtStart(zone), end.AtMidnight().AtStart(zone));
    }

    /// <summary>Tells whether an instant lies in the term.</summary>
    /// <param name="instant">The instant to look for.</param>
    /// <returns>True from the start, inclusive, to the end, exclusive.</returns>
    /// <example>April contains 1 April 00:00 and not 1 May 00:00; an empty term contains nothing, not even its start.</example>
    public bool Contains(Instant instant) => Start <= instant && instant < End;

    /// <summary>Gets the common stretch of this term and another.</summary>
    /// <param name="other">The other term.</param>
    /// <returns>The common stretch; when there is none, the empty term at the later of the two starts.</returns>
    /// <example>1 to 15 April and 10 to 30 April share 10 to 15 April; April and May share nothing.</example>
    public Term Intersect(Term other)
    {
        var start = Instant.Max(Start, other.Start);
        return new Term(start, Instant.Max(start, Instant.Min(End, other.End)));
    }

    /// <summary>Gets the rest of the term from an instant on.</summary>
    /// <param name="instant">The new start, not before the start; the end is allowed and leaves the empty term.</param>
    /// <returns>From the instant, inclusive, to the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> is before the start or after the end.</exception>
    /// <example>April from the 16th has 15 days; April from 1 May is empty.</example>
    public Term From(Instant instant) => new(Within(instant), End);

    /// <summary>Gets the part of the term before an instant.</summary>
    /// <param name="instant">The new end, not after the end; the start is allowed and leaves the empty term.</param>
    /// <returns>From the start to the instant, exclusive.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> is before the start or after the end.</exception>
    /// <example>April until the 16th has 15 days: the 16th itself belongs to the rest.</example>
    public Term Until(Instant instant) => new(Start, Within(instant));

    private Instant Within(Instant instant) => Start <= instant && instant <= End
        ? instant
        : throw new ArgumentOutOfRangeException(nameof(instant), Text(instant), $"The instant lies outside the term {this}.");
}
