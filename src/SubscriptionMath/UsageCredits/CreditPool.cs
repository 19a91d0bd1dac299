using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>All usage credits of one kind at an instant: the grants, and the debt. A snapshot from which play goes on.</summary>
/// <remarks>
/// <para>The balance is a function of grants, usage and resets. Nothing has to run when a grant expires. Neither the order of the listed
/// events nor the instants of inspection make a difference. Play the pool to any instant, keep <see cref="PoolHistory.After"/>, and play on
/// from there.</para>
/// <para>
/// At one instant, grants end first. Then come the reset, refills, new grants and the repayment of debt. Usage at that instant counts last.
/// </para>
/// <para>The cost of a play grows with the grants that still matter and the new events, not with settled history.</para>
/// </remarks>
/// <example>
/// 100 a day from 1 January, and 120 used at 01:00: nothing is left and 20 are owed; at 2 January 00:00 the grant is filled up and repays
/// them: 80.
/// </example>
public sealed record CreditPool
{
    /// <summary>Gets the kind of usage credit; not empty.</summary>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public required string Kind { get; init => field = Require.Text(value, nameof(Kind)); }

    /// <summary>Gets the instant of the snapshot: usage before it is settled, usage at it is not.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }

    /// <summary>Gets the zone in which the life of rolled-over credits is counted.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required DateTimeZone Zone { get; init => field = Require.NotNull(value, nameof(Zone)); }

    /// <summary>Gets the grants, with those that begin later.</summary>
    public Sequence<Grant> Grants { get; init; }

    /// <summary>Gets the usage beyond the grants that is not repaid; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public decimal? Debt { get; init => field = value is { } debt && Require.NotNegative(debt, nameof(Debt)) > 0m ? debt : null; }

    /// <summary>Gets the credits left at the instant of the snapshot, less the debt; negative if the debt is greater.</summary>
    [JsonIgnore]
    public decimal Balance => CreditExpiry.LeftAt(Grants, Kind, At) - (Debt ?? 0m);

    /// <summary>Gives the pool of one kind of a subscription.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="kind">The kind of usage credit.</param>
    /// <param name="at">The instant up to which the grants contain all use.</param>
    /// <exception cref="ArgumentNullException">The subscription is null.</exception>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public static CreditPool Of(Subscription subscription, string kind, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return new CreditPool
        {
            Kind = kind,
            At = at,
            Zone = subscription.Zone,
            Grants = [.. subscription.Grants.Where(grant => grant.Kind == kind)],
            Debt = subscription.OwedOf(kind),
        };
    }

    /// <summary>Plays usage and resets up to an instant.</summary>
    /// <param name="usage">
    /// The usage, in any order. Usage before the snapshot is already settled; usage at or after the end does not count yet.
    /// </param>
    /// <param name="policy">
    /// The policy for use. Usage has happened: units that no grant gives are a debt, whatever the policy says of overuse.
    /// </param>
    /// <param name="until">The end, exclusive for usage and inclusive for all else; not before the snapshot.</param>
    /// <param name="resets">
    /// The instants of resets, in any order: unused credits roll over by each grant's rule, and grants with a refill are filled. A reset at
    /// the snapshot itself was made already.
    /// </param>
    /// <returns>The pool at the end, and the account of every unit.</returns>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    /// <exception cref="InvalidOperationException">A grant is of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the snapshot.</exception>
    /// <example>100, of which 40 may roll over, 30 used, and a reset: 40 are left, 30 are forfeited.</example>
    public PoolHistory Play(Sequence<UsageEvent> usage, UsagePolicy policy, Instant until, Sequence<Instant> resets = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (until < At)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, $"The end lies before the snapshot of {At}.");
        }

        foreach (var grant in Grants)
        {
            if (grant.Kind != Kind)
            {
                throw new InvalidOperationException($"The pool of '{Kind}' holds a grant of '{grant.Kind}'.");
            }
        }

        return new PoolPlay(this, policy).To(until, usage, resets);
    }
}
