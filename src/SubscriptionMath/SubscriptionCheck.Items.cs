using NodaTime;

namespace SubscriptionMath;

/// <content>Checks of an item: its terms, and its lots together.</content>
public static partial class SubscriptionCheck
{
    private static void OfItem(Subscription of, Item item, StatePlace place, ref Findings found)
    {
        if (item.SoldAt.Currency != of.Currency)
        {
            found.Add(place.Of("soldAt.currency"), $"is billed in {of.Currency}, and '{item.ProductId}' is sold at {item.SoldAt}.");
        }

        if (item.Contract is { } contract && (contract.IsEmpty || place.AddOn != StatePlace.Plan))
        {
            found.Add(place.Of("contract"), contract.IsEmpty
                ? $"holds '{item.ProductId}' under a contract that is empty, {contract}."
                : $"holds the add-on '{item.ProductId}' under a contract {contract}; only a plan has one.");
        }

        if (item.Term.IsEmpty && !item.Lots.IsEmpty)
        {
            found.Add(place.Of("term"),
                $"holds '{item.ProductId}' for a term without length, {item.Term}, and a lot for {item.Lots[0].Covers}.");
        }

        if (place.AddOn == StatePlace.Plan && item.RenewsWith == 0)
        {
            found.Add(place.Of("renewsWith"), $"holds the plan '{item.ProductId}', which renews with 0 units.");
        }

        for (var i = 0; i < item.Lots.Count && !found.Enough; i++)
        {
            OfLot(of, item, item.Lots[i], place with { Lot = i }, ref found);
        }

        if (!found.AmountsOnly)
        {
            OfLots(item, place, ref found);
        }

        if (item.SetUp is { } fee)
        {
            OfLot(of, item, fee, place with { Lot = StatePlace.SetUp }, ref found);
            OfSetUp(item, fee, place with { Lot = StatePlace.SetUp }, ref found);
        }
    }

    /// <summary>A set-up fee is one, whatever the number of units, and is remembered to the end of the term at most.</summary>
    private static void OfSetUp(Item item, Lot fee, StatePlace place, ref Findings found)
    {
        if (fee.Quantity != 1 || fee.Terms != 1)
        {
            found.Add(place.Of("quantity"),
                $"holds a set-up fee of '{item.ProductId}' for {fee.Quantity} units and {fee.Terms} terms; a fee is charged once.");
        }

        if (!found.AmountsOnly && fee.Covers.End > item.Term.End)
        {
            found.Add(place.Of("covers"),
                $"holds a set-up fee of '{item.ProductId}' for {fee.Covers}, beyond the end of its term {item.Term}.");
        }
    }

    /// <summary>The lots of an item together: none twice, no gap before a future one, no more units than the item has.</summary>
    private static void OfLots(Item item, StatePlace place, ref Findings found)
    {
        if (item.Lots.Count > 1)
        {
            OfEqualLots(item, place, ref found);
            OfGaps(item, place, ref found);
        }

        if (UnitsHeld.Exceeded(item) is var lot and >= 0)
        {
            found.Add(
                (place with { Lot = lot }).Of("quantity"),
                item.Lots[lot].Quantity > item.Quantity
                    ? $"holds {item.Quantity} of '{item.ProductId}', and a lot of {item.Lots[lot].Quantity}."
                    : $"holds {item.Quantity} of '{item.ProductId}', and more in the lots from {item.Lots[lot].Covers.Start} on together.");
        }
    }

    private static void OfEqualLots(Item item, StatePlace place, ref Findings found)
    {
        var seen = new HashSet<Lot>(item.Lots.Count);
        for (var i = 0; i < item.Lots.Count && !found.Enough; i++)
        {
            if (!seen.Add(item.Lots[i]))
            {
                found.Add((place with { Lot = i }).ToString(),
                    $"holds the same lot of '{item.ProductId}' for {item.Lots[i].Covers} twice.");
            }
        }
    }

    private static void OfGaps(Item item, StatePlace place, ref Findings found)
    {
        HashSet<Instant>? ends = null;
        for (var i = 0; i < item.Lots.Count && !found.Enough; i++)
        {
            var lot = item.Lots[i];
            if (lot.Covers.Start <= item.Term.End)
            {
                continue;
            }

            ends ??= [.. item.Lots.Select(one => one.Covers.End)];
            if (!ends.Contains(lot.Covers.Start))
            {
                found.Add(
                    (place with { Lot = i }).Of("covers"),
                    $"holds a lot of '{item.ProductId}' for {lot.Covers}; nothing reaches from the term {item.Term} to it.");
            }
        }
    }
}
