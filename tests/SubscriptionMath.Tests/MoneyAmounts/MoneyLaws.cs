namespace SubscriptionMath.Tests.MoneyAmounts;

[Properties(Arbitrary = [typeof(MoneyArbitraries)])]
public class MoneyLaws
{
    [Law]
    public bool Commutative__a_plus_b_is_b_plus_a(Money a, int b) => a + Same(a, b) == Same(a, b) + a;

    [Law]
    public bool Associative__a_plus_b_plus_c_in_either_order(Money a, int b, int c) =>
        (a + Same(a, b)) + Same(a, c) == a + (Same(a, b) + Same(a, c));

    [Law]
    public bool Identity__zero_changes_nothing(Money a) => a + Money.Zero(a.Currency) == a && a * 1 == a;

    [Law]
    public bool Inverse__an_amount_and_its_opposite_are_zero(Money a) => (a + -a).IsZero && -(-a) == a;

    [Law]
    public bool Subtraction__undoes_addition(Money a, int b) => (a + Same(a, b)) - Same(a, b) == a;

    [Law]
    public bool Repetition__n_times_is_n_additions(int a, Currency currency, byte times)
    {
        var money = Money.OfMinor(a, currency);
        return money * times == Enumerable.Repeat(money, times).Aggregate(Money.Zero(currency), (sum, part) => sum + part);
    }

    [Law]
    public bool Currencies__never_mix(Money a, Money b)
    {
        if (a.Currency == b.Currency)
        {
            return a - b + b == a;
        }

        foreach (var mix in new Func<object>[] { () => a + b, () => a - b, () => a < b, () => a >= b, () => a.CompareTo(b) })
        {
            var refusal = Assert.Throws<InvalidOperationException>(mix);
            Assert.Contains(a.ToString(), refusal.Message, StringComparison.Ordinal);
            Assert.Contains(b.ToString(), refusal.Message, StringComparison.Ordinal);
        }

        return a != b;
    }

    [Law]
    public bool Order__is_that_of_the_minor_units(Money a, int b)
    {
        var other = Same(a, b);
        return (a < other) == (a.Minor < b) && (a <= other) == (a.Minor <= b)
            && (a > other) == (a.Minor > b) && (a >= other) == (a.Minor >= b) && (a == other) == (a.Minor == b);
    }

    [Law]
    public bool Sign__exactly_one_of_three(Money a) =>
        (a.IsNegative ? 1 : 0) + (a.IsZero ? 1 : 0) + (a.IsPositive ? 1 : 0) == 1 && !a.Abs().IsNegative;

    [Law]
    public bool Text__reads_back(Money a) => Money.Parse(a.ToString()) == a;

    [Law]
    public bool Amount__makes_the_same_money_again(Money a) => Money.Of(a.Amount, a.Currency) == a;

    [Law]
    public bool Exact_values__are_left_as_they_are_by_every_rounding(Money a, RoundingMode mode) =>
        Money.Round(a.Exact, a.Currency, mode) == a && Money.Of(a.Amount, a.Currency, mode) == a;

    private static Money Same(Money like, long minor) => Money.OfMinor(minor, like.Currency);
}
