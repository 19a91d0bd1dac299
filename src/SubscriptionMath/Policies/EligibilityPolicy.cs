namespace SubscriptionMath;

/// <summary>The conditions for a change: the roles that may ask, and the seats that members need.</summary>
/// <param name="AskedBy">The roles that may change a subscription.</param>
/// <param name="MembersFitSeats">Whether a cart must hold a seat for each member in use.</param>
public sealed record EligibilityPolicy(Roles AskedBy, bool MembersFitSeats)
{
    /// <summary>Any member may change anything.</summary>
    public static EligibilityPolicy Anyone { get; } = new(Roles.Anyone, MembersFitSeats: false);
}
