using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the discounts that a subscription holds after a change, a renewal or a purchase.</summary>
internal static class DiscountUse
{
    /// <summary>
    /// Gives the discounts that the customer asks for in place of those held. A held discount for a time keeps its end if asked for again.
    /// </summary>
    /// <exception cref="ArgumentException">An amount is in another currency.</exception>
    internal static Sequence<Discount> Asked(Subscription before, Sequence<Discount> asked)
    {
        foreach (var discount in asked)
        {
            if (discount is Discount.Amount { Off: var off } && off.Currency != before.Currency)
            {
                throw new ArgumentException(
                    $"The discount '{discount.Id}' of {off} cannot be used for a subscription in {before.Currency}.", nameof(asked));
            }
        }

        return asked.IsEmpty || before.Discounts.IsEmpty ? asked : AsHeld(before.Discounts, asked);
    }

    private static Sequence<Discount> AsHeld(Sequence<Discount> held, Sequence<Discount> asked)
    {
        return [.. asked.Select(AsHeld)];

        Discount AsHeld(Discount discount) => discount is { Lasts: not null, Until: null }
            ? held.FirstOrDefault(one => one with { Until = null } == discount) ?? discount
            : discount;
    }

    /// <summary>
    /// Gives the discounts after a renewal, which uses up one period of the product's discounts. The plan's renewal uses up a period of
    /// discounts on the invoice.
    /// </summary>
    internal static Sequence<Discount> Renewed(Sequence<Discount> held, string productId, bool isPlan, Instant at) =>
        held.IsEmpty ? held : [.. held.Select(discount => Left(discount, productId, isPlan, at)).OfType<Discount>()];

    /// <summary>Gives the pending change after a renewal, which uses up a period of held discounts in the pending cart, too.</summary>
    internal static PendingChange? Renewed(PendingChange? pending, Sequence<Discount> held, string productId, bool isPlan, Instant at) =>
        pending is { Cart: { Discounts.IsEmpty: false } cart }
            ? pending with
            {
                Cart = cart with
                {
                    Discounts =
                    [
                        .. cart.Discounts
                            .Select(discount => held.Contains(discount) ? Left(discount, productId, isPlan, at) : discount)
                            .OfType<Discount>(),
                    ],
                },
            }
            : pending;

    /// <summary>
    /// Gives the discounts after a purchase within a change. A purchase with which a period begins uses up a period, as a renewal does.
    /// </summary>
    /// <param name="held">The discounts.</param>
    /// <param name="before">The subscription as it was.</param>
    /// <param name="bought">The product that is bought.</param>
    internal static Sequence<Discount> Bought(Sequence<Discount> held, Subscription before, DiscountedPurchase bought)
    {
        return before.Plan is null ? held : [.. held.Select(Begun).OfType<Discount>()];

        Discount? Begun(Discount discount) =>
            before.Discounts.Contains(discount) && IsOf(discount, bought.ProductId, bought.IsPlan)
            && (bought.Begins || (bought.IsNew && discount is { FromNextPeriod: true, ProductId: not null }))
                ? discount.Renewed()
                : discount;
    }

    /// <summary>Gives the discounts after a purchase. A discount for a time begins with the first purchase of its product.</summary>
    internal static Sequence<Discount> Begun(Sequence<Discount> held, string productId, Instant start, DateTimeZone zone) =>
        held.Any(discount => discount is { Lasts: not null, Until: null })
            ? [.. held.Select(discount => discount.IsOn(productId) ? discount.Begun(start, zone) : discount)]
            : held;

    /// <summary>Gives the discounts; a new discount for some periods begins with the next period if its product was not bought.</summary>
    internal static Sequence<Discount> NewOnesDeferred(Sequence<Discount> held, Subscription before, Sequence<BillStep> steps)
    {
        return held == before.Discounts
            ? held
            : [.. held.Select(discount => discount.Periods is not { } periods || before.Discounts.Contains(discount) || WasBought(discount)
                ? discount
                : discount with { Periods = periods + 1, FromNextPeriod = true })];

        bool WasBought(Discount discount) => steps.Any(step => step is BillStep.UnitsEnter bought && discount.IsOn(bought.Into.ProductId));
    }

    private static Discount? Left(Discount discount, string productId, bool isPlan, Instant at) => discount.IsOver(at) ? null
        : IsOf(discount, productId, isPlan) ? discount.Renewed()
        : discount;

    private static bool IsOf(Discount discount, string productId, bool isPlan) =>
        discount.ProductId == productId || (isPlan && discount.ProductId is null);
}

/// <summary>A purchase within a change, as discounts see it.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="IsPlan">Whether the product is the plan.</param>
/// <param name="Begins">Whether a period of the product begins: a term that restarts, the end of a trial.</param>
/// <param name="IsNew">Whether the product was not held before.</param>
internal readonly record struct DiscountedPurchase(string ProductId, bool IsPlan, bool Begins, bool IsNew);
