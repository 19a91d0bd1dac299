using NodaTime;

namespace SubscriptionMath;

/// <summary>The given values of a pricing: subscription, facts, policy and instant. Every stage reads them.</summary>
/// <param name="Before">The subscription before the change or event.</param>
/// <param name="Facts">The facts that only the caller knows.</param>
/// <param name="Policy">The policy of the vendor.</param>
/// <param name="Moment">The instant that divides old from new: of a change, or of a term's end.</param>
internal sealed record Circumstances(Subscription Before, Facts Facts, BillingPolicy Policy, Instant Moment)
{
    /// <summary>Gets whether a term ends at the moment.</summary>
    internal bool AtBoundary { get; init; }

    /// <summary>Gives the same values at a moment.</summary>
    internal Circumstances At(Instant moment) => moment == Moment ? this : this with { Moment = moment };

    internal DateTimeZone Zone => Before.Zone;

    internal Currency Currency => Before.Currency;

    internal RoundingMode Mode => Policy.Proration.Rounding.Mode;

    /// <summary>Gets the caller's figure for the part of the time left, or null for none. At a boundary the library counts.</summary>
    internal Fraction? TimeLeft => AtBoundary ? null : Facts.TimeLeft;

    /// <summary>Gives a measure with the caller's figure for the time left, if there is one.</summary>
    internal Measure Counted(Measure measure) => TimeLeft is { } left
        ? measure with { Said = new Share(checked((long)left.Numerator), checked((long)left.Denominator), ProrationUnit.Parts) }
        : measure;
}
