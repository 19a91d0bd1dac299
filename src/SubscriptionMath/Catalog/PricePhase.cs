using NodaTime;

namespace SubscriptionMath;

/// <summary>A later phase of a price: what is charged from then on.</summary>
/// <param name="After">How long after the first phase began it begins, counted in the subscription's zone.</param>
/// <param name="Model">How the amount follows from the number of units, in place of the one before.</param>
public sealed record PricePhase(BillingInterval After, PriceModel Model)
{
    /// <summary>Gets how the amount follows from the number of units.</summary>
    public PriceModel Model { get; init => field = Require.NotNull(value, nameof(Model)); } = Require.NotNull(Model);

    /// <summary>When it begins, where the first phase begins at an instant.</summary>
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
                throw new ArgumentException($"The phase after {phases[i].After} does not come after the one after {phases[i - 1].After}.", name);
            }
        }

        return phases;
    }
}
