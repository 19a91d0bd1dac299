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

    /// <summary>Gets how much of the unused credits may roll over, if the policy lets any roll over.</summary>
    /// <remarks>OBI's "Virtual Team" plans keep their credits on an upgrade; it is a property of the plan (S0.4, A0.2).</remarks>
    public required Rollover Rollover { get; init => field = Require.NotNull(value, nameof(Rollover)); }

    /// <summary>Gets the interval between grants, independent of billing; null for one grant in each interval of the price.</summary>
    /// <remarks>
    /// Each period has a grant of its own. Its unused credits lapse with the period, or roll over (<see
    /// cref="AllowancePolicy.OnIntervalEnd"/>). Periods are counted from the subscription's quota anchor, or, without one, from the anchor
    /// of the term. If a term touches more periods than it has intervals, the first and the last one share an allotment.
    /// </remarks>
    /// <example>
    /// Pipedrive's LeadBooster, billed by the year from 4 January, grants by the month: the rest of the first month expires on 4 February.
    /// A month from 15 June with quota months from the 1st brings 5 of 10 to 1 July, and the other 5 to 15 July.
    /// </example>
    public BillingInterval? Interval { get; init; }
}
