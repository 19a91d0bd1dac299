using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of the add-ons held when the plan or its interval changes.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AddOnFate>))]
public enum AddOnFate
{
    /// <summary>Add-ons continue as long as the term does. At a new term they end, and those in the cart are bought anew.</summary>
    KeptWithTheTerm,

    /// <summary>All add-ons end with the old plan; those in the cart are bought anew with the new one.</summary>
    EndWithThePlan,

    /// <summary>Add-ons that the new plan offers continue as they are.</summary>
    /// <remarks>
    /// An add-on that the new plan does not offer, or includes, ends by itself when the change takes effect, neither before nor after. The
    /// cart need not leave it out, and is not refused for it.
    /// </remarks>
    KeptWhereOffered,
}

/// <summary>The vendor's rules for add-ons when the plan changes.</summary>
/// <remarks>An add-on bought or dropped while the plan is kept is a change of its own, and the rules treat it.</remarks>
/// <param name="WhenPlanChanges">The fate of the add-ons.</param>
/// <param name="EndedValue">The value of the unused part of add-ons that end; it goes to the new plan.</param>
public sealed record AddOnPolicy(AddOnFate WhenPlanChanges, UnusedValue EndedValue)
{
    /// <summary>Add-ons are kept with the term; if a new term begins, their unused time is credited.</summary>
    public static AddOnPolicy KeptWithTheTerm { get; } = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots);

    /// <summary>Gets the value of the unused part of add-ons that end; it goes to the new plan.</summary>
    public UnusedValue EndedValue { get; init => field = Require.NotNull(value, nameof(EndedValue)); } = Require.NotNull(EndedValue);

    internal bool KeepsWhereOffered => WhenPlanChanges == AddOnFate.KeptWhereOffered;
}
