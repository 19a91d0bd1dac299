using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A discount on one plan or add-on, or on the whole invoice; once, for some periods, for a time or forever.</summary>
/// <remarks>
/// The discount is taken off the price of a whole period, before proration, and is never more than the price. Several discounts are taken
/// off one after the other. Time that a surplus buys has no discount.
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

    /// <summary>Gets the caller's id of the discount; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    [JsonPropertyOrder(-1)]
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the id of the discounted plan or add-on, or null for the whole invoice.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the number of periods left, with the current one, or null for a discount forever; 1 or more.</summary>
    /// <remarks>
    /// Each renewal of the discounted product uses one period (of the plan, for a discount on the invoice), and so does a change that
    /// begins a new term. A discount added while nothing discounted is bought, as in a trial, begins with the next period: <see
    /// cref="FromNextPeriod"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Periods { get; init => field = value is { } periods ? Require.AtLeast(1, periods, nameof(Periods)) : null; }

    /// <summary>Gets whether the discount begins with the next period: nothing discounted was bought since it was added.</summary>
    /// <remarks><see cref="Periods"/> then counts the current period beside the discount's own.</remarks>
    /// <example>Half off for three periods, added in a trial: four periods, the trial included.</example>
    public bool FromNextPeriod { get; init; }

    /// <summary>Gets the length of the discount, or null for no length. It is counted from the first discounted purchase.</summary>
    /// <remarks>
    /// A purchase that begins within the length is discounted whole; one that begins at its end or later is not, however long the terms
    /// are. A trial does not count. A discount that is asked for again continues as it was.
    /// </remarks>
    /// <example>
    /// 20 % for three months, bought on 1 June by the month: June, July and August. Changed to a year on 10 June, it is on that year alone.
    /// </example>
    public BillingInterval? Lasts { get; init; }

    /// <summary>Gets the end of the discount, exclusive, or null if no date is set, or its length is not counted yet.</summary>
    /// <example>Until 1 September: on a month that begins on 1 August, not on the one after it.</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Until { get; init; }

    /// <summary>Makes a percentage discount on the whole invoice, forever.</summary>
    /// <param name="id">The caller's id of the discount.</param>
    /// <param name="percent">The percentage, from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage lies outside of 0 to 100.</exception>
    public static Discount OfPercent(string id, decimal percent) => new Percentage { Id = id, Percent = percent };

    /// <summary>Makes a discount of an amount for each period, on the whole invoice, forever.</summary>
    /// <param name="id">The caller's id of the discount.</param>
    /// <param name="off">The amount; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Discount OfAmount(string id, Money off) => new Amount { Id = id, Off = off };

    /// <summary>Whether the discount applies to a product.</summary>
    internal bool IsOn(string productId) => ProductId is null || ProductId == productId;

    /// <summary>Whether the discount is over for a term that begins at an instant.</summary>
    internal bool IsOver(Instant start) => Until is { } end && end <= start;

    /// <summary>The discount with its length counted from an instant, unless the count has begun.</summary>
    internal Discount Begun(Instant start, DateTimeZone zone) => this is { Lasts: { } length, Until: null }
        ? this with { Until = start.Later(length, zone) }
        : this;

    /// <summary>The discount when a period begins, or null after its last period.</summary>
    internal Discount? Renewed() => Periods is not { } periods ? this with { FromNextPeriod = false }
        : periods > 1 ? this with { Periods = periods - 1, FromNextPeriod = false }
        : null;

    private protected abstract void Seal();

    /// <summary>A percentage of the price.</summary>
    public sealed record Percentage : Discount
    {
        /// <summary>Gets the percentage, from 0 to 100.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The percentage lies outside of 0 to 100.</exception>
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

    /// <summary>An amount for each period, split over the lines if the discount is on the invoice.</summary>
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
