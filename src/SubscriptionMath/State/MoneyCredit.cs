using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Where an amount of money credit came from.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CreditSource>))]
public enum CreditSource
{
    /// <summary>Unused value of something that the customer had paid for.</summary>
    Paid,

    /// <summary>A gift of the merchant.</summary>
    Promotion,
}

/// <summary>The kinds of product that a bill can hold.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ProductKind>))]
public enum ProductKind
{
    /// <summary>The plan.</summary>
    Plan,

    /// <summary>Add-ons.</summary>
    AddOn,
}

/// <summary>An amount of money credit with its source and its life.</summary>
public sealed record CreditLot
{
    /// <summary>Gets what is left of it; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Left { get; init => field = Require.NotNegative(value, nameof(Left)); }

    /// <summary>Gets where it came from.</summary>
    public required CreditSource Source { get; init; }

    /// <summary>Gets the instant from which on it is lost, or null where it never expires.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant? Expires { get; init; }

    /// <summary>Gets the instant from which on it can be drawn, or null where that is at once.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Effective { get; init; }

    /// <summary>Gets its priority, or null where it comes after all that have one; a lower number is drawn first, where the order of use asks for it.</summary>
    public int? Priority { get; init; }

    /// <summary>Gets the only kind of product that it pays for, or null where it pays for everything.</summary>
    /// <remarks>An amount that waited for the next invoice is of no kind any more: only credit that pays for everything pays it.</remarks>
    public ProductKind? PaysOnly { get; init; }

    /// <summary>Gives what is left of it at an instant: nothing before it is effective, and nothing from its expiry on.</summary>
    /// <param name="at">The instant.</param>
    /// <example>EUR 5.00 that expire on 1 May at 00:00: EUR 5.00 a second before, EUR 0.00 at that instant.</example>
    public Money LeftAt(Instant at) => HasExpired(at) || at < Effective ? Money.Zero(Left.Currency) : Left;

    internal bool HasExpired(Instant at) => Expires is { } expires && at >= expires;
}

/// <summary>The money that an account holds in advance. It belongs to the account: several subscriptions may draw on it.</summary>
public sealed record MoneyCredit
{
    /// <summary>No credit.</summary>
    public static MoneyCredit None { get; } = new();

    /// <summary>Gets the lots, in the order in which they came in.</summary>
    public Sequence<CreditLot> Lots { get; init; }

    /// <summary>Makes a credit of one paid lot that never expires.</summary>
    /// <param name="amount">The amount; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static MoneyCredit Of(Money amount) =>
        new() { Lots = [new CreditLot { Left = amount, Source = CreditSource.Paid, Expires = null }] };

    /// <summary>Gives what can be drawn at an instant in a currency: the lots that are effective and have not expired.</summary>
    /// <param name="at">The instant; a lot that is effective from it is counted, one that expires at it no longer.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The sum; zero where nothing is left.</returns>
    /// <exception cref="InvalidOperationException">A lot is in another currency.</exception>
    public Money LeftAt(Instant at, Currency currency)
    {
        var sum = Money.Zero(currency);
        foreach (var lot in Lots)
        {
            sum += lot.LeftAt(at);
        }

        return sum;
    }
}
