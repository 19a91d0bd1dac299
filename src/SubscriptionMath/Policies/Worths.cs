namespace SubscriptionMath;

/// <summary>Adds up the prices by which two plans are compared, exactly.</summary>
internal static class Worths
{
    /// <summary>The price of the items held, as sold.</summary>
    internal static Fraction Held(Subscription subscription, DirectionPolicy policy)
    {
        var plan = subscription.Plan!;
        var worth = Of(plan.SoldAt, plan.Quantity, policy.Plans);
        if (policy.Items == ComparedItems.Everything)
        {
            foreach (var addOn in subscription.AddOns)
            {
                worth += Of(addOn.SoldAt, addOn.Quantity, policy.Plans);
            }
        }

        return worth;
    }

    /// <summary>The price of the items wanted that the plan offers: kept ones as sold, the rest from the catalog.</summary>
    internal static Fraction Wanted(Subscription subscription, Plan plan, Cart cart, Catalog catalog, DirectionPolicy policy)
    {
        var worth = Of(PriceOf(subscription.Plan, plan.Id, plan.Prices, cart.Interval, subscription.Currency), cart.Quantity, policy.Plans);
        if (policy.Items == ComparedItems.Everything)
        {
            foreach (var entry in cart.AddOns)
            {
                if (plan.OfferOf(entry.Id) == AddOnOffer.Offered)
                {
                    var held = Find(subscription, entry.Id);
                    var (prices, interval) = (catalog.HeldAddOn(entry.Id).Prices, entry.Interval ?? cart.Interval);
                    var price = PriceOf(held, entry.Id, prices, interval, subscription.Currency);
                    worth += Of(price, entry.Quantity, policy.Plans);
                }
            }
        }

        return worth;
    }

    private static Price? PriceOf(Item? held, string id, Sequence<Price> prices, BillingInterval interval, Currency currency) =>
        held is not null && held.ProductId == id && held.SoldAt.Interval == interval
            ? held.SoldAt
            : PriceList.Find(prices, interval, currency);

    private static Item? Find(Subscription subscription, string addOnId)
    {
        foreach (var item in subscription.AddOns)
        {
            if (item.ProductId == addOnId)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>A missing price counts as zero, since its cart is refused anyway.</summary>
    private static Fraction Of(Price? price, int quantity, PlanOrder order) =>
        price is null ? Fraction.Zero
        : order == PlanOrder.PricePerTime ? price.For(quantity) / price.Interval.NominalDays
        : price.For(quantity);
}
