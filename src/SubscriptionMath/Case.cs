namespace SubscriptionMath;

/// <summary>The condition of a rule. A member left out matches anything.</summary>
/// <remarks>
/// A first purchase has no old plan and no old interval, and a dropped add-on no new one. A case that names <see cref="From"/>,
/// <see cref="To"/> or <see cref="Interval"/> does not match if there is nothing to compare.
/// </remarks>
/// <example><c>new Case { Direction = Direction.Up, InTrial = true }</c> matches an upgrade asked for in a trial.</example>
public sealed record Case
{
    /// <summary>The case that matches everything.</summary>
    public static Case Otherwise { get; } = new();

    /// <summary>Gets the direction, or null for any.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Gets the changes that must all be present, or null for any.</summary>
    /// <example>
    /// <c>ChangeKinds.Plan | ChangeKinds.Interval</c> matches another plan by another interval, and not another plan by the same one.
    /// </example>
    public ChangeKinds? Changes { get; init; }

    /// <summary>Gets the changes of which at least one must be present, or null for any.</summary>
    /// <example><c>ChangeKinds.Plan | What.Interval</c> matches another plan, another interval, and both at once.</example>
    public ChangeKinds? ChangesOneOf { get; init; }

    /// <summary>Gets the aspects that must all be unchanged, or null for any.</summary>
    public ChangeKinds? Keeps { get; init; }

    /// <summary>Gets the move of the interval, or null for any.</summary>
    public IntervalMove? Interval { get; init; }

    /// <summary>Gets whether the subscription is in trial, or null for both.</summary>
    public bool? InTrial { get; init; }

    /// <summary>Gets whether the plan is under a contract that has begun and not ended, or null for both.</summary>
    /// <remarks>True from the first day of the contract up to, not including, its end; false in a trial before it.</remarks>
    public bool? InContract { get; init; }

    /// <summary>Gets the state of the subscription, or null for any.</summary>
    public Status? Status { get; init; }

    /// <summary>Gets whether the plan held is free or paid, or null for both.</summary>
    public PriceClass? From { get; init; }

    /// <summary>Gets whether the plan wanted is free or paid, or null for both.</summary>
    public PriceClass? To { get; init; }

    /// <summary>Tells whether this case matches everything that another one matches.</summary>
    internal bool Covers(Case other) =>
        Covers(Direction, other.Direction) && Covers(Interval, other.Interval) && Covers(InTrial, other.InTrial)
            && Covers(InContract, other.InContract)
        && Covers(Status, other.Status) && Covers(From, other.From) && Covers(To, other.To)
        && CoversChanges(other) && Covers(Keeps, other.Keeps);

    /// <summary>Tells whether some change of plan or interval matches both this case and another one.</summary>
    internal bool MeetsOnPlanChange(Case other) =>
        Meets(Direction, other.Direction) && Meets(Interval, other.Interval) && Meets(InTrial, other.InTrial)
            && Meets(InContract, other.InContract)
        && Meets(Status, other.Status) && Meets(From, other.From) && Meets(To, other.To)
        && ChangesPlan && other.ChangesPlan;

    /// <summary>Tells whether the case names a change, alone or among others.</summary>
    internal bool Names(ChangeKinds change) =>
        (((Changes ?? ChangeKinds.None) | (ChangesOneOf ?? ChangeKinds.None)) & change) != ChangeKinds.None;

    /// <summary>Tells whether a change is present in everything that the case matches.</summary>
    internal bool Requires(ChangeKinds change) => (Changes is { } all && (all & change) != ChangeKinds.None) || ChangesOneOf == change;

    internal bool Matches(in Asked asked) =>
        Covers(Direction, asked.Direction) && Covers(Interval, asked.Interval) && Covers(InTrial, asked.InTrial)
            && Covers(InContract, asked.InContract)
        && Covers(Status, asked.Status) && Covers(From, asked.From) && Covers(To, asked.To)
        && Covers(Changes, asked.Changes) && (Keeps is not { } keeps || (asked.Changes & keeps) == ChangeKinds.None)
        && (ChangesOneOf is not { } some || (asked.Changes & some) != ChangeKinds.None);

    private static bool Meets<T>(T? mine, T? other)
        where T : struct, Enum => mine is null || other is null || EqualityComparer<T>.Default.Equals(mine.Value, other.Value);

    private static bool Meets(bool? mine, bool? other) => mine is null || other is null || mine == other;

    private bool ChangesPlan =>
        (Changes is not { } all || (all & ~(ChangeKinds.Plan | ChangeKinds.Interval)) == ChangeKinds.None)
        && (ChangesOneOf is not { } some || (some & (ChangeKinds.Plan | ChangeKinds.Interval)) != ChangeKinds.None);

    /// <summary>Every change required here is required there. One of those named here is present in everything matched there.</summary>
    private bool CoversChanges(Case other) =>
        (Changes is not { } all || Each(all).All(other.Requires))
        && (ChangesOneOf is not { } some
            || (other.Changes is { } its && (its & some) != ChangeKinds.None)
                || (other.ChangesOneOf is { } one && (one & ~some) == ChangeKinds.None));

    private static IEnumerable<ChangeKinds> Each(ChangeKinds changes)
    {
        for (var rest = (int)changes; rest != 0; rest &= rest - 1)
        {
            yield return (ChangeKinds)(rest & -rest);
        }
    }

    private static bool Covers<T>(T? mine, T? other)
        where T : struct, Enum => mine is not { } value || (other is { } its && EqualityComparer<T>.Default.Equals(value, its));

    private static bool Covers(bool? mine, bool? other) => mine is null || mine == other;

    private static bool Covers(ChangeKinds? mine, ChangeKinds? other) =>
        mine is not { } flags || (other is { } its && (its & flags) == flags);
}
