namespace SubscriptionMath;

/// <summary>Treatments that many vendors share: the building blocks of policies.</summary>
/// <remarks>A vendor that differs in one answer says so: <c>Treatments.Prorated with { Due = PaymentTiming.NextInvoice }</c>.</remarks>
public static class Treatments
{
    /// <summary>A first purchase: at once, a new term at its full price, with nothing unused and no surplus.</summary>
    /// <example>EUR 30.00 a month, bought on 16 April: EUR 30.00, to 16 May.</example>
    public static Treatment FirstPurchase { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>A cancellation taken back before it takes effect: everything is as before.</summary>
    /// <example>A year that was to end on 1 January continues: nothing is due before that day.</example>
    public static Treatment Resumption { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>Another plan in a trial: the trial continues to its old end, and nothing is due before.</summary>
    /// <example>Pro instead of Basic on the third of 14 days: the other eleven are a trial of Pro.</example>
    public static Treatment TrialGoesOn { get; } = Resumption;

    /// <summary>At once, the end kept: unused value is credited, and the rest of the term is charged.</summary>
    /// <example>EUR 30.00 to 60.00 a month half-way: EUR 15.00 are credited, EUR 30.00 charged, EUR 15.00 due.</example>
    public static Treatment Prorated { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    /// <summary>At once and free until the renewal: the old purchase covers the new plan to the end of the term.</summary>
    /// <example>EUR 30.00 to 60.00 half-way: nothing now, EUR 60.00 with the next month.</example>
    public static Treatment FreeUntilRenewal { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.Kept, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>The next billing is moved: the stub up to it is charged, and unused value is credited.</summary>
    /// <example>EUR 30.00 for April, the next billing moved from 1 to 16 May: EUR 15.00 for the first half of May, on top.</example>
    public static Treatment MovedWithProration { get; } = Prorated with { Term = TermRule.MovedAsAsked };

    /// <summary>The next billing is moved without a bill; a trial becomes longer or shorter.</summary>
    /// <example>EUR 30.00 for April, the next billing moved from 1 to 16 May: nothing is due before 16 May.</example>
    public static Treatment MovedWithoutBill { get; } = FreeUntilRenewal with { Term = TermRule.MovedAsAsked };

    /// <summary>The next billing is moved: the billed term stays, and the days up to the new date are billed at its end.</summary>
    /// <example>
    /// EUR 249.95 for May, moved from 1 to 15 June: EUR 112.88 for 1 to 15 June (14 of 31 days) on 1 June, and EUR 249.95 on the 15th.
    /// </example>
    public static Treatment MovedAtTheEnd { get; }
        = FreeUntilRenewal with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest };

    /// <summary>At once, the end kept: the new price for the rest less the unused value, and a surplus to the balance.</summary>
    /// <example>As <see cref="Prorated"/> without a trial; in a trial nothing is due before its end.</example>
    public static Treatment Difference { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    /// <summary>A new term begins at the change, at its full price less the unused value, and a surplus goes to the balance.</summary>
    /// <example>EUR 30.00 to 60.00 half-way: EUR 60.00 less EUR 15.00, for a month from that day.</example>
    public static Treatment Anew { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.Restarted, UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance);
}
