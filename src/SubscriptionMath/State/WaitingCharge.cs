using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>An amount of an accepted change that waits for the next invoice.</summary>
public sealed record WaitingCharge
{
    /// <summary>Gets when the change was made.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets whether it was to be paid and was not; else it waits because the policy says so.</summary>
    public bool Owed { get; init; }

    /// <summary>Gets how much of what waits has been given back as credit that counts as paid, or null for nothing: a gift does not pay that part.</summary>
    /// <remarks>Else a gift would pay for something, and credit would be left of it that is no gift any more.</remarks>
    /// <example>EUR 37.50 of a second seat wait, and the seat goes: EUR 37.50 are credit, and they, or money, pay the EUR 37.50; a gift does not (smrtPhone).</example>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Money? Credited { get; init => field = value is { } credited ? Require.NotNegative(credited, nameof(Credited)) : null; }

    /// <summary>Gets the amount: positive when the customer will bring it, negative when the invoice falls by it.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what the exact amount exceeds <see cref="Amount"/> by, in minor units, or null for nothing: it is rounded with the invoice.</summary>
    /// <remarks>Only under <see cref="RoundingStage.Invoice"/>, a fraction of one for each net that waits; else an amount is rounded when it comes about.</remarks>
    /// <example>EUR 6.6667 lower the next invoice: the amount is EUR -6.67, and 1/3 of a cent is beyond it.</example>
    public Fraction? Remainder { get; init; }
}
