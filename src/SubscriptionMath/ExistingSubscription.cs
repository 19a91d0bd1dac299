using NodaTime;

namespace SubscriptionMath;

/// <summary>A subscription that another system runs, told by the facts that every billing system knows.</summary>
/// <remarks>
/// <see cref="Missing"/> names the facts that cannot be known from the others; <see cref="ToSubscription"/> makes the subscription. Money
/// credit belongs to the account: it is a fact of each later price (<see cref="Facts.Credit"/>). The period is one purchase. If units were
/// added within it, take the subscription over as it was at the start of the period, and ask for the change again.
/// </remarks>
/// <example>
/// Ten seats at EUR 10.00, April billed and paid: on 16 April half of EUR 100.00 is unused, as if this library had sold it.
/// </example>
public sealed record ExistingSubscription
{
    /// <summary>Gets the caller's id of the subscription; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the currency of every bill.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the billing zone, in which days and boundaries are counted.</summary>
    public required DateTimeZone Zone { get; init => field = Require.NotNull(value, nameof(Zone)); }

    /// <summary>Gets the interval of the plan.</summary>
    public required BillingInterval Interval { get; init; }

    /// <summary>Gets the current period, or that of a running trial; its end is exclusive, and the next renewal is due then.</summary>
    /// <exception cref="ArgumentException">The period is empty.</exception>
    public required Term Period
    {
        get;
        init => field = value.IsEmpty ? throw new ArgumentException($"The period {value} is empty.", nameof(Period)) : value;
    }

    /// <summary>Gets the plan.</summary>
    public required ExistingItem Plan { get; init => field = Require.NotNull(value, nameof(Plan)); }

    /// <summary>Gets the add-ons.</summary>
    public Sequence<ExistingItem> AddOns { get; init; }

    /// <summary>Gets the trial, used or running, or null if none was ever used. Nothing is billed for a period in the trial.</summary>
    public Term? Trial { get; init; }

    /// <summary>
    /// Gets the date from which boundaries are counted, or null to find it from the period; asked for if several would fit.
    /// </summary>
    /// <example>28 February to 31 March is a month from the 31st; 30 June to 30 September may be from the 30th or the 31st.</example>
    public Anchor? Anchor { get; init; }

    /// <summary>Gets the instant of the purchase, or null if it is not known. Rules by time then never match.</summary>
    public Instant? PurchasedAt { get; init; }

    /// <summary>Gets the discounts that apply to the period and to purchases from now on.</summary>
    /// <remarks><see cref="Discount.Periods"/> counts the current period.</remarks>
    public Sequence<Discount> Discounts { get; init; }

    /// <summary>Gets the rates of tax of the current period, or null for no tax.</summary>
    public TaxRates? Taxes { get; init; }

    /// <summary>Gets the pending change, or null for none; one without a cart is a cancellation.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>Gets the grants of usage credits with what was used of them; null is asked for if a product has an allowance.</summary>
    public Sequence<Grant>? Grants { get; init; }

    /// <summary>Names the facts that are missing, or contradict the others, each with its member and a sentence.</summary>
    /// <param name="catalog">The products for sale, and those that running subscriptions hold.</param>
    /// <returns>The missing facts, those of the plan first; empty if the subscription can be made.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>
    /// 30 June to 30 September, by the quarter: <c>anchor</c>, "The period 2026-06-30T00:00:00Z/2026-09-30T00:00:00Z fits more than one
    /// billing day; state the date from which boundaries are counted."
    /// </example>
    public Sequence<Inconsistency> Missing(Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return ExistingFacts.Missing(this, catalog);
    }

    /// <summary>Makes the subscription, to be priced and renewed from now on.</summary>
    /// <remarks>
    /// Amounts that are not stated are those of a first purchase of the period, with the policy's answers for rounding, tax and discounts.
    /// An amount that was billed and not paid is owed with the next invoice.
    /// </remarks>
    /// <param name="catalog">The products for sale, and those that running subscriptions hold.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <returns>The subscription at version 0; it has passed <see cref="SubscriptionCheck"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A fact is missing; the message names each one.</exception>
    /// <exception cref="ArgumentException">The parts of the subscription contradict each other.</exception>
    /// <example>
    /// Pro at EUR 30.00 for April, paid; on 16 April another plan at EUR 60.00: EUR 15.00 are unused, and EUR 15.00 are due.
    /// </example>
    public Subscription ToSubscription(Catalog catalog, BillingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(policy);
        var missing = ExistingFacts.Missing(this, catalog);
        return missing.IsEmpty
            ? SubscriptionCheck.Checked(Existing.Of(this, catalog, policy))
            : throw new InvalidOperationException(string.Join(" ", missing.Select(static one => $"{one.Path}: {one.Message}")));
    }
}
