namespace SubscriptionMath;

/// <summary>Checks the role, the seats and the members of a request, before any rule is asked.</summary>
internal static class EligibilityCheck
{
    /// <summary>Gives the refusal or null, and the facts that were read, which the quote remembers.</summary>
    internal static Refused? Find(
        EligibilityPolicy policy, Plan? wanted, int? asked, Facts facts, out int? membersRead, out Roles? roleRead)
    {
        membersRead = null;
        roleRead = null;
        if (policy.AskedBy != Roles.Anyone)
        {
            roleRead = facts.AskedBy;
            if (roleRead is null)
            {
                return Refusals.FactNotKnown("the role of the person who asks");
            }

            if ((roleRead.Value & policy.AskedBy) == Roles.None)
            {
                return Refusals.RoleNotPermitted(roleRead.Value, policy.AskedBy);
            }
        }

        if (wanted is null || asked is not { } seats)
        {
            return null;
        }

        if (!wanted.Seats.Allow(seats))
        {
            return Refusals.SeatsNotOffered(wanted.Name, seats, wanted.Seats);
        }

        if (policy.MembersFitSeats)
        {
            membersRead = facts.MembersInUse;
            if (membersRead is null)
            {
                return Refusals.FactNotKnown("the number of members in use");
            }

            if (membersRead > seats)
            {
                return Refusals.MembersOverSeats(membersRead.Value, seats);
            }
        }

        return null;
    }
}
