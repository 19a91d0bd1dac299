using NodaTime;

namespace SubscriptionMath;

/// <summary>An item as it will be, while the rooms work on it.</summary>
internal sealed class ItemDraft(string productId, Price soldAt, int quantity, Term term, Anchor? anchor)
{
    internal Term Term { get; set; } = term;

    internal Price SoldAt { get; } = soldAt;

    internal int Quantity { get; set; } = quantity;

    internal Anchor? Anchor { get; } = anchor;

    internal string ProductId { get; } = productId;

    internal List<Lot> Lots { get; } = [];

    internal static ItemDraft Of(Item item)
    {
        var draft = new ItemDraft(item.ProductId, item.SoldAt, item.Quantity, item.Term, item.Anchor);
        draft.Lots.AddRange(item.Lots);
        return draft;
    }

    /// <summary>Takes units out of a lot; what was credited for them is remembered with those that stay.</summary>
    internal void Reduce(Lot lot, int quantity, Money credited)
    {
        var place = Lots.IndexOf(lot);
        if (quantity == lot.Quantity)
        {
            Lots.RemoveAt(place);
        }
        else
        {
            Lots[place] = lot with { Quantity = lot.Quantity - quantity, Credited = lot.Credited + credited };
        }
    }

    /// <summary>The item, without the lots that have ended.</summary>
    internal Item ToItem(Instant at)
    {
        Lots.RemoveAll(lot => lot.Covers.End <= at);
        return new Item
        {
            ProductId = ProductId,
            SoldAt = SoldAt,
            Quantity = Quantity,
            Term = Term,
            Anchor = Anchor,
            Lots = Sequence.Of<Lot>([.. Lots]),
        };
    }
}
