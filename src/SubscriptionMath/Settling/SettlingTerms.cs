using NodaTime;

namespace SubscriptionMath;

/// <summary>The terms on which charges are settled.</summary>
/// <param name="Rounding">The rounding of amounts.</param>
/// <param name="Tax">The policy's answers for tax.</param>
/// <param name="Balance">The policy's answers for money credit.</param>
/// <param name="Uses">The kind of bill, which decides whether money credit pays.</param>
/// <param name="At">The instant of the booking.</param>
/// <param name="OldPrice">The price of the plan held before, with tax: the first of two payments.</param>
/// <param name="PlanId">The id of the plan afterwards, or null. Credit for plans alone pays the charges of that plan.</param>
internal readonly record struct SettlingTerms(
    Rounding Rounding, TaxPolicy Tax, BalancePolicy Balance, BalanceUses Uses, Instant At, Money OldPrice, string? PlanId)
{
    /// <summary>Gets the id of the plan held before, or null. Its used time is a charge for the plan as well.</summary>
    internal string? OldPlanId { get; init; }

    /// <summary>Gets the least amounts of money that are collected.</summary>
    internal Sequence<Money> LeastCharges { get; init; }
}

/// <summary>The remainder of rounding before a bill.</summary>
/// <param name="Held">The remainder that the subscription holds, in minor units.</param>
/// <param name="Waiting">The remainder of charges that wait for another invoice, in minor units.</param>
internal readonly record struct EarlierRemainder(Fraction Held, Fraction Waiting)
{
    /// <summary>
    /// Gives the whole steps in a remainder. What waits for another invoice counts if it makes the rest a whole unit; it stays there.
    /// </summary>
    /// <param name="all">The remainder, in minor units.</param>
    /// <param name="step">The step to which a net is rounded, in minor units.</param>
    internal long WholeWith(Fraction all, long step)
    {
        var units = RoundingRemainder.Whole(all, step);
        var (rest, sum) = (all - Fraction.Of(units), all - Fraction.Of(units) + Waiting);
        return rest.Sign == sum.Sign && sum.Abs() >= Fraction.Of(step) ? units + (rest.Sign * step) : units;
    }
}
