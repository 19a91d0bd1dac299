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
    Rounding Rounding, TaxPolicy Tax, BalancePolicy Balance, BalanceUses Uses, Instant At, Money OldPrice, string? PlanId);
