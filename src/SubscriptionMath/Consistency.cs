namespace SubscriptionMath;

/// <summary>Checks that the parts of a state belong together, which no single property can check.</summary>
internal static class Consistency
{
    /// <summary>Checks a subscription before pricing and throws for the first contradiction.</summary>
    internal static void Check(Subscription subscription) => _ = SubscriptionCheck.Checked(subscription);

    /// <summary>Checks the amounts of a subscription before one of its items is valued by itself.</summary>
    internal static void CheckAmounts(Subscription subscription)
    {
        if (!subscription.IsKnownConsistent)
        {
            SubscriptionCheck.Refuse(SubscriptionCheck.FirstOfAmounts(subscription), nameof(subscription));
        }
    }

    /// <summary>The contradiction within a lot of money credit, or null if there is none.</summary>
    internal static Inconsistency? Find(CreditLot lot) => lot.Expires < lot.Effective
        ? new("expires", $"The money credit of {lot.Left} is effective at {lot.Effective} and expires at {lot.Expires}, before that.")
        : null;

    /// <summary>Checks that all money credit has the subscription's currency and can be drawn before it expires.</summary>
    internal static void Check(MoneyCredit credit, Currency currency, string name) => credit.Check(currency, name);

    /// <summary>Checks the lots of a money credit.</summary>
    internal static void Check(Sequence<CreditLot> credit, Currency currency, string name)
    {
        foreach (var lot in credit)
        {
            if (lot.Left.Currency != currency)
            {
                throw new InvalidOperationException($"The money credit of {lot.Left} cannot be used for a subscription in {currency}.");
            }

            if (Find(lot) is { } found)
            {
                throw new ArgumentException(found.Message, name);
            }
        }
    }
}
