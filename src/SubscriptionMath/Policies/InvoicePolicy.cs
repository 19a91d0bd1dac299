namespace SubscriptionMath;

/// <summary>Answers about invoices: tax, discounts, deferred charges and failed payments. Each has a default.</summary>
/// <example>
/// <c>Invoicing = new() { Tax = TaxPolicy.ByLine }</c>: tax is rounded on each line. A failed payment changes nothing, and an invoice
/// made now includes deferred charges.
/// </example>
public sealed record InvoicePolicy
{
    /// <summary>Gets the base, the rounding and the reversal of tax: by default once for each rate of an invoice.</summary>
    public TaxPolicy Tax { get; init => field = Require.NotNull(value, nameof(Tax)); } = TaxPolicy.ByInvoice;

    /// <summary>
    /// Gets the split of an invoice's discount over its lines, and its fate when a part leaves: by default in proportion.
    /// </summary>
    public DiscountPolicy Discounts { get; init => field = Require.NotNull(value, nameof(Discounts)); } = DiscountPolicy.InProportion;

    /// <summary>Gets whether an invoice made now includes charges deferred to the next one; by default it does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public DeferredChargePolicy DeferredCharges { get; init => field = Require.Defined(value, nameof(DeferredCharges)); }

    /// <summary>Gets the effect of a failed payment on a quote: by default nothing changes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public FailedPayment FailedPayment { get; init => field = Require.Defined(value, nameof(FailedPayment)); }
}
