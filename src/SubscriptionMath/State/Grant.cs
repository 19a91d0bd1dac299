using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Where a grant of usage credits came from.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantSource>))]
public enum GrantSource
{
    /// <summary>The plan's own allowance.</summary>
    Plan,

    /// <summary>An add-on's allowance.</summary>
    AddOn,

    /// <summary>A purchase of its own, apart from plans and add-ons: a pack.</summary>
    Purchase,

    /// <summary>What was left of an earlier grant and carried over.</summary>
    Rollover,

    /// <summary>A gift of the merchant.</summary>
    Promotion,
}

/// <summary>Usage credits of one kind, granted for a stretch of time.</summary>
/// <remarks>
/// What is left of it at an instant is a function of the grant and the instant: no sweep is needed. <see cref="CreditPool"/> says what usage, resets and other grants
/// beside it make of it.
/// </remarks>
/// <example>100 from 1 to 31 January, voided on 10 January: it may be used from 1 January to 10 January, exclusive.</example>
public sealed record Grant
{
    /// <summary>Gets the caller's own name of it, or "" where it has none; it breaks the last tie in the order of use.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public string Id { get; init => field = Require.NotNull(value, nameof(Id)); } = "";

    /// <summary>Gets the kind of usage credit; not empty.</summary>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public required string Kind { get; init => field = Require.Text(value, nameof(Kind)); }

    /// <summary>Gets the id of the plan or add-on that brought it; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets where it came from.</summary>
    public required GrantSource Source { get; init; }

    /// <summary>Gets the number of units of the product for which it was granted; zero or more.</summary>
    /// <remarks>So many seats, or packs, have had their allotment for its life: what is added again within it brings none. Zero where another grant stands for the units.</remarks>
    /// <example>Two seats of 50 each are a grant of 100 with a quantity of 2. One goes and comes back in the same month: nothing is granted, the second seat has had its 50.</example>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    public int Quantity { get; init => field = Require.AtLeast(0, value, nameof(Quantity)); } = 1;

    /// <summary>Gets the plans for which it stood before, within its life; empty where it stood for none.</summary>
    /// <remarks>A plan that comes back within the term gets no more than it had: going away and coming back grants nothing twice.</remarks>
    public Sequence<GrantStand> StoodFor { get; init; }

    /// <summary>Gets how much was granted; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Granted { get; init => field = Require.NotNegative(value, nameof(Granted)); }

    /// <summary>Gets how much of it was used; zero or more. A change never resets it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Used { get; init => field = Require.NotNegative(value, nameof(Used)); }

    /// <summary>Gets when it was granted, or null where that is when it becomes effective.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Created { get; init; }

    /// <summary>Gets the first instant at which it may be used, inclusive.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Effective { get; init; }

    /// <summary>Gets the instant at which it lapses, exclusive, or null where it never does.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant? Expires { get; init; }

    /// <summary>Gets the instant from which it is void, whatever its expiry says, or null where it is not.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Voided { get; init; }

    /// <summary>Gets whether it rests until it expires: its product was left within the term, and what was left of it lapsed.</summary>
    /// <remarks>Nothing of it can be used. Where its product is bought again before it expires, it comes back as it was left, so that nothing is granted twice.</remarks>
    /// <example>90 of 100 used, a smaller plan, and back in the same month: not 100 again, but the 10 that were left.</example>
    public bool Rests { get; init; }

    /// <summary>Gets its priority: the lowest is used first; null comes last.</summary>
    public int? Priority { get; init; }

    /// <summary>Gets what one unit cost, in major units of the currency, exact; null where it was not bought.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public Fraction? CostBasis
    {
        get;
        init => field = value is { Sign: < 0 } cost
            ? throw new ArgumentOutOfRangeException(nameof(CostBasis), cost, $"A unit cannot cost {cost}.")
            : value;
    }

    /// <summary>Gets when it is filled up again, or null where it is granted once.</summary>
    public GrantRefill? Refill { get; init; }

    /// <summary>Gets how much of what is left may be taken over at a reset, at a renewal or by another plan.</summary>
    public required Rollover Rollover { get; init => field = Require.NotNull(value, nameof(Rollover)); }

    /// <summary>Gets the instant at which it ends, exclusive: its expiry or its voiding, whichever comes first, but never before it begins. Null where it never ends.</summary>
    /// <example>Effective at noon and voided a minute earlier: it ends at noon, and was never there.</example>
    [JsonIgnore]
    public Instant? Ends => (Expires, Voided) switch
    {
        (null, null) => null,
        var (expires, voided) => Instant.Max(Effective, Instant.Min(expires ?? Instant.MaxValue, voided ?? Instant.MaxValue)),
    };

    /// <summary>Gets what was granted and not used, whenever it may be used; zero or more.</summary>
    internal decimal Unused => decimal.Max(0m, Granted - Used);

    /// <summary>Tells whether it may be used at an instant: from when it is effective, inclusive, to when it ends, exclusive; never while it rests.</summary>
    /// <param name="at">The instant.</param>
    /// <example>Not at the instant at which it expires.</example>
    public bool IsActiveAt(Instant at) => !Rests && at >= Effective && !(Ends <= at);

    /// <summary>Gives what is left to use at an instant: zero before the grant is effective and from its end on; all of it after a refill.</summary>
    /// <param name="at">The instant.</param>
    /// <example>30 granted, 18 used: 12. 30 granted, 35 used: 0, never less.</example>
    public decimal LeftAt(Instant at) => !IsActiveAt(at) ? 0m : Refill?.Next <= at ? Granted : Unused;

    /// <summary>Gives what one unit of a purchase costs: the price divided by the units.</summary>
    /// <param name="paid">The price of all of them.</param>
    /// <param name="units">How many there are; more than zero.</param>
    /// <returns>The cost of one, in major units of the currency, exact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no units, or fewer than none.</exception>
    /// <example>USD 8,500.00 for 10,000 credits: 17/20, which is 0.85.</example>
    public static Fraction CostOfOne(Money paid, decimal units) => units > 0m
        ? Fraction.FromDecimal(paid.Amount) / Fraction.FromDecimal(units)
        : throw new ArgumentOutOfRangeException(nameof(units), units, "What one unit costs can only be told where there are units.");

    /// <summary>Gives what the whole grant cost.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="rounding">How the amount is rounded to the minor unit.</param>
    /// <returns>The units granted times their cost basis, rounded once; zero where it was not bought.</returns>
    /// <example>100 at 0.20 cost USD 20.00.</example>
    public Money Cost(Currency currency, RoundingMode rounding) => Money.Round(
        (CostBasis ?? Fraction.Zero) * Fraction.FromDecimal(Granted) * MinorUnits.Of(1m, currency), currency, rounding);

    /// <summary>What was left when it ended: all of it where it had been filled up before, nothing where it rested.</summary>
    internal decimal UnusedBefore(Instant end) => Rests ? 0m : Refill?.Next < end ? Granted : Unused;
}
