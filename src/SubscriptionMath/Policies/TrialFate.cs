using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of a running trial, and of the price phases, when the plan changes.</summary>
/// <remarks>Outside of a trial "kept" and "ended" are not read; the others may begin a trial.</remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<TrialFate>))]
public enum TrialFate
{
    /// <summary>The trial goes on to its old end, on the new plan.</summary>
    Kept,

    /// <summary>The trial ends at the change, and the rest of it lapses.</summary>
    Ended,

    /// <summary>
    /// The trial of the new plan begins at the change, even if the old plan was paid; without a trial of the new plan, the running one
    /// ends. Nothing is charged for the plan until the end of the trial, and the treatment decides the unused value.
    /// </summary>
    /// <example>Three of seven days tried, changed to a plan with fourteen: seventeen days after the start the trial ends.</example>
    Restarted,

    /// <summary>
    /// The trial is as long as that of the new plan, counted from the start of the subscription's first trial: days used count.
    /// </summary>
    /// <remarks>
    /// The trial ends at the change if it would be over by then, or if the new plan has none. A subscription that began without a trial
    /// gets none. The phases of the new price are counted in the same way, those of an add-on with those of the plan. In every other
    /// answer, phases begin with the sale.
    /// </remarks>
    /// <example>A trial of ten days from 5 March, changed on that day to a plan with thirteen: it ends on 18 March.</example>
    FromTheStart,
}
