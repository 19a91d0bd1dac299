using System.Globalization;
using System.Numerics;

namespace SubscriptionMath.Tests.MoneyAmounts;

[Properties(Arbitrary = [typeof(MoneyArbitraries)])]
public class FractionLaws
{
    [Law]
    public bool Lowest_terms__no_factor_is_common_and_the_denominator_is_positive(AnyFraction a) =>
        a.Value.Denominator > 0
        && BigInteger.GreatestCommonDivisor((BigInteger)a.Value.Numerator, (BigInteger)a.Value.Denominator) == 1
        && Ratio.Of(a.Value) == a.Exact;

    [Law]
    public bool Addition__agrees_with_unbounded_integers(SmallFraction a, SmallFraction b) =>
        Ratio.Of(a.Value + b.Value) == Sum(a.Exact, b.Exact);

    [Law]
    public bool Subtraction__agrees_with_unbounded_integers(SmallFraction a, SmallFraction b) =>
        Ratio.Of(a.Value - b.Value) == Sum(a.Exact, Ratio.Of(-b.Exact.Numerator, b.Exact.Denominator));

    [Law]
    public bool Multiplication__agrees_with_unbounded_integers(SmallFraction a, SmallFraction b) =>
        Ratio.Of(a.Value * b.Value) == Product(a.Exact, b.Exact);

    [Law]
    public bool Division__undoes_multiplication(SmallFraction a, SmallFraction b) =>
        b.Value.IsZero || (a.Value * b.Value) / b.Value == a.Value;

    [Law]
    public bool Addition__is_exact_or_overflows_and_overflows_only_when_the_common_form_is_too_large(
        AnyFraction a, AnyFraction b)
    {
        var exact = Sum(a.Exact, b.Exact);
        return Try(() => a.Value + b.Value) is { } sum ? Ratio.Of(sum) == exact : !CommonFormFits(a.Exact, b.Exact);
    }

    [Law]
    public bool Multiplication__is_exact_and_overflows_only_when_the_product_does_not_fit(AnyFraction a, AnyFraction b)
    {
        var exact = Product(a.Exact, b.Exact);
        return Try(() => a.Value * b.Value) is { } product ? Ratio.Of(product) == exact : !exact.Fits;
    }

    [Law]
    public bool Division__is_exact_and_overflows_only_when_a_number_is_too_large(AnyFraction a, AnyFraction b)
    {
        if (b.Value.IsZero)
        {
            return true;
        }

        var exact = Product(a.Exact, Ratio.Of(b.Exact.Denominator, b.Exact.Numerator));
        return Try(() => a.Value / b.Value) is { } quotient
            ? Ratio.Of(quotient) == exact
            : !exact.Fits || b.Value.Numerator == Int128.MinValue;
    }

    [Law]
    public bool Commutative__a_plus_b_is_b_plus_a_and_a_times_b_is_b_times_a(SmallFraction a, SmallFraction b) =>
        a.Value + b.Value == b.Value + a.Value && a.Value * b.Value == b.Value * a.Value;

    [Law]
    public bool Distributive__a_times_the_sum_is_the_sum_of_the_products(short a, short b, short c, byte d) =>
        F(a, d) * (F(b, 7) + F(c, 31)) == (F(a, d) * F(b, 7)) + (F(a, d) * F(c, 31));

    [Law]
    public bool Identity_and_inverse(SmallFraction a) =>
        a.Value + Fraction.Zero == a.Value && a.Value * Fraction.One == a.Value && (a.Value - a.Value).IsZero
        && (a.Value.IsZero || a.Value / a.Value == Fraction.One);

    [Law]
    public bool Order__agrees_with_unbounded_integers_at_any_size(AnyFraction a, AnyFraction b) =>
        Math.Sign(a.Value.CompareTo(b.Value)) == Compare(a.Exact, b.Exact)
        && Math.Sign(b.Value.CompareTo(a.Value)) == -Compare(a.Exact, b.Exact);

    [Law]
    public bool Order__tells_neighbours_apart(long n, PositiveInt far)
    {
        // n/(m+1) and (n+1)/(m+2) differ by less than 2^-120: only exact comparison sees it.
        var m = (Int128.MaxValue >> 1) - far.Get;
        var (a, b) = (new AnyFraction(n + m, m + 1), new AnyFraction(n + m + 1, m + 2));
        return Math.Sign(a.Value.CompareTo(b.Value)) == Compare(a.Exact, b.Exact);
    }

    [Law]
    public bool Equal_values_have_equal_hashes(SmallFraction a, PositiveInt k)
    {
        var scaled = new Fraction((Int128)a.Numerator * k.Get, (Int128)a.Denominator * k.Get);
        return scaled == a.Value && scaled.GetHashCode() == a.Value.GetHashCode() && scaled.CompareTo(a.Value) == 0;
    }

    [Law]
    public bool Floor__is_the_whole_number_at_or_below(AnyFraction a)
    {
        var floor = (BigInteger)a.Value.Floor();
        return floor * a.Exact.Denominator <= a.Exact.Numerator && a.Exact.Numerator < (floor + 1) * a.Exact.Denominator;
    }

    [Law]
    public bool Text__reads_back(AnyFraction a) => Fraction.Parse(a.Value.ToString()) == a.Value;

    [Law]
    public bool Text__is_written_the_same_into_a_span(AnyFraction a)
    {
        Span<char> space = stackalloc char[96];
        return a.Value.TryFormat(space, out var length, default, CultureInfo.InvariantCulture)
            && space[..length].ToString() == a.Value.ToString()
            && !a.Value.TryFormat(space[..(length - 1)], out _, default, CultureInfo.InvariantCulture);
    }

    [Law]
    public bool Decimals__are_taken_exactly(int low, int mid, int high, bool negative, byte scale)
    {
        var value = new decimal(low, mid, high, negative, (byte)(scale % 29));
        var mantissa = (((BigInteger)(uint)high << 64) | ((BigInteger)(uint)mid << 32) | (uint)low) * (negative ? -1 : 1);
        return Ratio.Of(Fraction.Of(value)) == Ratio.Of(mantissa, BigInteger.Pow(10, scale % 29));
    }

    [Fact]
    public void The_default_is_zero()
    {
        Assert.Equal(new Fraction(0, -31), default);
        Assert.Equal(1, default(Fraction).Denominator);
        Assert.Equal("0", default(Fraction).ToString());
        Assert.True(default(Fraction).IsZero);
    }

    [Fact]
    public void The_sign_is_the_numerators()
    {
        Assert.Equal("-3/2", new Fraction(6, -4).ToString());
        Assert.Equal("3/2", new Fraction(-6, -4).ToString());
        Assert.Equal(-1, new Fraction(6, -4).Sign);
        Assert.Equal("3/2", new Fraction(6, -4).Abs().ToString());
        Assert.Equal(new Fraction(-1, 2), Fraction.Min(new Fraction(-1, 2), new Fraction(1, 3)));
        Assert.Equal(new Fraction(1, 3), Fraction.Max(new Fraction(-1, 2), new Fraction(1, 3)));
    }

    [Fact]
    public void Sums_by_hand()
    {
        Assert.Equal("4/15", (F(1, 6) + F(1, 10)).ToString());
        Assert.Equal("16/31", (Fraction.One - F(15, 31)).ToString());
        Assert.Equal("499/30", (Fraction.Of(499) * F(1, 30)).ToString());
        Assert.Equal("-1/6", (F(1, 2) / F(-3, 1)).ToString());
        Assert.Equal("1/2000", Fraction.Of(0.0005m).ToString());
        Assert.Equal("-3/2", Fraction.Of(-1.50m).ToString());
    }

    [Fact]
    public void A_zero_denominator_is_refused()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(3, 0));
        Assert.Contains("3/0", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<DivideByZeroException>(() => F(3, 4) / Fraction.Zero);
    }

    [Fact]
    public void Overflow_is_an_error_never_a_wrong_number()
    {
        var most = new Fraction(Int128.MaxValue, 1);
        Assert.Throws<OverflowException>(() => most + Fraction.One);
        Assert.Throws<OverflowException>(() => most * Fraction.Of(2));
        Assert.Throws<OverflowException>(() => most / F(1, 2));
        Assert.Throws<OverflowException>(() => -new Fraction(Int128.MinValue, 1));
        Assert.Throws<OverflowException>(() => new Fraction(1, Int128.MinValue));
        Assert.Throws<OverflowException>(() => new Fraction(Int128.MinValue, -1));
        Assert.Equal(F(-1, 2), new Fraction(Int128.MinValue >> 1, Int128.MinValue) * F(-1, 1));
        Assert.Equal(Fraction.One, most * new Fraction(1, Int128.MaxValue));
    }

    [Fact]
    public void Nanosecond_legs_of_a_year_do_not_overflow()
    {
        // 137 of 365 days, in nanoseconds.
        const long day = 86_400_000_000_000;
        var share = new Fraction((Int128)137 * day, (Int128)365 * day);
        Assert.Equal("137/365", share.ToString());
        Assert.Equal(F(137 * 137, 365 * 365), share * share);
    }

    [Theory]
    [InlineData("10/4", "5/2")]
    [InlineData("-5", "-5")]
    [InlineData("-0", "0")]
    [InlineData("007/7", "1")]
    public void Text_that_is_read(string text, string written) => Assert.Equal(written, Fraction.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("1.5")]
    [InlineData("+1")]
    [InlineData("1/-2")]
    [InlineData(" 1")]
    [InlineData("1/")]
    [InlineData("/2")]
    [InlineData("-")]
    [InlineData("−1")]
    [InlineData("1/2/3")]
    [InlineData("1/2\0")]
    [InlineData("1\0/2")]
    [InlineData("170141183460469231731687303715884105728")]
    public void Text_that_is_refused(string text)
    {
        Assert.False(Fraction.TryParse(text, out _));
        var refusal = Assert.Throws<FormatException>(() => Fraction.Parse(text));
        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_format()
    {
        Assert.Equal("1/2", F(1, 2).ToString("G", CultureInfo.InvariantCulture));
        Assert.Throws<FormatException>(() => F(1, 2).ToString("N2", CultureInfo.InvariantCulture));
    }

    private static Fraction F(long numerator, long denominator) => new(numerator, denominator == 0 ? 1 : denominator);

    private static Ratio Sum(Ratio a, Ratio b) =>
        Ratio.Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    private static Ratio Product(Ratio a, Ratio b) =>
        Ratio.Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    private static int Compare(Ratio a, Ratio b) =>
        (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);

    private static bool CommonFormFits(Ratio a, Ratio b)
    {
        var common = a.Denominator * b.Denominator / BigInteger.GreatestCommonDivisor(a.Denominator, b.Denominator);
        var (left, right) = (a.Numerator * (common / a.Denominator), b.Numerator * (common / b.Denominator));
        return new[] { left, right, left + right }.All(n => new Ratio(n, common).Fits);
    }

    private static Fraction? Try(Func<Fraction> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
