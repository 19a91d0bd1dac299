using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A charge of an accepted change that is deferred to the next invoice.</summary>
public sealed record DeferredCharge
{
    /// <summary>Gets the instant of the change.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets whether the customer owes the amount after a failed payment; else the policy deferred it.</summary>
    public bool Owed { get; init; }

    /// <summary>Gets the part that was given back as credit that counts as paid, or null for none. A gift does not pay that part.</summary>
    /// <remarks>Otherwise a gift would pay for it, and leave a credit that is no longer a gift.</remarks>
    /// <example>
    /// EUR 37.50 of a second seat are deferred, and the seat goes: EUR 37.50 become credit. That credit, or money, pays the EUR 37.50;
    /// a gift does not (smrtPhone).
    /// </example>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Money? Credited { get; init => field = value is { } credited ? Require.NotNegative(credited, nameof(Credited)) : null; }

    /// <summary>Gets the amount: positive for a charge to the customer, negative for a reduction of the invoice.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// Gets the exact amount less <see cref="Amount"/>, in minor units, or null for zero. The remainder is rounded with the invoice.
    /// </summary>
    /// <remarks>
    /// Only under <see cref="RoundingStage.Invoice"/>: a fraction of one minor unit for each deferred net. Else each amount is rounded when
    /// it arises.
    /// </remarks>
    /// <example>The next invoice falls by EUR 6.6667: the amount is EUR -6.67, and the remainder 1/3 of a cent.</example>
    public Fraction? Remainder { get; init; }

    /// <summary>Gets the lines behind the amount, as the quote had them, for the invoice that bills them later; empty for none.</summary>
    /// <remarks>
    /// An amount owed has none: its bill was made, and has the lines. Neither has a charge that an
    /// earlier build stored, or that was taken over from another system. The tax of a line was rounded with the quote, and stays as it is.
    /// </remarks>
    public Sequence<Line> Lines { get; init; }

    /// <summary>Gets the lines' net and tax, rate by rate; positive for a charge to the customer.</summary>
    /// <example>EUR 25.00 at VAT 20 % on top, of which EUR 62.50 bought and EUR 37.50 came back: net EUR 25.00, tax EUR 5.00.</example>
    [JsonIgnore]
    public Sequence<TaxTotal> Taxes => TaxTotal.ByRate(Lines);

    /// <summary>Gets the amount less that of the lines, with tax: rounding of the net, a waived price, a gift that came back.</summary>
    /// <remarks>Zero if the lines are the whole amount. Without lines, this is <see cref="Amount"/>.</remarks>
    /// <example>Lines of EUR 37.50 off and EUR 62.50, and an amount of EUR 25.00: EUR 0.00.</example>
    [JsonIgnore]
    public Money BeyondLines
    {
        get
        {
            var rest = Amount;
            foreach (var line in Lines)
            {
                rest += line.Forfeited ? Money.Zero(rest.Currency) : line.Gross;
            }

            return rest;
        }
    }
}
