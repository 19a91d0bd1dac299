namespace SubscriptionMath;

/// <summary>The exact value of the unused part of a lot.</summary>
/// <param name="Share">The part of the lot's period that is left.</param>
/// <param name="Exact">The value in minor units; zero or more.</param>
/// <param name="Base">The amount that is divided, in major units.</param>
/// <param name="Basis">The kind of that amount.</param>
/// <param name="Forfeited">Whether the policy gives nothing for it.</param>
internal readonly record struct LotValue(Share Share, Fraction Exact, decimal Base, LineBasis Basis, bool Forfeited)
{
    /// <summary>Gets the value at the price held less the billed value, in minor units; zero under any other basis.</summary>
    internal Fraction Beyond { get; init; }

    internal static LotValue Of(in LotUnits units, in Valuation by)
    {
        var (lot, quantity, share) = (units.Lot, units.Quantity, by.LeftOf(units));
        if (share.Left == 0 || lot.Price.BillingTiming != BillingTiming.InAdvance || lot.Source == LotSource.Extension)
        {
            return new LotValue(share, Fraction.Zero, 0m, LineBasis.Price, Forfeited: false);
        }

        var (allowed, basis) = by.Answer is UnusedValue.Lots lots
            ? ((lots.Sources & Flag(lot.Source)) != LotSources.None
                && (lots.Basis != ValueBasis.NotInvoiced || lot.AwaitsInvoice), lots.Basis)
            : (by.Answer is UnusedValue.WholeTerm, ValueBasis.Billed);
        return (allowed ? basis : ValueBasis.Billed) switch
        {
            ValueBasis.PaidInMoney => PaidInMoney(units, by, share),
            ValueBasis.BilledByTime => BilledByTime(units, by),
            ValueBasis.BilledLessUsed => LessUsed(units, by, share),
            ValueBasis.PriceHeld => AtPriceHeld(
                Billed(units, by, share), HeldFor(lot, units.PriceHeld(by.Zone), quantity, share, by)),
            _ => Billed(units, by, share) with { Forfeited = !allowed },
        };
    }

    /// <summary>Values units at the price as sold, up to a cap. The cap cuts off no fraction of a minor unit.</summary>
    private static LotValue Billed(in LotUnits units, in Valuation by, Share share)
    {
        var (lot, quantity) = (units.Lot, units.Quantity);
        var (cap, exact) = (Cap(lot, quantity, share), lot.WorthOf(quantity, share, by.Measure, by.Mode));
        return by.Rounded(exact) > cap ? Capped(cap, share) : OnPrice(lot, lot.PriceOf(quantity), share, exact);
    }

    /// <summary>
    /// Gives the cap: the amount billed and not yet credited. If a lot was stretched beyond its period, and so is worth more, each unit has
    /// its own part of that amount.
    /// </summary>
    private static Money Cap(Lot lot, int quantity, Share share)
    {
        var open = lot.Billed - lot.Credited;
        return share.Left > share.Of ? lot.PartOf(open, quantity) : open;
    }

    private static LotValue Capped(Money cap, Share share) =>
        new(share, Fraction.Of(Math.Max(0, cap.Minor)), cap.Amount, LineBasis.LeftOfBilled, Forfeited: false);

    private static LotValue LessUsed(in LotUnits units, in Valuation by, Share share)
    {
        var (lot, quantity) = (units.Lot, units.Quantity);
        var exact = lot.WorthOf(quantity, by.AllOf(units), by.Measure, by.Mode);
        var left = by.Rounded(exact) - by.Rounded(exact - lot.WorthOf(quantity, share, by.Measure, by.Mode));
        var cap = Cap(lot, quantity, share);
        return left > cap ? Capped(cap, share) : OnPrice(lot, lot.PriceOf(quantity), share, left.Exact);
    }

    /// <summary>
    /// Gives the cost of a lot's newest units at the price held, whatever the price as sold, less their part of the discount.
    /// </summary>
    internal static Fraction Held(Lot lot, Price held, int newest)
    {
        var price = At(lot, held, newest);
        return DiscountOn(lot, held) is { } discount
            ? Fraction.Max(Fraction.Zero, price - discount.Leaving(price, At(lot, held, lot.Quantity)))
            : price;
    }

    /// <summary>The same for the time left, with the discount where it was taken: off the price, or off the rounded line.</summary>
    private static Fraction HeldFor(Lot lot, Price held, int newest, Share share, in Valuation by)
    {
        var (price, worth, all) = (At(lot, held, newest), Held(lot, held, newest), At(lot, held, lot.Quantity));
        var (measure, mode, currency) = (by.Measure, by.Mode, lot.Price.Currency);
        var interval = Stretch.Of(lot.Covers, lot.Period, lot.Price.Interval, lot.Terms).Interval;
        if (DiscountOn(lot, held) is not { Stage: DiscountStage.Line } discount)
        {
            return measure.PartOf(worth, share, interval);
        }

        var percent = all.IsZero ? Fraction.Zero : discount.OfPrice * price / all;
        return discount.Less(
            price, price - worth, percent, part => measure.PartOf(part, share, interval), part => Money.Round(part, currency, mode));
    }

    private static LotDiscount? DiscountOn(Lot lot, Price held) =>
        lot.Discount?.On(At(lot, held, lot.Quantity), lot.PriceOf(lot.Quantity));

    private static Fraction At(Lot lot, Price held, int units) =>
        held.Beyond(lot.Above + lot.Quantity - units, units) * Fraction.Of(lot.Terms);

    private static LotValue AtPriceHeld(LotValue billed, Fraction held) => held < billed.Exact
        ? billed with { Exact = held, Beyond = held - billed.Exact }
        : billed with { Beyond = held - billed.Exact };

    private static LotValue PaidInMoney(in LotUnits units, in Valuation by, Share ofPeriod)
    {
        var (lot, share) = (units.Lot, by.LeftOfItself(units));
        var money = lot.Paid - lot.Carried - lot.Credited;
        var paid = Fraction.Of(Math.Max(0, money.Minor)) * lot.ShareOf(units.Quantity);

        // A rounded rate of a day may come to more.
        var exact = Fraction.Min(paid, by.Measure.PartOf(paid, share, units.Stretch.Interval));
        return lot.PriceOf(lot.Quantity) == money.Exact && share.Of == ofPeriod.Of
            ? OnPrice(lot, lot.PriceOf(units.Quantity), share, exact)
            : new LotValue(share, exact, money.Amount, LineBasis.PaidInMoney, Forfeited: false);
    }

    private static LotValue BilledByTime(in LotUnits units, in Valuation by)
    {
        var (lot, share) = (units.Lot, by.LeftOfItself(units));
        var cap = lot.Billed - lot.Credited;
        var exact = by.Measure.PartOf(lot.Billed.Exact * lot.ShareOf(units.Quantity), share, units.Stretch.Interval);
        return by.Rounded(exact) > cap
            ? Capped(cap, share)
            : new LotValue(share, exact, lot.Billed.Amount, LineBasis.Billed, Forfeited: false);
    }

    private static LotValue OnPrice(Lot lot, Fraction price, Share share, Fraction exact)
    {
        var (shown, basis) = LineFigure.Of(lot.Price, price, lot.Terms);
        return new LotValue(share, exact, shown, basis, Forfeited: false);
    }

    private static LotSources Flag(LotSource source) => source switch
    {
        LotSource.Purchase => LotSources.Purchase,
        LotSource.Conversion => LotSources.Conversion,
        _ => LotSources.AddOnTermination,
    };
}
