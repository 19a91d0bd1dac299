using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The treatment of use beyond the grants.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract record Overage
{
    private protected Overage()
    {
    }

    /// <summary>The use is refused as a whole, and no credits are used.</summary>
    public static Overage Refused { get; } = new Blocked();

    /// <summary>The available credits are used; the rest is a debt that the next grant repays.</summary>
    public static Overage AsDebt { get; } = new Debt(Limit: null);

    /// <summary>As <see cref="AsDebt"/>, within a limit on the debt; beyond the limit the use is refused as a whole.</summary>
    /// <param name="units">The greatest debt, inclusive; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Overage AsDebtUpTo(decimal units) => new Debt(units);

    /// <summary>Tells whether a debt is allowed.</summary>
    internal abstract bool Allows(decimal debt);

    /// <summary>The use is refused.</summary>
    internal sealed record Blocked : Overage
    {
        internal override bool Allows(decimal debt) => debt == 0m;
    }

    /// <summary>The use becomes a debt.</summary>
    /// <param name="Limit">The greatest debt, inclusive; null for no limit.</param>
    public sealed record Debt(decimal? Limit) : Overage
    {
        /// <summary>Gets the greatest debt, inclusive; null for no limit.</summary>
        public decimal? Limit { get; init => field = Checked(value); } = Checked(Limit);

        internal override bool Allows(decimal debt) => Limit is not { } limit || debt <= limit;

        private static decimal? Checked(decimal? limit) => limit is { } units ? Require.NotNegative(units, nameof(Limit)) : null;
    }
}

/// <summary>The fate of a debt of usage credits at a reset.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DebtAtReset>))]
public enum DebtAtReset
{
    /// <summary>The debt is forgiven.</summary>
    Forgiven,

    /// <summary>The debt is kept, and taken from the credits after the reset.</summary>
    Kept,
}

/// <summary>The vendor's rules for the use of usage credits.</summary>
/// <param name="Order">The order in which grants are used.</param>
/// <param name="Overage">The answer to use beyond the grants.</param>
/// <param name="AtReset">The fate of a debt when a pool is reset, or the plan's term renews.</param>
public sealed record UsagePolicy(GrantOrder Order, Overage Overage, DebtAtReset AtReset);

/// <summary>Some usage at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Units">The number of units used; zero or more, fractions allowed.</param>
public readonly record struct UsageEvent(NodaTime.Instant At, decimal Units)
{
    /// <summary>Gets the number of units used; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public decimal Units { get; init => field = Require.NotNegative(value, nameof(Units)); } = Require.NotNegative(Units, nameof(Units));
}
