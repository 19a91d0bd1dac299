using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The earlier rounding remainder, unit by unit: a whole unit comes back out of the current credit.</summary>
internal sealed record OracleBill(List<OracleLine> Lines, Surplus Surplus, bool Apart, Rational Over, Paying Paying)
{
    /// <summary>What is taken back at a time: a step of what is rounded.</summary>
    private Rational Unit => Rational.Of(BuysTime || Rounding.Stage == RoundingStage.Lines ? 1 : Step);

    internal required Rounding Rounding { get; init; }

    /// <summary>The step of the net, in minor units.</summary>
    internal required long Step { get; init; }

    /// <summary>The rounded tax beside the net; with it the net is in whole steps.</summary>
    internal required BigInteger Beside { get; init; }

    /// <summary>Whether the net is rounded with its tax.</summary>
    internal required bool WithTax { get; init; }

    /// <summary>What the rounding of other bills left, which wait for their invoice.</summary>
    internal required Rational Waiting { get; init; }

    private List<OracleLine> Back => Lines.FindAll(line => line is { OfTheSold: true, Forfeited: false });

    private bool Gives => Back.Exists(line => line.Kind != LineKind.Withheld);

    /// <summary>Whether the exact surplus buys time, so that nothing of it is rounded.</summary>
    internal bool BuysTime => Surplus is Surplus.Time && Over.Top > 0;

    internal BigInteger InSteps(Rational exact, BigInteger beside) => Step == 1
        ? exact.Rounded(Rounding.Mode)
        : (exact.Minus(Rational.Of(beside)).Times(1, Step).Rounded(Rounding.Mode) * Step) + beside;

    /// <summary>By how many units less is given back, and what is left after it.</summary>
    internal (BigInteger Taken, Rational Left) Carried(Rational net, Rational before)
    {
        var all = before.Plus(Paying.Left);
        if (!Gives || (Surplus is Surplus.Lost && net.Top < 0))
            return (0, before);

        if (BuysTime)
            return Taking(all, Over.Rounded(RoundingMode.Floor));

        if (Rounding.Stage == RoundingStage.Lines)
            return ByLine(all, before);

        net = Apart ? Back.Aggregate(Rational.Zero, (sum, line) => sum.Minus(line.ExactGross)) : net;
        var whole = Apart ? -InSteps(net.Negated(), 0) : InSteps(net, Beside);
        var given = Back.Where(line => line.Kind != LineKind.Withheld).Aggregate(net, (sum, line) => sum.Plus(WithTax ? line.ExactGross : line.Exact));
        return Taking(all.Plus(net).Minus(Rational.Of(whole)), Apart ? -whole : InSteps(given, Beside) - whole);
    }

    // What cannot be taken, since too little is given, is let go.
    private (BigInteger Taken, Rational Left) Taking(Rational left, BigInteger most)
    {
        var taken = BigInteger.Zero;
        for (; left.IsAtLeast(Unit); left = left.Minus(Unit))
            taken += taken < most ? Unit.Top : 0;
        for (; Unit.Negated().IsAtLeast(left); left = left.Plus(Unit))
            taken -= Unit.Top;

        // Together with what waits elsewhere there may be one more.
        if (!BuysTime && left.Top > 0 && left.Plus(Waiting).IsAtLeast(Unit))
            (taken, left) = (taken + (taken < most ? Unit.Top : 0), left.Minus(Unit));
        else if (!BuysTime && left.Top < 0 && Unit.Negated().IsAtLeast(left.Plus(Waiting)))
            (taken, left) = (taken - Unit.Top, left.Plus(Unit));
        return (taken, left);
    }

    // A line is as it is rounded: only what was left before this bill comes back.
    private (BigInteger Taken, Rational Left) ByLine(Rational all, Rational before)
    {
        var left = Back.Aggregate(all, (sum, line) => sum.Plus(Rational.Of(line.Gross)).Minus(line.ExactGross));
        var (taken, most) = (BigInteger.Zero, Back.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Gross));
        for (; before.IsAtLeast(Unit) && left.IsAtLeast(Unit); (before, left) = (before.Minus(Unit), left.Minus(Unit)))
            taken += taken < most ? 1 : 0;
        for (; Unit.Negated().IsAtLeast(before) && Unit.Negated().IsAtLeast(left) && -taken < Paying.Room; (before, left) = (before.Plus(Unit), left.Plus(Unit)))
            taken--;
        return (taken, left);
    }
}
