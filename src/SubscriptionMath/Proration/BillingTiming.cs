using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The time at which the price of a term is charged.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BillingTiming>))]
public enum BillingTiming
{
    /// <summary>At the start of the term, for the whole term; the unused part may be given back.</summary>
    InAdvance,

    /// <summary>At the end of the term, or of the item before it, for the used time; no time is ever unused.</summary>
    /// <remarks>USD 9.00 a quarter from 1 January 2024, ended on 1 February: 31 of 91 days, USD 3.07 (OpenMeter).</remarks>
    InArrears,

    /// <summary>Once, at the purchase of the unit: not prorated, not charged at a renewal, and not credited with the time left.</summary>
    /// <remarks>A policy that gives back the whole term (<see cref="UnusedValue.OfTheWholeTerm"/>) gives it back too.</remarks>
    Once,
}
