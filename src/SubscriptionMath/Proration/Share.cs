using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>A part of a period: the units left, of the units of the whole.</summary>
/// <param name="Left">The units left; zero or more.</param>
/// <param name="Of">The units of the whole period; zero only for a period that begins and ends within one unit.</param>
/// <param name="Unit">The unit.</param>
/// <example>15 of 30 days: <c>new Share(15, 30, ProrationUnit.CalendarDays)</c>.</example>
public readonly record struct Share(long Left, long Of, ProrationUnit Unit)
{
    /// <summary>Gives the other part, which is used; zero if as much is left as the whole has, or more.</summary>
    /// <example>16 of 30 days if 14 are left; none of 30 if 31 are left, of a month that counts as thirty days.</example>
    public Share Used() => this with { Left = Math.Max(0, Of - Left) };

    /// <summary>A part that no one period counts, in lowest terms.</summary>
    /// <exception cref="OverflowException">The lowest terms are beyond 64 bits.</exception>
    internal static Share Lowest(Fraction part, ProrationUnit unit) =>
        part.Numerator <= long.MaxValue && part.Denominator <= long.MaxValue
            ? new Share((long)part.Numerator, (long)part.Denominator, unit)
            : throw new OverflowException($"The part {part} of a period, in {unit}, is beyond 64 bits.");

    /// <summary>The same part, but never more than the whole: 30 of 30 days for 31.</summary>
    internal Share AtMostWhole() => Left > Of && Of > 0 ? this with { Left = Of } : this;

    /// <summary>
    /// Gets the part as an exact fraction: 1/2 for 15 of 30. Zero if nothing is left, even of a period too short to have a unit.
    /// </summary>
    [JsonIgnore]
    public Fraction Fraction => Left == 0 ? Fraction.Zero : new(Left, Of);
}
