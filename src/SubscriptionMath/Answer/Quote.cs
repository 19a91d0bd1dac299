using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The price of a change, or of what happens by itself, and the subscription as it will be: preview and booking in one.</summary>
/// <remarks>Its entries sum to zero. Nothing has happened until it is accepted with <see cref="Billing.Accept"/>.</remarks>
public sealed record Quote : Answer
{
    /// <summary>Gets the id of the subscription that it was made for.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the version of the subscription that it was made for.</summary>
    public required long ForVersion { get; init; }

    /// <summary>Gets what it is made for.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>Gets the instant at which it is booked.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }

    /// <summary>Gets what was asked for, or null where it happens by itself.</summary>
    public required Change? Change { get; init; }

    /// <summary>Gets which way the change goes: that of the plan where the plan changes, else that of what changes first.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Gets the facts that the quote depends on.</summary>
    public required FactsRead Read { get; init; }

    /// <summary>Gets the movements; they sum to zero.</summary>
    public required Sequence<Entry> Entries { get; init; }

    /// <summary>Gets the figures behind the entries.</summary>
    public required Sequence<Line> Lines { get; init; }

    /// <summary>Gets the effects on usage credits.</summary>
    public required Sequence<GrantEffect> Grants { get; init; }

    /// <summary>Gets the add-ons that end at once, by id; those that are bought again in the same cart are among them, those that renew are not.</summary>
    public required Sequence<string> EndedAddOns { get; init; }

    /// <summary>Gets the term before the change, or null for a first purchase.</summary>
    public required Term? TermBefore { get; init; }

    /// <summary>Gets the subscription as it will be, with its pending change if there is one.</summary>
    public required Subscription SubscriptionAfter { get; init; }

    /// <summary>Gets the account's money credit as it will be.</summary>
    public required MoneyCredit CreditAfter { get; init; }

    /// <summary>Gets what of the pending change that was due was not made, and why; null where all of it was, or none was due.</summary>
    /// <remarks>The catalog may have dropped what it asks for, or more members use a seat by now than it has. What is held goes on instead.</remarks>
    public Refused? NotMade { get; init; }

    /// <summary>Gets the term after the change.</summary>
    [JsonIgnore]
    public Term? TermAfter => SubscriptionAfter.Term;

    /// <summary>Gets the totals of the entries.</summary>
    [JsonIgnore]
    public QuoteTotals Totals => QuoteTotals.Of(this);

    private protected override void Seal()
    {
    }
}
