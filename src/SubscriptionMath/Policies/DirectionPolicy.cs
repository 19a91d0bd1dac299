using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The order by which two plans, or two intervals of a plan, are compared.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanOrder>))]
public enum PlanOrder
{
    /// <summary>By the rank of the plans in the catalog.</summary>
    Rank,

    /// <summary>By the prices as they stand, whatever their intervals: EUR 100.00 a year is more than EUR 20.00 a month.</summary>
    PricePerPeriod,

    /// <summary>
    /// By the prices for the same time, a month being one twelfth of a year and a day one of 365. EUR 200.00 a year are EUR 16.67 a month,
    /// which is less than EUR 20.00 a month.
    /// </summary>
    PricePerTime,
}

/// <summary>The items compared when plans are compared by price.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ComparedItems>))]
public enum ComparedItems
{
    /// <summary>The plan alone, in the quantities held and wanted.</summary>
    Plan,

    /// <summary>The plan and all add-ons together.</summary>
    Everything,
}

/// <summary>The weight of the interval in the direction of a change.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalWeight>))]
public enum IntervalWeight
{
    /// <summary>No weight.</summary>
    None,

    /// <summary>The interval decides between plans that are equal otherwise.</summary>
    AmongEquals,

    /// <summary>A longer interval decides before the plans do; a shorter one has no weight.</summary>
    LongerFirst,
}

/// <summary>The vendor's rules for the direction of a change: up, down or lateral.</summary>
/// <remarks>
/// Seats and add-ons that change alone need no answer: more is up, fewer is down. The sign of the amount due never decides.
/// </remarks>
/// <example>
/// EUR 20.00 to EUR 500.00 a year is up by its price; EUR 500.00 a year to EUR 20.00 a month is down, since EUR 41.67 a month are more. If
/// a longer interval comes first (Autumn), EUR 20.00 a month to EUR 120.00 a year is up as well, though it costs half.
/// </example>
public sealed record DirectionPolicy
{
    /// <summary>Plans by rank; at equal rank the longer interval is up, and a change between equals is lateral.</summary>
    /// <remarks>
    /// Pro by the year to Standard by the month is down by its rank; Standard by the month to Standard by the year is up.
    /// </remarks>
    public static DirectionPolicy ByRank { get; } = new()
    {
        Plans = PlanOrder.Rank,
        Items = ComparedItems.Plan,
        Interval = IntervalWeight.AmongEquals,
        LongerInterval = Direction.Up,
        Tie = Direction.Lateral,
    };

    /// <summary>Plans by their price for the same time, whatever the interval.</summary>
    /// <param name="tie">The direction of a change between equal prices.</param>
    /// <param name="items">The items compared.</param>
    public static DirectionPolicy ByPricePerTime(Direction tie, ComparedItems items = ComparedItems.Plan) => new()
    {
        Plans = PlanOrder.PricePerTime,
        Items = items,
        Interval = IntervalWeight.None,
        LongerInterval = Direction.Lateral,
        Tie = tie,
    };

    /// <summary>Gets the order of two plans.</summary>
    public required PlanOrder Plans { get; init => field = Require.Defined(value, nameof(Plans)); }

    /// <summary>Gets the items compared; only prices of all items can be added up.</summary>
    public required ComparedItems Items { get; init => field = Require.Defined(value, nameof(Items)); }

    /// <summary>Gets the weight of the interval in the direction.</summary>
    public required IntervalWeight Interval { get; init => field = Require.Defined(value, nameof(Interval)); }

    /// <summary>Gets the direction of a change to a longer interval if the interval decides; a shorter one goes the other way.</summary>
    public required Direction LongerInterval { get; init => field = Require.Defined(value, nameof(LongerInterval)); }

    /// <summary>Gets the direction of a change that nothing decides.</summary>
    public required Direction Tie { get; init => field = Require.Defined(value, nameof(Tie)); }

    /// <summary>Gives the direction of a change from the items held to a cart with another plan or interval.</summary>
    /// <param name="before">The subscription; it holds a plan.</param>
    /// <param name="cart">The cart; its products are sold.</param>
    /// <param name="catalog">The products for sale.</param>
    internal Direction Of(Subscription before, Cart cart, Catalog catalog)
    {
        var (held, plan) = (before.Plan!, catalog.HeldPlan(cart.PlanId));
        var interval = cart.Interval.CompareTo(held.SoldAt.Interval);
        if (Interval == IntervalWeight.LongerFirst && interval > 0)
        {
            return LongerInterval;
        }

        var plans = Plans == PlanOrder.Rank
            ? plan.Rank.CompareTo(catalog.HeldPlan(held.ProductId).Rank)
            : Worths.Wanted(before, plan, cart, catalog, this).CompareTo(Worths.Held(before, this));
        return plans != 0 ? Way(plans)
            : Interval != IntervalWeight.AmongEquals || interval == 0 ? Tie
            : interval > 0 ? LongerInterval
            : Opposite(LongerInterval);
    }

    private static Direction Way(int compared) => compared > 0 ? Direction.Up : Direction.Down;

    private static Direction Opposite(Direction direction) => direction switch
    {
        Direction.Up => Direction.Down,
        Direction.Down => Direction.Up,
        _ => Direction.Lateral,
    };
}
