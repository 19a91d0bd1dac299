using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What came of an event or a command in a timeline.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>The quote was accepted; its payment, if there was one, went through.</summary>
    Accepted,

    /// <summary>The payment failed and the quote was accepted all the same: the amount is owed with the next invoice.</summary>
    AcceptedAndOwed,

    /// <summary>The payment failed and nothing changed. A renewal stays due.</summary>
    NotPaid,

    /// <summary>It was refused.</summary>
    Refused,
}
