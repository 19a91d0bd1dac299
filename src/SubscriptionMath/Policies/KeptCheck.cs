namespace SubscriptionMath;

/// <summary>The result of a policy's check, kept in the policy, outside of its equality, its text and its JSON.</summary>
/// <remarks>
/// The result names its policy. A copy of a policy carries the result of the original, sees that it belongs to another, and is checked
/// anew. Two threads that ask at once find the same result and keep either: a result is immutable, and is seen whole or not at all.
/// </remarks>
internal struct KeptCheck : IEquatable<KeptCheck>
{
    private Outcome? _outcome;

    public readonly bool Equals(KeptCheck other) => true;

    public override readonly bool Equals(object? obj) => obj is KeptCheck;

    public override readonly int GetHashCode() => 0;

    internal Sequence<Contradiction> Of(BillingPolicy policy)
    {
        if (_outcome is { } kept && ReferenceEquals(kept.Policy, policy))
        {
            return kept.Found;
        }

        var found = PolicyCheck.Find(policy);
        _outcome = new Outcome(policy, found);
        return found;
    }

    private sealed class Outcome(BillingPolicy policy, Sequence<Contradiction> found)
    {
        internal BillingPolicy Policy { get; } = policy;

        internal Sequence<Contradiction> Found { get; } = found;
    }
}
