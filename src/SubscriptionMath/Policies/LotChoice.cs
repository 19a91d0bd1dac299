using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The choice of the lots that units leave, if only some of the units leave.</summary>
/// <remarks>
/// The choice decides the value of the units, since lots differ in price, discount, payment and credit. In each stretch of time, units
/// without a bill
/// leave before all others, and of one lot always the newest units.
/// </remarks>
/// <example>
/// Two seats at EUR 5.00 a month, three more at EUR 10.00; of the five two leave half-way. Newest first they are two of the three, worth
/// EUR 10.00;
/// pro rata they are one of each, worth EUR 7.50.
/// </example>
[JsonConverter(typeof(CamelCaseEnumConverter<LotChoice>))]
public enum LotChoice
{
    /// <summary>The lot bought last, then the one before.</summary>
    NewestFirst,

    /// <summary>
    /// All lots, in proportion to their units. Units are whole: the remainder goes to the largest fractions, and to the newer of two equal
    /// ones.
    /// </summary>
    ProRata,
}
