using NodaTime;

namespace SubscriptionMath;

/// <summary>A later phase of a price.</summary>
/// <param name="After">The time from the start of the first phase to the start of this one, counted in the subscription's zone.</param>
/// <param name="Model">The model of the phase, in place of the one before.</param>
public sealed record PricePhase(BillingInterval After, PriceModel Model)
{
    /// <summary>Gets the model, which gives the amount for a number of units.</summary>
    public PriceModel Model { get; init => field = Require.NotNull(value, nameof(Model)); } = Require.NotNull(Model);

    /// <summary>The start of the phase, given that of the first phase.</summary>
    internal Instant Start(Instant from, DateTimeZone zone)
    {
        var start = from.LocalAt(zone);
        return new Anchor(start).Next(start, After).AtStart(zone);
    }

    internal static Sequence<PricePhase> InOrder(Sequence<PricePhase> phases, string name)
    {
        for (var i = 1; i < phases.Count; i++)
        {
            if (phases[i].After.CompareTo(phases[i - 1].After) <= 0)
            {
                throw new ArgumentException($"The phase after {phases[i].After} does not come after the one after {phases[i - 1].After}.",
                    name);
            }
        }

        return phases;
    }
}
