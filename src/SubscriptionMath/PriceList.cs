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
            if (!ReferenceEquals(Find(prices, prices[i].Interval, prices[i].Currency), prices[i]))
            {
                throw new ArgumentException($"There are two prices per {prices[i].Interval} in {prices[i].Currency}.", name);
            }
        }

        return prices;
    }

    /// <summary>The prices of a plan: a contract lasts for at least one term.</summary>
    internal static Sequence<Price> OfPlan(Sequence<Price> prices, string name)
    {
        foreach (var price in Checked(prices, name))
        {
            if (price.Contract is { } contract && contract.Length.CompareTo(price.Interval) < 0)
            {
                throw new ArgumentException(
                    $"The price of {price} is for a term of {price.Interval}, and its contract only for {contract.Length}.", name);
            }
        }

        return prices;
    }

    /// <summary>The prices of an add-on, none with a contract: the add-on ends with its plan, and a contract is the plan's.</summary>
    internal static Sequence<Price> OfAddOn(Sequence<Price> prices, string name)
    {
        foreach (var price in Checked(prices, name))
        {
            if (price.Contract is { } contract)
            {
                throw new ArgumentException($"An add-on has no contract of its own, {contract}: the contract is the plan's.", name);
            }
        }

        return prices;
    }

    internal static Price? Find(Sequence<Price> prices, BillingInterval interval, Currency currency)
    {
        foreach (var price in prices)
        {
            if (price.Interval == interval && price.Currency == currency)
            {
                return price;
            }
        }

        return null;
    }
}
