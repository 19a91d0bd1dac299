namespace SubscriptionMath;

/// <summary>Finds the places at which the parts of a subscription contradict each other.</summary>
/// <remarks>
/// The library checks every subscription that is read from JSON or priced. The caller can check a subscription that was built by hand,
/// or kept in tables of the caller's own. The error names the place. Every subscription from this library passes.
/// <para>
/// Odd state that the library itself makes is no contradiction. A lot, or its period, may be a nanosecond long: a change in the last
/// instant of a term sells one. A term may be empty if the item holds no lot: the unused value bought no time, and the item renews at once.
/// Two grants without ids may be equal: units were added twice at one instant. Two equal grants with an id are one grant listed twice.
/// A set-up fee is one lot of one unit that ends with its item's term, or before.
/// </para>
/// </remarks>
public static partial class SubscriptionCheck
{
    /// <summary>Gives all inconsistencies; none for a subscription that can be priced.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <returns>The inconsistencies: those of the subscription itself, then of its plan, its add-ons and the rest.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>The same add-on twice: <c>addOns[1].productId</c>, "The subscription 'S-1' holds the product 'fax' twice."</example>
    public static Sequence<Inconsistency> Inconsistencies(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var found = Finds(subscription, all: true);
        return found.All;
    }

    /// <summary>Gives the subscription if it is consistent, for callers who build one by hand.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <returns>The same subscription.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// Parts of the subscription contradict each other; the message names the first place and the values.
    /// </exception>
    /// <example>EUR 80.00 credited of EUR 75.00 billed is refused at <c>plan.lots[0].credited</c>.</example>
    public static Subscription Checked(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        if (!subscription.IsKnownConsistent)
        {
            Refuse(First(subscription), nameof(subscription));
        }

        return subscription.Consistent();
    }

    internal static void Refuse(Inconsistency? found, string name)
    {
        if (found is not null)
        {
            throw new ArgumentException($"{found.Message} (At {found.Path}.)", name);
        }
    }

    /// <summary>The first inconsistency, or null for a subscription that can be priced, without allocation.</summary>
    internal static Inconsistency? First(Subscription subscription) => Finds(subscription, all: false).First;

    /// <summary>The first inconsistency between amounts. The value of one lot does not depend on the other items held.</summary>
    internal static Inconsistency? FirstOfAmounts(Subscription subscription) => Finds(subscription, all: false, amountsOnly: true).First;

    private static Findings Finds(Subscription of, bool all, bool amountsOnly = false)
    {
        var found = new Findings(of.Id, all) { AmountsOnly = amountsOnly };
        OfStanding(of, ref found);
        OfPending(of, ref found);
        if (of.Plan is { } plan)
        {
            OfItem(of, plan, new StatePlace(StatePlace.Plan), ref found);
        }

        for (var i = 0; i < of.AddOns.Count && !found.Enough; i++)
        {
            OfItem(of, of.AddOns[i], new StatePlace(i), ref found);
        }

        if (!found.AmountsOnly)
        {
            OfProducts(of, ref found);
        }

        OfCharges(of, ref found);
        OfDiscounts(of.Discounts, of.Currency, "discounts", ref found);
        OfUsage(of, ref found);
        return found;
    }

    private static void OfStanding(Subscription of, ref Findings found)
    {
        if ((of.Plan is null) != (of.Status is Status.NotStarted or Status.Expired))
        {
            found.Add("status", $"is {of.Status} and holds {(of.Plan is { } plan ? $"the plan '{plan.ProductId}'" : "no plan")}.");
        }

        if ((of.Status == Status.Paused) != of.Pause is not null)
        {
            found.Add("status", $"is {of.Status} and has {(of.Pause is null ? "no pause" : "a pause")}.");
        }

        if ((of.Status == Status.NonRenewing) != of.Pending is { Cart: null })
        {
            found.Add("status", $"is {of.Status} and {(of.Pending is { Cart: null } ? "a cancellation" : "no cancellation")} is pending.");
        }

        if (of.RenewedAt < of.PurchasedAt)
        {
            found.Add("renewedAt", $"was renewed at {of.RenewedAt}, before its purchase at {of.PurchasedAt}.");
        }

        if (of is { Plan: null, AddOns.IsEmpty: false })
        {
            found.Add("addOns", $"holds no plan, and the add-on '{of.AddOns[0].ProductId}'.");
        }

        if (!found.AmountsOnly && of is { Plan: { } held, Pause: { } pause }
            && (pause.Since < held.Term.Start || pause.Since > held.Term.End))
        {
            found.Add("pause.since", $"is paused since {pause.Since}, outside its term {held.Term}.");
        }
    }

    private static void OfPending(Subscription of, ref Findings found)
    {
        if (of.Pending is not { } pending)
        {
            return;
        }

        if (of.Plan is null && (!pending.OnDate || pending.Cart is null))
        {
            found.Add("pending", "holds no plan, and its pending change is not a purchase on a date.");
        }

        if (pending.EffectiveAt < pending.RequestedAt)
        {
            found.Add("pending.effectiveAt",
                $"has a pending change requested at {pending.RequestedAt} and effective at {pending.EffectiveAt}, before that.");
        }

        if (!found.AmountsOnly && !pending.OnDate && of.Plan is { } plan && pending.EffectiveAt < plan.Term.End)
        {
            found.Add("pending.effectiveAt",
                $"has a pending change effective at {pending.EffectiveAt}, within the term {plan.Term}, without a date.");
        }

        if (pending.Cart is { } cart)
        {
            OfCart(cart, of.Currency, ref found);
        }
    }

    private static void OfCart(Cart cart, Currency currency, ref Findings found)
    {
        HashSet<string>? seen = cart.AddOns.IsEmpty ? null : new(cart.AddOns.Count + 1, StringComparer.Ordinal) { cart.PlanId };
        for (var i = 0; i < cart.AddOns.Count; i++)
        {
            if (!seen!.Add(cart.AddOns[i].Id))
            {
                found.Add(At("pending.cart.addOns", i, "id"), $"has a pending change that asks for '{cart.AddOns[i].Id}' twice.");
            }
        }

        OfDiscounts(cart.Discounts, currency, "pending.cart.discounts", ref found);
    }

    private static void OfProducts(Subscription of, ref Findings found)
    {
        HashSet<string>? seen = of.AddOns.IsEmpty ? null : new(of.AddOns.Count + 1, StringComparer.Ordinal) { of.Plan?.ProductId ?? "" };
        for (var i = 0; i < of.AddOns.Count && !found.Enough; i++)
        {
            if (!seen!.Add(of.AddOns[i].ProductId))
            {
                found.Add(new StatePlace(i).Of("productId"), $"holds the product '{of.AddOns[i].ProductId}' twice.");
            }
        }
    }

    private static void OfDiscounts(Sequence<Discount> discounts, Currency currency, string path, ref Findings found)
    {
        for (var i = 0; i < discounts.Count; i++)
        {
            if (discounts[i] is Discount.Amount { Off: var off } && off.Currency != currency)
            {
                found.Add(At(path, i, "off"), $"is billed in {currency}, and the discount '{discounts[i].Id}' takes {off} off.");
            }
        }
    }

    private static string At(string list, int index, string property) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list}[{index}].{property}");
}
