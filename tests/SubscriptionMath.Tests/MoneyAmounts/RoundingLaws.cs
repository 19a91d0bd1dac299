using System.Numerics;

namespace SubscriptionMath.Tests.MoneyAmounts;

[Properties(Arbitrary = [typeof(MoneyArbitraries)])]
public class RoundingLaws
{
    [Law]
    public bool Idempotent__a_whole_value_is_left_as_it_is(long whole, RoundingMode mode) =>
        Fraction.Of(whole).Round(mode) == whole;

    [Law]
    public bool Near__the_error_is_below_one_unit_and_at_most_a_half_for_the_half_rules(AnyFraction a, RoundingMode mode)
    {
        var error = BigInteger.Abs(((BigInteger)a.Value.Round(mode) * a.Exact.Denominator) - a.Exact.Numerator);
        return error < a.Exact.Denominator
            && (mode > RoundingMode.HalfTowardZero || 2 * error <= a.Exact.Denominator);
    }

    [Law]
    public bool Monotone__a_larger_value_never_rounds_to_less(SmallFraction a, SmallFraction b, RoundingMode mode) =>
        a.Value <= b.Value ? a.Value.Round(mode) <= b.Value.Round(mode) : a.Value.Round(mode) >= b.Value.Round(mode);

    [Law]
    public bool Sign__all_but_floor_and_ceiling_mirror_and_these_two_mirror_each_other(SmallFraction a, RoundingMode mode)
    {
        var mirrored = mode switch
        {
            RoundingMode.Floor => RoundingMode.Ceiling,
            RoundingMode.Ceiling => RoundingMode.Floor,
            _ => mode,
        };
        return (-a.Value).Round(mirrored) == -a.Value.Round(mode);
    }

    [Law]
    public bool Halves__go_where_the_rule_says(int n)
    {
        // 2n + 1 halves lie between n and n + 1.
        var half = new Fraction((2L * n) + 1, 2);
        var (far, near) = n >= 0 ? (n + 1L, (long)n) : (n, n + 1L);
        return half.Round(RoundingMode.HalfAwayFromZero) == far
            && half.Round(RoundingMode.HalfTowardZero) == near
            && half.Round(RoundingMode.HalfEven) == (n % 2 == 0 ? n : n + 1L);
    }
}
