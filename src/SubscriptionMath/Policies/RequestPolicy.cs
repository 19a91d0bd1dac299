namespace SubscriptionMath;

/// <summary>Answers about requests: which are up, who may ask, and the fate of a pending change. Each has a default.</summary>
/// <example>
/// <c>Requests = new() { Pending = PendingPolicy.Kept }</c>: a pending change stays when another is made. Anyone may change, and the rank
/// of the plans says which changes are up.
/// </example>
public sealed record RequestPolicy
{
    /// <summary>Gets the rule for up and down: by default the rank of the plans.</summary>
    public DirectionPolicy Direction { get; init => field = Require.NotNull(value, nameof(Direction)); } = DirectionPolicy.ByRank;

    /// <summary>Gets the limits on who may change and what must fit: by default anyone may change.</summary>
    public EligibilityPolicy Eligibility { get; init => field = Require.NotNull(value, nameof(Eligibility)); } = EligibilityPolicy.Anyone;

    /// <summary>Gets the fate of a pending change when another change is made: by default the newest replaces the older.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public PendingPolicy Pending { get; init => field = Require.Defined(value, nameof(Pending)); }

    /// <summary>Gets the cancellation that is refused while another is pending. Null, the default: the newer replaces the older.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public SecondCancellation? SecondCancellation
    {
        get;
        init => field = value is { } one ? Require.Defined(one, nameof(SecondCancellation)) : null;
    }

    /// <summary>
    /// Gets whether a first purchase on a date cannot be canceled before it begins. By default, false, the customer can withdraw it.
    /// </summary>
    public bool KeepsPendingStart { get; init; }

    /// <summary>Gets whether a pending change is refused as a whole if, when due, more members use a seat than it has.</summary>
    /// <remarks>
    /// False, the default, keeps a seat for each member, up to the seats held, and makes the rest of the change. Either way the quote says
    /// so (<see cref="Quote.NotMade"/>). The answer matters only if members have to fit the seats.
    /// </remarks>
    /// <example>Three seats, two from 1 May on; a third member joins on 20 April. On 1 May three seats renew.</example>
    public bool RefusesOutgrown { get; init; }

    /// <summary>Gets the time for which a quote can be accepted. Null, the default: until something changes that it depends on.</summary>
    public QuoteValidity? QuoteValidity { get; init; }
}
