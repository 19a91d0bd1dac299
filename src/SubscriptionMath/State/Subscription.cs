using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>All that has to be remembered of one customer's subscription in order to price its next change.</summary>
/// <remarks>
/// An immutable value. Two subscriptions are equal when everything in them is. <see cref="Billing.Accept"/> gives the next one.
/// </remarks>
public sealed record Subscription
{
    // By reference: most subscriptions have none of it, and every quote makes some.
    private readonly AnchorsBeside? _beside;

    // By reference: most subscriptions have none.
    private readonly object? _remainder;

    /// <summary>Gets the caller's own name of the subscription; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets how often it has changed; a quote is only good for the version that it was made for.</summary>
    public long Version { get; init; }

    /// <summary>Gets the state.</summary>
    public required Status Status { get; init; }

    /// <summary>Gets the billing zone, in which days and boundaries are counted.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required DateTimeZone Zone { get; init => field = Require.NotNull(value, nameof(Zone)); }

    /// <summary>Gets the currency of everything that it is billed.</summary>
    /// <exception cref="ArgumentException">The currency is "no currency", the default value.</exception>
    public required Currency Currency
    {
        get;
        init => field = value != default ? value : throw new ArgumentException("A subscription needs a currency.", nameof(Currency));
    }

    /// <summary>Gets the billing anchor: the date from which every boundary is counted, never a clamped one.</summary>
    /// <remarks>A subscription begun on 31 January keeps that date while its boundaries are 28 February and 31 March.</remarks>
    public required Anchor Anchor { get; init; }

    /// <summary>Gets the billing anchor from the end of the current term on, where the next billing was moved; null where the anchor stays.</summary>
    /// <remarks>Until then all that is held is counted from <see cref="Anchor"/>. A term that ends on no boundary of it is followed by a stub up to the next one, charged in proportion.</remarks>
    /// <example>May, billed on the 1st and moved to the 15th: the month ends on 1 June, and the stub from there on 15 June.</example>
    public Anchor? NextAnchor { get => _beside?.Next; init => _beside = AnchorsBeside.Of(value, QuotaAnchor); }

    /// <summary>Gets the date from which quota months are counted, or null where those of an add-on begin with it.</summary>
    /// <remarks>PhotoDeck counts them from the day of the month on which the account was opened (S4.13).</remarks>
    public Anchor? QuotaAnchor { get => _beside?.Quota; init => _beside = AnchorsBeside.Of(NextAnchor, value); }

    /// <summary>Gets the plan held, or null before the first purchase and after the end.</summary>
    public Item? Plan { get; init; }

    /// <summary>Gets the add-ons held.</summary>
    public Sequence<Item> AddOns { get; init; }

    /// <summary>Gets the trial, or null where none was ever used.</summary>
    public TrialUse? Trial { get; init; }

    /// <summary>Gets the change that waits for its time, or null where there is none.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>Gets the pause that it is in, or null where it runs.</summary>
    public Pause? Pause { get; init; }

    /// <summary>Gets the discounts that what is bought from now on is sold with; lots remember those that they were sold with.</summary>
    public Sequence<Discount> Discounts { get; init; }

    /// <summary>Gets the amounts that wait for the next invoice.</summary>
    public Sequence<WaitingCharge> NextInvoice { get; init; }

    /// <summary>Gets what rounding has left of the settlements that gave something back: the exact amounts less the rounded ones, in minor units; null for nothing.</summary>
    /// <remarks>Less than one minor unit to either side, where the net is rounded. The next settlement that gives something back takes it along (<see cref="Lot.Remainder"/>).</remarks>
    /// <example>Two at half a cent, bought together for one cent. One is dropped for one cent: half a cent is left, and the other one gives nothing back.</example>
    public Fraction? Remainder { get => (Fraction?)_remainder; init => _remainder = value; }

    /// <summary>Gets the grants of usage credits.</summary>
    public Sequence<Grant> Grants { get; init; }

    /// <summary>Gets the usage credits that were used beyond what was granted, kind by kind.</summary>
    public Sequence<UsageDebt> UsageDebts { get; init; }

    /// <summary>Gets the current term, which is the plan's, or null where no plan is held.</summary>
    [JsonIgnore]
    public Term? Term => Plan?.Term;

    /// <summary>Gets what is owed of a kind of usage credit; zero where nothing is.</summary>
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

    /// <summary>Gets the first thing held whose term has ended by an instant, the plan before the add-ons: its renewal comes first.</summary>
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

    /// <summary>Makes a subscription that nothing was bought for yet.</summary>
    /// <param name="id">The caller's own name of it.</param>
    /// <param name="currency">The ISO 4217 code of the currency that it will be billed in.</param>
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

    /// <summary>Whether the plan is held under a contract that has begun and not run out.</summary>
    internal bool InContract(Instant at) => Plan?.Contract is { } contract && contract.Contains(at);

    /// <summary>Gives the cart that asks for just what is held today; change it with <c>with</c>.</summary>
    /// <returns>The cart; a quote of it has no entries.</returns>
    /// <example><c>subscription.Cart() with { Quantity = 5 }</c> asks for five seats, in total, and all else as it is.</example>
    /// <exception cref="InvalidOperationException">No plan is held.</exception>
    public Cart Cart()
    {
        var plan = Plan ?? throw new InvalidOperationException($"The subscription '{Id}' holds no plan.");
        return new Cart
        {
            PlanId = plan.ProductId,
            Every = plan.SoldAt.Every,
            Quantity = plan.Quantity,
            AddOns = [.. AddOns.Select(item => new CartAddOn { Id = item.ProductId, Quantity = item.Quantity, Every = item.SoldAt.Every })],
            Discounts = Discounts,
            Paused = Status == Status.Paused,
        };
    }
}

/// <summary>The anchors that few subscriptions have beside their own.</summary>
internal sealed record AnchorsBeside(Anchor? Next, Anchor? Quota)
{
    internal static AnchorsBeside? Of(Anchor? next, Anchor? quota) => next is null && quota is null ? null : new AnchorsBeside(next, quota);
}
