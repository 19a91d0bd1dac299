using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The outcome of an event or a command in a timeline.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>The quote was accepted; its payment, if any, succeeded.</summary>
    Accepted,

    /// <summary>The payment failed and the quote was accepted nevertheless: the amount is owed with the next invoice.</summary>
    AcceptedAndOwed,

    /// <summary>The payment failed and nothing changed. A renewal stays due.</summary>
    NotPaid,

    /// <summary>The policy refused the event or command.</summary>
    Refused,
}
