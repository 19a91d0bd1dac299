using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What becomes of the plan's unused usage credits when the plan changes.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantFate>))]
public enum GrantFate
{
    /// <summary>They lapse, and the new plan's allotment takes their place.</summary>
    Replaced,

    /// <summary>They are carried over and the new plan's allotment is added, where the old plan's allowance carries over.</summary>
    /// <remarks>12 left of 30 and an allotment of 60 are 72 (OBI, S0.4).</remarks>
    Carried,
}

/// <summary>When usage credits that were carried over lapse.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CarriedExpiry>))]
public enum CarriedExpiry
{
    /// <summary>Together with the new plan's own.</summary>
    WithTheNewGrant,

    /// <summary>When they would have lapsed anyway.</summary>
    AsBefore,
}

/// <summary>How much of an allotment comes with something bought within a term.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Allotment>))]
public enum Allotment
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>The part for the time left of the term, in whole units, rounded down: 18 of 50 with 11 of 30 days left.</summary>
    ForTheRest,
}

/// <summary>The policy's answer to: what does a change do to usage credits?</summary>
/// <param name="OnUpgrade">What becomes of the plan's unused ones on the way up.</param>
/// <param name="OnDowngrade">What becomes of them on the way down, and on a lateral change.</param>
/// <param name="OnRenewal">What becomes of them when the term ends and the same plan goes on.</param>
/// <param name="Carried">When those that were carried over lapse.</param>
/// <param name="AddedSeats">How much of the plan's allotment comes with a seat that is added within the term.</param>
/// <param name="BoughtAddOns">How much of its allotment comes with an add-on that is bought within the term.</param>
public sealed record AllowancePolicy(
    GrantFate OnUpgrade,
    GrantFate OnDowngrade,
    GrantFate OnRenewal,
    CarriedExpiry Carried,
    Allotment AddedSeats,
    Allotment BoughtAddOns);
