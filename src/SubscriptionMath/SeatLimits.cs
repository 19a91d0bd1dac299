namespace SubscriptionMath;

/// <summary>The limits on the units (seats) of a plan or an add-on in one subscription; both limits are inclusive.</summary>
public sealed record SeatLimits
{
    /// <summary>One seat or more, without an upper limit.</summary>
    public static SeatLimits Any { get; } = new();

    /// <summary>Gets the least number of seats, inclusive; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Least { get; init => field = Require.AtLeast(1, value, nameof(Least)); } = 1;

    /// <summary>Gets the greatest number of seats, inclusive, or null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Most { get; init => field = value is { } most ? Require.AtLeast(1, most, nameof(Most)) : null; }

    internal bool Allow(int seats) => seats >= Least && (Most is not { } most || seats <= most);
}
