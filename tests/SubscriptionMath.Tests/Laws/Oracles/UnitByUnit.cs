namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>Prices a quantity the dumb way: unit after unit is put into the basket, and each is asked what it adds. In minor units.</summary>
internal static class UnitByUnit
{
    internal static Rational Price(Price price, int quantity)
    {
        if (quantity == 0)
            return Rational.Zero;

        var digits = price.Currency.MinorDigits;
        var sum = price.Model switch
        {
            PriceModel.PerUnit each => Sum(quantity, _ => Of(each.Amount)),
            PriceModel.Flat flat => Of(flat.Amount),
            PriceModel.Included some => Sum(quantity, unit => unit > some.Units ? Of(some.Extra) : Rational.Zero).Plus(Of(some.Amount)),
            PriceModel.Package { Rounding: PackageRounding.Up } begun => Sum(quantity, unit => unit % begun.Size == 1 % begun.Size ? Of(begun.Amount) : Rational.Zero),
            PriceModel.Package full => Sum(quantity, unit => unit % full.Size == 0 ? Of(full.Amount) : Rational.Zero),
            PriceModel.Graduated tiers => Sum(Padded(quantity, tiers.PackageSize), unit => OfTier(tiers.Tiers, unit, tiers.PackageSize, own: true)),
            PriceModel.Volume tiers => OfVolume(tiers, Padded(quantity, tiers.PackageSize)),
            _ => throw new NotSupportedException($"{price.Model} has no second computation."),
        };
        sum = price.Minimum is { } least && !sum.IsAtLeast(Of(least)) ? Of(least) : sum;
        return price.Maximum is { } most && sum.IsAtLeast(Of(most)) ? Of(most) : sum;

        Rational Of(decimal major) => Rational.OfPrice(major, digits);

        Rational OfTier(Sequence<PriceTier> tiers, int unit, int size, bool own)
        {
            var place = Enumerable.Range(0, tiers.Count).First(i => tiers[i].UpTo is not { } last || unit <= last);
            var begins = own && unit == (place == 0 ? 0 : tiers[place - 1].UpTo!.Value) + 1;
            return Of(tiers[place].PerUnit).Times(1, size).Plus(begins ? Of(tiers[place].Flat) : Rational.Zero);
        }

        Rational OfVolume(PriceModel.Volume model, int units)
        {
            var tier = model.Tiers.First(one => one.UpTo is not { } last || units <= last);
            return Sum(units, _ => OfTier(model.Tiers, units, model.PackageSize, own: false)).Plus(Of(tier.Flat));
        }
    }

    /// <summary>The price of the last units on top of those beneath; never negative.</summary>
    internal static Rational Beyond(Price price, int above, int quantity)
    {
        var difference = Price(price, above + quantity).Minus(Price(price, above));
        return difference.Top < 0 ? Rational.Zero : difference;
    }

    private static int Padded(int quantity, int size)
    {
        while (quantity % size != 0)
            quantity++;

        return quantity;
    }

    private static Rational Sum(int quantity, Func<int, Rational> ofUnit)
    {
        var sum = Rational.Zero;
        for (var unit = 1; unit <= quantity; unit++)
        {
            var added = ofUnit(unit);
            sum = added.Bottom == sum.Bottom ? new Rational(sum.Top + added.Top, sum.Bottom) : sum.Plus(added);
        }

        return sum;
    }
}
