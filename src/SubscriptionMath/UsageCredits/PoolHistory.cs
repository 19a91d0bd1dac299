namespace SubscriptionMath;

/// <summary>The account of one grant over a stretch of time. All figures are units of usage credit, zero or more.</summary>
/// <param name="Grant">The grant at the start of the stretch, or at its own creation.</param>
/// <param name="Opening">The units left at the start; zero for a later grant.</param>
/// <param name="Granted">The units that became usable: at its start, by a refill, by the least of a rollover.</param>
/// <param name="Used">The units used, with repaid debt.</param>
/// <param name="Expired">The units left at its expiry.</param>
/// <param name="Forfeited">The units left when the grant was voided or refilled, or reset beyond its rollover.</param>
/// <param name="RolledOut">The units that rolled over to another grant at a reset.</param>
/// <param name="RolledIn">The units that rolled over from another grant at a reset.</param>
/// <param name="Closing">The units left at the end: opening + granted + rolled in - used - expired - forfeited - rolled out.</param>
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

/// <summary>A stretch in which no grant begins, ends, is refilled or reset: only use lowers the units left.</summary>
/// <param name="Covers">The stretch; its end is exclusive.</param>
/// <param name="Opening">The units left of all grants at its start, after debt was repaid.</param>
/// <param name="Usage">The units used in it.</param>
/// <param name="Closing">The units left at its end, before the events of that instant; never less than zero.</param>
public readonly record struct BurnPhase(Term Covers, decimal Opening, decimal Usage, decimal Closing);

/// <summary>A pool played from one instant to another: the resulting pool, and the account of every unit.</summary>
public sealed record PoolHistory
{
    /// <summary>Gets the pool at the end of the stretch, without grants that have ended or are used up for good.</summary>
    public required CreditPool After { get; init; }

    /// <summary>Gets the account of each grant of the stretch, in the order of the pool; grants made by a reset come last.</summary>
    public required Sequence<GrantAccount> Grants { get; init; }

    /// <summary>Gets the stretches between the instants of all events other than usage.</summary>
    public required Sequence<BurnPhase> Phases { get; init; }

    /// <summary>Gets the usage of the stretch: units from grants, and units that became a debt.</summary>
    public required decimal Usage { get; init; }

    /// <summary>Gets the part of the usage that no grant could give.</summary>
    public required decimal Overused { get; init; }

    /// <summary>Gets the debt that grants repaid.</summary>
    public required decimal Repaid { get; init; }

    /// <summary>Gets the debt that resets forgave.</summary>
    public required decimal Forgiven { get; init; }

    /// <summary>Gets the units from all grants, for usage and for the repayment of debt.</summary>
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
