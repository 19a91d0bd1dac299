using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The rule whether an invoice within the term collects charges deferred to the next one.</summary>
/// <remarks>
/// An invoice is made if an amount is due now. It also collects amounts owed since a failed payment. If deferred reductions bring it below
/// zero, the
/// rest becomes credit, as at a renewal.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<DeferredChargePolicy>))]
public enum DeferredChargePolicy
{
    /// <summary>Yes: that invoice is the next one.</summary>
    /// <example>
    /// EUR 20.00 are deferred; a switch to a year bills EUR 570.00 on 16 April: EUR 590.00 are paid (Stripe's pending items).
    /// </example>
    OnAnyInvoice,

    /// <summary>No: the charges stay deferred until the renewal, the end, or their collection.</summary>
    /// <example>The same switch: EUR 570.00 are paid, and EUR 20.00 stay deferred for another year.</example>
    WaitForRenewal,
}
