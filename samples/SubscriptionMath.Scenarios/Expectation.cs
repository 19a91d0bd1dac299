namespace SubscriptionMath.Scenarios;

/// <summary>A figure that a step, or what happens by itself before it, should come to.</summary>
/// <param name="Path">The place in the file: <c>$.steps[1].expect.dueNow</c>.</param>
/// <param name="Name">The name of the figure: <c>dueNow</c>.</param>
/// <param name="Text">What it should be, in the one spelling in which figures are compared.</param>
/// <param name="Event">The place of the event that it is about among those before the step, or null where it is about the step.</param>
public sealed record Expectation(string Path, string Name, string Text, int? Event = null);

/// <summary>A figure that came to something else.</summary>
/// <param name="Expected">What it should be.</param>
/// <param name="Actual">What it is.</param>
public sealed record Mismatch(Expectation Expected, string Actual)
{
    /// <summary>Tells it in a line.</summary>
    public override string ToString() => $"{Expected.Path}: expected {Expected.Text}, actual {Actual}";
}
