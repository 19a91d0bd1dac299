namespace RenewalCluster;

/// <summary>All that is stored of a shard: one document, written once for all renewals of a night.</summary>
/// <remarks>An account and its booking are written together, so that neither is ever there without the other.</remarks>
public sealed record ShardState
{
    /// <summary>Gets the subscriptions in the order of their numbers; empty for a shard as it was sold, which the seed gives.</summary>
    public IReadOnlyList<BookedAccount> Accounts { get; init; } = [];
}

/// <summary>An account with the booking of its last renewal.</summary>
/// <param name="Account">The account.</param>
/// <param name="Last">The booking of the last renewal; null before the first.</param>
public sealed record BookedAccount(Account Account, Booking? Last);
