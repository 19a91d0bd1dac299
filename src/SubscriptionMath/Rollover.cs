using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The part of unused usage credits that rolls over when their period or their plan ends.</summary>
/// <remarks>
/// The cap or the unused credits roll over, whichever is less, and never less than <see cref="Least"/> if the cap allows it:
/// min(cap, max(least, left)), as in OpenMeter. The rest is forfeited. No rule turns one kind of usage credit into another.
/// </remarks>
/// <example>400 left of 1,000, rolled over up to 100: 100, and 300 are forfeited. 0 left, up to 50 and 50 at least: 50.</example>
[JsonConverter(typeof(PartConverter))]
public abstract record Rollover
{
    private protected Rollover()
    {
    }

    /// <summary>No credits roll over.</summary>
    public static Rollover None { get; } = new Lapsing();

    /// <summary>All unused credits roll over (OBI's "Virtual Team" plans, S0.4; Follow).</summary>
    public static Rollover Full { get; } = new Everything();

    /// <summary>Gets the least number of units that roll over, even if fewer are left; null for no such number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public decimal? Least { get; init => field = value is { } least ? Require.NotNegative(least, nameof(Least)) : null; }

    /// <summary>
    /// Gets the life of the rolled-over credits from the boundary on; null if the policy, or the grant itself, says when they lapse.
    /// </summary>
    public BillingInterval? Lasts { get; init; }

    /// <summary>Unused credits roll over up to a number of units.</summary>
    /// <param name="units">The most; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>Krome Photos lets 180 accumulate.</example>
    public static Rollover UpTo(decimal units) => new Capped(units);

    /// <summary>Unused credits roll over up to a multiple of the allotment: the new plan's if the plan changes.</summary>
    /// <param name="multiple">The multiple; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>Clay keeps twice the new plan's monthly credits: 200 of 100. Let's Enhance keeps six: 1,800 of 300.</example>
    public static Rollover UpToTimes(decimal multiple) => new Multiple(multiple);

    /// <summary>Unused credits roll over up to a percentage of the allotment.</summary>
    /// <param name="percent">The percentage; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>150 left of 200, up to 50 percent of the allotment: 100.</example>
    public static Rollover UpToPercent(decimal percent) => new PercentOfAllotment(percent);

    /// <summary>A percentage of the unused credits rolls over, cut to 12 decimals.</summary>
    /// <param name="percent">The percentage, from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or more than 100.</exception>
    /// <example>150 left of 200, 50 percent of the rest: 75. PhotoUp halves the balance on a downgrade.</example>
    public static Rollover PartOfRest(decimal percent) => new PercentOfRest(percent);

    /// <summary>Gives the number of credits that roll over.</summary>
    /// <param name="left">The credits left; zero or more.</param>
    /// <param name="allotment">The allotment behind a cap by multiple or percentage; zero or more.</param>
    /// <returns>The credits that roll over; more than are left only by <see cref="Least"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <example>Twice the allotment, 3,000 left, an allotment of 100: 200.</example>
    public decimal Of(decimal left, decimal allotment) => decimal.Min(
        Most(Require.NotNegative(left, nameof(left)), Require.NotNegative(allotment, nameof(allotment))),
        decimal.Max(Least ?? 0m, left));

    private protected abstract decimal Most(decimal left, decimal allotment);

    /// <summary>A part with 12 decimals: one halved each month would soon have more digits than a sum of credits can hold.</summary>
    private static decimal Cut(decimal part) => decimal.Round(part, 12, MidpointRounding.ToZero);

    /// <summary>No credits.</summary>
    internal sealed record Lapsing : Rollover
    {
        private protected override decimal Most(decimal left, decimal allotment) => 0m;
    }

    /// <summary>All unused credits.</summary>
    internal sealed record Everything : Rollover
    {
        private protected override decimal Most(decimal left, decimal allotment) => decimal.MaxValue;
    }

    /// <summary>Unused credits, up to a number of units.</summary>
    /// <param name="Units">The most; zero or more.</param>
    public sealed record Capped(decimal Units) : Rollover
    {
        /// <summary>Gets the most; zero or more.</summary>
        public decimal Units { get; init => field = Require.NotNegative(value, nameof(Units)); }
            = Require.NotNegative(Units, nameof(Units));

        private protected override decimal Most(decimal left, decimal allotment) => Units;
    }

    /// <summary>Unused credits, up to a multiple of the allotment.</summary>
    /// <param name="Times">The multiple; zero or more.</param>
    public sealed record Multiple(decimal Times) : Rollover
    {
        /// <summary>Gets the multiple; zero or more.</summary>
        public decimal Times { get; init => field = Require.NotNegative(value, nameof(Times)); }
            = Require.NotNegative(Times, nameof(Times));

        private protected override decimal Most(decimal left, decimal allotment) => Times * allotment;
    }

    /// <summary>Unused credits, up to a percentage of the allotment.</summary>
    /// <param name="Percent">The percentage; zero or more.</param>
    public sealed record PercentOfAllotment(decimal Percent) : Rollover
    {
        /// <summary>Gets the percentage; zero or more.</summary>
        public decimal Percent { get; init => field = Require.NotNegative(value, nameof(Percent)); }
            = Require.NotNegative(Percent, nameof(Percent));

        private protected override decimal Most(decimal left, decimal allotment) => Cut(allotment * Percent / 100m);
    }

    /// <summary>A percentage of the unused credits.</summary>
    /// <param name="Percent">The percentage, from 0 to 100.</param>
    public sealed record PercentOfRest(decimal Percent) : Rollover
    {
        /// <summary>Gets the percentage, from 0 to 100.</summary>
        public decimal Percent { get; init => field = Require.Within(0m, 100m, value, nameof(Percent)); }
            = Require.Within(0m, 100m, Percent, nameof(Percent));

        private protected override decimal Most(decimal left, decimal allotment) => Cut(left * Percent / 100m);
    }
}
