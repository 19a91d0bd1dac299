using NodaTime;

namespace SubscriptionMath;

/// <summary>A plan or add-on of a subscription that another system runs.</summary>
public sealed record ExistingItem
{
    /// <summary>Gets the id of the plan or add-on in the catalog; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets the number of units held; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); } = 1;

    /// <summary>Gets the price as sold, or null for that of the catalog.</summary>
    /// <remarks>A price of the other system that the catalog no longer has stays the customer's until a change or a renewal.</remarks>
    public Price? SoldAt { get; init; }

    /// <summary>Gets the current period of the item, or null for that of the subscription.</summary>
    public Term? Period { get; init; }

    /// <summary>
    /// Gets the amount billed for the period, or null for the price of the units less the discounts. It is without tax, unless the price
    /// contains the tax.
    /// </summary>
    /// <remarks>An amount below that price is a discount at the sale: each unused day is worth less by the same part.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <example>A month at EUR 30.00, of which EUR 24.00 were billed; half-way EUR 12.00 are unused.</example>
    public Money? Billed { get; init => field = Existing.NotNegative(value, nameof(Billed)); }

    /// <summary>Gets the paid part of the amount billed, or null for all of it. The rest is owed with the next invoice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Money? Paid { get; init => field = Existing.NotNegative(value, nameof(Paid)); }

    /// <summary>Gets the contract of the plan, or null for none; asked for if the price was sold with one.</summary>
    public Term? Contract { get; init; }

    /// <summary>Gets the instant from which the phases of the price are counted; asked for if the price has phases.</summary>
    public Instant? PhasesFrom { get; init; }
}
