namespace SubscriptionMath;

/// <summary>Usage credits of one kind that were used beyond the grants. The next grant of that kind repays them.</summary>
public sealed record UsageDebt
{
    /// <summary>Gets the kind of usage credit; not empty.</summary>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public required string Kind { get; init => field = Require.Text(value, nameof(Kind)); }

    /// <summary>Gets the number of units; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Units { get; init => field = Require.NotNegative(value, nameof(Units)); }
}
