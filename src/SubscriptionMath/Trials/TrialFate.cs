using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what becomes of a running trial when the plan changes, and of the phases of its price?</summary>
/// <remarks>Outside a trial "kept" and "ended" are not read; the others may begin one.</remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<TrialFate>))]
public enum TrialFate
{
    /// <summary>It goes on to its old end, on the new plan.</summary>
    Kept,

    /// <summary>It ends at the change, whatever was left of it.</summary>
    Ended,

    /// <summary>
    /// The trial of the new plan begins at the change, also where the old plan was paid for; it ends where the new plan has none. Nothing is
    /// charged for the plan until its end, and what was unused is worth what the treatment says.
    /// </summary>
    /// <example>Three of seven days tried, changed to a plan with fourteen: seventeen days after the start the trial ends.</example>
    Restarted,

    /// <summary>
    /// The trial is as long as that of the new plan, counted from the first instant of the trial that the subscription began with: days used
    /// count. It ends at the change where it would be over by then, or where the new plan has none; none begins where none was begun with.
    /// The phases of the new price are counted in the same way, those of an add-on with those of the plan; in every other answer they begin with what is sold.
    /// </summary>
    /// <example>A trial of ten days from 5 March, changed on that day to a plan with thirteen: it ends on 18 March.</example>
    FromTheStart,
}
