namespace SubscriptionMath;

/// <summary>Something that is bought beside a plan and renews with it or for a term of its own.</summary>
public sealed record AddOn
{
    /// <summary>Gets the name by which carts and subscriptions refer to the add-on; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the name that a customer reads; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.Text(value, nameof(Name)); }

    /// <summary>Gets the prices, at most one for each pair of interval and currency.</summary>
    /// <exception cref="ArgumentException">There is no price, two are for the same interval and currency, or one has a contract.</exception>
    public required Sequence<Price> Prices { get; init => field = PriceList.OfAddOn(value, nameof(Prices)); }

    /// <summary>Gets the usage credits that each unit of the add-on brings for each term.</summary>
    public Sequence<Allowance> Allowances { get; init; }

    /// <summary>Gets whether it runs out at the end of its term instead of renewing by itself.</summary>
    /// <remarks>A pack that is bought once does: it is bought again by a cart that asks for it.</remarks>
    public bool RunsOut { get; init; }

    /// <summary>Gets how many units of the add-on one subscription may hold, or null where there is no limit.</summary>
    /// <remarks>An add-on that cannot be held twice has a most of 1 (PhotoDeck, S4.12). Units that are held already are not refused.</remarks>
    public SeatLimits? Units { get; init; }

    /// <summary>Gets how the unused part of this add-on is counted, or null where the policy's measure says it.</summary>
    /// <remarks>PhotoDeck counts storage by days and microjob limits by months not started (S4.9).</remarks>
    public Measure? Measure { get; init; }

    /// <summary>Gives the price for an interval in a currency, or null where the add-on is not sold so.</summary>
    /// <param name="every">The interval.</param>
    /// <param name="currency">The currency.</param>
    public Price? PriceFor(BillingInterval every, Currency currency) => PriceList.Find(Prices, every, currency);
}
