using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the contract of a plan: from its first day to the end of the running contract term.</summary>
internal static class ContractTerm
{
    /// <summary>
    /// Gives the contract of a plan at its sale; null if the price has none. A running contract keeps its end, and one that is over stays
    /// over, unless everything begins anew; else a contract begins.
    /// </summary>
    /// <param name="wanted">The plan, with the price of its sale.</param>
    /// <param name="held">The plan before the sale, or null for none.</param>
    /// <param name="anew">Whether everything begins anew.</param>
    /// <param name="from">The first paid instant.</param>
    /// <param name="zone">The billing zone.</param>
    internal static Term? Sold(Wanted wanted, Item? held, bool anew, Instant from, DateTimeZone zone) =>
        wanted.Price.Contract is not { } contract ? null
        : !anew && held is not null && (held.Contract is { } runs ? runs.Contains(from) : IsOver(held, wanted)) ? held.Contract
        : Begun(contract, from, zone);

    /// <summary>Gives the contract that begins at an instant.</summary>
    internal static Term Begun(Contract contract, Instant from, DateTimeZone zone) => new(from, End(from, from, contract.Length, zone));

    private static bool IsOver(Item held, Wanted wanted) =>
        held.ProductId == wanted.ProductId && held.SoldAt.Contract is not null && held.SoldAt.Interval == wanted.Price.Interval;

    /// <summary>
    /// Gives the contract of a plan at its renewal. An ended contract may be followed by another; all ends are counted from the first day.
    /// </summary>
    internal static Term? Renewed(Price price, Term? held, Instant at, DateTimeZone zone) =>
        held is not { } runs || runs.End > at ? held
        : price.Contract is { Then: AfterContract.Anew, Length: var length }
            ? Renewed(price, new Term(runs.Start, End(runs.Start, runs.End, length, zone)), at, zone)
        : null;

    /// <summary>Cuts a term at the end of a plan that ends by itself.</summary>
    internal static PlanTerm Cut(PlanTerm next, Instant? ends) =>
        ends is { } end && end > next.Term.Start && end < next.Term.End ? next with { Term = next.Term.Until(end) } : next;

    private static Instant End(Instant start, Instant after, BillingInterval length, DateTimeZone zone) =>
        new Anchor(start.LocalAt(zone)).Next(after.LocalAt(zone), length).AtStart(zone);
}
