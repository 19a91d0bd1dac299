namespace SubscriptionMath;

/// <summary>What the unused part of a lot is worth, exactly.</summary>
/// <param name="Share">The part of its period that is left.</param>
/// <param name="Exact">The value in minor units; zero or more.</param>
/// <param name="Base">The amount that is divided, in major units.</param>
/// <param name="Basis">What that amount is.</param>
/// <param name="Forfeited">Whether the policy gives nothing for it.</param>
internal readonly record struct LotValue(Share Share, Fraction Exact, decimal Base, LineBasis Basis, bool Forfeited)
{
    /// <summary>What the price held is worth beyond that, in minor units; negative where it is worth less.</summary>
    internal Fraction Beyond { get; init; }

    internal static LotValue Of(in LotUnits units, in Valuation by)
    {
        var (lot, quantity, every, share) = (units.Lot, units.Quantity, units.Stretch.Interval, by.LeftOf(units));
        if (share.Left == 0 || lot.Price.Charged != Charged.InAdvance || lot.Origin == Origin.Extension)
        {
            return new LotValue(share, Fraction.Zero, 0m, LineBasis.Price, Forfeited: false);
        }

        var (allowed, basis) = by.Answer is UnusedValue.Lots lots
            ? ((lots.Origins & Flag(lot.Origin)) != Origins.None && (lots.Basis != ValueBasis.NotInvoiced || lot.AwaitsInvoice), lots.Basis)
            : (by.Answer is UnusedValue.WholeTerm, ValueBasis.Billed);
        return (allowed ? basis : ValueBasis.Billed) switch
        {
            ValueBasis.PaidInMoney => PaidInMoney(lot, quantity, share, by.LeftOfItself(units), by.Measure, every),
            ValueBasis.BilledByTime => BilledByTime(lot, quantity, by.LeftOfItself(units), by.Measure, every, by.Mode),
            ValueBasis.BilledLessUsed => LessUsed(lot, quantity, share, by.AllOf(units), by.Measure, by.Mode),
            ValueBasis.PriceHeld => AtPriceHeld(
                Billed(lot, quantity, share, by.Measure, by.Mode), by.Measure.PartOf(Held(lot, units.Item.SoldAt, quantity), share, every)),
            _ => Billed(lot, quantity, share, by.Measure, by.Mode) with { Forfeited = !allowed },
        };
    }

    /// <summary>The price as sold; the cap is compared as amounts are billed, so that a fraction of a minor unit is not cut off.</summary>
    private static LotValue Billed(Lot lot, int quantity, Share share, Measure measure, RoundingMode mode)
    {
        var (cap, price) = (Cap(lot, quantity, share), lot.PriceOf(quantity));
        var exact = lot.WorthOf(quantity, share, measure, mode);
        return Money.Round(exact, cap.Currency, mode) > cap
            ? Capped(cap, share)
            : OnPrice(lot, price, share, exact);
    }

    /// <summary>
    /// What was billed and not yet credited; of a lot that was stretched beyond its period, and so is worth more, each unit's own part of
    /// that.
    /// </summary>
    private static Money Cap(Lot lot, int quantity, Share share)
    {
        var open = lot.Billed - lot.Credited;
        return share.Left > share.Of ? lot.PartOf(open, quantity) : open;
    }

    private static LotValue Capped(Money cap, Share share) =>
        new(share, Fraction.Of(Math.Max(0, cap.Minor)), cap.Amount, LineBasis.LeftOfBilled, Forfeited: false);

    private static LotValue LessUsed(Lot lot, int quantity, Share share, Share all, Measure measure, RoundingMode mode)
    {
        var exact = lot.WorthOf(quantity, all, measure, mode);
        var left = Money.Round(exact, lot.Billed.Currency, mode) - Money.Round(
            exact - lot.WorthOf(quantity, share, measure, mode), lot.Billed.Currency, mode);
        var cap = Cap(lot, quantity, share);
        return left > cap
            ? Capped(cap, share)
            : OnPrice(lot, lot.PriceOf(quantity), share, left.Exact);
    }

    /// <summary>
    /// What the newest units of a lot cost at the price held, whatever they were sold at, less what of the discount leaves with them.
    /// </summary>
    internal static Fraction Held(Lot lot, Price held, int newest)
    {
        var price = At(newest);
        return lot.Discount is { } discount
            ? Fraction.Max(Fraction.Zero, price - discount.On(At(lot.Quantity), lot.PriceOf(lot.Quantity)).Leaving(price, At(lot.Quantity)))
            : price;

        Fraction At(int units) => held.Beyond(lot.Above + lot.Quantity - units, units) * Fraction.Of(lot.Terms);
    }

    private static LotValue AtPriceHeld(LotValue billed, Fraction held) => held < billed.Exact
        ? billed with { Exact = held, Beyond = held - billed.Exact }
        : billed with { Beyond = held - billed.Exact };

    private static LotValue PaidInMoney(Lot lot, int quantity, Share ofPeriod, Share share, Measure measure, BillingInterval every)
    {
        var money = lot.Paid - lot.Carried - lot.Credited;
        var paid = Fraction.Of(Math.Max(0, money.Minor)) * lot.ShareOf(quantity);
        var exact = Fraction.Min(paid, measure.PartOf(paid, share, every)); // a rounded rate of a day may come to more
        return lot.PriceOf(lot.Quantity) == money.Exact && share.Of == ofPeriod.Of
            ? OnPrice(lot, lot.PriceOf(quantity), share, exact)
            : new LotValue(share, exact, money.Amount, LineBasis.PaidInMoney, Forfeited: false);
    }

    private static LotValue BilledByTime(Lot lot, int quantity, Share share, Measure measure, BillingInterval every, RoundingMode mode)
    {
        var cap = lot.Billed - lot.Credited;
        var exact = measure.PartOf(lot.Billed.Exact * lot.ShareOf(quantity), share, every);
        return Money.Round(exact, cap.Currency, mode) > cap
            ? Capped(cap, share)
            : new LotValue(share, exact, lot.Billed.Amount, LineBasis.Billed, Forfeited: false);
    }

    private static LotValue OnPrice(Lot lot, Fraction price, Share share, Fraction exact)
    {
        var (shown, basis) = LineFigure.Of(lot.Price, price, lot.Terms);
        return new LotValue(share, exact, shown, basis, Forfeited: false);
    }

    private static Origins Flag(Origin origin) => origin switch
    {
        Origin.Purchase => Origins.Purchased,
        Origin.Conversion => Origins.Converted,
        _ => Origins.FromAddOns,
    };
}
