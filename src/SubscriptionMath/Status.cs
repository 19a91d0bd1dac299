using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The state of a subscription. A trial is told by <see cref="Subscription.Trial"/>, not by the status.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Status>))]
public enum Status
{
    /// <summary>No purchase has begun; a purchase on a later date is a pending change.</summary>
    NotStarted,

    /// <summary>The subscription runs, and renews at the end of its term.</summary>
    Active,

    /// <summary>The subscription runs while a payment is owed.</summary>
    PastDue,

    /// <summary>
    /// The customer canceled: the subscription runs to the end of its term and does not renew. It can be resumed until then.
    /// </summary>
    NonRenewing,

    /// <summary>The subscription is paused: nothing renews until it is resumed.</summary>
    Paused,

    /// <summary>The subscription has ended.</summary>
    Expired,
}
