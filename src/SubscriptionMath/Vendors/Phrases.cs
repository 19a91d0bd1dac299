namespace SubscriptionMath.Vendors;

/// <summary>Treatments that several vendors share word for word, and what billing engines have in common.</summary>
internal static class Phrases
{
    /// <summary>A first purchase: at once, a term from then on, at its full price. There is nothing unused, and no surplus.</summary>
    internal static Treatment FirstPurchase { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, Due.Now, Surplus.Forfeited);

    /// <summary>A termination that is taken back before it takes effect: all is as it was.</summary>
    internal static Treatment Resumption { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, Due.Now, Surplus.Forfeited);

    /// <summary>Another plan in a trial: the trial goes on to its old end, and nothing is due before.</summary>
    internal static Treatment TrialGoesOn { get; } = Resumption;

    /// <summary>At once, the end kept: what is unused is credited, the rest of the term is charged.</summary>
    internal static Treatment Prorated { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, Due.Now, Surplus.ToBalance);

    /// <summary>At once and free until the renewal: what was bought covers the new plan to the end of the term.</summary>
    internal static Treatment FreeUntilRenewal { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.Kept, NewPrice.NothingUntilRenewal, Due.Now, Surplus.Forfeited);

    /// <summary>The next billing is moved: the stub up to it is charged, what was unused is credited.</summary>
    internal static Treatment MovedWithProration { get; } = Prorated with { Term = TermRule.MovedAsAsked };

    /// <summary>The next billing is moved, and nothing is billed for it; a trial is made longer or shorter.</summary>
    internal static Treatment MovedWithoutBill { get; } = FreeUntilRenewal with { Term = TermRule.MovedAsAsked };

    /// <summary>The next billing is moved: what is billed stays, and the days up to the new date are billed at its end.</summary>
    internal static Treatment MovedAtTheEnd { get; } = FreeUntilRenewal with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest };

    /// <summary>
    /// An engine that bills for others: the merchant says who may change what, credit is money of the account that never lapses, usage credits are replaced,
    /// terms end by themselves and renew at the price as sold.
    /// </summary>
    /// <param name="name">The name of the policy.</param>
    /// <param name="measure">How time left is counted.</param>
    /// <param name="rounding">How, and where, amounts are rounded.</param>
    /// <param name="rules">What happens, case by case.</param>
    internal static BillingPolicy Engine(string name, Measure measure, Rounding rounding, Sequence<Rule> rules) => new()
    {
        Name = name,
        Direction = DirectionPolicy.ByRank,
        Eligibility = EligibilityPolicy.Anyone,
        Rules = rules,
        Measure = measure,
        Rounding = rounding,
        AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots),
        Tax = TaxPolicy.ByInvoice,
        LotChoice = LotChoice.NewestFirst,
        Discounts = DiscountPolicy.InProportion,
        Balance = BalancePolicy.NeverLost,
        Allowances = AllowancePolicy.EachTermAnew,
        Renewal = RenewalPolicy.AtTheEnd,
        FailedPayment = FailedPayment.NothingChanges,
        Pending = PendingPolicy.NewestReplaces,
    };

    /// <summary>At once, with the end kept: the new price for the rest less what is unused, and a surplus to the balance.</summary>
    internal static Treatment Difference { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, Due.Now, Surplus.ToBalance);

    /// <summary>A new term begins at the change, at its full price less what is unused, and a surplus goes to the balance.</summary>
    internal static Treatment Anew { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.Restarted, UnusedValue.OfAllLots, NewPrice.Full, Due.Now, Surplus.ToBalance);
}
