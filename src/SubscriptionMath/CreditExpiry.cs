using NodaTime;

namespace SubscriptionMath;

/// <summary>The expiry of credit as a separate calculation: the credit left at an instant, and the credit gone.</summary>
/// <remarks>No sweep is needed: the credit left is a function of the credit and the instant. Expiring twice is expiring once.</remarks>
public static class CreditExpiry
{
    /// <summary>Gives the amount left of a lot of money credit at an instant.</summary>
    /// <param name="lot">The amount.</param>
    /// <param name="at">The instant; at the expiry itself nothing is left.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>EUR 5.00 that expire on 1 May at 00:00: EUR 5.00 on 30 April, EUR 0.00 on 1 May.</example>
    public static Money LeftAt(CreditLot lot, Instant at)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.LeftAt(at);
    }

    /// <summary>Gives the money credit without the lots that have expired at an instant.</summary>
    /// <param name="credit">The money credit.</param>
    /// <param name="at">The instant; a lot that expires at it has expired.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static MoneyCredit After(MoneyCredit credit, Instant at)
    {
        ArgumentNullException.ThrowIfNull(credit);
        return new MoneyCredit { Lots = [.. credit.Lots.Where(lot => !lot.HasExpired(at))] };
    }

    /// <summary>Gives the grants of usage credits without those that have lapsed at an instant.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="at">The instant; a grant that expires, or is void, at it has lapsed.</param>
    /// <returns>The other grants, in their order, with those that are not effective yet.</returns>
    public static Sequence<Grant> After(Sequence<Grant> grants, Instant at) =>
        [.. grants.Where(grant => grant.Ends is not { } ends || at < ends)];

    /// <summary>Gives the usage credits of one kind that are left at an instant.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="kind">The kind of usage credit.</param>
    /// <param name="at">The instant; a grant that expires at it has lapsed, a grant effective from it counts.</param>
    /// <returns>The sum over the grants of that kind; zero for none.</returns>
    public static decimal LeftAt(Sequence<Grant> grants, string kind, Instant at)
    {
        var left = 0m;
        foreach (var grant in grants)
        {
            left += grant.Kind == kind ? grant.LeftAt(at) : 0m;
        }

        return left;
    }
}
