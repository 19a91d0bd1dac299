using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The reason for which a quote can no longer be accepted.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StaleReason>))]
public enum StaleReason
{
    /// <summary>The subscription has changed.</summary>
    Version,

    /// <summary>A fact that the quote read has changed.</summary>
    Fact,

    /// <summary>The time of the quote is over, or a held item has ended and its renewal comes first.</summary>
    Time,

    /// <summary>The catalog or the policy was edited, and gives another price now.</summary>
    CatalogOrPolicy,
}

/// <summary>The result of accepting a quote: <see cref="Accepted"/>, or <see cref="Stale"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Stale), "stale")]
public abstract record Acceptance
{
    private protected Acceptance()
    {
    }

    /// <summary>Gives the accepted subscription and credit, for callers who know that the quote is not stale.</summary>
    /// <returns>This result as <see cref="Accepted"/>.</returns>
    /// <exception cref="InvalidOperationException">The quote is stale; the message is its sentence.</exception>
    public Accepted OrThrow() => this is Stale stale
        ? throw new InvalidOperationException($"{stale.Refusal.Code}: {stale.Refusal.Message}")
        : (Accepted)this;

    private protected abstract void Seal();
}

/// <summary>The subscription and the account's money credit after an accepted quote.</summary>
public sealed record Accepted : Acceptance
{
    /// <summary>Gets the subscription that the quote showed.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Gets the account's money credit.</summary>
    public required MoneyCredit Credit { get; init; }

    private protected override void Seal()
    {
    }
}

/// <summary>The refusal of a quote that was made for an earlier state of the subscription or the facts, or is too old.</summary>
public sealed record Stale : Acceptance
{
    /// <summary>Gets the reason.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public required StaleReason Reason { get; init => field = Require.Defined(value, nameof(Reason)); }

    /// <summary>Gets the refusal; its code is <see cref="RefusalCode.StaleQuote"/>.</summary>
    /// <remarks>
    /// Its values are the version or the instant of the quote and the current one, or the name of the changed fact (a member of
    /// <see cref="Facts"/>).
    /// </remarks>
    public required Refused Refusal { get; init; }

    private protected override void Seal()
    {
    }
}
