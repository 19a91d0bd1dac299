namespace RenewalCluster;

/// <summary>How long one part of the cluster waits for another.</summary>
internal static class Waiting
{
    /// <summary>Gets the time after which a call without an answer is given up, and asked again.</summary>
    public static TimeSpan ForAnAnswer { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the time before a shard that gave no answer is asked again.</summary>
    public static TimeSpan BeforeTheNextTry { get; } = TimeSpan.FromMilliseconds(250);
}
