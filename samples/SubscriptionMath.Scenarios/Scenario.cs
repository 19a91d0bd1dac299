namespace SubscriptionMath.Scenarios;

/// <summary>A scenario file: the same story, played once or in several variants.</summary>
/// <param name="Id">The id: <c>3-A</c>.</param>
/// <param name="Title">The subject, in a line.</param>
/// <param name="File">The file, as the reader was given it.</param>
/// <param name="Runs">The scenario itself, then its variants.</param>
public sealed record Scenario(string Id, string Title, string File, IReadOnlyList<ScenarioRun> Runs)
{
    /// <summary>Gives id, title and variant in a line.</summary>
    internal string TitleOf(ScenarioRun run) => $"{Id} · {Title}{(run.Variant is { } variant ? $", {variant}" : "")}";
}

/// <summary>One way to play a scenario.</summary>
public sealed record ScenarioRun
{
    /// <summary>Gets the name of the variant, or null for the scenario itself.</summary>
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

    /// <summary>Gets the name of the policy with the file's changes.</summary>
    public required string PolicyLabel { get; init; }

    /// <summary>Gets the products for sale.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>Gets the stretches of time in which payments fail.</summary>
    public required IReadOnlyList<Term> PaymentsFail { get; init; }

    /// <summary>Gets the steps, in the order of time.</summary>
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }
}
