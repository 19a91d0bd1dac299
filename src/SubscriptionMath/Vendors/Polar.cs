namespace SubscriptionMath.Vendors;

/// <summary>Polar: open-source merchant of record; the vendor's setting decides a change, whatever its direction.</summary>
/// <remarks>
/// <para>Source: polarsource/polar at c6c3645e63: <c>server/polar/subscription/update.py</c>, <c>server/polar/enums.py</c>.</para>
/// <para>
/// Settled: another interval begins a new cycle and is billed at once whatever the setting. Nothing is prorated in trial. Products round
/// half to even, line by line; seats are cut to the cent there. A surplus lowers the next invoice.
/// </para>
/// </remarks>
public static class Polar
{
    /// <summary>
    /// The settings <c>invoice</c> and <c>prorate</c>: the difference for the rest of the cycle, now or with the next invoice.
    /// </summary>
    /// <param name="due">
    /// The payment of the difference: at once, <c>invoice</c>, by default; or <see cref="PaymentTiming.NextInvoice"/>, <c>prorate</c>.
    /// </param>
    public static BillingPolicy Prorated(PaymentTiming due = PaymentTiming.Now) =>
        Of("Polar", Treatments.Difference with { PaymentTiming = due });

    /// <summary>The setting <c>next_period</c>: the change waits for the end of the cycle.</summary>
    public static BillingPolicy NextPeriod() => Of("Polar, next period", Treatment.AtPeriodEnd);

    /// <summary>The setting <c>reset</c>: a new cycle begins at its full price, without credit for unused time.</summary>
    public static BillingPolicy Reset() => Of("Polar, reset", Treatments.Anew with { Unused = UnusedValue.None });

    private static BillingPolicy Of(string name, Treatment change) =>
        Engine.Policy(name, Measure.Seconds, new(RoundingMode.HalfEven, RoundingStage.Lines),
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { InTrial = true },
                new(Timing.Now, TrialFate.Kept, TermRule.EndKept,
                    UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited)),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew),
            Rule.Otherwise(change),
        ]) with
        {
            Requests = new()
            {
                Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral), // asked by no rule but for add-ons
                Pending = PendingPolicy.Merged, // seats that change keep a pending product change, which takes them over
            },
            Invoicing = new() { FailedPayment = FailedPayment.StandsAndIsOwed },
        };
}
