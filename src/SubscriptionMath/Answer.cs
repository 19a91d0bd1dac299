using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The answer to a change: a <see cref="Quote"/>, or a <see cref="Refused"/> with its reason.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record Answer
{
    private protected Answer()
    {
    }

    /// <summary>Gives the quote, for callers who know that the change is not refused.</summary>
    /// <returns>This answer, as a quote.</returns>
    /// <exception cref="InvalidOperationException">The change is refused; the message is its sentence.</exception>
    public Quote OrThrow() => this is Refused refused
        ? throw new InvalidOperationException($"{refused.Code}: {refused.Message}")
        : (Quote)this;

    private protected abstract void Seal();
}
