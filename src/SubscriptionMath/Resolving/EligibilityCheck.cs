namespace SubscriptionMath;

/// <summary>The check of role, seats and members, before any rule is asked, and the facts that were read for the quote.</summary>
/// <param name="Refused">The refusal, or null.</param>
/// <param name="Members">The number of members in use, if it was read.</param>
/// <param name="Role">The role of the person who asks, if it was read.</param>
internal readonly record struct EligibilityCheck(Refused? Refused, int? Members, Roles? Role)
{
    /// <summary>Checks a request, whatever the change.</summary>
    internal static EligibilityCheck Of(EligibilityPolicy policy, Plan? wanted, int? asked, Facts facts)
    {
        Roles? role = policy.AskedBy == Roles.Anyone ? null : facts.AskedBy;
        if (policy.AskedBy != Roles.Anyone && ByRole(policy, role) is { } notPermitted)
        {
            return new EligibilityCheck(notPermitted, null, role);
        }

        if (wanted is null || asked is not { } seats)
        {
            return new EligibilityCheck(null, null, role);
        }

        if (!wanted.Seats.Allow(seats))
        {
            return new EligibilityCheck(Refusals.SeatsNotOffered(wanted, seats), null, role);
        }

        return policy.MembersFitSeats
            ? new EligibilityCheck(BySeats(wanted.Id, facts.MembersInUse, seats), facts.MembersInUse, role)
            : new EligibilityCheck(null, null, role);
    }

    private static Refused? ByRole(EligibilityPolicy policy, Roles? role) =>
        role is not { } asks ? Refusals.FactNotKnown("the role of the person who asks", nameof(Facts.AskedBy))
        : (asks & policy.AskedBy) == Roles.None ? Refusals.RoleNotPermitted(asks, policy.AskedBy)
        : null;

    private static Refused? BySeats(string planId, int? members, int seats) =>
        members is not { } inUse ? Refusals.FactNotKnown("the number of members in use", nameof(Facts.MembersInUse))
        : inUse > seats ? Refusals.MembersOverSeats(planId, inUse, seats)
        : null;
}
