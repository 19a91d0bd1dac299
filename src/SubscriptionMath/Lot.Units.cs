namespace SubscriptionMath;

/// <content>The newest units of a lot: their price, their worth, and the lot that stays without them.</content>
public sealed partial record Lot
{
    /// <summary>The exact price of the newest units for the whole period, in minor units.</summary>
    internal Fraction PriceOf(int newest) => Price.Beyond(Above + Quantity - newest, newest) * Fraction.Of(Terms);

    /// <summary>
    /// The exact price of the newest units for the whole period, less the discount that leaves with them, in minor units.
    /// </summary>
    internal Fraction WorthOf(int newest)
    {
        var price = PriceOf(newest);
        return Discount is { } discount ? Fraction.Max(Fraction.Zero, price - discount.Leaving(price, PriceOf(Quantity))) : price;
    }

    /// <summary>
    /// The worth of the newest units for a part of the period, in minor units; exact, except for a discount on rounded lines.
    /// </summary>
    internal Fraction WorthOf(int newest, Share share, Measure measure, RoundingMode mode)
    {
        return Discount is { Stage: DiscountStage.Line } discount
            ? LessByLine(discount, newest, share, measure, mode)
            : measure.PartOf(WorthOf(newest), share, Interval);
    }

    /// <summary>The interval of the period's price: that of all its terms.</summary>
    private BillingInterval Interval => Stretch.Of(Covers, Period, Price.Interval, Terms).Interval;

    private Fraction LessByLine(LotDiscount discount, int newest, Share share, Measure measure, RoundingMode mode)
    {
        var (price, all, currency, interval) = (PriceOf(newest), PriceOf(Quantity), Price.Currency, Interval);
        var percent = all.IsZero ? Fraction.Zero : discount.OfPrice * price / all;
        return discount.Less(price, price - WorthOf(newest), percent, part => measure.PartOf(part, share, interval),
            part => Money.Round(part, currency, mode));
    }

    /// <summary>The part of an amount for the newest units, by their price as sold; half a minor unit goes to them.</summary>
    internal Money PartOf(Money amount, int newest) =>
        Money.Round(amount.Exact * ShareOf(newest), amount.Currency, RoundingMode.HalfAwayFromZero);

    /// <summary>The part of an amount for the units that stay when the newest leave.</summary>
    internal Money Staying(Money amount, int newest) =>
        Money.Round(amount.Exact * (Fraction.One - ShareOf(newest)), amount.Currency, RoundingMode.HalfAwayFromZero);

    /// <summary>The lot without its newest units, of which some stay: each amount is split by the price as sold.</summary>
    internal Lot Without(int newest)
    {
        var rest = this with
        {
            Quantity = Quantity - newest,
            Billed = Staying(Billed, newest),
            Paid = Staying(Paid, newest),
            Carried = Staying(Carried, newest),
            Remainder = null,
            Discount = Discount?.Staying(PriceOf(newest), PriceOf(Quantity)),
            Tax = Tax is { } tax ? tax with { Billed = Staying(tax.Billed, newest) } : null,
        };
        if (Promotion.IsEmpty)
        {
            return rest;
        }

        return rest.PaidBy(Promotions.Split(Promotion, Staying(Promotions.Sum(Promotion, Paid.Currency), newest)).Former);
    }

    /// <summary>The share by the price as sold, less the discount that leaves; by number if each unit costs the same, or nothing.</summary>
    internal Fraction ShareOf(int newest)
    {
        var (leaving, staying) = Discount is { Reversal: not DiscountReversal.InProportion } discount ? Apart(discount, newest)
            : Price.Each is null ? (Price.Beyond(Above + Quantity - newest, newest), Price.Beyond(Above, Quantity - newest))
            : (Fraction.Zero, Fraction.Zero);
        return newest == Quantity ? Fraction.One
            : leaving.IsZero && staying.IsZero ? new Fraction(newest, Quantity)
            : leaving / (leaving + staying);
    }

    private (Fraction Leaving, Fraction Staying) Apart(LotDiscount discount, int newest)
    {
        var (all, leaving) = (PriceOf(Quantity), PriceOf(newest));
        return (WorthOf(newest), Fraction.Max(Fraction.Zero, all - leaving - discount.Staying(leaving, all).Off));
    }
}
