using NodaTime;

namespace SubscriptionMath;

/// <summary>The terms on which leaving units are valued.</summary>
/// <param name="Answer">The policy's answer for the value of the unused part.</param>
/// <param name="Measure">The measure of time.</param>
/// <param name="Mode">The rounding of lines.</param>
/// <param name="Subscription">The subscription, for its zone, anchor and currency.</param>
/// <param name="At">The instant from which time is unused.</param>
internal readonly record struct Valuation(UnusedValue Answer, Measure Measure, RoundingMode Mode, Subscription Subscription, Instant At)
{
    internal DateTimeZone Zone => Subscription.Zone;

    internal Money Nothing => Money.Zero(Subscription.Currency);

    internal Anchor AnchorOf(Item item) => item.Anchor ?? Subscription.Anchor;

    internal Counting CountingOf(Item item) => new(Measure, AnchorOf(item), Zone);

    internal Money Rounded(Fraction exact) => Money.Round(exact, Subscription.Currency, Mode);

    internal Share LeftOf(in LotUnits units) => CountingOf(units.Item).Left(units.Stretch, At, ends: true);

    internal Share LeftOfItself(in LotUnits units) => CountingOf(units.Item).LeftOfItself(AsSold(units), At);

    /// <summary>Gives the part of its period that a whole lot is.</summary>
    internal Share AllOf(in LotUnits units) =>
        CountingOf(units.Item).WithNewDay.Left(AsSold(units), units.Lot.Covers.Start, ends: false);

    /// <summary>Gives the stretch as counted at its sale: a stretch before which nothing was held begins with no day of a change.</summary>
    private Stretch AsSold(in LotUnits units) => units.Stretch with { IsFirst = units.Lot.IsFirst(Subscription) };
}

/// <summary>The newest units of one lot, which leave.</summary>
/// <param name="Item">The item, as held.</param>
/// <param name="Name">The name of the item, as a customer reads it.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">The number of units; 1 or more, and no more than the lot has.</param>
internal readonly record struct LotUnits(Item Item, string Name, Lot Lot, int Quantity)
{
    internal Stretch Stretch => Stretch.Of(Lot.Covers, Lot.Period, Lot.Price.Interval, Lot.Terms);

    /// <summary>The price held for the time of the lot: for a term bought ahead, that of the phase in which the term begins.</summary>
    internal Price PriceHeld(DateTimeZone zone) => Lot.Covers.Start < Item.Term.End
        ? Item.SoldAt
        : Item.SoldAt.InPhase(Item.PhasesFrom, Lot.Covers.Start, zone);
}
