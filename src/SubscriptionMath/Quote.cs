using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The price of a change or of a due event, and the resulting subscription: preview and booking in one.</summary>
/// <remarks>
/// The entries sum to zero. Nothing has happened until the caller accepts the quote with
/// <see cref="Billing.Accept(Subscription, Quote, Facts)"/>.
/// </remarks>
public sealed partial record Quote : Answer
{
    // Kept by reference: a quote stays small where the policy sets no end.
    private readonly object? _goodUntil;

    /// <summary>Gets the id that the caller gave to the quote; null for none.</summary>
    /// <remarks>
    /// Pricing gives none: the same arguments give the same quote. The caller gives an id of its own, or derives one
    /// (<see cref="BillingJson.DerivedId"/>), for the key of a stored quote and of its payment.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is empty or white space.</exception>
    /// <example><c>quote with { Id = BillingJson.DerivedId(quote) }</c>.</example>
    public string? Id { get; init => field = value is null ? null : Require.Text(value, nameof(Id)); }

    /// <summary>Gets the id of the priced subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the version of the priced subscription.</summary>
    public required long ForVersion { get; init; }

    /// <summary>Gets the event that the quote prices.</summary>
    public required BillingReason BillingReason { get; init; }

    /// <summary>Gets the instant of booking.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }

    /// <summary>Gets the instant from which the quote can no longer be accepted, exclusive; null if the policy sets none.</summary>
    /// <remarks>The policy decides (<see cref="RequestPolicy.QuoteValidity"/>).</remarks>
    [JsonConverter(typeof(PartConverter))]
    public Instant? GoodUntil { get => (Instant?)_goodUntil; init => _goodUntil = value; }

    /// <summary>Gets the change that the customer asked for, or null for an event that happens by itself.</summary>
    public required Change? Change { get; init; }

    /// <summary>Gets the direction of the change: that of the plan if the plan changes, else of the first change.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Gets the facts that the quote depends on.</summary>
    public required FactsRead Read { get; init; }

    /// <summary>Gets the movements; they sum to zero.</summary>
    public required Sequence<Entry> Entries { get; init; }

    /// <summary>Gets the figures behind the entries.</summary>
    public required Sequence<Line> Lines { get; init; }

    /// <summary>Gets the charges deferred to this invoice that the quote collects, with their lines; empty if it collects none.</summary>
    /// <remarks>
    /// The invoice has the lines of the quote and of these charges (<see cref="DeferredCharge.Lines"/>), in one table of taxes
    /// (<see cref="TaxTotal.ByRate"/>). Entries marked <see cref="Entry.Collects"/> sum to their amounts, negated.
    /// </remarks>
    /// <example>
    /// The renewal of 1 May at EUR 125.00 collects EUR 25.00 of 16 April: a line of 125.00, and those of 37.50 back and 62.50.
    /// </example>
    public Sequence<DeferredCharge> Collected { get; init; }

    /// <summary>Gets the effects on usage credits.</summary>
    public required Sequence<GrantEffect> Grants { get; init; }

    /// <summary>Gets the ids of the add-ons that end at once, with those bought again in the same cart, without those that renew.</summary>
    public required Sequence<string> EndedAddOns { get; init; }

    /// <summary>Gets the term before the change, or null for a first purchase.</summary>
    public required Term? TermBefore { get; init; }

    /// <summary>Gets the resulting subscription, with its pending change if there is one.</summary>
    public required Subscription SubscriptionAfter { get; init; }

    /// <summary>Gets the resulting money credit of the account.</summary>
    public required MoneyCredit CreditAfter { get; init; }

    /// <summary>
    /// Gets the earlier terms as they should have been (<see cref="Facts.EarlierTerms"/>); empty without a change meant for one of them.
    /// </summary>
    /// <remarks>
    /// The caller who accepts the quote keeps them as the facts of a later correction; the same change then costs nothing.
    /// </remarks>
    public Sequence<Subscription> EarlierTerms { get; init; }

    /// <summary>Gets the refusal of the part of a due pending change that was not made; null if all was made, or none was due.</summary>
    /// <remarks>
    /// The catalog may have dropped a product, or more members may use a seat by now than the cart has. The current items then continue.
    /// </remarks>
    public Refused? NotMade { get; init; }

    /// <summary>Gets the term after the change.</summary>
    [JsonIgnore]
    public Term? TermAfter => SubscriptionAfter.Term;

    /// <summary>Gets the totals of the entries.</summary>
    /// <remarks>JSON has the totals as well; totals that are read have to agree with the entries.</remarks>
    [JsonIgnore]
    public QuoteTotals Totals => QuoteTotals.Of(this);

    private protected override void Seal()
    {
    }
}
