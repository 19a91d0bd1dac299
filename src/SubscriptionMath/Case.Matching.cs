namespace SubscriptionMath;

/// <content>What a case matches. A new field stands here: matched, covered, met and stated.</content>
public sealed partial record Case
{
    private bool ChangesPlan =>
        (Changes is not { } all || (all & ~(ChangeKinds.Plan | ChangeKinds.Interval)) == ChangeKinds.None)
        && (ChangesOneOf is not { } some || (some & (ChangeKinds.Plan | ChangeKinds.Interval)) != ChangeKinds.None);

    internal bool Matches(in Asked asked) =>
        Covers(Direction, asked.Direction) && Covers(Interval, asked.Interval) && Covers(From, asked.From) && Covers(To, asked.To)
        && Covers(Changes, asked.Changes) && (Keeps is not { } keeps || (asked.Changes & keeps) == ChangeKinds.None)
        && (ChangesOneOf is not { } some || (asked.Changes & some) != ChangeKinds.None)
        && Covers(IntervalHeld, asked.IntervalHeld) && Covers(IntervalWanted, asked.IntervalWanted) && Covers(MovesLater, asked.MovesLater)
        && Matches(asked.Now);

    /// <summary>Tells whether this case matches everything that another one matches.</summary>
    internal bool Covers(Case other) =>
        Covers(Direction, other.Direction) && Covers(Interval, other.Interval) && Covers(InTrial, other.InTrial)
        && Covers(InContract, other.InContract) && Covers(Status, other.Status) && Covers(From, other.From) && Covers(To, other.To)
        && Covers(IntervalHeld, other.IntervalHeld) && Covers(IntervalWanted, other.IntervalWanted)
        && Covers(MovesLater, other.MovesLater) && Covers(InFirstTerm, other.InFirstTerm)
        && Outlasts(WithinOfPurchase, other.WithinOfPurchase) && Outlasts(WithinOfTermStart, other.WithinOfTermStart)
        && Outlasts(WithinOfRenewal, other.WithinOfRenewal)
        && CoversChanges(other) && Covers(Keeps, other.Keeps);

    /// <summary>Tells whether some change of plan or interval matches both this case and another one.</summary>
    internal bool MeetsOnPlanChange(Case other) =>
        Meets(Direction, other.Direction) && Meets(Interval, other.Interval) && Meets(InTrial, other.InTrial)
        && Meets(InContract, other.InContract) && Meets(Status, other.Status) && Meets(From, other.From) && Meets(To, other.To)
        && Meets(IntervalHeld, other.IntervalHeld) && Meets(IntervalWanted, other.IntervalWanted) && Meets(InFirstTerm, other.InFirstTerm)
        && ChangesPlan && other.ChangesPlan;

    /// <summary>Tells whether the case names a change, alone or among others.</summary>
    internal bool Names(ChangeKinds change) =>
        (((Changes ?? ChangeKinds.None) | (ChangesOneOf ?? ChangeKinds.None)) & change) != ChangeKinds.None;

    /// <summary>Tells whether a change is present in everything that the case matches.</summary>
    internal bool Requires(ChangeKinds change) => (Changes is { } all && (all & change) != ChangeKinds.None) || ChangesOneOf == change;

    /// <summary>Gives the stated fields, each with its name and with the case that states it beside others.</summary>
    internal List<(string Name, Func<Case, Case> State)> Stated()
    {
        var fields = new List<(string, Func<Case, Case>)>();
        Add(Changes, "changes", only => only with { Changes = Changes });
        Add(ChangesOneOf, "changes one of", only => only with { ChangesOneOf = ChangesOneOf });
        Add(Keeps, "keeps", only => only with { Keeps = Keeps });
        Add(Direction, "direction", only => only with { Direction = Direction });
        Add(Interval, "interval", only => only with { Interval = Interval });
        Add(InTrial, "in trial", only => only with { InTrial = InTrial });
        Add(InContract, "in contract", only => only with { InContract = InContract });
        Add(WithinOfPurchase, "within of the purchase", only => only with { WithinOfPurchase = WithinOfPurchase });
        Add(WithinOfTermStart, "within of the term's start", only => only with { WithinOfTermStart = WithinOfTermStart });
        Add(WithinOfRenewal, "within of the renewal", only => only with { WithinOfRenewal = WithinOfRenewal });
        Add(InFirstTerm, "in the first term", only => only with { InFirstTerm = InFirstTerm });
        Add(IntervalHeld, "interval held", only => only with { IntervalHeld = IntervalHeld });
        Add(IntervalWanted, "interval wanted", only => only with { IntervalWanted = IntervalWanted });
        Add(MovesLater, "moves later", only => only with { MovesLater = MovesLater });
        Add(Status, "status", only => only with { Status = Status });
        Add(From, "from", only => only with { From = From });
        Add(To, "to", only => only with { To = To });
        return fields;

        void Add<T>(T? value, string name, Func<Case, Case> state)
            where T : struct
        {
            if (value is { } stated)
            {
                fields.Add(($"{name} {stated}", state));
            }
        }
    }

    private bool Matches(in Standing now) =>
        Covers(InTrial, now.InTrial) && Covers(InContract, now.InContract) && Covers(Status, now.Status)
        && Covers(InFirstTerm, now.InFirstTerm)
        && now.IsWithin(WithinOfPurchase, now.PurchasedAt) && now.IsWithin(WithinOfTermStart, now.TermStart)
        && now.IsWithin(WithinOfRenewal, now.RenewedAt);

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

    private static bool Meets<T>(T? mine, T? other)
        where T : struct => mine is null || other is null || EqualityComparer<T>.Default.Equals(mine.Value, other.Value);

    private static bool Covers<T>(T? mine, T? other)
        where T : struct => mine is not { } value || (other is { } its && EqualityComparer<T>.Default.Equals(value, its));

    private static bool Covers(ChangeKinds? mine, ChangeKinds? other) =>
        mine is not { } flags || (other is { } its && (its & flags) == flags);

    /// <summary>Whether a window holds all of another one. A month may be shorter than 30 days, so only like units are compared.</summary>
    private static bool Outlasts(BillingInterval? mine, BillingInterval? other) =>
        mine is not { } length || (other is { } its && its.TotalMonths <= length.TotalMonths && its.TotalDays <= length.TotalDays);
}
