namespace SubscriptionMath.Scenarios;

/// <summary>A scenario that cannot be played as written: the place, the expected value and the value found.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file, as the reader was given it.</param>
    /// <param name="path">The place in the file, as a JSON path.</param>
    /// <param name="expected">The expected value.</param>
    /// <param name="found">The value found.</param>
    /// <param name="inner">The cause, or null.</param>
    /// <param name="question">A question at the end of the message, such as <c>; did you mean "company"?</c>.</param>
    public ScenarioException(string file, string path, string expected, string found, Exception? inner = null, string question = "")
        : base($"{file}, {path}: expected {expected}; found {found}{question}", inner) =>
        (File, Path, Expected, Found) = (file, path, expected, found);

    /// <summary>Gets the file.</summary>
    public string File { get; }

    /// <summary>Gets the place in the file: <c>$.steps[1].change.plan</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the expected value.</summary>
    public string Expected { get; }

    /// <summary>Gets the value found.</summary>
    public string Found { get; }
}
