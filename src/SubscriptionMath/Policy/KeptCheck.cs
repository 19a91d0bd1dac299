namespace SubscriptionMath;

/// <summary>Keeps the outcome of a policy's check inside the policy. It is no part of the policy's equality, of its text or of its JSON.</summary>
/// <remarks>
/// The outcome names the policy that it was found for. A copy of a policy carries that of the original, sees that it is another's, and is checked anew.
/// Two threads that ask at once both find the same and keep either: an outcome is immutable, and is seen whole or not at all.
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
