using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The event in the life of a subscription that a quote is made for, or that is due next.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BillingReason>))]
public enum BillingReason
{
    /// <summary>The customer asked for a change: a purchase, another plan, more or fewer seats, a cancellation, a pause.</summary>
    Change,

    /// <summary>The next term is bought: at the end of the one before, or ahead of that end.</summary>
    Renewal,

    /// <summary>The trial ends, and the first paid term begins.</summary>
    TrialEnd,

    /// <summary>A pending change takes effect together with the next term; or a purchase on a date begins.</summary>
    PendingChange,

    /// <summary>A term bought ahead of its time begins; nothing is due.</summary>
    TermStart,

    /// <summary>A canceled subscription expires, or falls to the free plan.</summary>
    Expiry,

    /// <summary>The term of an add-on with a term of its own ends: the add-on renews or ends.</summary>
    AddOnTermEnd,

    /// <summary>Usage credits lapse, or roll over at the end of an interval within the term.</summary>
    UsageCreditExpiry,

    /// <summary>Money credit expires.</summary>
    MoneyCreditExpiry,

    /// <summary>Charges deferred to the next invoice are collected ahead of that invoice.</summary>
    Collection,
}
