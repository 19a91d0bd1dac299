using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the units that leave an item are worth: a fold over its lots, newest first.</summary>
internal static class UnusedLots
{
    /// <summary>Puts a line for each lot that has value left on the bill, and takes the units out of an item that goes on.</summary>
    /// <param name="move">What leaves.</param>
    /// <param name="rest">The item that goes on with the other units, or null where all of it leaves.</param>
    /// <param name="bill">The bill.</param>
    /// <param name="measure">How time is counted.</param>
    /// <param name="mode">How lines are rounded.</param>
    /// <param name="subscription">The subscription, for its zone and anchor.</param>
    /// <param name="at">The instant of the change.</param>
    internal static void Leave(
        Move move, ItemDraft? rest, Bill bill, Measure measure, RoundingMode mode, Subscription subscription, Instant at)
    {
        var item = move.Thing.Before!;
        var stretches = item.Lots.Count == 0 ? 0 : move.Leaving;
        for (var i = item.Lots.Count - 1; i >= 0; i--)
        {
            var lot = item.Lots[i];
            var quantity = rest is null ? lot.Quantity : Math.Min(lot.Quantity, stretches);
            if (quantity == 0)
            {
                continue;
            }

            stretches -= quantity;
            var value = LotValue.Of(lot, quantity, move.Unused, measure, mode, item.Anchor ?? subscription.Anchor, subscription.Zone, at);
            var amount = Money.Round(value.Exact, subscription.Currency, mode);
            if (!value.Exact.IsZero)
            {
                bill.Lines.Add(ToLine(move.Thing.NameBefore!, lot, quantity, value, amount, at));
            }

            rest?.Reduce(lot, quantity, value.Forfeited ? Money.Zero(subscription.Currency) : amount);
        }
    }

    internal static Line ToLine(string product, Lot lot, int quantity, LotValue value, Money amount, Instant at) => new()
    {
        Kind = LineKind.Unused,
        Product = product,
        Quantity = quantity,
        Price = lot.Price,
        Covers = new Term(lot.Covers.Start > at ? lot.Covers.Start : at, lot.Covers.End),
        Share = value.Share,
        Exact = value.Exact,
        Amount = amount,
        Limited = value.Limited,
        Forfeited = value.Forfeited,
    };
}
