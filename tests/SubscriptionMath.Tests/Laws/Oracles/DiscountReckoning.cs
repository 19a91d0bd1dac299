using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The dumb second computation of discounts: an amount is dealt to the items unit by unit.</summary>
internal static class DiscountReckoning
{
    /// <summary>The worth of units of a lot for the whole period, less the discount that leaves with them.</summary>
    internal static Rational Worth(Lot lot, Rational leaving, Rational all) => Worth(lot, leaving, all, all);

    /// <summary>The same at another price than the one that the lot was sold at: a percentage is one of that.</summary>
    internal static Rational Worth(Lot lot, Rational leaving, Rational all, Rational sold)
    {
        if (lot.Discount is not { } discount || all.Top == 0)
            return leaving;

        // Each unit bears its own percentage; of the amount the units that stay bear what they can, or each its part, or those that leave all that was off the invoice.
        var (percent, amount) = (Part(Of(discount.OfPrice), leaving, sold), Of(discount.Off).Minus(Of(discount.OfPrice)));
        var stays = all.Minus(leaving).Minus(Part(Of(discount.OfPrice), all, sold).Minus(percent));
        var rest = discount.Reversal switch
        {
            DiscountReversal.InProportion => Part(amount, leaving, all),
            DiscountReversal.StaysBehind => amount.Minus(stays.Top > 0 ? stays : Rational.Zero),
            _ => Of(discount.Whole).Minus(Of(discount.OfPrice)),
        };
        var worth = leaving.Minus(percent).Minus(rest.Top > 0 ? rest : Rational.Zero);
        return worth.Top > 0 ? worth : Rational.Zero;
    }

    /// <summary>The worth of the units that stay.</summary>
    internal static Rational Staying(Lot lot, Rational leaving, Rational all)
    {
        var (rest, most) = (all.Minus(Of(lot.Discount!.Off)).Minus(Worth(lot, leaving, all)), all.Minus(leaving));
        return rest.Top <= 0 ? Rational.Zero : rest.IsAtLeast(most) ? most : rest;
    }

    /// <summary>The discount of a lot after units have left with theirs.</summary>
    internal static LotDiscount Without(Lot lot, LotDiscount discount, Rational leaving, Rational all)
    {
        var gone = leaving.Minus(Worth(lot, leaving, all));
        return discount with
        {
            Off = Less(discount.Off, gone),
            Whole = Less(discount.Whole, gone),
            OfPrice = Less(discount.OfPrice, Part(Of(discount.OfPrice), leaving, all)),
        };

        static Fraction Less(Fraction from, Rational taken)
        {
            var rest = Of(from).Minus(taken);
            var common = BigInteger.GreatestCommonDivisor(rest.Top, rest.Bottom);
            return rest.Top <= 0 ? Fraction.Zero : new Fraction((Int128)(rest.Top / common), (Int128)(rest.Bottom / common));
        }
    }

    /// <summary>What units cost for a part of the period: less the discount on their price, or on the line that is rounded first.</summary>
    internal static Rational Less(DiscountStage stage, Rational price, Rational off, Rational percent, Func<Rational, Rational> part, RoundingMode mode)
    {
        if (stage == DiscountStage.Price || price.Top == 0 || off.Top == 0)
            return part(price.Minus(off));

        var line = Rational.Of(part(price).Rounded(mode));
        var less = line.Minus(Part(percent, line, price)).Minus(part(off.Minus(percent)));
        return less.Top > 0 ? less : Rational.Zero;
    }

    /// <summary>The same of units of a lot, by the discount that it was sold with.</summary>
    internal static Rational Less(Lot lot, Rational leaving, Rational all, Rational sold, Func<Rational, Rational> part, RoundingMode mode)
    {
        var worth = Worth(lot, leaving, all, sold);
        return lot.Discount is { Stage: DiscountStage.Line } discount
            ? Less(DiscountStage.Line, leaving, leaving.Minus(worth), Part(Of(discount.OfPrice), leaving, sold), part, mode)
            : part(worth);
    }

    private static Rational Of(Fraction value) => new((BigInteger)value.Numerator, (BigInteger)value.Denominator);

    private static Rational Part(Rational whole, Rational part, Rational of) => of.Top == 0 ? Rational.Zero : whole.Times(part.Top * of.Bottom, part.Bottom * of.Top);

    /// <summary>The discount on some units of one item, for a number of periods: the percentages of their own price, and of each amount what other units do not bear.</summary>
    internal static (Rational All, Rational Percent) Off(
        IReadOnlyList<(string Id, Rational Price)> items, string id, IEnumerable<Discount> discounts, SplitMethod split, Rational price, int periods, Rational borne)
    {
        var left = items.ToDictionary(item => item.Id, item => item.Price);
        var (own, percentages) = (price, Rational.Zero);
        foreach (var discount in discounts)
        {
            var had = left[id];
            var on = items.Select(item => item.Id).Where(item => discount.ProductId is null || discount.ProductId == item).ToList();
            if (discount is Discount.Percentage percentage)
            {
                var percent = Rational.OfPrice(percentage.Percent, 0);
                foreach (var item in on)
                    left[item] = left[item].Minus(left[item].Times(percent.Top, percent.Bottom * 100));
                var its = on.Contains(id) ? own.Times(percent.Top, percent.Bottom * 100) : Rational.Zero;
                (own, percentages) = (own.Minus(its), percentages.Plus(its));
            }
            else
            {
                var room = on.Select(item => (Id: item, Units: left[item].Rounded(RoundingMode.Floor))).Where(item => item.Units > 0).ToList();
                foreach (var (item, units) in Dealt(room, ((Discount.Amount)discount).Off.Minor, split))
                    left[item] = left[item].Minus(Rational.Of(units));
                var share = had.Minus(left[id]).Times(periods, 1);
                var others = borne.IsAtLeast(share) ? share : borne;
                (borne, share) = (borne.Minus(others), share.Minus(others));
                own = share.IsAtLeast(own) ? Rational.Zero : own.Minus(share);
            }
        }

        return (price.Minus(own), percentages);
    }

    /// <summary>The discounts that are on what is bought now: of those held, one that waits for a period, or has one left, depends on whether a period begins.</summary>
    /// <remarks>That of the plan is used by the plan, and so is over for the shares of what is bought beside it.</remarks>
    internal static IEnumerable<Discount> Running(
        Sequence<Discount> asked, Sequence<Discount> held, (string Id, bool Begins, bool IsNew) plan, (string Id, bool Begins, bool IsNew) own, Instant at)
    {
        foreach (var discount in asked.ToArray())
        {
            var known = discount is { Lasts: not null, Until: null } ? held.FirstOrDefault(old => old with { Until = null } == discount) ?? discount : discount;
            var its = known.ProductId == plan.Id ? plan : own;
            var anew = held.Contains(known) && (known.ProductId is null
                ? plan.Begins
                : known.ProductId == its.Id && (its.Begins || (its.IsNew && known.FromNextPeriod)));
            if (!(known.Until <= at) && !(anew && known.Periods == 1) && (anew || !known.FromNextPeriod))
                yield return known;
        }
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
