using NodaTime;

namespace SubscriptionMath;

/// <summary>The way of credit that expires: nothing else changes.</summary>
internal static class Lapses
{
    /// <summary>Money credit that has expired at an instant is gone.</summary>
    internal static Quote Credit(Subscription before, Facts facts, BillingPolicy policy, Instant at)
    {
        var draft = new Draft(before, facts, policy, at, boundary: false) { Uses = BalanceUses.None };
        draft.ExpireCredit();
        return draft.ToQuote(Occasion.MoneyCreditExpiry, null, Direction.Lateral, at);
    }

    /// <summary>Usage credits that have lapsed at an instant are gone.</summary>
    internal static Quote Grants(Subscription before, Facts facts, BillingPolicy policy, Instant at)
    {
        var draft = new Draft(before, facts, policy, at, boundary: false) { Uses = BalanceUses.None };
        draft.Grant(new GrantStep.Lapsed());
        return draft.ToQuote(Occasion.UsageCreditExpiry, null, Direction.Lateral, at);
    }
}
