namespace SubscriptionMath;

/// <summary>Checks what no single property of a subscription can: that its parts belong together.</summary>
internal static class Consistency
{
    internal static void Check(Subscription subscription)
    {
        if ((subscription.Plan is null) != (subscription.Status is Status.NotStarted or Status.Expired))
        {
            throw new ArgumentException(
                $"The subscription '{subscription.Id}' is {subscription.Status} and holds {(subscription.Plan is { } plan ? $"the plan '{plan.ProductId}'" : "no plan")}.",
                nameof(subscription));
        }

        if ((subscription.Status == Status.Paused) != subscription.Pause is not null)
        {
            throw new ArgumentException(
                $"The subscription '{subscription.Id}' is {subscription.Status} and has {(subscription.Pause is null ? "no pause" : "a pause")}.",
                nameof(subscription));
        }

        if ((subscription.Status == Status.Terminated) != subscription.Pending is { Cart: null })
        {
            throw new ArgumentException(
                $"The subscription '{subscription.Id}' is {subscription.Status} and {(subscription.Pending is { Cart: null } ? "a termination" : "no termination")} is pending.",
                nameof(subscription));
        }

        if (subscription is { Plan: null, Pending: { OnDate: false } or { Cart: null } })
        {
            throw new ArgumentException(
                $"The subscription '{subscription.Id}' holds no plan, and what is pending is no purchase on a date.", nameof(subscription));
        }

        if (subscription.Plan is { } held)
        {
            Check(subscription, held);
        }

        foreach (var addOn in subscription.AddOns)
        {
            Check(subscription, addOn);
        }

        foreach (var charge in subscription.NextInvoice)
        {
            if (charge.Amount.Currency != subscription.Currency)
            {
                throw Mixed(subscription, $"{charge.Amount} waits for its next invoice");
            }
        }
    }

    /// <summary>Checks that all money credit is of the currency that a subscription is billed in.</summary>
    internal static void Check(MoneyCredit credit, Currency currency)
    {
        foreach (var lot in credit.Lots)
        {
            if (lot.Left.Currency != currency)
            {
                throw new InvalidOperationException($"The money credit of {lot.Left} cannot be used for a subscription in {currency}.");
            }
        }
    }

    private static void Check(Subscription subscription, Item item)
    {
        if (item.SoldAt.Currency != subscription.Currency)
        {
            throw Mixed(subscription, $"'{item.ProductId}' is sold at {item.SoldAt}");
        }

        foreach (var lot in item.Lots)
        {
            Check(subscription, item, lot);
        }

        if (item.SetUp is { } fee)
        {
            Check(subscription, item, fee);
        }
    }

    private static void Check(Subscription subscription, Item item, Lot lot)
    {
        if (lot.Price.Currency != subscription.Currency)
        {
            throw Mixed(subscription, $"a lot of '{item.ProductId}' was sold at {lot.Price}");
        }

        ReadOnlySpan<Money> amounts = [lot.Billed, lot.Paid, lot.Carried, lot.Credited, lot.Tax?.Billed ?? lot.Billed];
        foreach (var amount in amounts)
        {
            if (amount.Currency != subscription.Currency)
            {
                throw Mixed(subscription, $"a lot of '{item.ProductId}' holds {amount}");
            }
        }

        CheckPromotion(subscription, item, lot);
    }

    private static void CheckPromotion(Subscription subscription, Item item, Lot lot)
    {
        foreach (var drawn in lot.Promotion)
        {
            if (drawn.Left.Currency != subscription.Currency)
            {
                throw Mixed(subscription, $"a lot of '{item.ProductId}' was paid with {drawn.Left} of promotional credit");
            }
        }

        if (Promotions.Sum(lot.Promotion, subscription.Currency) is var promotion && promotion > lot.GrossOf(lot.Paid))
        {
            throw new ArgumentException(
                $"The subscription '{subscription.Id}' holds a lot of '{item.ProductId}' of which {lot.GrossOf(lot.Paid)} was paid, and {promotion} of it with promotional credit.",
                nameof(subscription));
        }
    }

    private static ArgumentException Mixed(Subscription subscription, string but) =>
        new($"The subscription '{subscription.Id}' is billed in {subscription.Currency}, and {but}.", nameof(subscription));
}
