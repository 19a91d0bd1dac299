using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what becomes of a running trial when the plan changes?</summary>
/// <remarks>Outside a trial the answer is not read.</remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<TrialFate>))]
public enum TrialFate
{
    /// <summary>It goes on to its old end, on the new plan.</summary>
    Kept,

    /// <summary>It ends at the change, whatever was left of it.</summary>
    Ended,
}
