namespace SubscriptionMath.Scenarios;

/// <summary>An expected figure of a step, or of an event before the step.</summary>
/// <param name="Path">The place in the file: <c>$.steps[1].expect.dueNow</c>.</param>
/// <param name="Name">The name of the figure: <c>dueNow</c>.</param>
/// <param name="Text">The expected value, in the one spelling in which figures are compared.</param>
/// <param name="Event">The index of the event among those before the step, or null for the step itself.</param>
public sealed record Expectation(string Path, string Name, string Text, int? Event = null)
{
    /// <summary>Gets the parts that the file names, if the figure has parts; the others are not compared.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}

/// <summary>A figure that came to something else.</summary>
/// <param name="Expected">The expected value.</param>
/// <param name="Actual">The actual value.</param>
public sealed record Mismatch(Expectation Expected, string Actual)
{
    /// <summary>Tells the difference in a line.</summary>
    public override string ToString() => $"{Expected.Path}: expected {Expected.Text}, actual {Actual}";
}
