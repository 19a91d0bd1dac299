using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of a quote whose payment fails.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FailedPayment>))]
public enum FailedPayment
{
    /// <summary>Nothing changes: the quote is not accepted. A renewal stays due until it is paid.</summary>
    NothingChanges,

    /// <summary>The change stands, and the amount due is owed with the next invoice.</summary>
    StandsAndIsOwed,
}
