using NodaTime;

namespace SubscriptionMath;

/// <summary>How what leaves is valued: by which answer of the policy, counted and rounded how, for which subscription, and when.</summary>
/// <param name="Answer">What the policy says the unused part is worth.</param>
/// <param name="Measure">How time is counted.</param>
/// <param name="Mode">How lines are rounded.</param>
/// <param name="Subscription">The subscription, for its zone, anchor and currency.</param>
/// <param name="At">The instant of the change.</param>
internal readonly record struct Valuation(UnusedValue Answer, Measure Measure, RoundingMode Mode, Subscription Subscription, Instant At)
{
    internal DateTimeZone Zone => Subscription.Zone;

    internal Money Nothing => Money.Zero(Subscription.Currency);

    internal Anchor AnchorOf(Item item) => item.Anchor ?? Subscription.Anchor;

    internal Counting CountingOf(Item item) => new(Measure, AnchorOf(item), Zone);

    internal Money Rounded(Fraction exact) => Money.Round(exact, Subscription.Currency, Mode);

    internal Share LeftOf(in LotUnits units) => CountingOf(units.Item).Left(units.Stretch, At, ends: true);

    internal Share LeftOfItself(in LotUnits units) => CountingOf(units.Item).LeftOfItself(AsSold(units), At);

    /// <summary>The part that all of a lot is of its period.</summary>
    internal Share AllOf(in LotUnits units) =>
        CountingOf(units.Item).WithNewDay.Left(AsSold(units), units.Lot.Covers.Start, ends: false);

    /// <summary>The stretch, as it was counted when it was sold: where nothing was held before it, it began a month, too.</summary>
    private Stretch AsSold(in LotUnits units) => units.Stretch with { IsFirst = units.Lot.IsFirst(Subscription) };
}

/// <summary>The newest units of one lot, which leave.</summary>
/// <param name="Item">The item, as it is.</param>
/// <param name="Name">Its name, as a customer reads it.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">The number of units; 1 or more, and no more than the lot has.</param>
internal readonly record struct LotUnits(Item Item, string Name, Lot Lot, int Quantity)
{
    internal Stretch Stretch => Stretch.Of(Lot.Covers, Lot.Period, Lot.Price.Every, Lot.Terms);
}
