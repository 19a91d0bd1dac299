namespace SubscriptionMath.Vendors;

/// <summary>OpenMeter: open-source metering and billing; what begins within a period is charged for its part of it, and nothing issued is credited.</summary>
/// <remarks>
/// <para>
/// Source: openmeterio/openmeter at 7e57a394a: <c>openmeter/billing/charges/flatfee/charge.go</c>, <c>openmeter/productcatalog/{pro_rating,alignment}.go</c>,
/// <c>openmeter/subscription/timing.go</c>.
/// </para>
/// <para>
/// Settled: the caller says when, at once or with the next billing cycle. A service period without length is a one-off and is charged in full. Lines of an
/// invoice that is not issued yet are made anew; here every invoice counts as issued when it was paid.
/// </para>
/// </remarks>
public static class OpenMeter
{
    /// <summary>The policy: the rest of the period at its part of the price, nothing back for what was billed.</summary>
    /// <param name="part">What begins within a period costs its part by default; <see cref="NewPrice.Full"/> without <c>pro_rating.enabled</c>.</param>
    public static BillingPolicy Policy(NewPrice part = NewPrice.ForTheRest)
    {
        var change = new Treatment(
            Timing.CustomerChooses, TrialFate.Ended, TermRule.EndKept,
            UnusedValue.None, part, Due.Now, Surplus.Forfeited);
        return new()
        {
            Name = "OpenMeter",
            Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral), // asked by no rule but for add-ons
            Eligibility = EligibilityPolicy.Anyone,
            Rules =
            [
                Rule.For(new Case { Changes = What.Start },
                    new(Timing.Now, TrialFate.Kept, TermRule.Aligned,
                        UnusedValue.None, part, Due.Now, Surplus.Forfeited)),
                Rule.For(new Case { Changes = What.Resume }, Phrases.Resumption),
                Rule.For(new Case { Changes = What.Interval }, change with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }),
                Rule.For(new Case { InTrial = true }, change with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }),
                Rule.Otherwise(change),
            ],
            Measure = Measure.Seconds,
            Rounding = Rounding.HalfAwayFromZeroByLine,
            AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None),
            Balance = new(BalanceUses.All, CreditOrder.OldestFirst, BalanceLoss.Never, BalanceLoss.Never, PromotionValue.Returned),
            Allowances = AllowancePolicy.EachTermAnew,
            Renewal = RenewalPolicy.AtTheEnd,
            FailedPayment = FailedPayment.StandsAndIsOwed,
            Pending = PendingPolicy.NewestReplaces,
        };
    }
}
