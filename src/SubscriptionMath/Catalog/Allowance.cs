namespace SubscriptionMath;

/// <summary>The usage credits of one kind that one unit of a plan or add-on brings for each term.</summary>
/// <remarks>Usage credits are units, never money, and one kind never turns into another.</remarks>
public sealed record Allowance
{
    /// <summary>Gets the kind of usage credit ("phone", "export"); not empty.</summary>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public required string Kind { get; init => field = Require.Text(value, nameof(Kind)); }

    /// <summary>Gets the number of usage credits for each unit and term; zero or more, fractions allowed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Units { get; init => field = Require.NotNegative(value, nameof(Units)); }

    /// <summary>Gets whether what is left of it may be carried to another plan, where the policy carries anything at all.</summary>
    /// <remarks>OBI's "Virtual Team" plans keep their credits on an upgrade; it is a property of the plan (S0.4, A0.2).</remarks>
    public required bool CarriesOver { get; init; }
}
