using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: does an invoice that is made within the term collect charges deferred to the next one?</summary>
/// <remarks>
/// An invoice is made where something is to be paid now. It collects amounts owed since a failed payment as well. If it comes to less than nothing by amounts that lower
/// it, the rest becomes credit, as at a renewal.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<DeferredCharges>))]
public enum DeferredCharges
{
    /// <summary>Yes: it is the next invoice.</summary>
    /// <example>EUR 20.00 wait; a switch to a year bills EUR 570.00 on 16 April: EUR 590.00 are paid (Stripe's pending items).</example>
    OnAnyInvoice,

    /// <summary>No: they wait for the renewal, the end, or until they are collected.</summary>
    /// <example>The same switch: EUR 570.00 are paid, and EUR 20.00 wait for another year.</example>
    WaitForRenewal,
}
