using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>An exact figure that is published with some decimals: it has to be rounded to just those.</summary>
internal sealed record DecimalFigure(Fraction Exact)
{
    public bool Is(string written)
    {
        if (!decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure))
            return false;

        var ones = Fraction.One;
        for (var i = 0; i < figure.Scale; i++)
            ones *= Fraction.Of(10);
        return Fraction.Of(figure) * ones == new Fraction((Exact * ones).Round(RoundingMode.HalfAwayFromZero), 1);
    }
}
