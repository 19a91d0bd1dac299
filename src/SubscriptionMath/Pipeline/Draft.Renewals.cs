using NodaTime;

namespace SubscriptionMath;

/// <content>How an item renews: at which price, and in how many units.</content>
internal sealed partial class Draft
{
    /// <summary>An item as it renews: at the renewal's price, in as many units as are to renew.</summary>
    internal Wanted Renewed(ItemDraft item, Catalog catalog)
    {
        if (ReferenceEquals(item, Plan))
        {
            var plan = catalog.Plan(item.ProductId);
            return Wanted.Of(plan, RenewalPrice(item, plan.Prices), item.Quantity);
        }

        var addOn = catalog.AddOn(item.ProductId);
        return Wanted.Of(addOn, RenewalPrice(item, addOn.Prices), item.RenewsWith is > 0 and var units ? units : item.Quantity);
    }

    /// <summary>The price of the next term, in the phase that it begins in.</summary>
    internal Price RenewalPrice(ItemDraft item, Sequence<Price> prices)
    {
        var price = Policy.Renewal.Price == SubscriptionMath.RenewalPrice.FromCatalog
            ? PriceList.Find(prices, item.SoldAt.Every, Before.Currency) ?? item.SoldAt
            : item.SoldAt;
        return price.InPhase(item.PhasesFrom, Instant.Max(Moment, item.BilledUntil), Before.Zone);
    }
}
