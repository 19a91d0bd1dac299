using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The length that divides the time left.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract record Denominator
{
    private protected Denominator()
    {
    }

    /// <summary>The period of the price: as a rule the current term.</summary>
    /// <remarks>
    /// 15 April to 1 May of a month from the 1st: 16 of the 30 days of April. A stub is divided by its period of the schedule.
    /// </remarks>
    public static Denominator Period { get; } = new OwnPeriod();

    /// <summary>An imaginary interval of the price that begins at the change, or with a term bought ahead.</summary>
    /// <remarks>
    /// 15 April to 1 May: 16 of the 30 days from 15 April to 15 May; 20 February to 1 March: 9 of the 28 days to 20 March.
    /// </remarks>
    public static Denominator FromTheChange { get; } = new IntervalFromStart();

    /// <summary>
    /// The interval of the price at the boundary: it begins with a stretch that begins at a boundary of the schedule, and ends with any
    /// other stretch.
    /// </summary>
    /// <remarks>
    /// Only this one boundary is the schedule's. Kill Bill, with billing day 31: 11 to 30 April is 19 of the 31 days since 30 March,
    /// although the schedule's period began on the 31st; 28 February to 15 March is 15 of the 28 days to 28 March. With billing day 1, 5 to
    /// 10 May is 5 of the 30 days since 10 April.
    /// </remarks>
    public static Denominator AtTheBoundary { get; } = new IntervalAtBoundary();

    /// <summary>The interval of the price that begins as the period ends; a period of which all is left is divided by itself.</summary>
    /// <remarks>
    /// A part is never more than the price: 2 January to 1 February, 30 days, is all of the 28 days of February. The interval is counted
    /// from the anchor, or from the end itself if that is no boundary of the anchor. A part of the amount billed is one of the stretch.
    /// </remarks>
    /// <example>
    /// 17 January to 1 February: 15 of the 28 days of February. 15 February to 1 March: 14 of the 31 days of March. 1 February to 1 March:
    /// all of it.
    /// </example>
    public static Denominator NextPeriod { get; } = new IntervalAfter();

    /// <summary>A fixed number of days, whatever the calendar; a price of more months or years has a multiple of that number.</summary>
    /// <param name="days">The days of the interval; at least one.</param>
    /// <param name="per">The interval, of months or years.</param>
    /// <returns>The denominator. A price per days or weeks is divided by its own days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than one, or the interval one of days.</exception>
    /// <example>Thirty days a month: 21 days of May are 21/30, a quarter has 90. 365 a year: a leap year has no day more.</example>
    public static Denominator FixedDays(int days, BillingInterval per) => new Fixed(days, per);

    private protected abstract void Seal();

    /// <summary>The period of the price.</summary>
    internal sealed record OwnPeriod : Denominator
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>An interval of the price that begins at the change.</summary>
    internal sealed record IntervalFromStart : Denominator
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>An interval of the price that begins at the stretch's boundary, or ends with the stretch.</summary>
    internal sealed record IntervalAtBoundary : Denominator
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>An interval of the price that begins as the period ends.</summary>
    internal sealed record IntervalAfter : Denominator
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A fixed number of days.</summary>
    /// <param name="Days">The days of the interval.</param>
    /// <param name="Per">The interval.</param>
    public sealed record Fixed(int Days, BillingInterval Per) : Denominator
    {
        /// <summary>Gets the days of the interval; at least one.</summary>
        public int Days { get; init => field = Require.AtLeast(1, value, nameof(Days)); } = Require.AtLeast(1, Days, nameof(Days));

        /// <summary>Gets the interval; of months or years.</summary>
        public BillingInterval Per { get; init => field = Months(value); } = Months(Per);

        /// <summary>The days of each month, if they are a whole number.</summary>
        internal int DaysPerMonth => Days % Per.TotalMonths == 0
            ? Days / Per.TotalMonths
            : throw new InvalidOperationException($"{Days} days per {Per} are no whole number of days a month.");

        /// <summary>The number of parts in which a day is counted, so that the interval of a price is a whole number of parts.</summary>
        /// <remarks>As a rule 1; 12 for a month of a year of 365 days.</remarks>
        internal int Parts(BillingInterval interval) => (long)Days * interval.TotalMonths % Per.TotalMonths == 0 ? 1 : Per.TotalMonths;

        private static BillingInterval Months(BillingInterval per) => per.TotalMonths > 0
            ? per
            : throw new ArgumentOutOfRangeException(nameof(per), per, $"A fixed number of days is one per months or years, not per {per}.");

        private protected override void Seal()
        {
        }
    }

    /// <summary>The stretch of time that divides, if there is one.</summary>
    internal Term Of(Stretch stretch, Instant from, Anchor anchor, DateTimeZone zone) => this switch
    {
        IntervalFromStart => From(from, stretch.Interval, zone),
        IntervalAtBoundary when anchor.Begins(stretch.Covers.Start, stretch.Interval, zone) =>
            From(stretch.Covers.Start, stretch.Interval, zone),
        IntervalAtBoundary => new Anchor(stretch.Covers.End.LocalAt(zone)).Ending(stretch.Covers.End, stretch.Interval, zone),
        IntervalAfter when from > stretch.Period.Start || stretch.Covers.End < stretch.Period.End =>
            anchor.PeriodBeginning(stretch.Period.End, stretch.Interval, zone),
        _ => stretch.Period,
    };

    private static Term From(Instant start, BillingInterval interval, DateTimeZone zone) =>
        new(start, new Anchor(start.LocalAt(zone)).Boundary(1, interval).AtStart(zone));
}
