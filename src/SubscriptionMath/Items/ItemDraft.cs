using System.Runtime.InteropServices;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The working state of an item while the stages change it.</summary>
internal sealed class ItemDraft(string productId, Price soldAt, int quantity, Term term, Anchor? anchor)
{
    private HeldBeside? _beside;

    internal Term Term { get; set; } = term;

    internal Price SoldAt { get; set; } = soldAt;

    internal Instant? PhasesFrom { get; set; }

    internal Term? Contract { get => _beside?.Contract; set => _beside = HeldBeside.Of(value, SetUp); }

    /// <summary>The instant at which the item ends by itself, or null if it renews.</summary>
    internal Instant? EndsAt => Item.EndOf(SoldAt, Contract);

    internal int Quantity { get; set; } = quantity;

    internal Anchor? Anchor { get; set; } = anchor;

    internal string ProductId { get; } = productId;

    internal List<Lot> Lots { get; } = [];

    /// <summary>The end of the billed time: that of the term, or of the terms bought ahead.</summary>
    internal Instant BilledUntil => Item.LatestEnd(Term, CollectionsMarshal.AsSpan(Lots));

    /// <summary>The term that was bought ahead and begins when the current one ends, or null for none.</summary>
    internal Lot? BoughtAhead => Item.BoughtAfter(Term, CollectionsMarshal.AsSpan(Lots));

    /// <summary>The set-up fee of the current term.</summary>
    internal Lot? SetUp { get => _beside?.SetUp; set => _beside = HeldBeside.Of(Contract, value); }

    internal int? RenewsWith { get; set; }

    /// <summary>Whether the item has ended.</summary>
    internal bool HasEnded { get; set; }

    internal static ItemDraft Of(Item item)
    {
        var draft = new ItemDraft(item.ProductId, item.SoldAt, item.Quantity, item.Term, item.Anchor)
        {
            RenewsWith = item.RenewsWith,
            PhasesFrom = item.PhasesFrom,
            Contract = item.Contract,
            SetUp = item.SetUp,
        };
        draft.Lots.AddRange(item.Lots);
        return draft;
    }

    /// <summary>Whether a lot, bought or used in arrears, runs beyond an instant.</summary>
    internal bool Outlasts(Instant at) => Lots.Exists(lot => lot.Covers.End > at);

    /// <summary>The item as held now, without the lots of used time that were billed on the way here.</summary>
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
    /// Takes units out of a lot, with their part of the amounts billed and paid. The units that stay remember the credit beyond that part,
    /// a rounded fraction of a minor unit.
    /// </summary>
    /// <param name="lot">The lot.</param>
    /// <param name="place">The index of the lot in the item, behind the lots taken out so far.</param>
    /// <param name="quantity">The number of units.</param>
    /// <param name="credited">The credit for the units.</param>
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

    /// <summary>Marks the kept lots that hold more units than the item from now on, or outlast the term.</summary>
    internal void KeepLots(int quantity)
    {
        // Lots of one stretch end together, and stretches follow each other.
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

    /// <summary>The item without the lots that have ended; a lot in arrears stays until it is charged.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="invoiced">Whether the charges deferred to the next invoice are billed by now.</param>
    /// <param name="promotion">The promotional credit that paid deferred charges and is not assigned to a lot yet.</param>
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

    /// <summary>A lot that awaited the invoice is paid with the invoice.</summary>
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
