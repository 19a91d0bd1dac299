using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SubscriptionMath;

/// <content>Splitting an amount into parts that add up to it.</content>
public readonly partial record struct Money
{
    /// <summary>Splits the amount into parts in proportion to weights.</summary>
    /// <param name="weights">One weight per part, in the order of the parts: at least one, none negative, not all zero.</param>
    /// <param name="method">The rule for the minor units left over.</param>
    /// <returns>As many parts as there are weights. They add up to the amount exactly; none has the opposite sign;
    /// a weight of zero gives a part of zero.</returns>
    /// <exception cref="ArgumentException"><paramref name="weights"/> is empty or all zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or <paramref name="method"/> is not one of
    /// the named rules.</exception>
    /// <example>EUR 99.99 by 75:25 is EUR 74.99 and EUR 25.00 under <see cref="SplitMethod.LargestRemainder"/>;
    /// EUR 0.05 by 7:3 is EUR 0.04 and EUR 0.01, and EUR -0.05 is EUR -0.04 and EUR -0.01.</example>
    public ImmutableArray<Money> Split(ReadOnlySpan<long> weights, SplitMethod method)
    {
        var total = TotalOf(weights);
        if (method is not (SplitMethod.LargestRemainder or SplitMethod.LastTakesRest or SplitMethod.FromTheLast))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, $"{(int)method} is not a split method.");
        }

        var magnitude = Minor < 0 ? unchecked(0UL - (ulong)Minor) : (ulong)Minor;
        var units = new ulong[weights.Length];
        if (method == SplitMethod.FromTheLast)
        {
            CutFromTheLast(units, weights, magnitude, total);
            return InThisDirection(units);
        }

        var remainders = new UInt128[weights.Length];
        var left = magnitude;
        for (var i = 0; i < weights.Length; i++)
        {
            var (whole, remainder) = UInt128.DivRem((UInt128)magnitude * (ulong)weights[i], total);
            units[i] = (ulong)whole;
            remainders[i] = remainder;
            left -= units[i];
        }

        if (method == SplitMethod.LargestRemainder)
        {
            GiveOneEach(units, remainders, (int)left);
        }
        else
        {
            units[weights.LastIndexOfAnyExcept(0)] += left;
        }

        return InThisDirection(units);
    }

    private static UInt128 TotalOf(ReadOnlySpan<long> weights)
    {
        UInt128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            total += (ulong)weight;
        }

        return total > 0
            ? total
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"One of the {weights.Length} weights must be above zero."),
                nameof(weights));
    }

    // Fewer units are left than there are parts with a remainder, so no part gets two and no zero weight gets any.
    private static void GiveOneEach(ulong[] units, UInt128[] remainders, int left)
    {
        var order = Enumerable.Range(0, units.Length).OrderByDescending(part => remainders[part]);
        foreach (var part in order.Take(left))
        {
            units[part]++;
        }
    }

    private static void CutFromTheLast(ulong[] units, ReadOnlySpan<long> weights, ulong left, UInt128 weightLeft)
    {
        for (var i = weights.Length - 1; weightLeft > 0; i--)
        {
            units[i] = (ulong)((UInt128)left * (ulong)weights[i] / weightLeft);
            (left, weightLeft) = (left - units[i], weightLeft - (ulong)weights[i]);
        }
    }

    private ImmutableArray<Money> InThisDirection(ulong[] units)
    {
        var parts = new Money[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            // The smallest number has no positive twin; unsigned negation reaches it all the same.
            parts[i] = new Money(unchecked((long)(Minor < 0 ? 0UL - units[i] : units[i])), Currency);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(parts);
    }
}
