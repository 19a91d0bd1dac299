using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The source of a grant of usage credits.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantSource>))]
public enum GrantSource
{
    /// <summary>The plan's own allowance.</summary>
    Plan,

    /// <summary>An add-on's allowance.</summary>
    AddOn,

    /// <summary>A separate purchase beside plans and add-ons: a pack.</summary>
    Purchase,

    /// <summary>Unused credits that rolled over from an earlier grant.</summary>
    Rollover,

    /// <summary>A gift of the vendor.</summary>
    Promotion,
}

/// <summary>Usage credits of one kind, granted for a stretch of time.</summary>
/// <remarks>
/// The credits left at an instant are a function of the grant and the instant, so no sweep is needed.
/// <see cref="CreditPool"/> adds the effect of usage, resets and the other grants.
/// </remarks>
/// <example>100 from 1 to 31 January, voided on 10 January: usable from 1 January to 10 January, exclusive.</example>
public sealed record Grant
{
    /// <summary>Gets the caller's id of the grant, or "" for none. The id breaks the last tie in the order of use.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public string Id { get; init => field = Require.NotNull(value, nameof(Id)); } = "";

    /// <summary>Gets the kind of usage credit; not empty.</summary>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public required string Kind { get; init => field = Require.Text(value, nameof(Kind)); }

    /// <summary>Gets the id of the plan or add-on that brought the grant; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets the source of the grant.</summary>
    public required GrantSource Source { get; init; }

    /// <summary>Gets the number of units of the product for which it was granted; zero or more.</summary>
    /// <remarks>
    /// These units have had their allotment for the life of the grant: a unit that returns within that life brings none.
    /// The number is zero if another grant stands for the units.
    /// </remarks>
    /// <example>
    /// Two seats of 50 each are a grant of 100 with a quantity of 2. One seat goes and comes back in the same month.
    /// Nothing is granted, because the second seat has had its 50.
    /// </example>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    public int Quantity { get; init => field = Require.AtLeast(0, value, nameof(Quantity)); } = 1;

    /// <summary>Gets the plans, and the larger numbers of units, for which the grant stood earlier in its life; empty for none.</summary>
    /// <remarks>A plan that comes back within the term gets no more than before: leaving and returning grants nothing twice.</remarks>
    public Sequence<GrantStand> StoodFor { get; init; }

    /// <summary>Gets the number of credits granted; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Granted { get; init => field = Require.NotNegative(value, nameof(Granted)); }

    /// <summary>Gets the number of credits used; zero or more. A change never resets the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Used { get; init => field = Require.NotNegative(value, nameof(Used)); }

    /// <summary>Gets the instant of the grant, or null if that is the instant at which the grant becomes effective.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Created { get; init; }

    /// <summary>Gets the first instant at which the credits may be used, inclusive.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Effective { get; init; }

    /// <summary>Gets the instant at which the credits lapse, exclusive, or null if they never lapse.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant? Expires { get; init; }

    /// <summary>Gets the instant from which the grant is void, whatever its expiry, or null if it is not voided.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Voided { get; init; }

    /// <summary>
    /// Gets whether the grant is suspended until it expires: the customer left its product within the term, and the rest lapsed.
    /// </summary>
    /// <remarks>
    /// No credit of a suspended grant can be used. If the customer buys the product again before the expiry, the grant returns as it was
    /// left. So nothing is granted twice.
    /// </remarks>
    /// <example>90 of 100 used, a smaller plan, and back in the same month: the 10 that were left, not 100 again.</example>
    public bool Rests { get; init; }

    /// <summary>Gets the priority: the lowest is used first; null comes last.</summary>
    public int? Priority { get; init; }

    /// <summary>Gets the cost of one unit, in major units of the currency, exact; null for a grant that was not bought.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public Fraction? CostBasis
    {
        get;
        init => field = value is { Sign: < 0 } cost
            ? throw new ArgumentOutOfRangeException(nameof(CostBasis), cost, $"A unit cannot cost {cost}.")
            : value;
    }

    /// <summary>Gets the recurrence of the refill, or null for a grant without refills.</summary>
    public GrantRefill? Refill { get; init; }

    /// <summary>Gets how much of the unused credits may roll over at a reset, at a renewal or to another plan.</summary>
    public required Rollover Rollover { get; init => field = Require.NotNull(value, nameof(Rollover)); }

    /// <summary>
    /// Gets the end of the grant, exclusive: expiry or voiding, whichever is first, but never before its start. Null for no end.
    /// </summary>
    /// <example>Effective at noon and voided a minute earlier: the grant ends at noon and was never usable.</example>
    [JsonIgnore]
    public Instant? Ends => (Expires, Voided) switch
    {
        (null, null) => null,
        var (expires, voided) => Instant.Max(Effective, Instant.Min(expires ?? Instant.MaxValue, voided ?? Instant.MaxValue)),
    };

    /// <summary>Gets the credits granted and not used, at any instant; zero or more.</summary>
    internal decimal Unused => decimal.Max(0m, Granted - Used);

    /// <summary>
    /// Tells whether credits may be used at an instant: from the start, inclusive, to the end, exclusive; never while suspended.
    /// </summary>
    /// <param name="at">The instant.</param>
    /// <example>False at the instant of the expiry.</example>
    public bool IsActiveAt(Instant at) => !Rests && at >= Effective && !(Ends <= at);

    /// <summary>
    /// Gives the credits left at an instant: zero before the grant is effective and from its end on; all of them after a refill.
    /// </summary>
    /// <param name="at">The instant.</param>
    /// <example>30 granted, 18 used: 12. 30 granted, 35 used: 0, never less.</example>
    public decimal LeftAt(Instant at) => !IsActiveAt(at) ? 0m : Refill?.Next <= at ? Granted : Unused;

    /// <summary>Gets the cost of one unit of a purchase: the price divided by the units.</summary>
    /// <param name="paid">The price of all units.</param>
    /// <param name="units">The number of units; more than zero.</param>
    /// <returns>The cost of one unit, in major units of the currency, exact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of units is zero or negative.</exception>
    /// <example>USD 8,500.00 for 10,000 credits: 17/20, which is 0.85.</example>
    public static Fraction CostOfOne(Money paid, decimal units) => units > 0m
        ? Fraction.Of(paid.Amount) / Fraction.Of(units)
        : throw new ArgumentOutOfRangeException(nameof(units), units, "The cost of one unit needs at least one unit.");

    /// <summary>Gives the cost of the whole grant.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <returns>The units granted times their cost basis, rounded once; zero for a grant that was not bought.</returns>
    /// <example>100 at 0.20 cost USD 20.00.</example>
    public Money Cost(Currency currency, RoundingMode rounding) => Money.Round(
        (CostBasis ?? Fraction.Zero) * Fraction.Of(Granted) * MinorUnits.Of(1m, currency), currency, rounding);

    /// <summary>Whether the rollover at the end of the interval brings credits even if none are left.</summary>
    internal bool Fills => this is { Source: GrantSource.Plan, Rollover.Least: > 0m };

    /// <summary>The credits left when the grant ended: all of them after a refill before the end, none while suspended.</summary>
    internal decimal UnusedBefore(Instant end) => Rests ? 0m : Refill?.Next < end ? Granted : Unused;
}
