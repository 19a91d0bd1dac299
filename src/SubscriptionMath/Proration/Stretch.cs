namespace SubscriptionMath;

/// <summary>A stretch of time, the period whose price it carries, and the interval of that price where it is known.</summary>
internal readonly record struct Stretch(Term Covers, Term Period, BillingInterval? Every)
{
    internal BillingInterval Interval => Every
        ?? throw new ArgumentException($"To divide {Covers} by other than its period, the interval of the price must be told.", nameof(Every));
}
