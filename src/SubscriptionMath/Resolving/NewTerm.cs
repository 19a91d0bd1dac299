using NodaTime;

namespace SubscriptionMath;

/// <summary>The new term of a plan or add-on, and the anchor from which its boundaries are counted.</summary>
internal readonly record struct NewTerm(Term Term, Anchor Anchor)
{
    /// <summary>Gives a term of one interval that begins at an instant, anchored there.</summary>
    internal static NewTerm Begin(Instant at, BillingInterval interval, DateTimeZone zone)
    {
        var anchor = new Anchor(at.LocalAt(zone));
        return new NewTerm(new Term(at, anchor.Next(anchor.Origin, interval).AtStart(zone)), anchor);
    }

    /// <summary>Gives a term that joins a monthly schedule: from an instant to one interval after the start of the running month.</summary>
    internal static NewTerm Join(Instant at, BillingInterval interval, Anchor anchor, DateTimeZone zone)
    {
        var local = at.LocalAt(zone);
        var began = anchor.Boundary(anchor.IndexAt(local, BillingInterval.Month), BillingInterval.Month);
        return new NewTerm(new Term(at, anchor.Next(began, interval).AtStart(zone)), anchor);
    }
}
