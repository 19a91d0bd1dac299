using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: out of which lots do units leave, where more were bought than leave?</summary>
/// <remarks>
/// It decides what they are worth, since lots differ in price and discount, in what was paid for them and in what was credited. In each stretch of time units for which
/// nothing was billed leave before all others, and of one lot always the newest units.
/// </remarks>
/// <example>
/// Two seats at EUR 5.00 a month, three more at EUR 10.00; of the five two leave half-way. Newest first they are two of the three, worth EUR 10.00; pro rata they are one
/// of each, worth EUR 7.50.
/// </example>
[JsonConverter(typeof(CamelCaseEnumConverter<LotChoice>))]
public enum LotChoice
{
    /// <summary>Out of the lot bought last, then out of the one before it.</summary>
    NewestFirst,

    /// <summary>
    /// Out of all lots in proportion to their units. Units are whole: what the proportion leaves over goes to the largest remainders, and to the newer of two that are alike.
    /// </summary>
    ProRata,
}
