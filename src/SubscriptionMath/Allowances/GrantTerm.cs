using NodaTime;

namespace SubscriptionMath;

/// <summary>The stretch for which usage credits are granted, and how its parts are counted.</summary>
/// <param name="Covers">The stretch: a term, or the rest of one.</param>
/// <param name="Share">The part of the term that it is.</param>
/// <param name="Measure">How time is counted.</param>
/// <param name="Quotas">The anchor of quota periods.</param>
/// <param name="Zone">The billing zone.</param>
internal readonly record struct GrantTerm(Term Covers, Share Share, Measure Measure, Anchor Quotas, DateTimeZone Zone)
{
    /// <summary>The period of an allowance that holds an instant of the stretch, held to the stretch's end; with the part of it that is left.</summary>
    internal (Term Covers, Share Share) PeriodAt(Allowance allowance, Instant at)
    {
        if (allowance.Every is not { } every)
        {
            return (new Term(at, Covers.End), Share);
        }

        var period = Quotas.TermAt(at, every, Zone);
        return (new Term(at, Instant.Min(period.End, Covers.End)), Counting.Left(new Stretch(period, period, every), at, Measure, Quotas, Zone, ends: false));
    }
}
