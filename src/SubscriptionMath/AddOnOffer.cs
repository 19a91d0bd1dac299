using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The relation of an add-on to a plan.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AddOnOffer>))]
public enum AddOnOffer
{
    /// <summary>The customer may buy the add-on beside the plan.</summary>
    Offered,

    /// <summary>The add-on is already part of the plan.</summary>
    Included,

    /// <summary>The customer cannot hold the add-on with the plan.</summary>
    NotOffered,
}
