using NodaTime;

namespace SubscriptionMath;

/// <summary>The terms on which charges are settled.</summary>
/// <param name="Rounding">How, and where, amounts are rounded.</param>
/// <param name="Tax">How tax is reckoned.</param>
/// <param name="Balance">What money credit pays.</param>
/// <param name="Uses">The kind of bill, for which credit may be drawn or not.</param>
/// <param name="At">The instant at which it is booked.</param>
/// <param name="OldPrice">The price of the plan held before, with tax: the first of two payments.</param>
/// <param name="PlanId">The id of the plan as it will be, or null: credit that only pays for plans may pay what is billed for it.</param>
internal readonly record struct SettlingTerms(
    Rounding Rounding, TaxPolicy Tax, BalancePolicy Balance, BalanceUses Uses, Instant At, Money OldPrice, string? PlanId);
