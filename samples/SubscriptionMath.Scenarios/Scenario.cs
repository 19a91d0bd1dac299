namespace SubscriptionMath.Scenarios;

/// <summary>A scenario file: the same story, played once or in several variants.</summary>
/// <param name="Id">The id: <c>3-A</c>.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="File">The file, as the reader was given it.</param>
/// <param name="Runs">The story itself, then its variants.</param>
public sealed record Scenario(string Id, string Title, string File, IReadOnlyList<ScenarioRun> Runs);

/// <summary>One way to play a scenario.</summary>
public sealed record ScenarioRun
{
    /// <summary>Gets the name of the variant, or null for the story itself.</summary>
    public required string? Variant { get; init; }

    /// <summary>Gets a remark for the reader, or null.</summary>
    public required string? Note { get; init; }

    /// <summary>Gets the billing zone, in which all dates of the file are meant.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Gets the one currency of the scenario.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the money credit that the account has before the first step.</summary>
    public required MoneyCredit Credit { get; init; }

    /// <summary>Gets the date from which quota months are counted, or null.</summary>
    public required Anchor? QuotaAnchor { get; init; }

    /// <summary>Gets the policy.</summary>
    public required BillingPolicy Policy { get; init; }

    /// <summary>Gets the name of the policy with what the file changes in it.</summary>
    public required string PolicyLabel { get; init; }

    /// <summary>Gets what is sold.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>Gets what happens, in the order of time.</summary>
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }
}

/// <summary>One thing that the customer asks for, and what should come of it.</summary>
public sealed record ScenarioStep
{
    /// <summary>Gets the place of the step in the file: <c>$.steps[1]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets when it happens.</summary>
    public required Instant On { get; init; }

    /// <summary>Gets a remark for the reader, or null.</summary>
    public required string? Note { get; init; }

    /// <summary>Gets whether it is the first purchase; else it is a change of what is held.</summary>
    public required bool IsPurchase { get; init; }

    /// <summary>Gets what is asked for.</summary>
    public required Wish Wish { get; init; }

    /// <summary>Gets the number of members in use, or null where it is not known.</summary>
    public required int? Members { get; init; }

    /// <summary>Gets who asks, or null where it is not known.</summary>
    public required Roles? AskedBy { get; init; }

    /// <summary>Gets the usage credits that were used since the step before, by kind.</summary>
    public required IReadOnlyList<Usage> Used { get; init; }

    /// <summary>Gets whether the payment fails: the quote is made and not accepted.</summary>
    public required bool PaymentFails { get; init; }

    /// <summary>Gets what should come of it.</summary>
    public required IReadOnlyList<Expectation> Expected { get; init; }
}

/// <summary>What a step asks for: what it names differs from today, what is null stays as it is.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Every">The interval.</param>
/// <param name="Quantity">The number of seats, in total.</param>
/// <param name="AddOns">All add-ons wanted.</param>
/// <param name="Timing">When it is to take effect.</param>
public sealed record Wish(
    string? PlanId, BillingInterval? Every, int? Quantity, IReadOnlyList<CartAddOn>? AddOns, RequestedTiming? Timing);

/// <summary>Usage credits that were used.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Units">How many.</param>
/// <param name="Path">The place in the file.</param>
public sealed record Usage(string Kind, decimal Units, string Path);
