using System.Runtime.InteropServices;
using NodaTime;

namespace SubscriptionMath;

/// <summary>An item as it will be, while the rooms work on it.</summary>
internal sealed class ItemDraft(string productId, Price soldAt, int quantity, Term term, Anchor? anchor)
{
    private HeldBeside? _beside;

    internal Term Term { get; set; } = term;

    internal Price SoldAt { get; set; } = soldAt;

    internal Instant? PhasesFrom { get; set; }

    internal Term? Contract { get => _beside?.Contract; set => _beside = HeldBeside.Of(value, SetUp); }

    /// <summary>When it ends by itself, or null where it renews.</summary>
    internal Instant? EndsAt => Item.EndOf(SoldAt, Contract);

    internal int Quantity { get; set; } = quantity;

    internal Anchor? Anchor { get; set; } = anchor;

    internal string ProductId { get; } = productId;

    internal List<Lot> Lots { get; } = [];

    /// <summary>The end of what is billed: that of the term, or of what was bought ahead of it.</summary>
    internal Instant BilledUntil => Item.LatestEnd(Term, CollectionsMarshal.AsSpan(Lots));

    /// <summary>The term that was bought ahead and begins when the current one ends, or null where none was.</summary>
    internal Lot? BoughtAhead => Item.BoughtAfter(Term, CollectionsMarshal.AsSpan(Lots));

    /// <summary>The set-up fee of the running term.</summary>
    internal Lot? SetUp { get => _beside?.SetUp; set => _beside = HeldBeside.Of(Contract, value); }

    internal int? RenewsWith { get; set; }

    /// <summary>Whether it is held no more.</summary>
    internal bool HasEnded { get; set; }

    internal static ItemDraft Of(Item item)
    {
        var draft = new ItemDraft(item.ProductId, item.SoldAt, item.Quantity, item.Term, item.Anchor) { RenewsWith = item.RenewsWith, PhasesFrom = item.PhasesFrom, Contract = item.Contract, SetUp = item.SetUp };
        draft.Lots.AddRange(item.Lots);
        return draft;
    }

    /// <summary>Whether something that was bought, or is used in arrears, runs beyond an instant.</summary>
    internal bool Outlasts(Instant at) => Lots.Exists(lot => lot.Covers.End > at);

    /// <summary>The item as it is held by now: what was billed for used time on the way here is not among its lots any more.</summary>
    internal Item AsHeld() => new()
    {
        ProductId = ProductId,
        SoldAt = SoldAt,
        Quantity = Quantity,
        Term = Term,
        Anchor = Anchor,
        RenewsWith = RenewsWith,
        PhasesFrom = PhasesFrom,
        Contract = Contract,
        SetUp = SetUp,
        Lots = Lots.ToSequence(),
    };

    /// <summary>
    /// Takes units out of a lot, and with them their part of what was billed and paid. What was credited beyond that part (a fraction of
    /// a minor unit, rounded) is remembered with the units that stay.
    /// </summary>
    /// <param name="lot">The lot.</param>
    /// <param name="place">The place at which it stood in the item; what was taken out so far stood behind it.</param>
    /// <param name="quantity">The number of units.</param>
    /// <param name="credited">What was given for them.</param>
    internal void Reduce(Lot lot, int place, int quantity, Money credited)
    {
        place = place < Lots.Count && ReferenceEquals(Lots[place], lot) ? place : Lots.IndexOf(lot);
        if (quantity == lot.Quantity)
        {
            Lots.RemoveAt(place);
            return;
        }

        var rest = lot.Without(quantity);
        var beyond = credited - (lot.Billed - rest.Billed);
        Lots[place] = beyond.IsPositive ? rest with { Credited = lot.Credited + beyond } : rest;
    }

    /// <summary>Remembers of lots that are kept that they hold more units than are held from now on, or outlast the term.</summary>
    internal void KeepLots(int quantity)
    {
        // Lots of one stretch end together; one stretch follows the other.
        var units = new Dictionary<Instant, long>();
        foreach (var lot in Lots)
        {
            units[lot.Covers.End] = units.GetValueOrDefault(lot.Covers.End) + lot.Quantity;
        }

        for (var i = 0; i < Lots.Count; i++)
        {
            var end = Lots[i].Covers.End;
            Lots[i] = units[end] > quantity || end > Term.End ? Lots[i] with { Kept = true } : Lots[i];
        }
    }

    /// <summary>The item, without the lots that have ended; what is charged in arrears is held until it is charged.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="invoiced">Whether what waited for the next invoice is billed by now.</param>
    /// <param name="promotion">The promotional credit that paid for what waited, and has not been put to any of it.</param>
    internal Item ToItem(Instant at, bool invoiced, ref Sequence<CreditLot> promotion)
    {
        for (var i = Lots.Count - 1; i >= 0; i--)
        {
            if (Lots[i] is { InArrears: false } lot && lot.Covers.End <= at && !Item.IsExtended(lot, CollectionsMarshal.AsSpan(Lots), at))
            {
                Lots.RemoveAt(i);
            }
        }

        for (var i = 0; invoiced && i < Lots.Count; i++)
        {
            Lots[i] = Invoiced(Lots[i], ref promotion);
        }

        return new Item
        {
            ProductId = ProductId,
            SoldAt = SoldAt,
            Quantity = Quantity,
            Term = Term,
            Anchor = Anchor,
            RenewsWith = RenewsWith,
            PhasesFrom = PhasesFrom,
            Contract = Contract,
            SetUp = SetUp is { } fee && fee.Covers.End > at ? invoiced ? Invoiced(fee, ref promotion) : fee : null,
            Lots = Lots.ToSequence(),
        };
    }

    /// <summary>A lot that waited for the invoice is paid with it.</summary>
    private static Lot Invoiced(Lot lot, ref Sequence<CreditLot> promotion)
    {
        if (!lot.AwaitsInvoice)
        {
            return lot;
        }

        (var paid, promotion) = Promotions.Split(promotion, lot.Gross - lot.GrossOf(lot.Paid));
        return lot with { AwaitsInvoice = false, Paid = lot.Billed, Promotion = Promotions.Join(lot.Promotion, paid) };
    }
}
