using System.Globalization;

namespace SubscriptionMath;

/// <summary>Prices in major units as exact numbers of minor units.</summary>
internal static class MinorUnits
{
    internal static Fraction Of(decimal major, Currency currency) =>
        Fraction.Of(major) * PerMajor(currency);

    internal static Fraction PerMajor(Currency currency) => Fraction.Of(PowerOfTen(currency.MinorDigits));

    /// <summary>An exact number of minor units in major units, with as many decimals as a decimal has.</summary>
    internal static decimal Major(Fraction minor, Currency currency) =>
        (decimal)minor.Numerator / (decimal)minor.Denominator / PowerOfTen(currency.MinorDigits);

    /// <summary>Prints a price with the currency's decimals, and with more only for a finer price.</summary>
    internal static string Print(decimal major, Currency currency)
    {
        // A division takes zeros off the end, and is needed for prices finer than the minor unit alone.
        var digits = major.Scale <= currency.MinorDigits
            ? currency.MinorDigits
            : Math.Max(currency.MinorDigits, (major / 1.0000000000000000000000000000m).Scale);
        return currency.Code + " " + major.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static long PowerOfTen(int digits) => digits switch
    {
        0 => 1,
        2 => 100,
        3 => 1_000,
        _ => 10_000,
    };
}
