using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>When the price of a term is charged.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Charged>))]
public enum Charged
{
    /// <summary>When the term begins, for the whole of it; what is unused of it may be given back.</summary>
    InAdvance,

    /// <summary>When the term ends, or the item does before it, for what was used; nothing is ever unused.</summary>
    /// <remarks>USD 9.00 a quarter from 1 January 2024, ended on 1 February: 31 of 91 days, USD 3.07 (OpenMeter).</remarks>
    InArrears,

    /// <summary>Once, when the unit is bought, and never again: not prorated, not charged at a renewal, and not given back with the time left.</summary>
    /// <remarks>A policy that gives back the whole term (<see cref="UnusedValue.OfTheWholeTerm"/>) gives it back too.</remarks>
    Once,
}
