using NodaTime;

namespace SubscriptionMath;

/// <content>Phases of a price that changes by itself: an introductory price, and the price after it.</content>
public sealed partial record Price
{
    /// <summary>Gets the later phases of the price, in their order; none for a constant price.</summary>
    /// <remarks>
    /// A term is sold at the price of the phase in which it begins, up to its end. Phases begin with the first paid term, or as
    /// <see cref="TrialFate.FromTheStart"/> lays them. Minimum, maximum and set-up fee are the same in all phases.
    /// </remarks>
    /// <exception cref="ArgumentException">A phase does not come after the one before it.</exception>
    /// <example>
    /// <c>Price.Of(5m, "EUR", BillingInterval.Month) with { Phases = [new(BillingInterval.Months(6), new PriceModel.PerUnit(10m))] }</c>:
    /// EUR 5.00 for the first six months, then EUR 10.00. A year that begins in a phase costs the yearly price of that phase.
    /// </example>
    public Sequence<PricePhase> Phases { get; init => field = PricePhase.InOrder(value, nameof(Phases)); }

    /// <summary>The price from an instant on; the last phase for an item without a first one.</summary>
    internal Price InPhase(Instant? from, Instant at, DateTimeZone zone)
    {
        var over = 0;
        while (over < Phases.Count && (from is not { } start || Phases[over].Start(start, zone) <= at))
        {
            over++;
        }

        return over == 0 ? this : this with { Model = Phases[over - 1].Model, Phases = [.. Phases.Skip(over)] };
    }

    private bool StaysFree => Phases.IsEmpty || Phases.All(phase => phase.Model.IsFree);

    private string Later =>
        string.Concat(Phases.Select(phase => $", {phase.Model.Say(amount => MinorUnits.Print(amount, Currency))} after {phase.After}"));
}
