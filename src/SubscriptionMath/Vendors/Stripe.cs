namespace SubscriptionMath.Vendors;

/// <summary>Stripe Billing: the ratio of seconds, with one rounded line for unused time and one for the purchase.</summary>
/// <remarks>
/// <para>
/// Source: docs.stripe.com/billing/subscriptions/prorations, /billing-cycle and /billing-mode/compare. The parameter of a change that
/// Stripe calls <c>proration_behavior</c> is the method: with proration (<c>create_prorations</c>, or <c>always_invoice</c> to bill now) or
/// without (<c>none</c>).
/// </para>
/// <para>
/// <c>billing_cycle_anchor: now</c> is a change with <see cref="Change.NextBilling"/> at its own instant. A trial goes on when the plan
/// changes. An invoice counts as paid in any case.
/// </para>
/// </remarks>
public static class Stripe
{
    /// <summary>
    /// The classic billing mode with proration: credit uses the current price, even if never billed; another interval begins a new term.
    /// </summary>
    /// <param name="billed">With the next invoice (<c>create_prorations</c>, the default), or now (<c>always_invoice</c>).</param>
    /// <example>USD 10.00 to 20.00 on 16 April: -5.00 and +10.00, with the next invoice.</example>
    public static BillingPolicy Classic(PaymentTiming billed = PaymentTiming.NextInvoice) =>
        Resetting(
            "StripeClassic", Treatments.Anew with { Unused = Held }, Treatments.Prorated with { Unused = Held, PaymentTiming = billed });

    /// <summary>The classic billing mode with <c>proration_behavior: none</c>: the new plan is free until its first renewal.</summary>
    /// <remarks>Another interval begins a new term at its full price.</remarks>
    public static BillingPolicy ClassicWithoutProration() =>
        Resetting("StripeClassicNone", Treatments.Anew with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited },
            Treatments.FreeUntilRenewal);

    /// <summary>
    /// The flexible billing mode with proration: credit uses the billed amounts, bill by bill; the anchor is never reset by itself.
    /// </summary>
    /// <param name="billed">With the next invoice (<c>create_prorations</c>, the default), or now (<c>always_invoice</c>).</param>
    public static BillingPolicy Flexible(PaymentTiming billed = PaymentTiming.NextInvoice) =>
        Policy("StripeFlexible", [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.Anew),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.Otherwise(Treatments.Prorated with { PaymentTiming = billed }),
        ]);

    /// <summary>The flexible billing mode with <c>proration_behavior: none</c>: the new plan is free until its first renewal.</summary>
    public static BillingPolicy FlexibleWithoutProration() =>
        Policy("StripeFlexibleNone", [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling },
                Treatments.Anew with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited }),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.Otherwise(Treatments.FreeUntilRenewal),
        ]);

    private static UnusedValue Held => UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld);

    /// <summary>
    /// Classic: another interval, a paid price after a free one, and an anchor of now begin a new term and are billed at once.
    /// </summary>
    private static BillingPolicy Resetting(string name, Treatment anew, Treatment otherwise) =>
        Policy(name, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, anew),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, anew),
            Rule.For(new Case { From = PriceClass.Free, To = PriceClass.Paid }, anew),
            Rule.Otherwise(otherwise),
        ], DiscountReversal.LeavesWhole);

    private static BillingPolicy Policy(string name, Sequence<Rule> rules, DiscountReversal reversal = DiscountReversal.InProportion) =>
        Engine.Policy(name, Measure.Seconds, Rounding.HalfAwayFromZeroByLine, rules) with
        {
            Invoicing = new()
            {
                Discounts = new(SplitMethod.LastTakesRest, reversal),
                FailedPayment = FailedPayment.StandsAndIsOwed,
            },
            Balance = BalancePolicy.NeverLost with { Order = CreditOrders.StripeBillingCredits },
            Allowances = AllowancePolicy.EachTermAnew with { Use = new(GrantOrders.Stripe, Overage.Refused, DebtAtReset.Forgiven) },
        };
}
