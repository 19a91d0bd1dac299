namespace SubscriptionMath;

/// <summary>The argument checks of amounts, beside those of <see cref="Require"/>.</summary>
internal static class RequireMoney
{
    extension(Require)
    {
        internal static Money NotNegative(Money value, string name) => !value.IsNegative
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must not be negative.");
    }

    /// <summary>Checks a list of amounts: each above zero, and one for a currency.</summary>
    internal static Sequence<Money> OneForACurrency(Sequence<Money> amounts, string name)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            if (!amounts[i].IsPositive)
            {
                throw new ArgumentOutOfRangeException(name, amounts[i], $"{name} has {amounts[i]}; each amount must be above zero.");
            }

            for (var j = 0; j < i; j++)
            {
                if (amounts[j].Currency == amounts[i].Currency)
                {
                    throw new ArgumentException($"{name} has {amounts[j]} and {amounts[i]}; one amount is stated for a currency.", name);
                }
            }
        }

        return amounts;
    }

    /// <summary>Gives the amount that is stated for a currency, or null.</summary>
    internal static Money? Of(Sequence<Money> amounts, Currency currency)
    {
        foreach (var amount in amounts)
        {
            if (amount.Currency == currency)
            {
                return amount;
            }
        }

        return null;
    }
}
