namespace SubscriptionMath;

/// <summary>A product bought beside a plan; it renews with the plan or has a term of its own.</summary>
public sealed record AddOn
{
    /// <summary>Gets the name by which carts and subscriptions refer to the add-on; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the name that a customer reads; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.Text(value, nameof(Name)); }

    /// <summary>Gets the prices, at most one for each pair of interval and currency.</summary>
    /// <exception cref="ArgumentException">
    /// There is no price, two are for the same interval and currency, or one has a contract.
    /// </exception>
    public required Sequence<Price> Prices { get; init => field = PriceList.OfAddOn(value, nameof(Prices)); }

    /// <summary>Gets the usage credits that each unit of the add-on brings for each term.</summary>
    public Sequence<Allowance> Allowances { get; init; }

    /// <summary>Gets whether the add-on ends with its term instead of renewing by itself.</summary>
    /// <remarks>A pack bought once ends so; the customer buys it again with a cart that asks for it.</remarks>
    public bool RunsOut { get; init; }

    /// <summary>Gets the limits on the units of the add-on in one subscription, or null for none.</summary>
    /// <remarks>An add-on that cannot be held twice has a most of 1 (PhotoDeck, S4.12). Units already held are not refused.</remarks>
    public SeatLimits? Units { get; init; }

    /// <summary>Gets the measure of the unused part of this add-on, or null for the policy's measure.</summary>
    /// <remarks>PhotoDeck counts storage by days and microjob limits by months not started (S4.9).</remarks>
    public Measure? Measure { get; init; }

    /// <summary>Gives the price for an interval in a currency, or null if the add-on is not sold so.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="currency">The currency.</param>
    public Price? PriceFor(BillingInterval interval, Currency currency) => PriceList.Find(Prices, interval, currency);
}
