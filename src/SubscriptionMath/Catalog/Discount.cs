using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>A discount that a subscription is sold with: on one plan or add-on, or on all of the invoice; once, for some periods or for ever.</summary>
/// <remarks>
/// It is taken off the price of a whole period, before any part of the period is reckoned, and never more than the price. Several are taken off one
/// after the other. Time that a surplus buys is bought without discounts.
/// </remarks>
/// <example>
/// EUR 25.00 off a plan of EUR 100.00, bought for 15 of 30 days: 75.00 x 15 / 30 = 37.50.
/// </example>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Percentage), "percentage")]
[JsonDerivedType(typeof(Amount), "amount")]
public abstract record Discount
{
    private protected Discount()
    {
    }

    /// <summary>Gets the caller's own name of it; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    [JsonPropertyOrder(-1)]
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the id of the plan or add-on that it is on, or null where it is on all of the invoice.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the number of periods that it is left for, the running one among them, or null where it lasts for ever; 1 or more.</summary>
    /// <remarks>
    /// Each renewal of what it is on uses one up (of the plan, where it is on the invoice). One that is added where nothing is bought, as in a
    /// trial, begins with the next period.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Periods { get; init => field = value is { } periods ? Require.AtLeast(1, periods, nameof(Periods)) : null; }

    /// <summary>Makes a discount of some percent of the price, on all of the invoice and for ever.</summary>
    /// <param name="id">The caller's own name of it.</param>
    /// <param name="percent">The percent, from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percent lies outside of 0 to 100.</exception>
    public static Discount OfPercent(string id, decimal percent) => new Percentage { Id = id, Percent = percent };

    /// <summary>Makes a discount of an amount for each period, on all of the invoice and for ever.</summary>
    /// <param name="id">The caller's own name of it.</param>
    /// <param name="off">The amount; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Discount OfAmount(string id, Money off) => new Amount { Id = id, Off = off };

    /// <summary>Whether it is on a product.</summary>
    internal bool IsOn(string productId) => ProductId is null || ProductId == productId;

    private protected abstract void Seal();

    /// <summary>A part of the price.</summary>
    public sealed record Percentage : Discount
    {
        /// <summary>Gets the percent, from 0 to 100.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The percent lies outside of 0 to 100.</exception>
        public required decimal Percent
        {
            get;
            init => field = Require.NotNegative(value, nameof(Percent)) <= 100m
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Percent), value, "A discount is at most 100 percent.");
        }

        private protected override void Seal()
        {
        }
    }

    /// <summary>An amount for each period, split over the lines where it is on the invoice.</summary>
    public sealed record Amount : Discount
    {
        /// <summary>Gets the amount; zero or more.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
        public required Money Off { get; init => field = Require.NotNegative(value, nameof(Off)); }

        private protected override void Seal()
        {
        }
    }
}
