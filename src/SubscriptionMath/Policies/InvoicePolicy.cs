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

    /// <summary>Gets whether each price needs rates of tax (<see cref="Facts.Taxes"/>). By default, false, no rates are no tax.</summary>
    /// <remarks>
    /// <para>True makes forgotten rates an error instead of a bill without tax. <see cref="TaxRates.None"/> says that a sale has no tax.
    /// </para>
    /// <para>The error is an <see cref="ArgumentException"/>, for a change, a renewal, a collection and every event alike. A customer
    /// cannot cause it, and no customer is there to read a refusal of a renewal: a program that forgot the rates has to be mended.
    /// Only <see cref="Billing.Compare"/> refuses, with <see cref="RefusalCode.FactNotKnown"/>, so that the other policies keep their rows.
    /// Even an event without a sale needs the rates, so that the fault shows at the first event.</para>
    /// </remarks>
    public bool RequiresTaxes { get; init; }

    /// <summary>
    /// Gets the split of an invoice's discount over its lines, and its fate when a part leaves: by default in proportion.
    /// </summary>
    public DiscountPolicy Discounts { get; init => field = Require.NotNull(value, nameof(Discounts)); } = DiscountPolicy.InProportion;

    /// <summary>Gets whether an invoice made now includes charges deferred to the next one; by default it does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public DeferredChargePolicy DeferredCharges { get; init => field = Require.Defined(value, nameof(DeferredCharges)); }

    /// <summary>Gets the least amounts of money that are collected, one for a currency; by default any amount is.</summary>
    /// <remarks>
    /// A bill of less is not collected: its charges are deferred to the next invoice, beside those that wait already. Money credit pays
    /// first; if less than the least amount is left after it, the bill waits whole and no credit is drawn. The bill that ends the
    /// subscription is collected whatever its amount.
    /// </remarks>
    /// <example>
    /// At least EUR 0.50: a change of EUR 0.20 waits, and with EUR 10.00 at the renewal EUR 10.20 are paid (Stripe).
    /// </example>
    /// <exception cref="ArgumentOutOfRangeException">An amount is zero or negative.</exception>
    /// <exception cref="ArgumentException">Two amounts are of one currency.</exception>
    public Sequence<Money> LeastCharges { get; init => field = RequireMoney.Positive(value, nameof(LeastCharges)); }

    /// <summary>Gets the effect of a failed payment on a quote: by default nothing changes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public FailedPayment FailedPayment { get; init => field = Require.Defined(value, nameof(FailedPayment)); }
}
