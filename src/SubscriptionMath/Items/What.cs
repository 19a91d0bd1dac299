using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What is different in one thing that a cart changes.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<What>))]
public enum What
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Another plan.</summary>
    Plan = 1,

    /// <summary>Another interval of the plan.</summary>
    Interval = 2,

    /// <summary>Another number of units (seats) of the plan that is held.</summary>
    Quantity = 4,

    /// <summary>An add-on bought, dropped or changed in number while the plan is kept.</summary>
    AddOn = 8,

    /// <summary>The first purchase.</summary>
    Start = 16,

    /// <summary>A termination: nothing is wanted afterwards.</summary>
    End = 32,

    /// <summary>A pause. Only a rule that names it offers it; else it is refused.</summary>
    Pause = 64,

    /// <summary>The end of a pause, or of a termination that has not taken effect.</summary>
    Resume = 128,

    /// <summary>The next billing, which the change moves to another date. Only a rule that names it offers it; else it is refused.</summary>
    NextBilling = 256,
}
