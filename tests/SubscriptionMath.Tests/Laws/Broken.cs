namespace SubscriptionMath.Tests;

/// <summary>Where a policy's own rule breaks a law: by policy and rule, never by case. Each stands in docs/laws.md, too, and is proved to be needed.</summary>
internal static class Broken
{
    internal static bool For(string law, NamedPolicy policy) => false;

    internal static bool For(string law, Trip trip) => false;
}
