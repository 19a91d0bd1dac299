namespace SubscriptionMath;

/// <summary>The policy's answer to: how is time left counted against the period whose price is divided?</summary>
public sealed record Measure
{
    /// <summary>Calendar days; the day of the change belongs to the new item.</summary>
    public static Measure Days { get; } = new() { Grain = Grain.CalendarDays, ChangeDay = ChangeDay.New };

    /// <summary>Elapsed seconds.</summary>
    public static Measure Seconds { get; } = new() { Grain = Grain.Seconds, ChangeDay = ChangeDay.New };

    /// <summary>Months not started, of the item's own months.</summary>
    public static Measure MonthsNotStarted { get; } = new() { Grain = Grain.MonthsNotStarted, ChangeDay = ChangeDay.New };

    /// <summary>Gets the unit that is counted.</summary>
    public required Grain Grain { get; init => field = Require.Defined(value, nameof(Grain)); }

    /// <summary>Gets to which item the day of the change belongs; other answers than "new" need the grain of calendar days.</summary>
    public required ChangeDay ChangeDay { get; init => field = Require.Defined(value, nameof(ChangeDay)); }
}
