using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>How an add-on goes with a plan.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AddOnOffer>))]
public enum AddOnOffer
{
    /// <summary>It may be bought beside the plan.</summary>
    Offered,

    /// <summary>It is part of the plan already.</summary>
    Included,

    /// <summary>It cannot be held with the plan.</summary>
    NotOffered,
}
