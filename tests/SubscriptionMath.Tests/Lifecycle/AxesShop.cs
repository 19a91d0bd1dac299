namespace SubscriptionMath.Tests.Lives;

/// <summary>A policy in which the examples of single answers stand: all else is as plain as can be.</summary>
internal static class AxesShop
{
    public static Treatment AtOnce { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, Due.Now, Surplus.ToBalance);

    public static Treatment FirstPurchase { get; } = AtOnce with { Term = TermRule.Restarted, Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited };

    public static BillingPolicy Policy(Treatment start, Treatment end, Treatment otherwise, AddOnFate addOns = AddOnFate.KeptWithTheTerm, PendingPolicy pending = PendingPolicy.NewestReplaces) => new()
    {
        Name = "axes",
        Direction = DirectionPolicy.ByRank,
        Eligibility = EligibilityPolicy.Anyone,
        Rules =
        [
            Rule.For(new Case { Changes = What.Start }, start),
            Rule.For(new Case { Changes = What.End }, end),
            Rule.For(new Case { Changes = What.Resume }, AtOnce),
            Rule.For(new Case { Changes = What.AddOn }, AtOnce),
            Rule.Otherwise(otherwise),
        ],
        Measure = Measure.Days,
        Rounding = Rounding.HalfAwayFromZeroOnTheNet,
        AddOns = new(addOns, UnusedValue.OfAllLots),
        Balance = new(BalanceUses.All, DrawOrder.OldestFirst, BalanceLoss.Never),
        Allowances = new(GrantFate.Replaced, GrantFate.Replaced, GrantFate.Replaced, CarriedExpiry.AsBefore, Allotment.Full, Allotment.Full),
        Renewal = RenewalPolicy.AtTheEnd,
        FailedPayment = FailedPayment.StandsAndIsOwed,
        Pending = pending,
    };
}
