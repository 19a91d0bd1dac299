using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What becomes of the add-ons held when the plan or its interval changes.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AddOnFate>))]
public enum AddOnFate
{
    /// <summary>They go on as they are, for as long as the term does; when it restarts they end, and those in the cart are bought anew.</summary>
    KeptWithTheTerm,

    /// <summary>All of them end with the old plan; those in the cart are bought anew with the new one.</summary>
    EndWithThePlan,

    /// <summary>
    /// They go on as they are where the new plan offers them. Those that it does not offer, or includes, end by themselves when the change
    /// takes effect, and not before or after; the cart need not leave them out, and is not refused for them.
    /// </summary>
    KeptWhereOffered,
}

/// <summary>The policy's answer to: what becomes of the add-ons when the plan changes?</summary>
/// <remarks>An add-on bought or dropped while the plan is kept is a change of its own, and the rules treat it.</remarks>
/// <param name="WhenPlanChanges">Whether they end.</param>
/// <param name="EndedValue">What the unused part of those that end is worth; it goes to the new plan.</param>
public sealed record AddOnPolicy(AddOnFate WhenPlanChanges, UnusedValue EndedValue)
{
    /// <summary>They are kept with the term; where it begins anew their unused time is credited.</summary>
    public static AddOnPolicy KeptWithTheTerm { get; } = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots);

    /// <summary>Gets what the unused part of those that end is worth; it goes to the new plan.</summary>
    public UnusedValue EndedValue { get; init => field = Require.NotNull(value, nameof(EndedValue)); } = Require.NotNull(EndedValue);

    internal bool KeepsWhereOffered => WhenPlanChanges == AddOnFate.KeptWhereOffered;
}
