using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers which contract a plan is held under: from its first day to the end of the term of contract that runs.</summary>
internal static class ContractTerm
{
    /// <summary>That of a plan that is sold: one that runs is kept to its end, unless everything begins anew; else it begins.</summary>
    /// <param name="price">The price of the plan, as sold.</param>
    /// <param name="held">The contract that it was held under, or null where there was none.</param>
    /// <param name="anew">Whether everything begins anew.</param>
    /// <param name="from">The first instant that is paid for.</param>
    /// <param name="zone">The billing zone.</param>
    internal static Term? Sold(Price price, Term? held, bool anew, Instant from, DateTimeZone zone) =>
        price.Contract is not { } contract ? null
        : !anew && held is { } runs && runs.Contains(from) ? held
        : new Term(from, End(from, from, contract.Length, zone));

    /// <summary>That of a plan that is renewed: one that has run out is followed by another where it says so. All its ends are counted from its first day.</summary>
    internal static Term? Renewed(Price price, Term? held, Instant at, DateTimeZone zone) =>
        held is not { } runs || runs.End > at ? held
        : price.Contract is { Then: AfterContract.Anew, Length: var length } ? Renewed(price, new Term(runs.Start, End(runs.Start, runs.End, length, zone)), at, zone)
        : null;

    /// <summary>A term that does not run beyond the end of a plan that ends by itself.</summary>
    internal static PlanTerm Cut(PlanTerm next, Instant? ends) => ends is { } end && end > next.Term.Start && end < next.Term.End ? next with { Term = next.Term.Until(end) } : next;

    private static Instant End(Instant start, Instant after, BillingInterval length, DateTimeZone zone) =>
        new Anchor(start.LocalAt(zone)).Next(after.LocalAt(zone), length).AtStart(zone);
}
