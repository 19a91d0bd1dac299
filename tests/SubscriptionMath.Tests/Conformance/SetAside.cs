namespace SubscriptionMath.Tests.Conformance;

/// <summary>A reason for which some records are not counted as passed, and which records those are: by what they ask, never by how they came out.</summary>
/// <param name="Outcome">Passed with input from the caller, out of scope, or not expressible.</param>
/// <param name="Reason">Why, as the page says it.</param>
/// <param name="Covers">Whether a record is meant, from its kind, engine, function and inputs.</param>
internal sealed partial record SetAside(Outcome Outcome, string Reason, Func<PublishedRecord, bool> Covers)
{
    /// <summary>Gets the answer that a policy would need; "" where none is missing: the record lacks something, or its question has no place in a policy.</summary>
    public string Missing { get; init; } = "";

    /// <summary>
    /// The whole table; the first row that covers a record decides. A record may only be named by its id where it contradicts its own rule or lacks inputs,
    /// with the proof beside it.
    /// </summary>
    public static IReadOnlyList<SetAside> All { get; } = [.. OutOfScope, .. NotExpressible, .. WithInput];
}
