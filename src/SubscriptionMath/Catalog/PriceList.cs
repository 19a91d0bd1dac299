namespace SubscriptionMath;

/// <summary>The prices of one product: looked up by interval and currency, never two for the same pair.</summary>
internal static class PriceList
{
    internal static Sequence<Price> Checked(Sequence<Price> prices, string name)
    {
        if (prices.IsEmpty)
        {
            throw new ArgumentException("At least one price is needed; a free plan has a price of zero.", name);
        }

        for (var i = 0; i < prices.Count; i++)
        {
            if (!ReferenceEquals(Find(prices, prices[i].Every, prices[i].Currency), prices[i]))
            {
                throw new ArgumentException($"There are two prices per {prices[i].Every} in {prices[i].Currency}.", name);
            }
        }

        return prices;
    }

    internal static Price? Find(Sequence<Price> prices, BillingInterval every, Currency currency)
    {
        foreach (var price in prices)
        {
            if (price.Every == every && price.Currency == currency)
            {
                return price;
            }
        }

        return null;
    }
}
