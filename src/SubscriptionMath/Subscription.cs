using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The state of one customer's subscription: everything needed to price its next change.</summary>
/// <remarks>
/// An immutable value. Two subscriptions are equal if everything in them is. An accepted quote (<see cref="Accepted"/>) has the next one.
/// </remarks>
public sealed partial record Subscription
{
    // Kept by reference: most subscriptions have neither.
    private readonly AnchorsBeside? _beside;

    // Kept by reference: most subscriptions have none.
    private readonly object? _remainder;

    private KnownConsistent _consistent;

    /// <summary>Gets the caller's id of the subscription; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the number of changes so far; a quote is valid only for the version that it was made for.</summary>
    public long Version { get; init; }

    /// <summary>Gets the state.</summary>
    public required Status Status { get; init; }

    /// <summary>Gets the billing zone, in which days and boundaries are counted.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required DateTimeZone Zone { get; init => field = Require.NotNull(value, nameof(Zone)); }

    /// <summary>Gets the currency of every bill.</summary>
    /// <exception cref="ArgumentException">The currency is "no currency", the default value.</exception>
    public required Currency Currency
    {
        get;
        init => field = value != default ? value : throw new ArgumentException("A subscription needs a currency.", nameof(Currency));
    }

    /// <summary>Gets the billing anchor: the date from which every boundary is counted, never a clamped one.</summary>
    /// <remarks>A subscription begun on 31 January keeps that date while its boundaries are 28 February and 31 March.</remarks>
    public required Anchor Anchor { get; init; }

    /// <summary>
    /// Gets the billing anchor from the end of the current term on, if the next billing date was moved; null if the anchor stays.
    /// </summary>
    /// <remarks>
    /// Until then, boundaries are counted from <see cref="Anchor"/>. A term that ends on no boundary of the new anchor is followed by a
    /// stub up to the next boundary, charged in proportion.
    /// </remarks>
    /// <example>May, billed on the 1st and moved to the 15th: the month ends on 1 June, and the stub from there on 15 June.</example>
    public Anchor? NextAnchor
    {
        get => _beside?.Next;
        init => _beside = NextAnchor == value ? _beside : AnchorsBeside.Of((_beside ?? AnchorsBeside.None) with { Next = value });
    }

    /// <summary>Gets the date from which quota months are counted, or null if those of an add-on begin with the add-on.</summary>
    /// <remarks>PhotoDeck counts quota months from the day of the month on which the account was opened (S4.13).</remarks>
    public Anchor? QuotaAnchor
    {
        get => _beside?.Quota;
        init => _beside = QuotaAnchor == value ? _beside : AnchorsBeside.Of((_beside ?? AnchorsBeside.None) with { Quota = value });
    }

    /// <summary>Gets the plan held, or null before the first purchase and after the end.</summary>
    public Item? Plan { get; init; }

    /// <summary>Gets the add-ons held.</summary>
    public Sequence<Item> AddOns { get; init; }

    /// <summary>Gets the trial, or null if none was ever used.</summary>
    public TrialUse? Trial { get; init; }

    /// <summary>Gets the pending change, or null for none.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>Gets the current pause, or null if the subscription runs.</summary>
    public Pause? Pause { get; init; }

    /// <summary>Gets the discounts for purchases from now on; each lot remembers the discount of its sale.</summary>
    public Sequence<Discount> Discounts { get; init; }

    /// <summary>Gets the charges deferred to the next invoice.</summary>
    public Sequence<DeferredCharge> NextInvoice { get; init; }

    /// <summary>
    /// Gets the rounding remainder of settlements with a credit: exact amounts less rounded ones, in minor units; null for none.
    /// </summary>
    /// <remarks>
    /// If the net is rounded, the remainder is less than one minor unit to either side. The next settlement with a credit includes it
    /// (<see cref="Lot.Remainder"/>).
    /// </remarks>
    /// <example>
    /// Two at half a cent, bought together for one cent. One is dropped for one cent: half a cent is left, and the other one gives nothing
    /// back.
    /// </example>
    public Fraction? Remainder { get => (Fraction?)_remainder; init => _remainder = value; }

    /// <summary>Gets the grants of usage credits.</summary>
    public Sequence<Grant> Grants { get; init; }

    /// <summary>Gets the usage credits used beyond the grants, kind by kind.</summary>
    public Sequence<UsageDebt> UsageDebts { get; init; }

    /// <summary>Gets the current term, which is the plan's, or null without a plan.</summary>
    [JsonIgnore]
    public Term? Term => Plan?.Term;

    /// <summary>Gets the debt in one kind of usage credit; zero for none.</summary>
    /// <param name="kind">The kind of usage credit.</param>
    public decimal OwedOf(string kind)
    {
        var owed = 0m;
        foreach (var debt in UsageDebts)
        {
            owed += debt.Kind == kind ? debt.Units : 0m;
        }

        return owed;
    }

    /// <summary>
    /// Gets the first item whose term has ended by an instant. The plan comes before the add-ons, since its renewal comes first.
    /// </summary>
    internal Item? EndedBy(Instant at)
    {
        if (Plan is { } plan && plan.Term.End <= at)
        {
            return plan;
        }

        foreach (var addOn in AddOns)
        {
            if (addOn.Term.End <= at)
            {
                return addOn;
            }
        }

        return null;
    }

    /// <summary>Makes a subscription without any purchase yet.</summary>
    /// <param name="id">The caller's id of the subscription.</param>
    /// <param name="currency">The ISO 4217 code of the currency of its bills.</param>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentException">The id is empty or the currency unknown.</exception>
    public static Subscription NotStarted(string id, string currency, DateTimeZone zone) => new()
    {
        Id = id,
        Status = Status.NotStarted,
        Currency = Currency.Of(currency),
        Zone = zone,
        Anchor = default,
    };

    /// <summary>Tells whether an instant lies in the trial.</summary>
    /// <param name="at">The instant.</param>
    public bool InTrial(Instant at) => Trial is { } trial && trial.Contains(at);

    /// <summary>Whether the plan is under a contract that has begun and not ended.</summary>
    internal bool InContract(Instant at) => Plan?.Contract is { } contract && contract.Contains(at);

    /// <summary>Gives the cart for the items held today; change it with <c>with</c>.</summary>
    /// <returns>The cart; a quote of it has no entries.</returns>
    /// <example><c>subscription.Cart() with { Quantity = 5 }</c> asks for five seats in total, and leaves the rest as it is.</example>
    /// <exception cref="InvalidOperationException">No plan is held.</exception>
    public Cart Cart()
    {
        var plan = Plan ?? throw new InvalidOperationException($"The subscription '{Id}' holds no plan.");
        return new Cart
        {
            PlanId = plan.ProductId,
            Interval = plan.SoldAt.Interval,
            Quantity = plan.Quantity,
            AddOns =
            [
                .. AddOns.Select(item => new CartAddOn { Id = item.ProductId, Quantity = item.Quantity, Interval = item.SoldAt.Interval }),
            ],
            Discounts = Discounts,
            Paused = Status == Status.Paused,
        };
    }

    /// <summary>Tells whether the subscription was found consistent before; a copy made by <c>with</c> was not.</summary>
    internal bool IsKnownConsistent => _consistent.Is(this);

    /// <summary>Gives this subscription, which needs no check any more: it was checked, or comes from this library.</summary>
    internal Subscription Consistent()
    {
        _consistent.Keep(this);
        return this;
    }

    /// <summary>Gives this subscription, made by this library from another: it needs no check if the other needed none.</summary>
    internal Subscription ConsistentAs(Subscription other) => other.IsKnownConsistent ? Consistent() : this;
}
