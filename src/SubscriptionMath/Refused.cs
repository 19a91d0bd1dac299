namespace SubscriptionMath;

/// <summary>A change that the policy does not allow. A refusal has no entries and changes nothing.</summary>
public sealed record Refused : Answer
{
    /// <summary>Gets the reason, as a stable code.</summary>
    public required RefusalCode Code { get; init => field = Require.Defined(value, nameof(Code)); }

    /// <summary>Gets the reason, as an English sentence.</summary>
    public required string Message { get; init => field = Require.Text(value, nameof(Message)); }

    /// <summary>
    /// Gets the id of the plan or add-on concerned, the kind of usage credit, or the name of the fact; null if the refusal concerns none.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>Gets the value that was asked for, as text: an id, an interval, a currency, a number; null for none.</summary>
    /// <example>"3 months", "USD", "151".</example>
    public string? Asked { get; init; }

    /// <summary>Gets the values that can be had instead, in the order of the catalog; empty if none can be named.</summary>
    /// <remarks>Of a number of units, the least one, and then the greatest one if there is one.</remarks>
    /// <example>Storage asked for by the quarter: "month", "year". Five seats of a plan for one: "1", "1".</example>
    public Sequence<string> Available { get; init; }

    private protected override void Seal()
    {
    }
}
