using NodaTime;

namespace SubscriptionMath;

/// <summary>The values that a pricing starts from.</summary>
/// <param name="Before">The subscription as it is.</param>
/// <param name="Facts">The facts that only the caller knows.</param>
/// <param name="Policy">The policy of the vendor.</param>
/// <param name="Moment">The instant that divides the old from the new.</param>
internal sealed record Circumstances(Subscription Before, Facts Facts, BillingPolicy Policy, Instant Moment)
{
    /// <summary>Gets whether a term ends at the moment.</summary>
    internal bool AtBoundary { get; init; }

    internal DateTimeZone Zone => Before.Zone;

    internal Currency Currency => Before.Currency;

    internal RoundingMode Mode => Policy.Rounding.Mode;

    /// <summary>Gets the part of the time that is left, if the caller says it; at a boundary it is counted.</summary>
    internal Fraction? TimeLeft => AtBoundary ? null : Facts.TimeLeft;

    /// <summary>The measure, with the part that is left if the caller says it.</summary>
    internal Measure Counted(Measure measure) => TimeLeft is { } left
        ? measure with { Said = new Share(checked((long)left.Numerator), checked((long)left.Denominator), Grain.Parts) }
        : measure;
}
