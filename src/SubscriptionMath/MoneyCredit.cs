using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The source of an amount of money credit.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CreditSource>))]
public enum CreditSource
{
    /// <summary>Unused value of a product that the customer had paid for.</summary>
    Paid,

    /// <summary>A gift of the vendor.</summary>
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
    /// <summary>Gets the amount left; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Left { get; init => field = Require.NotNegative(value, nameof(Left)); }

    /// <summary>Gets the source of the credit.</summary>
    public required CreditSource Source { get; init; }

    /// <summary>Gets the instant from which the credit is lost, or null if it never expires.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant? Expires { get; init; }

    /// <summary>Gets the instant from which the credit can be drawn, or null for at once.</summary>
    [JsonConverter(typeof(PartConverter))]
    public Instant? Effective { get; init; }

    /// <summary>Gets the priority: a lower number is drawn first if the order of use asks for it. Null comes after all numbers.</summary>
    public int? Priority { get; init; }

    /// <summary>Gets the only kind of product that the credit pays for, or null for everything.</summary>
    /// <remarks>A charge deferred to the next invoice has no kind: only credit that pays for everything pays it.</remarks>
    public ProductKind? PaysOnly { get; init; }

    /// <summary>Gives the amount left at an instant: nothing before the credit is effective, and nothing from its expiry on.</summary>
    /// <param name="at">The instant.</param>
    /// <example>EUR 5.00 that expire on 1 May at 00:00: EUR 5.00 a second before, EUR 0.00 at that instant.</example>
    public Money LeftAt(Instant at) => HasExpired(at) || at < Effective ? Money.Zero(Left.Currency) : Left;

    internal bool HasExpired(Instant at) => Expires is { } expires && at >= expires;
}

/// <summary>The money that an account holds in advance. Several subscriptions of the account may draw on it.</summary>
public sealed record MoneyCredit
{
    /// <summary>No credit.</summary>
    public static MoneyCredit None { get; } = new();

    private readonly CreditRest _rest = CreditRest.None;

    /// <summary>Gets the lots, in the order of their arrival.</summary>
    public Sequence<CreditLot> Lots { get => _rest.Lots; init => _rest = CreditRest.Of(value); }

    /// <summary>Gets the earliest expiry of an amount, or null if none expires.</summary>
    internal Instant? NextExpiry => _rest.NextExpiry;

    private CreditRest Rest { init => _rest = value; }

    /// <summary>Makes a credit of one paid lot that never expires.</summary>
    /// <param name="amount">The amount; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static MoneyCredit Of(Money amount) =>
        new() { Lots = [new CreditLot { Left = amount, Source = CreditSource.Paid, Expires = null }] };

    /// <summary>Gives the amount that can be drawn at an instant in a currency: the lots that are effective and have not expired.</summary>
    /// <param name="at">The instant; a lot effective from this instant counts, a lot that expires at it does not.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The sum; zero if nothing is left.</returns>
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

    /// <summary>Checks once that all lots are in a currency and can be drawn before they expire.</summary>
    internal void Check(Currency currency, string name) => _rest.Check(currency, name);

    /// <summary>Gives the credit that has expired by an instant, by its source, and the credit left.</summary>
    internal (Money Paid, Money Promotion, MoneyCredit After) Expired(Instant at, Currency currency)
    {
        var (paid, promotion, after) = _rest.Expired(at, currency);
        return (paid, promotion, ReferenceEquals(after, _rest) ? this : new() { Rest = after });
    }
}
