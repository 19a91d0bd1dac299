namespace SubscriptionMath.Vendors;

/// <summary>Apple App Store: the level of a subscription within its group decides; the unused part goes back to the card.</summary>
/// <remarks>
/// Source: developer.apple.com, "Auto-renewable subscriptions" (upgrades, downgrades and crossgrades within a group). Levels are ranks;
/// amounts are not published.
/// </remarks>
public static class Apple
{
    /// <summary>The policy: up at once with a new renewal date; down at the renewal.</summary>
    /// <remarks>On the same level a change takes effect at once for the same duration, else at the renewal.</remarks>
    public static BillingPolicy Policy() =>
        Engine.Policy("Apple", Measure.Days, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Direction = Direction.Up }, Refunding),
            Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatment.AtPeriodEnd),
            Rule.Otherwise(Refunding),
        ]) with
        {
            Requests = new() { Direction = DirectionPolicy.ByRank with { LongerInterval = Direction.Lateral } },
        };

    private static Treatment Refunding => Treatments.Anew with { Surplus = Surplus.Refunded(RefundRest.Forfeited) };
}
