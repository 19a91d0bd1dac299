using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The result of spending usage credits: <see cref="Spent"/>, or <see cref="NotSpent"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Spent), "spent")]
[JsonDerivedType(typeof(NotSpent), "notSpent")]
public abstract record Spending
{
    private protected Spending()
    {
    }

    /// <summary>Gives the spent credits, for callers who know that the use is not refused.</summary>
    /// <returns>This result as <see cref="Spent"/>.</returns>
    /// <exception cref="InvalidOperationException">The use is refused; the message is its sentence.</exception>
    public Spent OrThrow() => this is NotSpent not
        ? throw new InvalidOperationException($"{not.Refusal.Code}: {not.Refusal.Message}")
        : (Spent)this;

    private protected abstract void Seal();
}

/// <summary>The credits that one grant gave.</summary>
/// <param name="GrantId">The caller's id of the grant; "" for none.</param>
/// <param name="ProductId">The product that brought the grant.</param>
/// <param name="Source">The source of the grant.</param>
/// <param name="Units">The number of units; more than zero.</param>
public sealed record GrantUse(string GrantId, string ProductId, GrantSource Source, decimal Units);

/// <summary>Usage credits that were spent.</summary>
public sealed record Spent : Spending
{
    /// <summary>Gets the subscription with less left. Quotes made before are stale.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Gets the credits from each grant, in the order in which the subscription holds the grants.</summary>
    public required Sequence<GrantUse> Uses { get; init; }

    /// <summary>Gets the credits that no grant could give, and that are owed; zero or more.</summary>
    public required decimal Owed { get; init; }

    private protected override void Seal()
    {
    }
}

/// <summary>The refusal of a use that exceeds the usage credits left. Nothing was spent.</summary>
public sealed record NotSpent : Spending
{
    /// <summary>Gets the refusal; its code is <see cref="RefusalCode.NotEnoughCredits"/>.</summary>
    public required Refused Refusal { get; init; }

    private protected override void Seal()
    {
    }
}
