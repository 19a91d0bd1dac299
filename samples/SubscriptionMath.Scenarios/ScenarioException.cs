namespace SubscriptionMath.Scenarios;

/// <summary>A scenario that cannot be played as it is written: where, what was expected there, and what was found.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file, as the reader was given it.</param>
    /// <param name="path">The place in it, as a JSON path.</param>
    /// <param name="expected">What was expected there.</param>
    /// <param name="found">What was found instead.</param>
    /// <param name="inner">What went wrong beneath, or null.</param>
    public ScenarioException(string file, string path, string expected, string found, Exception? inner = null)
        : base($"{file}, {path}: expected {expected}; found {found}", inner) =>
        (File, Path, Expected, Found) = (file, path, expected, found);

    /// <summary>Gets the file.</summary>
    public string File { get; }

    /// <summary>Gets the place in the file: <c>$.steps[1].change.plan</c>.</summary>
    public string Path { get; }

    /// <summary>Gets what was expected there.</summary>
    public string Expected { get; }

    /// <summary>Gets what was found instead.</summary>
    public string Found { get; }
}
