using System.Collections.Immutable;
using System.Numerics;

namespace SubscriptionMath.Tests.MoneyAmounts;

/// <summary>A fraction whose sums, products and comparisons fit: both numbers below 2^62.</summary>
public readonly record struct SmallFraction(long Numerator, long Denominator)
{
    public Fraction Value => new(Numerator, Denominator);

    public Ratio Exact => Ratio.Of(Numerator, Denominator);

    public override string ToString() => $"{Numerator}/{Denominator}";
}

/// <summary>A fraction of any size, up to the ends of 128 bits; the denominator is positive.</summary>
public readonly record struct AnyFraction(Int128 Numerator, Int128 Denominator)
{
    public Fraction Value => new(Numerator, Denominator);

    public Ratio Exact => Ratio.Of(Numerator, Denominator);

    public override string ToString() => $"{Numerator}/{Denominator}";
}

/// <summary>Weights that can split something: at least one, none negative, one above zero.</summary>
public sealed record Weights(ImmutableArray<long> Values)
{
    public override string ToString() => string.Join(':', Values);
}

/// <summary>The dumb second computation: a ratio of unbounded integers in lowest terms.</summary>
public readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    public static Ratio Of(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new(numerator / common, denominator / common);
    }

    public static Ratio Of(Fraction value) => new((BigInteger)value.Numerator, (BigInteger)value.Denominator);

    public bool Fits => Numerator >= (BigInteger)Int128.MinValue && Numerator <= (BigInteger)Int128.MaxValue
        && Denominator <= (BigInteger)Int128.MaxValue;
}

/// <summary>Generators of the money vocabulary: small values, halves, and both ends of the range.</summary>
public static class MoneyArbitraries
{
    private static readonly string[] Codes = ["EUR", "USD", "JPY", "KWD", "CLF", "ISK"];

    private static readonly Gen<long> Longs = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(n => (long)n),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => (long)n),
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select ((long)high << 32) ^ low);

    private static readonly Gen<long> Below62Bits = Longs.Select(n => n >> 2);

    private static readonly Gen<Int128> Huge = Gen.OneOf(
        Longs.Select(n => (Int128)n),
        from high in Longs
        from low in Longs
        select ((Int128)high << 64) ^ low,
        Gen.Choose(0, 3).Select(n => Int128.MaxValue - n),
        Gen.Choose(0, 3).Select(n => Int128.MinValue + n));

    public static Arbitrary<Currency> Currencies() => Gen.Elements(Codes).Select(Currency.Of).ToArbitrary();

    // A quarter of the range each way: sums of three fit.
    public static Arbitrary<Money> Amounts() => Arb.From(
        from minor in Below62Bits
        from code in Gen.Elements(Codes)
        select Money.OfMinor(minor, code),
        money => Nearer(money.Minor).Select(minor => Money.OfMinor(minor, money.Currency)));

    public static Arbitrary<SmallFraction> SmallFractions() => Arb.From(
        from numerator in Below62Bits
        from denominator in Gen.OneOf(Gen.Choose(1, 12).Select(n => (long)n), Below62Bits)
        select new SmallFraction(numerator, denominator == 0 ? 1 : denominator),
        value => Nearer(value.Numerator).Select(n => value with { Numerator = n })
            .Concat(Nearer(value.Denominator).Where(d => d != 0).Select(d => value with { Denominator = d })));

    public static Arbitrary<AnyFraction> AnyFractions() => Arb.From(
        from numerator in Huge
        from denominator in Huge.Select(n => n & Int128.MaxValue)
        select new AnyFraction(numerator, denominator == 0 ? 1 : denominator));

    public static Arbitrary<Weights> SomeWeights() => Arb.From(
        from first in Gen.Choose(1, 9).Select(n => (long)n)
        from others in Gen.OneOf(
            Gen.Choose(0, 3).Select(n => (long)n),
            Gen.Choose(0, 1_000_000).Select(n => (long)n),
            Longs.Select(n => n & long.MaxValue)).ArrayOf()
        from place in Gen.Choose(0, others.Length)
        select new Weights([.. others[..place], first, .. others[place..]]),
        weights => Enumerable.Range(0, weights.Values.Length)
            .Select(i => new Weights([.. weights.Values[..i], .. weights.Values[(i + 1)..]]))
            .Where(fewer => fewer.Values.Any(weight => weight > 0)));

    public static Arbitrary<RoundingMode> Modes() => Gen.Elements(Enum.GetValues<RoundingMode>()).ToArbitrary();

    public static Arbitrary<SplitMethod> Methods() => Gen.Elements(Enum.GetValues<SplitMethod>()).ToArbitrary();

    private static IEnumerable<long> Nearer(long value)
    {
        if (value != 0)
        {
            yield return 0;
            yield return value / 2;
            yield return value - Math.Sign(value);
        }
    }
}
