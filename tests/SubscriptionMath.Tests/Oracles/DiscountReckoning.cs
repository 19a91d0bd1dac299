using System.Numerics;

namespace SubscriptionMath.Tests;

/// <summary>The dumb second computation of discounts: an amount is dealt to the items unit by unit.</summary>
internal static class DiscountReckoning
{
    /// <summary>What units of a lot are worth for the whole period, less what of its discount leaves with them.</summary>
    internal static Rational Worth(Lot lot, Rational leaving, Rational all)
    {
        if (lot.Discount is not { } discount)
            return leaving;

        var off = new Rational((BigInteger)discount.Off.Numerator, (BigInteger)discount.Off.Denominator);
        if (discount.Reversal == DiscountReversal.InProportion)
            return all.Top == 0 ? leaving : leaving.Minus(off.Times(leaving.Top * all.Bottom, leaving.Bottom * all.Top));

        // The units that stay bear what they can.
        var rest = off.Minus(all.Minus(leaving));
        return rest.Top > 0 ? leaving.Minus(rest) : leaving;
    }

    /// <summary>What is off one item.</summary>
    internal static Rational Off(IReadOnlyList<(string Id, Rational Price)> items, string id, Sequence<Discount> discounts, SplitMethod split)
    {
        var left = items.ToDictionary(item => item.Id, item => item.Price);
        foreach (var discount in discounts)
        {
            var on = items.Select(item => item.Id).Where(item => discount.ProductId is null || discount.ProductId == item).ToList();
            if (discount is Discount.Percentage percentage)
            {
                var percent = Rational.OfPrice(percentage.Percent, 0);
                foreach (var item in on)
                    left[item] = left[item].Minus(left[item].Times(percent.Top, percent.Bottom * 100));
            }
            else
            {
                var room = on.Select(item => (Id: item, Units: left[item].Rounded(RoundingMode.Floor))).Where(item => item.Units > 0).ToList();
                foreach (var (item, units) in Dealt(room, ((Discount.Amount)discount).Off.Minor, split))
                    left[item] = left[item].Minus(Rational.Of(units));
            }
        }

        return items.Single(item => item.Id == id).Price.Minus(left[id]);
    }

    private static Dictionary<string, BigInteger> Dealt(List<(string Id, BigInteger Units)> room, BigInteger amount, SplitMethod split)
    {
        var all = room.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Units);
        amount = BigInteger.Min(all, amount);
        if (split == SplitMethod.FromTheLast)
        {
            // The last is dealt with alone, then all others anew.
            if (room.Count == 0)
                return [];
            var others = Dealt(room[..^1], amount - (amount * room[^1].Units / all), split);
            others[room[^1].Id] = amount * room[^1].Units / all;
            return others;
        }

        var dealt = room.ToDictionary(item => item.Id, item => amount * item.Units / all);
        var order = split switch
        {
            SplitMethod.LargestRemainder => room.OrderByDescending(item => amount * item.Units % all).Select(item => item.Id).ToList(),
            _ => null,
        };
        for (var next = 0; dealt.Values.Aggregate(BigInteger.Zero, (sum, one) => sum + one) < amount; next++)
        {
            // The last takes what it can, then the one before it.
            var taker = order is null ? room.FindLast(item => dealt[item.Id] < item.Units).Id : order[next];
            dealt[taker]++;
        }

        return dealt;
    }
}
