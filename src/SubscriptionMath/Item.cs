using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A plan or add-on that a subscription holds.</summary>
public sealed record Item
{
    // Kept by reference: most items have none of them, and every quote makes some items.
    private readonly HeldBeside? _beside;

    /// <summary>Gets the id of the plan or add-on; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets the price as sold: renewals and credits use this price, whatever the catalog says today.</summary>
    public required Price SoldAt { get; init => field = Require.NotNull(value, nameof(SoldAt)); }

    /// <summary>Gets the number of units (seats) held; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public required int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); }

    /// <summary>Gets the current term of the item; an instant equal to its end belongs to the next term.</summary>
    public required Term Term { get; init; }

    /// <summary>Gets the date from which the item's own boundaries are counted, or null for the subscription's anchor.</summary>
    /// <remarks>Quota months that run from the day on which an account was opened have an anchor of their own (PhotoDeck, S4.13).</remarks>
    public Anchor? Anchor
    {
        get => _beside?.Anchor;
        init => _beside = value == Anchor ? _beside : HeldBeside.Of((_beside ?? HeldBeside.None) with { Anchor = value });
    }

    /// <summary>Gets the number of units at renewal: null for as many as are held, zero for an item that ends with its term.</summary>
    /// <remarks>
    /// An add-on with a term of its own runs to its own end, even if it was dropped at the end of the plan's term (S2.4, A2.8). A newer
    /// cart that asks for the add-on replaces the number as it replaces a pending change (<see cref="PendingPolicy"/>).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? RenewsWith
    {
        get => _beside?.RenewsWith;
        init
        {
            var renewsWith = value is { } units ? Require.AtLeast(0, units, nameof(RenewsWith)) : (int?)null;
            _beside = renewsWith == RenewsWith ? _beside : HeldBeside.Of((_beside ?? HeldBeside.None) with { RenewsWith = renewsWith });
        }
    }

    /// <summary>
    /// Gets the instant from which the phases of the price are counted. Null for a price without phases, or sold in its last phase.
    /// </summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? PhasesFrom
    {
        get => _beside?.PhasesFrom;
        init => _beside = value == PhasesFrom ? _beside : HeldBeside.Of((_beside ?? HeldBeside.None) with { PhasesFrom = value });
    }

    /// <summary>Gets the contract of the plan, from its first day to the end of the running contract term, or null for none.</summary>
    /// <remarks>
    /// In a trial the contract lies ahead: it begins with the first paid day. It continues if the customer changes to another plan with a
    /// contract.
    /// </remarks>
    /// <example>A contract of a year from 1 March 2026 that was renewed once: from 1 March 2026 to 1 March 2028.</example>
    public Term? Contract
    {
        get => _beside?.Contract;
        init => _beside = value == Contract ? _beside : HeldBeside.Of((_beside ?? HeldBeside.None) with { Contract = value });
    }

    /// <summary>
    /// Tells when the next phase of the price begins, or null in the last one. The first term from then on is sold at that phase.
    /// </summary>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    /// <example>EUR 5.00 for six months, then EUR 10.00, bought on 1 April 2026: 1 October.</example>
    public Instant? NextPhase(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return PhasesFrom is { } from && !SoldAt.Phases.IsEmpty ? SoldAt.Phases[0].Start(from, zone) : null;
    }

    /// <summary>
    /// Gets the set-up fee charged in the current term, as a lot that covers the term; null for none. The lot goes when the term ends.
    /// </summary>
    /// <remarks>
    /// The fee is given back if the product ends and the policy credits all that was billed for the term
    /// (<see cref="UnusedValue.OfTheWholeTermAndSetUp"/>).
    /// </remarks>
    public Lot? SetUp
    {
        get => _beside?.SetUp;
        init => _beside = ReferenceEquals(value, SetUp) ? _beside : HeldBeside.Of((_beside ?? HeldBeside.None) with { SetUp = value });
    }

    /// <summary>Gets the lots bought that have not ended; empty in a trial without a bill.</summary>
    public Sequence<Lot> Lots { get; init; }

    /// <summary>Gets the end of the billed time: that of the term, or of the last term renewed ahead of its time.</summary>
    /// <example>A year to 1 June 2027, renewed on 25 May: 1 June 2028, while the term still ends on 1 June 2027.</example>
    [JsonIgnore]
    public Instant ChargedThrough => LatestEnd(Term, Lots.AsSpan());

    /// <summary>The instant at which the item ends by itself, or null if it renews.</summary>
    internal Instant? EndsAt => EndOf(SoldAt, Contract);

    /// <summary>Whether the item ends by itself at the end of its billed time.</summary>
    internal bool EndsNext => EndsAt is { } end && end <= ChargedThrough;

    /// <summary>The term that was bought ahead and begins when the current one ends, or null for none.</summary>
    internal Lot? BoughtAhead => BoughtAfter(Term, Lots.AsSpan());

    /// <summary>Whether the time bought with a lot runs beyond an instant, counting an extension that follows it.</summary>
    internal bool Runs(Lot lot, Instant at) => lot.Covers.End > at || IsExtended(lot, Lots.AsSpan(), at);

    /// <summary>
    /// Whether the term of a lot was extended and the extension still runs. A credit for a whole term then covers the extension too.
    /// </summary>
    internal static bool IsExtended(Lot lot, ReadOnlySpan<Lot> lots, Instant at)
    {
        foreach (var other in lots)
        {
            if (other.Source == LotSource.Extension && other.Covers.Start == lot.Covers.End && other.Covers.End > at)
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

/// <summary>The values that few items hold beside their lots.</summary>
internal sealed record HeldBeside(Anchor? Anchor, int? RenewsWith, Instant? PhasesFrom, Term? Contract, Lot? SetUp)
{
    internal static HeldBeside None { get; } = new(null, null, null, null, null);

    internal static HeldBeside? Of(HeldBeside held) => held == None ? null : held;
}
