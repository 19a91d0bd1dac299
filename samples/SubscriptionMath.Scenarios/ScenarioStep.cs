namespace SubscriptionMath.Scenarios;

/// <summary>What a step is about.</summary>
public enum StepKind
{
    /// <summary>The first purchase, or the first one after the end.</summary>
    Buy,

    /// <summary>A change of what is held.</summary>
    Change,

    /// <summary>A termination.</summary>
    Terminate,

    /// <summary>A pause.</summary>
    Pause,

    /// <summary>The end of a pause, or a termination taken back.</summary>
    Resume,

    /// <summary>What is pending is taken back.</summary>
    Withdraw,

    /// <summary>The next term is bought ahead of its time.</summary>
    Renew,

    /// <summary>What waits for the next invoice is collected.</summary>
    Collect,

    /// <summary>Usage credits are used, and nothing is asked for.</summary>
    Use,

    /// <summary>Time passes, and nothing is asked for.</summary>
    Advance,
}

/// <summary>One thing that somebody does, or just time that passes, and what should come of it.</summary>
/// <remarks>Whatever is due by itself up to its moment, inclusive, comes first.</remarks>
public sealed record ScenarioStep
{
    /// <summary>Gets the place of the step in the file: <c>$.steps[1]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets when it happens.</summary>
    public required Instant On { get; init; }

    /// <summary>Gets a remark for the reader, or null.</summary>
    public required string? Note { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Gets what is asked for.</summary>
    public required Wish Wish { get; init; }

    /// <summary>Gets the number of members in use, or null where it is not known.</summary>
    public required int? Members { get; init; }

    /// <summary>Gets who asks, or null where it is not known.</summary>
    public required Roles? AskedBy { get; init; }

    /// <summary>Gets the number of the account's other subscriptions from now on, or null where it is as before.</summary>
    public required int? OtherSubscriptions { get; init; }

    /// <summary>Gets the usage credits that were used since the step before, by kind.</summary>
    public required IReadOnlyList<Usage> Used { get; init; }

    /// <summary>Gets whether the payment of what is asked for fails.</summary>
    public required bool PaymentFails { get; init; }

    /// <summary>Gets what should come of it, and of what happens by itself before it.</summary>
    public required IReadOnlyList<Expectation> Expected { get; init; }
}

/// <summary>What a step asks for: what it names differs from today, what is null stays as it is.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Every">The interval.</param>
/// <param name="Quantity">The number of seats, in total.</param>
/// <param name="AddOns">All add-ons wanted.</param>
/// <param name="Timing">When it is to take effect.</param>
public sealed record Wish(
    string? PlanId = null,
    BillingInterval? Every = null,
    int? Quantity = null,
    IReadOnlyList<CartAddOn>? AddOns = null,
    RequestedTiming? Timing = null);

/// <summary>Usage credits that were used.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Units">How many.</param>
/// <param name="Path">The place in the file.</param>
public sealed record Usage(string Kind, decimal Units, string Path);
