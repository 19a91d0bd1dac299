using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The differences that a cart can make to one item.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<ChangeKinds>))]
public enum ChangeKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Another plan.</summary>
    Plan = 1,

    /// <summary>Another interval of the plan.</summary>
    Interval = 2,

    /// <summary>Another number of units (seats) of the plan held.</summary>
    Quantity = 4,

    /// <summary>An add-on bought, dropped or changed in number while the plan is kept.</summary>
    AddOn = 8,

    /// <summary>The first purchase.</summary>
    Start = 16,

    /// <summary>A cancellation: nothing is wanted afterwards.</summary>
    End = 32,

    /// <summary>A pause. Only a rule that names pauses offers one; else a pause is refused.</summary>
    Pause = 64,

    /// <summary>The end of a pause, or of a cancellation that has not taken effect.</summary>
    Resume = 128,

    /// <summary>
    /// The move of the next billing to another date. Only a rule that names it offers the move; else the move is refused.
    /// </summary>
    NextBilling = 256,
}
