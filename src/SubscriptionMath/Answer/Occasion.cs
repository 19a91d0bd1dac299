using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What happens in the life of a subscription: what a quote is made for, and what is due next.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Occasion>))]
public enum Occasion
{
    /// <summary>The customer asked for a change: a purchase, another plan, more or fewer seats, a termination, a pause.</summary>
    Change,

    /// <summary>The next term is bought: at the end of the one before, or ahead of it.</summary>
    Renewal,

    /// <summary>The trial ends, and the first term that is paid for begins.</summary>
    TrialEnd,

    /// <summary>A pending change takes effect, and the next term begins with it; or a purchase that was to begin on a date.</summary>
    PendingChange,

    /// <summary>A term begins that was bought ahead of its time; nothing is due.</summary>
    TermStart,

    /// <summary>A terminated subscription ends, or falls to the free plan.</summary>
    Expiry,

    /// <summary>The term of an add-on that has a term of its own ends: it renews, or is gone.</summary>
    AddOnTermEnd,

    /// <summary>Usage credits lapse.</summary>
    UsageCreditExpiry,

    /// <summary>Money credit expires.</summary>
    MoneyCreditExpiry,

    /// <summary>What waits for the next invoice is collected ahead of it.</summary>
    Collection,
}
