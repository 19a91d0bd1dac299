using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The rule that turns an exact value into a whole number of minor units.</summary>
/// <remarks>
/// The three "half" rules go to the nearest whole number and differ only when the value lies exactly between two.
/// The others ignore which neighbor is nearer. Every rule leaves a whole value as it is.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<RoundingMode>))]
public enum RoundingMode
{
    /// <summary>Nearest; a half goes away from zero. 2.5 becomes 3, -2.5 becomes -3. The usual meaning of rounding.</summary>
    HalfAwayFromZero,

    /// <summary>
    /// Nearest; a half goes to the even neighbor. 2.5 becomes 2, -2.5 becomes -2, 3.5 becomes 4. Also called banker's rounding.
    /// </summary>
    HalfEven,

    /// <summary>Nearest; a half goes towards zero. 2.5 becomes 2, -2.5 becomes -2, 2.51 becomes 3.</summary>
    HalfTowardZero,

    /// <summary>Drops the part after the point. 2.9 becomes 2, -2.9 becomes -2.</summary>
    TowardZero,

    /// <summary>Any remainder counts in full. 2.1 becomes 3, -2.1 becomes -3.</summary>
    AwayFromZero,

    /// <summary>Down the number line. 2.9 becomes 2, -2.1 becomes -3.</summary>
    Floor,

    /// <summary>Up the number line. 2.1 becomes 3, -2.9 becomes -2.</summary>
    Ceiling,
}
