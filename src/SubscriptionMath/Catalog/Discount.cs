using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A discount that a subscription is sold with: on one plan or add-on, or on all of the invoice; once, for some periods, for a time or for ever.</summary>
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
    /// Each renewal of what it is on uses one up (of the plan, where it is on the invoice), and so does a change with which a term begins anew. One that is added
    /// where nothing that it is on is bought, as in a trial, begins with the next period: <see cref="FromNextPeriod"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Periods { get; init => field = value is { } periods ? Require.AtLeast(1, periods, nameof(Periods)) : null; }

    /// <summary>Gets whether it begins with the next period only: nothing that it is on was bought since it was added. <see cref="Periods"/> counts the running one beside its own.</summary>
    /// <example>Half off for three periods, added in a trial: four periods, the trial among them.</example>
    public bool FromNextPeriod { get; init; }

    /// <summary>Gets the length of time that it lasts for, or null where no length is set. It is counted from the first thing bought that it is on.</summary>
    /// <remarks>
    /// What is bought within its time is discounted whole, what begins at its end or later is not, however long the terms are. A trial does not count. Where it is
    /// asked for again it goes on as it was.
    /// </remarks>
    /// <example>20 % for three months, bought on 1 June by the month: June, July and August. Changed to a year on 10 June, it is on that year alone.</example>
    public BillingInterval? Lasts { get; init; }

    /// <summary>Gets the instant at which it is over, exclusive, or null where no date is set, or the length of its time is not counted yet.</summary>
    /// <example>Until 1 September: on a month that begins on 1 August, not on the one after it.</example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Until { get; init; }

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

    /// <summary>Whether its time is over for what begins at an instant.</summary>
    internal bool IsOver(Instant start) => Until is { } end && end <= start;

    /// <summary>The discount, whose time is counted from an instant where it has not begun.</summary>
    internal Discount Begun(Instant start, DateTimeZone zone) => this is { Lasts: { } length, Until: null }
        ? this with { Until = new Anchor(start.LocalAt(zone)).Next(start.LocalAt(zone), length).AtStart(zone) }
        : this;

    /// <summary>What is left of it when a period begins, or null where no period is.</summary>
    internal Discount? Renewed() => Periods is not { } periods ? this with { FromNextPeriod = false }
        : periods > 1 ? this with { Periods = periods - 1, FromNextPeriod = false }
        : null;

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
