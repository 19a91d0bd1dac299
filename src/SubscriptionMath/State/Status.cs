using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The state of a subscription; whether it is in trial is told by its trial, not by its status.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Status>))]
public enum Status
{
    /// <summary>Nothing was bought yet, or what was bought begins later: then it is pending.</summary>
    NotStarted,

    /// <summary>It runs, and renews at the end of its term.</summary>
    Active,

    /// <summary>It runs while a payment is owed.</summary>
    PastDue,

    /// <summary>It was terminated: it runs to the end of its term and does not renew. It can be resumed until then.</summary>
    Terminated,

    /// <summary>It rests: nothing renews until it is resumed.</summary>
    Paused,

    /// <summary>It has ended.</summary>
    Expired,
}
