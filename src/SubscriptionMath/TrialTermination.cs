using NodaTime;

namespace SubscriptionMath;

/// <summary>The end of a trial as a separate calculation, for callers with a model of their own.</summary>
public static class TrialTermination
{
    /// <summary>Gives the trial after a change, within the trial, to a plan without a trial of its own.</summary>
    /// <param name="trial">The trial; its end is exclusive.</param>
    /// <param name="at">The instant of the change, within the trial.</param>
    /// <param name="fate">The policy's answer for the trial.</param>
    /// <returns>
    /// The same trial if it is kept; else the part before the change: no other trial could begin anew or be counted from the start.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant does not lie in the trial.</exception>
    /// <example>A trial from 1 to 15 March, ended by an upgrade on 8 March, ran from 1 to 8 March.</example>
    public static Term After(Term trial, Instant at, TrialFate fate) => fate switch
    {
        _ when !trial.Contains(at) =>
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The trial {trial} does not contain the instant."),
        TrialFate.Kept => trial,
        TrialFate.Ended or TrialFate.Restarted or TrialFate.FromTheStart => trial.Until(at),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "There is no such fate of a trial."),
    };

    /// <summary>Gives the trial after a change, within the trial, to a plan with a trial of its own.</summary>
    /// <param name="trial">The trial; its end is exclusive.</param>
    /// <param name="at">The instant of the change, within the trial.</param>
    /// <param name="fate">The policy's answer for the trial.</param>
    /// <param name="offer">The trial of the new plan.</param>
    /// <param name="zone">The billing zone, in which the days of the trial are counted.</param>
    /// <returns>
    /// The same trial if it is kept; the part before the change if it is ended; else the new plan's trial, from the change on or from the
    /// start of the old one. If the latter would be over by the change, the part before the change.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant does not lie in the trial.</exception>
    /// <example>
    /// Ten days from 5 March, changed on 8 March to a plan with thirteen: to 21 March restarted, to 18 March from the start.
    /// </example>
    public static Term After(Term trial, Instant at, TrialFate fate, TrialOffer offer, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(zone);
        var otherwise = After(trial, at, fate);
        return fate switch
        {
            TrialFate.Restarted => offer.TermFrom(at, zone),
            TrialFate.FromTheStart when offer.TermFrom(trial.Start, zone) is var longer && longer.Contains(at) => longer,
            _ => otherwise,
        };
    }

    /// <summary>Gives the payments of an amount due when a trial ends on the way up.</summary>
    /// <param name="oldPrice">The price of the plan of the trial.</param>
    /// <param name="amount">The amount due, which is the sum of the payments.</param>
    /// <param name="due">The policy's answer for the payment.</param>
    /// <returns>One payment; or the old price and the rest, if the policy asks for two and there is a rest.</returns>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    /// <example>EUR 240.00 due, EUR 100.00 of it the old price: EUR 100.00 and EUR 140.00 (WhaleBooks, S3.12).</example>
    public static Sequence<Money> Payments(Money oldPrice, Money amount, PaymentTiming due)
    {
        var (first, second) = Parts(oldPrice, amount, due);
        return second.IsZero ? [first] : [first, second];
    }

    /// <summary>Gives an amount as the first payment and the second one, which is zero if there is one payment.</summary>
    internal static (Money First, Money Second) Parts(Money oldPrice, Money amount, PaymentTiming due) =>
        due == PaymentTiming.NowAsOldPriceThenDifference && oldPrice.IsPositive && oldPrice < amount
            ? (oldPrice, amount - oldPrice)
            : (amount, Money.Zero(amount.Currency));
}
