using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>A line as the oracle reckons it; amounts are positive when the customer brings them.</summary>
internal sealed record OracleLine(LineKind Kind, string Product, int Quantity, Instant End, Rational Exact, BigInteger Amount, bool Forfeited)
{
    internal OracleTax? Tax { get; init; }

    /// <summary>Whether it is about what was sold before: given back, or kept of that.</summary>
    internal bool OfTheSold => Kind is LineKind.Unused or LineKind.Goodwill or LineKind.Withheld;

    internal BigInteger Net => Tax is { Rate.Included: true } tax ? Amount - tax.Amount : Amount;

    internal BigInteger Gross => Tax is { Rate.Included: false } tax ? Amount + tax.Amount : Amount;

    internal Rational ExactGross => Tax is { Rate.Included: false } tax ? Exact.Plus(tax.Exact) : Exact;
}
