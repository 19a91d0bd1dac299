using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what if more is to be used than there is?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Blocked), "refused")]
[JsonDerivedType(typeof(Debt), "debt")]
public abstract record Overage
{
    private protected Overage()
    {
    }

    /// <summary>It is refused as a whole, and nothing is used.</summary>
    public static Overage Refused { get; } = new Blocked();

    /// <summary>What there is is used; the rest is a debt that the next grant repays.</summary>
    public static Overage AsDebt { get; } = new Debt(Limit: null);

    /// <summary>As <see cref="AsDebt"/>, as long as the debt stays within a limit; else it is refused as a whole.</summary>
    /// <param name="units">The most that may be owed, inclusive; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Overage AsDebtUpTo(decimal units) => new Debt(units);

    /// <summary>Tells whether a debt is allowed.</summary>
    internal abstract bool Allows(decimal debt);

    /// <summary>It is refused.</summary>
    public sealed record Blocked : Overage
    {
        internal override bool Allows(decimal debt) => debt == 0m;
    }

    /// <summary>It is owed.</summary>
    /// <param name="Limit">The most that may be owed, inclusive; null for no limit.</param>
    public sealed record Debt(decimal? Limit) : Overage
    {
        /// <summary>Gets the most that may be owed, inclusive; null for no limit.</summary>
        public decimal? Limit { get; init => field = Checked(value); } = Checked(Limit);

        internal override bool Allows(decimal debt) => Limit is not { } limit || debt <= limit;

        private static decimal? Checked(decimal? limit) => limit is { } units ? Require.NotNegative(units, nameof(Limit)) : null;
    }
}

/// <summary>What becomes of a debt of usage credits when their use is counted anew.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DebtAtReset>))]
public enum DebtAtReset
{
    /// <summary>It is forgiven.</summary>
    Forgiven,

    /// <summary>It is kept, and taken from what is there after the reset.</summary>
    Kept,
}

/// <summary>The policy's answer to: how are usage credits used up?</summary>
/// <param name="Order">Which grant is used first.</param>
/// <param name="Overage">What if more is to be used than there is.</param>
/// <param name="AtReset">What becomes of a debt when a pool is reset, or the plan's term renews.</param>
public sealed record UsagePolicy(GrantOrder Order, Overage Overage, DebtAtReset AtReset);

/// <summary>Some usage: it happened at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Units">How much was used; zero or more, fractions allowed.</param>
public readonly record struct UsageEvent(NodaTime.Instant At, decimal Units)
{
    /// <summary>Gets how much was used; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public decimal Units { get; init => field = Require.NotNegative(value, nameof(Units)); } = Require.NotNegative(Units, nameof(Units));
}
