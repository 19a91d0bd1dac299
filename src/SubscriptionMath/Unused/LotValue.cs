using NodaTime;

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

    internal static LotValue Of(
        Lot lot, Price held, int quantity, UnusedValue answer, Measure measure, RoundingMode mode, Anchor anchor, DateTimeZone zone, Instant at)
    {
        var share = Counting.Left(lot.Covers, lot.Period, at, measure, anchor, zone, ends: true);
        if (share.Left == 0)
        {
            return new LotValue(share, Fraction.Zero, lot.Price, LineBasis.Price, Forfeited: false);
        }

        var (allowed, basis) = answer is UnusedValue.Lots lots
            ? ((lots.Origins & Flag(lot.Origin)) != Origins.None, lots.Basis)
            : (answer is UnusedValue.WholeTerm, ValueBasis.Billed);
        allowed &= basis != ValueBasis.NotInvoiced || lot.AwaitsInvoice;
        return allowed && basis == ValueBasis.PaidInMoney
            ? PaidInMoney(lot, quantity, share, measure, anchor, zone)
            : allowed && basis == ValueBasis.BilledLessUsed
            ? LessUsed(lot, quantity, share, mode, measure, anchor, zone)
            : allowed && basis == ValueBasis.PriceHeld
            ? AtPriceHeld(Billed(lot, quantity, share, mode), held.Exact * Fraction.Of(quantity) * share.Fraction)
            : Billed(lot, quantity, share, mode) with { Forfeited = !allowed };
    }

    /// <summary>The price as sold; the cap is compared as amounts are billed, so that a fraction of a minor unit is not cut off.</summary>
    private static LotValue Billed(Lot lot, int quantity, Share share, RoundingMode mode)
    {
        var cap = lot.Billed - lot.Credited;
        var exact = MinorUnits.Of(lot.Price, lot.Billed.Currency) * Fraction.Of(quantity) * share.Fraction;
        return Money.Round(exact, cap.Currency, mode) > cap
            ? new LotValue(share, Fraction.Of(Math.Max(0, cap.Minor)), cap.Amount, LineBasis.LeftOfBilled, Forfeited: false)
            : new LotValue(share, exact, lot.Price, LineBasis.Price, Forfeited: false);
    }

    private static LotValue LessUsed(Lot lot, int quantity, Share share, RoundingMode mode, Measure measure, Anchor anchor, DateTimeZone zone)
    {
        var all = Counting.Left(lot.Covers, lot.Period, lot.Covers.Start, measure with { ChangeDay = ChangeDay.New }, anchor, zone, ends: false);
        var price = MinorUnits.Of(lot.Price, lot.Billed.Currency) * Fraction.Of(quantity);
        var billed = Money.Round(price * all.Fraction, lot.Billed.Currency, mode);
        var left = billed - Money.Round(price * (all.Fraction - share.Fraction), lot.Billed.Currency, mode);
        var cap = lot.Billed - lot.Credited;
        return left > cap
            ? new LotValue(share, Fraction.Of(Math.Max(0, cap.Minor)), cap.Amount, LineBasis.LeftOfBilled, Forfeited: false)
            : new LotValue(share, left.Exact, lot.Price, LineBasis.Price, Forfeited: false);
    }

    private static LotValue AtPriceHeld(LotValue billed, Fraction held) => held < billed.Exact
        ? billed with { Exact = held, Beyond = held - billed.Exact }
        : billed with { Beyond = held - billed.Exact };

    private static LotValue PaidInMoney(Lot lot, int quantity, Share share, Measure measure, Anchor anchor, DateTimeZone zone)
    {
        var money = lot.Paid - lot.Carried - lot.Credited;
        var whole = Counting.Left(lot.Covers, lot.Period, lot.Covers.Start, measure with { ChangeDay = ChangeDay.New }, anchor, zone, ends: false);
        var exact = Fraction.Of(Math.Max(0, money.Minor)) * new Fraction(quantity, lot.Quantity) * new Fraction(share.Left, whole.Left);
        var price = MinorUnits.Of(lot.Price, money.Currency) * Fraction.Of(lot.Quantity);
        return price == money.Exact && whole.Left == share.Of
            ? new LotValue(share with { Of = whole.Left }, exact, lot.Price, LineBasis.Price, Forfeited: false)
            : new LotValue(share with { Of = whole.Left }, exact, money.Amount, LineBasis.PaidInMoney, Forfeited: false);
    }

    private static Origins Flag(Origin origin) => origin switch
    {
        Origin.Purchase => Origins.Purchased,
        Origin.Conversion => Origins.Converted,
        _ => Origins.FromAddOns,
    };
}
