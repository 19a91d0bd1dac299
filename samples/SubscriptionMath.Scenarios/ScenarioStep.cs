namespace SubscriptionMath.Scenarios;

/// <summary>The kind of a step.</summary>
public enum StepKind
{
    /// <summary>The first purchase, or the first one after the end.</summary>
    Buy,

    /// <summary>A change of the items held.</summary>
    Change,

    /// <summary>A cancellation.</summary>
    Cancel,

    /// <summary>A pause.</summary>
    Pause,

    /// <summary>The end of a pause, or a cancellation taken back.</summary>
    Resume,

    /// <summary>The pending change is withdrawn.</summary>
    Withdraw,

    /// <summary>The next term is bought ahead of its time.</summary>
    Renew,

    /// <summary>Deferred charges are collected.</summary>
    Collect,

    /// <summary>Usage credits are used, and nothing is asked for.</summary>
    Use,

    /// <summary>Time passes, and nothing is asked for.</summary>
    Advance,
}

/// <summary>One action of the customer, or time that passes, with its expected results.</summary>
/// <remarks>Every event due up to its moment, inclusive, comes first.</remarks>
public sealed record ScenarioStep
{
    /// <summary>Gets the place of the step in the file: <c>$.steps[1]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the name of the subscription, or null for the first one.</summary>
    public required string? Subscription { get; init; }

    /// <summary>Gets the moment.</summary>
    public required Instant On { get; init; }

    /// <summary>Gets a remark for the reader, or null.</summary>
    public required string? Note { get; init; }

    /// <summary>Gets the kind.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Gets the request.</summary>
    public required Wish Wish { get; init; }

    /// <summary>Gets the number of members in use from now on, or null for as before.</summary>
    public required int? Members { get; init; }

    /// <summary>Gets the role of the person who asks from now on, or null for as before.</summary>
    public required Roles? AskedBy { get; init; }

    /// <summary>Gets the number of the account's other subscriptions from now on, or null for as before.</summary>
    public required int? OtherSubscriptions { get; init; }

    /// <summary>Gets the usage credits that were used since the step before, by kind.</summary>
    public required IReadOnlyList<Usage> Used { get; init; }

    /// <summary>Gets whether the payment of the request fails.</summary>
    public required bool PaymentFails { get; init; }

    /// <summary>Gets the expected results of the step, and of the events before it.</summary>
    public required IReadOnlyList<Expectation> Expected { get; init; }
}

/// <summary>The request of a step: named properties differ from today, null ones stay.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Interval">The interval.</param>
/// <param name="Quantity">The number of seats, in total.</param>
/// <param name="AddOns">All add-ons wanted.</param>
/// <param name="Timing">The time to take effect.</param>
/// <param name="Until">The end of a pause.</param>
public sealed record Wish(
    string? PlanId = null,
    BillingInterval? Interval = null,
    int? Quantity = null,
    IReadOnlyList<CartAddOn>? AddOns = null,
    RequestedTiming? Timing = null,
    Instant? Until = null)
{
    /// <summary>Gets the date on which a change takes effect, or null.</summary>
    public Instant? Date { get; init; }

    /// <summary>Gets all discounts wanted, or null for those of today.</summary>
    public IReadOnlyList<Discount>? Discounts { get; init; }
}

/// <summary>Usage credits that were used.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Units">How many.</param>
/// <param name="Path">The place in the file.</param>
public sealed record Usage(string Kind, decimal Units, string Path);
