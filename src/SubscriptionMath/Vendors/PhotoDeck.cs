namespace SubscriptionMath.Vendors;

/// <summary>PhotoDeck: the unused value of purchases lowers the price of the new plan, or lengthens its term.</summary>
/// <remarks>
/// Source: my.photodeck.com/en/help/accounts/changing_plan (S4.1 to S4.9), managing_subscriptions (S4.10 to S4.12) and the pages on
/// microjobs (S4.13, S4.14).
/// </remarks>
public static class PhotoDeck
{
    /// <summary>The policy: a new term at its full price less the credit of purchases; a surplus becomes time; all add-ons end.</summary>
    /// <param name="creditable">The sources of lots with value; strictly, purchases only by default (A4.2).</param>
    /// <param name="surplus">
    /// Whether credit lowers the price and only the surplus lengthens the term, or all of it lengthens the term. Settled by inference, the
    /// former with floored days by default (A4.1).
    /// </param>
    public static BillingPolicy Policy(LotSources creditable = LotSources.Purchase, Surplus? surplus = null) =>
        new()
        {
            Name = "PhotoDeck",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                Rule.For(new Case { Changes = ChangeKinds.End }, // S4.15 A4.1
                    new(Timing.CustomerChooses, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited)),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), // not stated
                Rule.For(new Case { Changes = ChangeKinds.AddOn }, // S4.10 S4.14 A4.6
                    new(Timing.Now, TrialFate.Ended, TermRule.OwnTerm,
                        UnusedValue.OfLots(creditable, ValueBasis.PaidInMoney), NewPrice.Full, PaymentTiming.Now,
                        surplus ?? Surplus.ToTime(RoundingMode.Floor))),
                Rule.Otherwise( // S4.1 S4.2 S4.3 S4.4 S4.6 A4.1 A4.7
                    new(Timing.Now, TrialFate.Ended, TermRule.Restarted,
                        UnusedValue.OfLots(creditable, ValueBasis.PaidInMoney), NewPrice.Full, PaymentTiming.Now,
                        surplus ?? Surplus.ToTime(RoundingMode.Floor))),
            ],
            Proration = new() { Measure = Measure.Days }, // A4.4; months started: on the add-on (S4.9, A4.5)
            Invoicing = new() { FailedPayment = FailedPayment.NothingChanges }, // S4.3
            AddOns = new(AddOnFate.EndWithThePlan, UnusedValue.OfLots(creditable, ValueBasis.PaidInMoney)), // S4.8 S4.9
            Balance = BalancePolicy.NeverLost with { Pays = BalanceUses.None }, // A4.1: never a refund, no balance
            Allowances = AllowancePolicy.EachTermAnew, // S4.13
            Renewal = new(RenewalPrice.AsSold, DaysAhead: 7, TakesAddOnsAlong: true, AfterEnd.Nothing), // S4.11
        };
}
