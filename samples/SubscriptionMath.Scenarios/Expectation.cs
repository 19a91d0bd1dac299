namespace SubscriptionMath.Scenarios;

/// <summary>A figure that a step should come to.</summary>
/// <param name="Path">The place in the file: <c>$.steps[1].expect.dueNow</c>.</param>
/// <param name="Name">The name of the figure: <c>dueNow</c>.</param>
/// <param name="Text">What it should be, in the one spelling in which figures are compared.</param>
public sealed record Expectation(string Path, string Name, string Text);

/// <summary>A figure that came to something else.</summary>
/// <param name="Expected">What it should be.</param>
/// <param name="Actual">What it is.</param>
public sealed record Mismatch(Expectation Expected, string Actual)
{
    /// <summary>Tells it in a line.</summary>
    public override string ToString() => $"{Expected.Path}: expected {Expected.Text}, actual {Actual}";
}
