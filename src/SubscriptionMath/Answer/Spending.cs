using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What spending usage credits answers: <see cref="Spent"/>, or <see cref="NotSpent"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Spent), "spent")]
[JsonDerivedType(typeof(NotSpent), "notSpent")]
public abstract record Spending
{
    private protected Spending()
    {
    }

    /// <summary>Gives what was spent, for those who know that it is not refused.</summary>
    /// <returns>This answer, as what was spent.</returns>
    /// <exception cref="InvalidOperationException">It is refused; the message is its sentence.</exception>
    public Spent OrThrow() => this is NotSpent not
        ? throw new InvalidOperationException($"{not.Refusal.Code}: {not.Refusal.Sentence}")
        : (Spent)this;

    private protected abstract void Seal();
}

/// <summary>What one grant gave.</summary>
/// <param name="GrantId">The grant's own name; "" where it has none.</param>
/// <param name="ProductId">The product that brought it.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Units">How many; more than zero.</param>
public sealed record GrantUse(string GrantId, string ProductId, GrantSource Source, decimal Units);

/// <summary>Usage credits that were spent.</summary>
public sealed record Spent : Spending
{
    /// <summary>Gets the subscription with less left. Quotes made before are stale.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Gets what each grant gave, in the order in which the subscription holds them.</summary>
    public required Sequence<GrantUse> Uses { get; init; }

    /// <summary>Gets what no grant could give: it is owed; zero or more.</summary>
    public required decimal Owed { get; init; }

    private protected override void Seal()
    {
    }
}

/// <summary>The refusal of a use for which there are too few usage credits. Nothing was spent.</summary>
public sealed record NotSpent : Spending
{
    /// <summary>Gets the refusal; its code is <see cref="RefusalCode.NotEnoughCredits"/>.</summary>
    public required Refused Refusal { get; init; }

    private protected override void Seal()
    {
    }
}
