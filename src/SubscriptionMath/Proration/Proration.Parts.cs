using NodaTime;

namespace SubscriptionMath;

/// <content>A stretch of time cut at the boundaries of a schedule.</content>
public static partial class Proration
{
    /// <summary>Cuts a sale into the parts of its schedule that are billed by an instant.</summary>
    /// <param name="start">The start of the sale.</param>
    /// <param name="end">The end of the sale, or null if unknown.</param>
    /// <param name="until">The instant up to which the parts are billed.</param>
    /// <param name="timing">In advance the parts that begin by then are billed, in arrears those that end by then.</param>
    /// <param name="anchor">The date from which the boundaries are counted.</param>
    /// <param name="interval">The interval of the price.</param>
    /// <param name="measure">The measure of the parts of a period, without a day of a change.</param>
    /// <param name="zone">The billing zone.</param>
    /// <returns>A stub up to the first boundary, whole periods, and a tail after the last boundary, as far as there are any.</returns>
    /// <exception cref="ArgumentNullException">The measure or the zone is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The sale ends, or is billed until, before its start; or its periods are billed neither in advance nor in arrears.
    /// </exception>
    /// <exception cref="ArgumentException">A part has no unit of the measure to divide by.</exception>
    /// <example>
    /// A month by the 15th from 1 January 2011 to 27 February, billed in advance. By 7 January: 1 to 15 January, 14 of 31 days. By 26
    /// February also a whole month, and 15 to 27 February, 12 of 28 days. In arrears nothing is billed before 15 January.
    /// </example>
    public static Sequence<PeriodPart> Billed(
        Instant start, Instant? end, Instant until, BillingTiming timing, Anchor anchor, BillingInterval interval, Measure measure,
        DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(zone);
        if (timing is not (BillingTiming.InAdvance or BillingTiming.InArrears))
        {
            throw new ArgumentOutOfRangeException(nameof(timing), timing, "Periods are billed in advance or in arrears.");
        }

        var sold = new Term(start, end ?? Instant.MaxValue);
        if (until < start)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until,
                $"A sale cannot be billed until an instant before its start, {start}.");
        }

        var (parts, counting) = (new List<PeriodPart>(), new Counting(measure, anchor, zone));
        for (var from = start; from < sold.End && (timing == BillingTiming.InArrears || from <= until);)
        {
            var period = anchor.TermAt(from, interval, zone);
            var covers = new Term(from, period.End < sold.End ? period.End : sold.End);
            if (timing == BillingTiming.InArrears && covers.End > until)
            {
                break;
            }

            parts.Add(new PeriodPart(covers, period, Of(new Stretch(covers, period, interval) { IsFirst = true }, counting)));
            from = covers.End;
        }

        return [.. parts];
    }

    private static Share Of(Stretch stretch, in Counting counting)
    {
        var share = counting.Left(stretch, stretch.Covers.Start, ends: false);
        return Divisible(stretch.Covers == stretch.Period ? share with { Left = share.Of } : share, stretch.Period);
    }
}
