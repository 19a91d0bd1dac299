namespace SubscriptionMath.Tests.Conformance;

/// <summary>The source of an engine's numbers.</summary>
/// <param name="Engine">As the records name it.</param>
/// <param name="Name">As the engine names itself.</param>
/// <param name="Repository">Its public repository, or "" where the records name pages.</param>
/// <param name="Version">The commit that was read, or "" where the records name the lines.</param>
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
        new("polar", "Polar", "polarsource/polar", ""),
        new("rubymoney", "Ruby Money", "RubyMoney/money", ""),
        new("dinero.js", "Dinero.js", "dinerojs/dinero.js", ""),
        new("moneyphp", "Money PHP", "moneyphp/money", ""),
        new("joda-money", "Joda-Money", "JodaOrg/joda-money", ""),
        new("help articles", "Help articles", "", ""),
        .. Commercial.Select(name => new EngineOrigin(name, name, "", "")),
    ];

    /// <summary>Systems whose documents, toolkits and public tests hold the numbers.</summary>
    private static IEnumerable<string> Commercial =>
        PublishedRecords.Everything.Where(record => record.Source == "billing-engines.json").Select(record => record.Engine).Distinct();

    public string Where => Repository.Length == 0 ? "pages that the records name"
        : Version.Length == 0 ? $"its own tests, [{Repository}](https://github.com/{Repository})"
        : $"its own tests, [{Repository}](https://github.com/{Repository}) at `{Version}`";

    public static EngineOrigin Of(string engine) => All.Single(origin => origin.Engine == engine);
}
