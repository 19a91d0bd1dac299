using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>One thing that a subscription holds: its plan, or one of its add-ons.</summary>
public sealed record Item
{
    // By reference: most items have none of it, and every quote makes some.
    private readonly HeldBeside? _beside;

    /// <summary>Gets the id of the plan or add-on; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets the price as sold: it renews and is credited at this price, whatever the catalog says today.</summary>
    public required Price SoldAt { get; init => field = Require.NotNull(value, nameof(SoldAt)); }

    /// <summary>Gets the number of units (seats) held; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public required int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); }

    /// <summary>Gets the current term of the item; an instant equal to its end belongs to the next term.</summary>
    public required Term Term { get; init; }

    /// <summary>Gets the date from which the item's own boundaries are counted, or null where the subscription's anchor is its own.</summary>
    /// <remarks>Quota months that run from the day on which an account was opened have an anchor of their own (PhotoDeck, S4.13).</remarks>
    public Anchor? Anchor { get; init; }

    /// <summary>Gets the number of units that it renews with, or null where it is as many as are held; zero where it ends with its term.</summary>
    /// <remarks>An add-on with a term of its own that was dropped at the end of the plan's term still runs to its own end (S2.4, A2.8).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? RenewsWith { get; init => field = value is { } units ? Require.AtLeast(0, units, nameof(RenewsWith)) : null; }

    /// <summary>Gets the instant from which the phases of its price are counted, or null where it was sold at a price that had none, or in the last one.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? PhasesFrom { get; init; }

    /// <summary>Gets the contract that a plan is held under, or null where there is none: from its first day to the end of the term of contract that runs.</summary>
    /// <remarks>In a trial it lies ahead: it begins with the first day that is paid for. It goes on where the plan is changed for another one with a contract.</remarks>
    /// <example>A year from 1 March 2026 that began anew: from 1 March 2026 to 1 March 2028.</example>
    public Term? Contract { get => _beside?.Contract; init => _beside = HeldBeside.Of(value, SetUp); }

    /// <summary>Tells when the next phase of the price begins, or null where it is in its last one; the first term from then on is sold at it.</summary>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    /// <example>EUR 5.00 for six months, then EUR 10.00, bought on 1 April 2026: 1 October.</example>
    public Instant? NextPhase(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return PhasesFrom is { } from && !SoldAt.Phases.IsEmpty ? SoldAt.Phases[0].Start(from, zone) : null;
    }

    /// <summary>Gets the set-up fee that was charged in the current term, as a lot that covers it, or null where none was; it is gone when the term ends.</summary>
    /// <remarks>It is given back where the policy gives all that was billed for the term (<see cref="UnusedValue.OfTheWholeTermAndSetUp"/>) and the product is held no longer.</remarks>
    public Lot? SetUp { get => _beside?.SetUp; init => _beside = HeldBeside.Of(Contract, value); }

    /// <summary>Gets what was bought and has not ended; empty in a trial that nothing was billed for.</summary>
    public Sequence<Lot> Lots { get; init; }

    /// <summary>Gets the end of what is billed: that of the term, or of the last term that was renewed ahead of its time.</summary>
    /// <example>A year to 1 June 2027, renewed on 25 May: 1 June 2028, while the term still ends on 1 June 2027.</example>
    [JsonIgnore]
    public Instant BilledUntil => LatestEnd(Term, Lots.AsSpan());

    /// <summary>When it ends by itself, or null where it renews.</summary>
    internal Instant? EndsAt => EndOf(SoldAt, Contract);

    /// <summary>Whether it ends by itself when what is billed of it does.</summary>
    internal bool EndsNext => EndsAt is { } end && end <= BilledUntil;

    /// <summary>The term that was bought ahead and begins when the current one ends, or null where none was.</summary>
    internal Lot? BoughtAhead => BoughtAfter(Term, Lots.AsSpan());

    /// <summary>Whether the time that a lot was bought for runs beyond an instant, by an extension that follows it too.</summary>
    internal bool Runs(Lot lot, Instant at) => lot.Covers.End > at || IsExtended(lot, Lots.AsSpan(), at);

    /// <summary>Whether the term that a lot was bought for was put off and still runs: what is given back for a whole term is given back for that.</summary>
    internal static bool IsExtended(Lot lot, ReadOnlySpan<Lot> lots, Instant at)
    {
        foreach (var other in lots)
        {
            if (other.Origin == Origin.Extension && other.Covers.Start == lot.Covers.End && other.Covers.End > at)
            {
                return true;
            }
        }

        return false;
    }

    internal static Instant? EndOf(Price sold, Term? contract) => sold.Contract is { Then: AfterContract.Ends } ? contract?.End : null;

    internal static Lot? BoughtAfter(Term term, ReadOnlySpan<Lot> lots)
    {
        foreach (var lot in lots)
        {
            if (lot.Covers.Start == term.End)
            {
                return lot;
            }
        }

        return null;
    }

    internal static Instant LatestEnd(Term term, ReadOnlySpan<Lot> lots)
    {
        var end = term.End;
        foreach (var lot in lots)
        {
            end = Instant.Max(end, lot.Covers.End);
        }

        return end;
    }
}

/// <summary>What few items hold beside their lots.</summary>
internal sealed record HeldBeside(Term? Contract, Lot? SetUp)
{
    internal static HeldBeside? Of(Term? contract, Lot? setUp) => contract is null && setUp is null ? null : new HeldBeside(contract, setUp);
}
