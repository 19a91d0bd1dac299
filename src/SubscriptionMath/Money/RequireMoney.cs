namespace SubscriptionMath;

/// <summary>The argument checks of amounts, beside those of <see cref="Require"/>, and the amount stated for a currency.</summary>
internal static class RequireMoney
{
    extension(Require)
    {
        internal static Money NotNegative(Money value, string name) => !value.IsNegative
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must not be negative.");
    }

    /// <summary>Checks a list of amounts: one for a currency.</summary>
    internal static Sequence<Money> OneForACurrency(Sequence<Money> amounts, string name)
    {
        foreach (var amount in amounts)
        {
            if (amounts.Count(other => other.Currency == amount.Currency) > 1)
            {
                throw new ArgumentException($"{name} has two amounts in {amount.Currency}; one amount is stated for a currency.", name);
            }
        }

        return amounts;
    }

    /// <summary>Checks a list of amounts: each above zero, and one for a currency.</summary>
    internal static Sequence<Money> Positive(Sequence<Money> amounts, string name)
    {
        foreach (var amount in amounts)
        {
            if (!amount.IsPositive)
            {
                throw new ArgumentOutOfRangeException(name, amount, $"{name} has {amount}; each amount must be above zero.");
            }
        }

        return OneForACurrency(amounts, name);
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
