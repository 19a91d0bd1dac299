using System.Numerics;

namespace SubscriptionMath.Tests.MoneyAmounts;

[Properties(Arbitrary = [typeof(MoneyArbitraries)])]
public class SplitLaws
{
    [Law]
    public bool Conservation__the_parts_add_up_to_the_whole(Money whole, Weights weights, SplitMethod method)
    {
        var parts = whole.Split(weights.Values.AsSpan(), method);
        return parts.Length == weights.Values.Length
            && parts.Aggregate(Money.Zero(whole.Currency), (sum, part) => sum + part) == whole;
    }

    [Law]
    public bool Quota__by_largest_remainder_each_part_is_less_than_a_unit_from_its_exact_share(Money whole, Weights weights)
    {
        var parts = whole.Split(weights.Values.AsSpan(), SplitMethod.LargestRemainder);
        return parts.Zip(weights.Values).All(pair => BigInteger.Abs(Distance(whole, weights, pair)) < Total(weights));
    }

    [Law]
    public bool Quota__by_last_takes_rest_all_but_the_last_are_cut_toward_zero(Money whole, Weights weights)
    {
        var parts = whole.Split(weights.Values.AsSpan(), SplitMethod.LastTakesRest);
        var last = weights.Values.ToList().FindLastIndex(weight => weight > 0);
        return parts.Zip(weights.Values).Where((_, i) => i != last)
            .All(pair => pair.First.Minor == (long)BigInteger.Divide((BigInteger)whole.Minor * pair.Second, Total(weights)));
    }

    [Law]
    public bool Optimal__by_largest_remainder_no_unit_is_better_moved_elsewhere(Money whole, Weights weights)
    {
        // Moving a unit from part i to part j gains only if i is further above its share than j would then be.
        var errors = whole.Abs().Split(weights.Values.AsSpan(), SplitMethod.LargestRemainder).Zip(weights.Values)
            .Select(pair => Distance(whole.Abs(), weights, pair)).ToArray();
        return errors.Max() - errors.Min() <= Total(weights);
    }

    [Law]
    public bool Ties__by_largest_remainder_the_earlier_of_equal_weights_never_gets_less(Money whole, Weights weights)
    {
        var parts = whole.Abs().Split(weights.Values.AsSpan(), SplitMethod.LargestRemainder);
        return parts.Zip(weights.Values).GroupBy(pair => pair.Second)
            .All(equal => equal.Zip(equal.Skip(1)).All(two => two.First.First >= two.Second.First));
    }

    [Law]
    public bool Monotone__by_largest_remainder_a_smaller_weight_never_gets_more(Money whole, Weights weights)
    {
        var parts = whole.Abs().Split(weights.Values.AsSpan(), SplitMethod.LargestRemainder);
        var pairs = parts.Zip(weights.Values).ToArray();
        return pairs.All(a => pairs.All(b => a.Second >= b.Second || a.First <= b.First));
    }

    [Law]
    public bool Zero_weight__gets_nothing(Money whole, Weights weights, SplitMethod method) =>
        whole.Split(weights.Values.AsSpan(), method).Zip(weights.Values).All(pair => pair.Second != 0 || pair.First.IsZero);

    [Law]
    public bool Zero_weight__changes_nothing_for_the_others(Money whole, Weights weights, SplitMethod method) =>
        whole.Split([0, .. weights.Values, 0], method)[1..^1].SequenceEqual(whole.Split(weights.Values.AsSpan(), method));

    [Law]
    public bool Symmetry__reversed_weights_get_the_same_parts_up_to_ties(Money whole, Weights weights)
    {
        var there = whole.Split(weights.Values.AsSpan(), SplitMethod.LargestRemainder).Zip(weights.Values);
        var back = whole.Split([.. weights.Values.Reverse()], SplitMethod.LargestRemainder).Zip(weights.Values.Reverse());
        return Weightiest(there, whole, weights).SequenceEqual(Weightiest(back, whole, weights));
    }

    [Law]
    public bool Sign__splitting_the_opposite_mirrors_every_part(Money whole, Weights weights, SplitMethod method) =>
        (-whole).Split(weights.Values.AsSpan(), method).SequenceEqual(whole.Split(weights.Values.AsSpan(), method).Select(part => -part));

    [Law]
    public bool Sign__no_part_has_the_opposite_sign(Money whole, Weights weights, SplitMethod method) =>
        whole.Split(weights.Values.AsSpan(), method).All(part => part.IsZero || part.IsNegative == whole.IsNegative);

    [Law]
    public bool Scale__k_times_the_weights_give_the_same_parts(Money whole, NonEmptyArray<byte> some, PositiveInt k, SplitMethod method)
    {
        long[] weights = [1, .. some.Get.Select(weight => (long)weight)];
        return whole.Split(weights, method).SequenceEqual(whole.Split([.. weights.Select(weight => weight * k.Get)], method));
    }

    [Theory]
    [InlineData("EUR 99.99", "75:25", SplitMethod.LargestRemainder, "EUR 74.99, EUR 25.00")] // 7499.25 and 2499.75
    [InlineData("EUR 99.99", "75:25", SplitMethod.LastTakesRest, "EUR 74.99, EUR 25.00")]
    [InlineData("EUR 99.99", "25:75", SplitMethod.LargestRemainder, "EUR 25.00, EUR 74.99")]
    [InlineData("EUR 99.99", "25:75", SplitMethod.LastTakesRest, "EUR 24.99, EUR 75.00")]
    [InlineData("EUR 0.05", "7:3", SplitMethod.LargestRemainder, "EUR 0.04, EUR 0.01")] // 3.5 and 1.5: the earlier
    [InlineData("EUR 0.05", "3:7", SplitMethod.LargestRemainder, "EUR 0.02, EUR 0.03")]
    [InlineData("EUR 0.05", "7:3", SplitMethod.LastTakesRest, "EUR 0.03, EUR 0.02")]
    [InlineData("EUR -0.05", "7:3", SplitMethod.LargestRemainder, "EUR -0.04, EUR -0.01")]
    [InlineData("EUR -0.05", "7:3", SplitMethod.LastTakesRest, "EUR -0.03, EUR -0.02")]
    [InlineData("EUR 0.10", "1:1:2", SplitMethod.FromTheLast, "EUR 0.03, EUR 0.02, EUR 0.05")] // 5 of 10, then 2 of 5
    [InlineData("JPY -101", "1:1:1:0", SplitMethod.FromTheLast, "JPY -34, JPY -34, JPY -33, JPY 0")]
    [InlineData("JPY 100", "1:1:1", SplitMethod.LargestRemainder, "JPY 34, JPY 33, JPY 33")]
    [InlineData("JPY 100", "1:1:1", SplitMethod.LastTakesRest, "JPY 33, JPY 33, JPY 34")]
    [InlineData("JPY 101", "1:1:1", SplitMethod.LargestRemainder, "JPY 34, JPY 34, JPY 33")]
    [InlineData("JPY 101", "1:1:1:0", SplitMethod.LastTakesRest, "JPY 33, JPY 33, JPY 35, JPY 0")]
    [InlineData("KWD 1.000", "1:0:2", SplitMethod.LargestRemainder, "KWD 0.333, KWD 0.000, KWD 0.667")]
    [InlineData("CLF 0.0001", "1:1", SplitMethod.LargestRemainder, "CLF 0.0001, CLF 0.0000")]
    [InlineData("EUR 0.00", "1:2", SplitMethod.LastTakesRest, "EUR 0.00, EUR 0.00")]
    [InlineData("XXX 0", "1:2", SplitMethod.LargestRemainder, "XXX 0, XXX 0")]
    [InlineData("EUR 5.00", "9", SplitMethod.LargestRemainder, "EUR 5.00")]
    public void Splits_by_hand(string whole, string weights, SplitMethod method, string parts) => Assert.Equal(
        parts,
        string.Join(", ", Money.Parse(whole).Split([.. weights.Split(':').Select(long.Parse)], method)));

    [Theory]
    [InlineData(SplitMethod.LargestRemainder)]
    [InlineData(SplitMethod.LastTakesRest)]
    public void The_ends_of_the_range_can_be_split(SplitMethod method)
    {
        var least = Money.OfMinor(long.MinValue, "JPY");
        Assert.Equal([least], least.Split([long.MaxValue], method));
        Assert.Equal(
            [Money.OfMinor(long.MinValue / 2, "JPY"), Money.OfMinor(long.MinValue / 2, "JPY")],
            least.Split([long.MaxValue, long.MaxValue], method));
    }

    [Fact]
    public void Alabama__largest_remainder_is_not_house_monotone()
    {
        // 10 by 6:6:2 is 4.28, 4.28, 1.43: the third gets the unit. 11 is 4.71, 4.71, 1.57: it loses it.
        Assert.Equal([4, 4, 2], Units(10, 6, 6, 2));
        Assert.Equal([5, 5, 1], Units(11, 6, 6, 2));
    }

    [Fact]
    public void Weights_that_cannot_split_are_refused()
    {
        var whole = Money.Of(5m, "EUR");
        Assert.Throws<ArgumentException>(() => whole.Split([], SplitMethod.LargestRemainder));
        Assert.Contains(
            "One of the 2 weights must be above zero",
            Assert.Throws<ArgumentException>(() => whole.Split([0, 0], SplitMethod.LastTakesRest)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "-3",
            Assert.Throws<ArgumentOutOfRangeException>(() => whole.Split([7, -3], SplitMethod.LargestRemainder)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Split([1], (SplitMethod)99));
    }

    private static long[] Units(long whole, params long[] weights) =>
        [.. Money.OfMinor(whole, "JPY").Split(weights, SplitMethod.LargestRemainder).Select(part => part.Minor)];

    private static BigInteger Total(Weights weights) =>
        weights.Values.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);

    // How far a part lies above its exact share, in units of one over the total weight.
    private static BigInteger Distance(Money whole, Weights weights, (Money Part, long Weight) pair) =>
        (pair.Part.Minor * Total(weights)) - ((BigInteger)whole.Minor * pair.Weight);

    // Parts of one remainder may change places when the order does; together they get the same.
    private static IEnumerable<(BigInteger Remainder, BigInteger Units)> Weightiest(
        IEnumerable<(Money Part, long Weight)> pairs, Money whole, Weights weights) => pairs
            .GroupBy(pair => BigInteger.Remainder((BigInteger)whole.Minor * pair.Weight, Total(weights)))
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.Part.Minor)));
}
