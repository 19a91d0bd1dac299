using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>By what two plans are compared.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanOrder>))]
public enum PlanOrder
{
    /// <summary>By their rank in the catalog.</summary>
    Rank,
}

/// <summary>The policy's answer to: what counts as up, and what as down?</summary>
/// <remarks>Seats and add-ons need no answer: more is up, fewer is down. The sign of the amount due never decides.</remarks>
public sealed record DirectionPolicy
{
    /// <summary>Plans by rank; at equal rank the longer interval is up, and a change between equals is lateral.</summary>
    /// <remarks>Pro by the year to Standard by the month is down by its rank; Standard by the month to Standard by the year is up.</remarks>
    public static DirectionPolicy ByRank { get; } =
        new() { Plans = PlanOrder.Rank, LongerInterval = Direction.Up, Tie = Direction.Lateral };

    /// <summary>Gets by what two plans are compared.</summary>
    public required PlanOrder Plans { get; init => field = Require.Defined(value, nameof(Plans)); }

    /// <summary>Gets which way a change to a longer interval goes between plans that are equal; the shorter one goes the other way.</summary>
    public required Direction LongerInterval { get; init => field = Require.Defined(value, nameof(LongerInterval)); }

    /// <summary>Gets which way a change goes where plans and intervals are equal.</summary>
    public required Direction Tie { get; init => field = Require.Defined(value, nameof(Tie)); }

    /// <summary>Tells which way a change between two plans and intervals goes.</summary>
    internal Direction Of(Plan before, BillingInterval everyBefore, Plan after, BillingInterval everyAfter)
    {
        var plans = after.Rank.CompareTo(before.Rank);
        if (plans != 0)
        {
            return plans > 0 ? Direction.Up : Direction.Down;
        }

        return everyAfter.CompareTo(everyBefore) switch
        {
            0 => Tie,
            > 0 => LongerInterval,
            _ => Opposite(LongerInterval),
        };
    }

    private static Direction Opposite(Direction direction) => direction switch
    {
        Direction.Up => Direction.Down,
        Direction.Down => Direction.Up,
        _ => Direction.Lateral,
    };
}
