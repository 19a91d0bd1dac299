namespace SubscriptionMath;

/// <summary>Items that are sold together, each with its exact price for one period in minor units.</summary>
/// <remarks>The discounts are taken off all of them at once, and not once for each item: the last answer is kept.</remarks>
internal sealed class PricedItems(List<(string Id, Fraction Price)> items)
{
    private Dictionary<string, int>? _places;
    private (Sequence<Discount> Discounts, (Fraction[] OfItem, Fraction OfAll)[] Taken)? _last;

    /// <summary>Gives the place of an item; -1 if it is not among them.</summary>
    internal int PlaceOf(string productId)
    {
        if (_places is null)
        {
            _places = new(items.Count, StringComparer.Ordinal);
            for (var i = 0; i < items.Count; i++)
            {
                _places.TryAdd(items[i].Id, i);
            }
        }

        return _places.GetValueOrDefault(productId, -1);
    }

    /// <summary>Gives the part of each item that a discount takes off, discount by discount, and the sum of the parts.</summary>
    /// <param name="discounts">The discounts, taken off one after the other.</param>
    /// <param name="split">Which items get the minor units of an amount that are left over; the same for all answers.</param>
    internal (Fraction[] OfItem, Fraction OfAll)[] Taken(Sequence<Discount> discounts, SplitMethod split)
    {
        if (_last is { } last && last.Discounts == discounts)
        {
            return last.Taken;
        }

        Fraction[] left = [.. items.Select(static item => item.Price)];
        var all = new (Fraction[], Fraction)[discounts.Count];
        for (var n = 0; n < all.Length; n++)
        {
            var taken = discounts[n] switch
            {
                Discount.Percentage percentage => Percent(items, left, percentage),
                Discount.Amount amount => Amount(items, left, amount, split),
                _ => throw new InvalidOperationException($"The discount {discounts[n]} is of no known kind."),
            };
            var sum = Fraction.Zero;
            for (var i = 0; i < taken.Length; i++)
            {
                left[i] -= taken[i];
                sum += taken[i];
            }

            all[n] = (taken, sum);
        }

        _last = (discounts, all);
        return all;
    }

    internal static Fraction Part(Discount.Percentage discount) => Fraction.Of(discount.Percent) / Fraction.Of(100);

    private static Fraction[] Percent(List<(string Id, Fraction Price)> items, Fraction[] left, Discount.Percentage discount)
    {
        var part = Part(discount);
        return [.. items.Select((item, i) => discount.IsOn(item.Id) ? left[i] * part : Fraction.Zero)];
    }

    /// <summary>
    /// Splits an amount off over items, in whole minor units. No item bears more than its price; together they bear as much as possible.
    /// </summary>
    private static Fraction[] Amount(
        List<(string Id, Fraction Price)> items, Fraction[] left, Discount.Amount discount, SplitMethod split)
    {
        long[] room = [.. items.Select((item, i) => discount.IsOn(item.Id) ? (long)left[i].Floor() : 0)];
        var all = checked(room.Sum());
        if (all == 0)
        {
            return [.. left.Select(_ => Fraction.Zero)];
        }

        var off = Money.OfMinor(Math.Min(all, discount.Off.Minor), discount.Off.Currency);
        long[] parts = [.. off.Split(room, split).Select(part => part.Minor)];
        var over = 0L;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            (parts[i], over) = parts[i] + over <= room[i] ? (parts[i] + over, 0) : (room[i], parts[i] + over - room[i]);
        }

        return [.. parts.Select(Fraction.Of)];
    }
}
