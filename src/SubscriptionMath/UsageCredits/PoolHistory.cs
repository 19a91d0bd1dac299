namespace SubscriptionMath;

/// <summary>What became of one grant in a stretch of time. All figures are units of usage credit, zero or more.</summary>
/// <param name="Grant">The grant as it was at the beginning of the stretch, or when it came to be.</param>
/// <param name="Opening">What was left of it at the beginning; zero where it began later.</param>
/// <param name="Granted">What became usable: by its beginning, by a refill, by the least that a rollover leaves.</param>
/// <param name="Used">What was used, repaid debt among it.</param>
/// <param name="Expired">What was left at its expiry.</param>
/// <param name="Forfeited">What was left when it was voided, filled up again, or reset beyond what rolls over.</param>
/// <param name="RolledOut">What moved on to the grant that a reset made of it.</param>
/// <param name="RolledIn">What came from the grant of which a reset made this one.</param>
/// <param name="Closing">What is left at the end: opening + granted + rolled in - used - expired - forfeited - rolled out.</param>
public readonly record struct GrantAccount(
    Grant Grant,
    decimal Opening,
    decimal Granted,
    decimal Used,
    decimal Expired,
    decimal Forfeited,
    decimal RolledOut,
    decimal RolledIn,
    decimal Closing);

/// <summary>A stretch in which no grant begins, ends, is filled up or reset: only use lowers what is left.</summary>
/// <param name="Covers">The stretch; its end is exclusive.</param>
/// <param name="Opening">What is left of all grants at its beginning, after debt was repaid.</param>
/// <param name="Usage">What is used in it.</param>
/// <param name="Closing">What is left at its end, before what happens at that instant; never less than zero.</param>
public readonly record struct BurnPhase(Term Covers, decimal Opening, decimal Usage, decimal Closing);

/// <summary>A pool played from one instant to another: the pool as it is then, and where every unit went.</summary>
public sealed record PoolHistory
{
    /// <summary>Gets the pool at the end of the stretch. What has ended, or is used up for good, is no longer in it.</summary>
    public required CreditPool After { get; init; }

    /// <summary>Gets the account of each grant that was there in the stretch, in the order of the pool; what a reset made comes last.</summary>
    public required Sequence<GrantAccount> Grants { get; init; }

    /// <summary>Gets the stretches between the instants at which anything but usage happened.</summary>
    public required Sequence<BurnPhase> Phases { get; init; }

    /// <summary>Gets the usage of the stretch: what grants gave for it, and what became a debt.</summary>
    public required decimal Usage { get; init; }

    /// <summary>Gets the part of the usage that no grant could give.</summary>
    public required decimal Overused { get; init; }

    /// <summary>Gets the debt that grants repaid.</summary>
    public required decimal Repaid { get; init; }

    /// <summary>Gets the debt that resets forgave.</summary>
    public required decimal Forgiven { get; init; }

    /// <summary>Gets what all grants gave: for usage, and to repay debt.</summary>
    public decimal Used
    {
        get
        {
            var sum = 0m;
            foreach (var account in Grants)
            {
                sum += account.Used;
            }

            return sum;
        }
    }
}
