using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>How much of what is left of some usage credits is taken over when their period ends, or their plan does.</summary>
/// <remarks>
/// What is taken over is the cap or what is left, whichever is less, and never less than <see cref="Least"/> where the cap allows it: min(cap, max(least, left)),
/// as in OpenMeter. What is left beyond it is forfeited. No rule turns one kind of usage credit into another.
/// </remarks>
/// <example>400 left of 1,000, rolled over up to 100: 100, and 300 are forfeited. 0 left, up to 50 and 50 at least: 50.</example>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Lapsing), "none")]
[JsonDerivedType(typeof(Everything), "full")]
[JsonDerivedType(typeof(Capped), "capped")]
[JsonDerivedType(typeof(Multiple), "multiple")]
[JsonDerivedType(typeof(PercentOfAllotment), "percentOfAllotment")]
[JsonDerivedType(typeof(PercentOfRest), "percentOfRest")]
public abstract record Rollover
{
    private protected Rollover()
    {
    }

    /// <summary>Nothing is taken over.</summary>
    public static Rollover None { get; } = new Lapsing();

    /// <summary>All that is left is taken over (OBI's "Virtual Team" plans, S0.4; Follow).</summary>
    public static Rollover Full { get; } = new Everything();

    /// <summary>Gets what is taken over at least, in units, even where less is left; null for nothing beyond what is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public decimal? Least { get; init => field = value is { } least ? Require.NotNegative(least, nameof(Least)) : null; }

    /// <summary>Gets how long what was taken over lasts, from the boundary at which it is; null where the policy, or the grant itself, says when it lapses.</summary>
    public BillingInterval? Lasts { get; init; }

    /// <summary>What is left is taken over up to a number of units.</summary>
    /// <param name="units">The most; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>Krome Photos lets 180 accumulate.</example>
    public static Rollover UpTo(decimal units) => new Capped(units);

    /// <summary>What is left is taken over up to a multiple of the allotment: the new plan's where the plan changes.</summary>
    /// <param name="multiple">The multiple; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>Clay keeps twice the new plan's monthly credits: 200 of 100. Let's Enhance keeps six: 1,800 of 300.</example>
    public static Rollover UpToTimes(decimal multiple) => new Multiple(multiple);

    /// <summary>What is left is taken over up to a part of the allotment.</summary>
    /// <param name="percent">The part, in percent; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>150 left of 200, up to 50 percent of the allotment: 100.</example>
    public static Rollover UpToPercent(decimal percent) => new PercentOfAllotment(percent);

    /// <summary>A part of what is left is taken over.</summary>
    /// <param name="percent">The part, in percent; from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or more than 100.</exception>
    /// <example>150 left of 200, 50 percent of the rest: 75. PhotoUp halves the balance on a downgrade.</example>
    public static Rollover PartOfRest(decimal percent) => new PercentOfRest(percent);

    /// <summary>Gives how much is taken over.</summary>
    /// <param name="left">What is left; zero or more.</param>
    /// <param name="allotment">The allotment of which a multiple or a part is the cap; zero or more.</param>
    /// <returns>The units taken over; more than is left only where <see cref="Least"/> is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <example>Twice the allotment, 3,000 left, an allotment of 100: 200.</example>
    public decimal Of(decimal left, decimal allotment) => decimal.Min(
        Most(Require.NotNegative(left, nameof(left)), Require.NotNegative(allotment, nameof(allotment))),
        decimal.Max(Least ?? 0m, left));

    private protected abstract decimal Most(decimal left, decimal allotment);

    /// <summary>Nothing.</summary>
    public sealed record Lapsing : Rollover
    {
        private protected override decimal Most(decimal left, decimal allotment) => 0m;
    }

    /// <summary>All that is left.</summary>
    public sealed record Everything : Rollover
    {
        private protected override decimal Most(decimal left, decimal allotment) => decimal.MaxValue;
    }

    /// <summary>What is left, up to a number of units.</summary>
    /// <param name="Units">The most; zero or more.</param>
    public sealed record Capped(decimal Units) : Rollover
    {
        /// <summary>Gets the most; zero or more.</summary>
        public decimal Units { get; init => field = Require.NotNegative(value, nameof(Units)); } = Require.NotNegative(Units, nameof(Units));

        private protected override decimal Most(decimal left, decimal allotment) => Units;
    }

    /// <summary>What is left, up to a multiple of the allotment.</summary>
    /// <param name="Times">The multiple; zero or more.</param>
    public sealed record Multiple(decimal Times) : Rollover
    {
        /// <summary>Gets the multiple; zero or more.</summary>
        public decimal Times { get; init => field = Require.NotNegative(value, nameof(Times)); } = Require.NotNegative(Times, nameof(Times));

        private protected override decimal Most(decimal left, decimal allotment) => Times * allotment;
    }

    /// <summary>What is left, up to a part of the allotment.</summary>
    /// <param name="Percent">The part, in percent; zero or more.</param>
    public sealed record PercentOfAllotment(decimal Percent) : Rollover
    {
        /// <summary>Gets the part, in percent; zero or more.</summary>
        public decimal Percent { get; init => field = Require.NotNegative(value, nameof(Percent)); } = Require.NotNegative(Percent, nameof(Percent));

        private protected override decimal Most(decimal left, decimal allotment) => allotment * Percent / 100m;
    }

    /// <summary>A part of what is left.</summary>
    /// <param name="Percent">The part, in percent; from 0 to 100.</param>
    public sealed record PercentOfRest(decimal Percent) : Rollover
    {
        /// <summary>Gets the part, in percent; from 0 to 100.</summary>
        public decimal Percent { get; init => field = Require.Within(0m, 100m, value, nameof(Percent)); } = Require.Within(0m, 100m, Percent, nameof(Percent));

        private protected override decimal Most(decimal left, decimal allotment) => left * Percent / 100m;
    }
}
