using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what becomes of the term?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(KeptEnd), "endKept")]
[JsonDerivedType(typeof(Restart), "restarted")]
[JsonDerivedType(typeof(TermOfItsOwn), "ownTerm")]
[JsonDerivedType(typeof(KeptTimeLeft), "timeLeftKept")]
public abstract record TermRule
{
    private protected TermRule()
    {
    }

    /// <summary>The current term keeps its end; what is bought now ends with it.</summary>
    /// <remarks>A year from 1 January 2026, changed on 2 July, ends on 1 January 2027 all the same (WhaleBooks, S3.7).</remarks>
    public static TermRule EndKept { get; } = new KeptEnd();

    /// <summary>A new term of the new interval begins at the change, and everything held begins anew with it.</summary>
    /// <remarks>A month changed to a year on 11 April 2026 runs from there to 11 April 2027, and the anchor is 11 April (smrtPhone, 1-C).</remarks>
    public static TermRule Restarted { get; } = new Restart();

    /// <summary>What is bought gets a term of its own from the change on; the plan's term stays as it is.</summary>
    public static TermRule OwnTerm { get; } = new TermOfItsOwn();

    /// <summary>The time that is left when it is paused is left when it is resumed; for a pause alone.</summary>
    /// <remarks>Whole days are carried one for one. Where the end is kept instead, the time runs on while it is paused.</remarks>
    public static TermRule TimeLeftKept { get; } = new KeptTimeLeft();

    private protected abstract void Seal();

    /// <summary>The current term keeps its end.</summary>
    public sealed record KeptEnd : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change.</summary>
    public sealed record Restart : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The time left is kept through a pause.</summary>
    public sealed record KeptTimeLeft : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The item gets a term of its own.</summary>
    public sealed record TermOfItsOwn : TermRule
    {
        private protected override void Seal()
        {
        }
    }
}
