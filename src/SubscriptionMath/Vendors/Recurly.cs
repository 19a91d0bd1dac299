namespace SubscriptionMath.Vendors;

/// <summary>Recurly: credit and charge are configured separately; a trial keeps its end on any plan.</summary>
/// <remarks>
/// Source: docs.recurly.com, "Change subscription", "Subscription billing terms", "Only bill what changed" and "Bill date change". Seconds,
/// over the period of the plan; a credit reverses its charges, the newest first, which is how lots leave.
/// </remarks>
public static class Recurly
{
    /// <summary>A change with the timeframe "now".</summary>
    /// <param name="credit">
    /// Prorated (the default), full (<see cref="UnusedValue.OfTheWholeTerm"/>) or none (<see cref="UnusedValue.None"/>).
    /// </param>
    /// <param name="charge">Prorated (the default), full, or none until the renewal.</param>
    /// <param name="first">
    /// The first term: from the purchase on (the default), or a stub up to the account's bill date, if renewals are aligned.
    /// </param>
    /// <param name="billDate">The treatment of a moved bill date: with proration by default, or <see cref="Postponed"/>.</param>
    /// <param name="discounts">
    /// The fate of a coupon when only some units leave, the discount reversal. A coupon forever is reversed in proportion (the default);
    /// one for a month stays with the units that stay, in the customer's favor (<see cref="DiscountReversal.StaysBehind"/>).
    /// </param>
    /// <example>USD 100.00 with ten of 30 days left: 33.33 are credited, or 100.00 if credit is full.</example>
    public static BillingPolicy Now(UnusedValue? credit = null, NewPrice charge = NewPrice.ForTheRest, TermRule? first = null,
        Treatment? billDate = null,
        DiscountReversal discounts = DiscountReversal.InProportion) =>
        Policy("Recurly", first ?? TermRule.Restarted, billDate ?? Treatments.MovedWithProration, [
            // Another interval begins a cycle, at its full price, and credits the old one by time.
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew),
            Rule.Otherwise(Treatments.Prorated with { Unused = credit ?? UnusedValue.OfAllLots, NewPrice = charge }),
        ]) with
        {
            Invoicing = new() { Discounts = new(SplitMethod.LargestRemainder, discounts) },
        };

    /// <summary>A change with the timeframe "bill date": it waits, a newer one replaces it, and nothing is prorated.</summary>
    public static BillingPolicy AtBillDate() =>
        Policy("RecurlyBillDate", TermRule.Restarted, Treatments.MovedWithProration, [Rule.Otherwise(Treatment.AtPeriodEnd)]);

    /// <summary>
    /// A change with the timeframe "renewal": at the end of the subscription's term, which is the contract (<see cref="Price.Contract"/>).
    /// </summary>
    /// <example>
    /// A year billed by the month from 1 April: asked for on 16 May, it takes effect on 1 April of the next year; without a contract on 1
    /// June.
    /// </example>
    public static BillingPolicy AtRenewal() => Policy(
        "RecurlyRenewal", TermRule.Restarted, Treatments.MovedWithProration,
        [Rule.Otherwise(Treatment.AtPeriodEnd with { Timing = Timing.AtContractEnd })]);

    /// <summary>The bill date moved without a bill: the period is lengthened or cut, and the next one is counted from there.</summary>
    public static Treatment Postponed => Treatments.MovedWithoutBill;

    private static BillingPolicy Policy(string name, TermRule first, Treatment moved, Sequence<Rule> changes) =>
        Engine.Policy(name, Measure.Seconds, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start },
                Treatments.FirstPurchase with { Term = first, NewPrice = NewPrice.ForTheRest }),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling, InTrial = true }, Treatments.MovedWithoutBill),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, moved),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            .. changes,
        ]);
}
