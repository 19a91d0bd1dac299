namespace SubscriptionMath;

/// <summary>The subscription that was found consistent, kept in it, outside of its equality, its text and its JSON.</summary>
/// <remarks>A copy of a subscription carries the mark of the original, sees that it belongs to another, and is checked anew.</remarks>
internal struct KnownConsistent : IEquatable<KnownConsistent>
{
    private Subscription? _known;

    public readonly bool Equals(KnownConsistent other) => true;

    public override readonly bool Equals(object? obj) => obj is KnownConsistent;

    public override readonly int GetHashCode() => 0;

    internal readonly bool Is(Subscription subscription) => ReferenceEquals(_known, subscription);

    internal void Keep(Subscription subscription) => _known = subscription;
}
