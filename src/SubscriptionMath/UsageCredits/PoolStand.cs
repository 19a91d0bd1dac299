namespace SubscriptionMath;

/// <summary>The usable grants of a kind at an instant, seen in one pass that makes nothing.</summary>
/// <param name="Left">The units left, as far as they are needed.</param>
/// <param name="First">The place of the grant that gives first; -1 if none has a unit left.</param>
/// <param name="IsDue">Whether a grant has to be refilled.</param>
internal readonly record struct PoolStand(decimal Left, int First, bool IsDue)
{
    /// <summary>Looks through the grants, and counts units until there are as many as needed.</summary>
    internal static PoolStand Of(ReadOnlySpan<Grant> grants, in KindUse use, decimal needed)
    {
        var (left, first, anyDue) = (0m, -1, false);
        for (var place = 0; place < grants.Length; place++)
        {
            var grant = grants[place];
            if (!use.IsOf(grant))
            {
                continue;
            }

            var isDue = grant.Refill is { } refill && refill.Next <= use.At;
            anyDue |= isDue;
            if (grant.Granted <= (isDue ? 0m : grant.Used))
            {
                continue;
            }

            first = first < 0 || use.Policy.Order.Compare(grant, grants[first]) < 0 ? place : first;
            if (left < needed)
            {
                left += isDue ? grant.Granted : grant.Unused;
            }
        }

        return new PoolStand(left, first, anyDue);
    }
}
