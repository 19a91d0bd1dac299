namespace SubscriptionMath.Tests.Conformance;

/// <summary>Where an engine's numbers are from.</summary>
/// <param name="Engine">As the records name it.</param>
/// <param name="Name">As the engine names itself.</param>
/// <param name="Repository">Its public repository, or "" where the records name one each.</param>
/// <param name="Version">The commit that was read.</param>
internal sealed record EngineOrigin(string Engine, string Name, string Repository, string Version)
{
    public static IReadOnlyList<EngineOrigin> All { get; } =
    [
        new("Kill Bill", "Kill Bill", "killbill/killbill", "cb60779c"),
        new("autumn", "Autumn", "useautumn/autumn", "187c0a7fd"),
        new("flexprice", "Flexprice", "flexprice/flexprice", "e4b5303fd"),
        new("issue-thread", "Public complaints", "", ""),
        new("lago", "Lago", "getlago/lago-api", "1b1c24a6a"),
        new("meteroid", "Meteroid", "meteroid-oss/meteroid", "6a27ef61"),
        new("openmeter", "OpenMeter", "openmeterio/openmeter", "7e57a394a"),
    ];

    public string Where => Repository.Length > 0
        ? $"its own tests, [{Repository}](https://github.com/{Repository}) at `{Version}`"
        : "threads on GitHub, which the records name";

    public static EngineOrigin Of(string engine) => All.Single(origin => origin.Engine == engine);
}
