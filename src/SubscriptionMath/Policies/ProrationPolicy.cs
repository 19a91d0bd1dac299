namespace SubscriptionMath;

/// <summary>Answers about the value of a part of a period: the measure of time, the rounding, the lots. Each has a default.</summary>
/// <example>
/// <c>Proration = new() { Measure = Measure.Seconds }</c>: time is counted in seconds. Amounts are rounded once, on the net, and the
/// newest units leave first.
/// </example>
public sealed record ProrationPolicy
{
    /// <summary>Gets the measure of the time left: calendar days by default.</summary>
    public Measure Measure { get; init => field = Require.NotNull(value, nameof(Measure)); } = Measure.Days;

    /// <summary>Gets the rounding of amounts, and its place: by default half away from zero, once, on the net.</summary>
    public Rounding Rounding { get; init => field = Require.NotNull(value, nameof(Rounding)); } = Rounding.HalfAwayFromZeroOnTheNet;

    /// <summary>Gets the choice of the lots that units leave: the newest first by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public LotChoice LotChoice { get; init => field = Require.Defined(value, nameof(LotChoice)); }
}
