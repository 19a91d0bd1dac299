using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The life of a subscription up to an instant: every event and every command, with its entries and the state after it.</summary>
/// <remarks>
/// A timeline can stop at any instant and be played on. Playing a script to one instant and then to a second gives the same timeline as
/// playing it to the second at once. The cost is in proportion to the number of steps.
/// </remarks>
/// <example>
/// <c>Timeline.Of(subscription, Facts.None).Play(Script.Empty, catalog, policy, until)</c> lets a subscription renew by itself.
/// </example>
public sealed partial record Timeline
{
    private readonly StepLog _steps = StepLog.Empty;

    private StepLog Log { init => _steps = value; }

    /// <summary>Gets the instant up to which the timeline was played, inclusive, or null before the first play.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant? Until { get; init; }

    /// <summary>Gets the steps, in order.</summary>
    public required Sequence<TimelineStep> Steps { get => _steps.All; init => _steps = StepLog.Of(value); }

    /// <summary>Gets the subscription as it is now.</summary>
    public required Subscription Subscription { get; init => field = Require.NotNull(value, nameof(Subscription)); }

    /// <summary>Gets the facts as they are now; the money credit among them.</summary>
    public required Facts Facts { get; init => field = Require.NotNull(value, nameof(Facts)); }

    /// <summary>Begins a timeline with a subscription as it is.</summary>
    /// <param name="subscription">The subscription; one without a purchase yet begins with a purchase.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Timeline Of(Subscription subscription, Facts facts) =>
        new() { Until = null, Steps = default, Subscription = subscription, Facts = facts };

    /// <summary>This timeline with more steps, without a copy of the earlier ones.</summary>
    internal Timeline Then(Sequence<TimelineStep> steps, Instant until, Subscription subscription, Facts facts) =>
        this with { Log = _steps.Then(steps), Until = until, Subscription = subscription, Facts = facts };

    /// <summary>Plays on, up to an instant.</summary>
    /// <param name="script">The script; its commands after <see cref="Until"/>, exclusive, are played.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="until">The instant, inclusive; an event comes before a command at the same instant.</param>
    /// <returns>The timeline with every step by then.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A command asks for a product that the catalog does not have, or for an impossible change.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="Until"/>.</exception>
    public Timeline Play(Script script, Catalog catalog, BillingPolicy policy, Instant until)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(catalog);
        PolicyCheck.Require(policy);
        if (Until is { } played && until < played)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, $"The timeline was already played to {played}.");
        }

        return new Player(this, script, catalog, policy).PlayTo(until);
    }

    /// <summary>Plays one command at the instant of <see cref="Until"/>, after the events and commands of that instant.</summary>
    /// <param name="command">The command; its instant is <see cref="Until"/>.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="paymentFails">Whether the payment of the command fails, if there is one.</param>
    /// <returns>The timeline with one more step.</returns>
    /// <remarks>
    /// A caller who knows the script beforehand uses <see cref="Play"/>, with the same result. This method serves a caller who learns of a
    /// command at its instant. An event that the command makes due at once (the end of an empty term) happens when the timeline is played
    /// on.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The command asks for a product that the catalog does not have, or for an impossible change.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The command is not at <see cref="Until"/>: play to its instant first.</exception>
    /// <example>
    /// A month to 1 May, played to 1 May: it has been renewed. <c>line.Do(new Command.Ask { At = may, Change = upgrade }, catalog, policy,
    /// paymentFails: false)</c> prices the upgrade on the first day of the new month.
    /// </example>
    public Timeline Do(Command command, Catalog catalog, BillingPolicy policy, bool paymentFails)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(catalog);
        PolicyCheck.Require(policy);
        if (Until != command.At)
        {
            throw new ArgumentOutOfRangeException(
                nameof(command), command.At,
                $"The timeline was played to {(Until is { } played ? played.ToString() : "no instant")}; play it to {command.At} first.");
        }

        var script = paymentFails ? new Script { PaymentsFail = [new Term(command.At, command.At + Duration.Epsilon)] } : Script.Empty;
        return new Player(this, script, catalog, policy).Do(command);
    }
}
