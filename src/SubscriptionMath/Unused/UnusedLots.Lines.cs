using NodaTime;

namespace SubscriptionMath;

/// <content>The lines of what leaves.</content>
internal static partial class UnusedLots
{
    private static Line NeverBilled(Item item, string name, int quantity, Measure measure, RoundingMode mode, Subscription subscription, Instant at)
    {
        var anchor = item.Anchor ?? subscription.Anchor;
        var (covers, period) = (item.Term.From(at), Segments.EndingWith(item.Term.End, item.SoldAt.Every, anchor, subscription.Zone));
        var share = Counting.Left(Stretch.Of(covers, period, item.SoldAt.Every, terms: 1), at, measure, anchor, subscription.Zone, ends: true);
        var price = item.SoldAt.Beyond(item.Quantity - quantity, quantity);
        var exact = measure.PartOf(price, share, item.SoldAt.Every);
        var (shown, basis) = LineFigure.Of(item.SoldAt, price, terms: 1);
        return new Line
        {
            Kind = LineKind.Conceded,
            Product = name,
            Quantity = quantity,
            Price = shown,
            Covers = covers,
            Share = share,
            Exact = exact,
            Amount = Money.Round(exact, subscription.Currency, mode),
            Basis = basis,
            Forfeited = false,
        };
    }

    private static Line Conceded(string product, Lot lot, int quantity, Money all, Fraction exact, Money amount, Instant at, Grain unit) => new()
    {
        Kind = LineKind.Conceded,
        Product = product,
        Quantity = quantity,
        Price = all.Amount,
        Covers = new Term(lot.Covers.Start, Instant.Max(lot.Covers.Start, Instant.Min(at, lot.Covers.End))), // empty of what was bought ahead
        Share = new Share(1, 1, unit),
        Exact = exact,
        Amount = amount,
        Basis = LineBasis.LeftOfBilled,
        Forfeited = false,
    };

    /// <summary>What the price held gives beyond what was billed; or what it gives less, which is forfeited.</summary>
    private static Line BeyondBilled(Item item, string name, Lot lot, int quantity, LotValue value, Money amount, Instant at, RoundingMode mode)
    {
        var beyond = Fraction.Max(value.Beyond, -value.Beyond);
        var (shown, basis) = LineFigure.Of(item.SoldAt, LotValue.Held(lot, item.SoldAt, quantity), lot.Terms);
        return new Line
        {
            Kind = value.Beyond.Sign > 0 ? LineKind.Conceded : LineKind.Unused,
            Product = name,
            Quantity = quantity,
            Price = shown,
            Covers = new Term(lot.Covers.Start > at ? lot.Covers.Start : at, lot.Covers.End),
            Share = value.Share,
            Exact = beyond,
            Amount = Money.Round(value.Exact + beyond, amount.Currency, mode) - amount,
            Basis = basis,
            Forfeited = value.Beyond.Sign < 0,
        };
    }

    internal static Line ToLine(string product, Lot lot, int quantity, LotValue value, Money amount, Instant at) => new()
    {
        Kind = LineKind.Unused,
        Product = product,
        Quantity = quantity,
        Price = value.Base,
        Covers = new Term(Instant.Min(Instant.Max(lot.Covers.Start, at), lot.Covers.End), lot.Covers.End),
        Share = value.Share,
        Exact = value.Exact,
        Amount = amount,
        Basis = value.Basis,
        Forfeited = value.Forfeited,
        Discount = lot.Discount is null || value.Basis is not (LineBasis.Price or LineBasis.AllUnits) ? null : new LineDiscount(lot.PriceOf(quantity) - lot.WorthOf(quantity)),
        Tax = TaxSold.OfUnused(lot, quantity, value, amount),
    };
}
