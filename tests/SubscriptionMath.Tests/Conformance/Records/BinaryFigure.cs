using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>
/// A figure that an engine keeps as a binary floating-point number and writes with all its digits: 90.32258064516128 for 2800/31. Such a number carries
/// fifteen significant decimals, and these have to be those of the exact value.
/// </summary>
internal sealed record BinaryFigure(Fraction Exact)
{
    private const int Digits = 15;

    public bool Is(string written) =>
        decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure)
        && Carried(figure) == Carried((decimal)Exact.Numerator / (decimal)Exact.Denominator);

    private static decimal Carried(decimal figure)
    {
        var before = 0;
        for (var rest = Math.Abs(figure); rest >= 1m; rest /= 10m)
            before++;
        return decimal.Round(figure, Digits - before);
    }
}
