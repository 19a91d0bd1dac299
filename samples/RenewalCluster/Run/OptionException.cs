namespace RenewalCluster;

/// <summary>An option of the command line is wrong.</summary>
/// <param name="message">The sentence that says which.</param>
public sealed class OptionException(string message) : Exception(message);
