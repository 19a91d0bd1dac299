using System.Text.RegularExpressions;
using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>An instant that the record may write as a date, or in words: "now", "start+31d", "chargedThroughDate+1y".</summary>
internal sealed record Spoken(Instant? Instant, Words Words);

/// <summary>The instants that a record has names for, in UTC.</summary>
internal sealed partial class Words : Dictionary<string, Instant>
{
    /// <summary>The instant of a word, a date, or either with days, months or years added, or of the later of two; null where it is none.</summary>
    public Instant? Read(string text)
    {
        if (Latest().Match(text) is { Success: true } latest)
            return Read(latest.Groups["one"].Value) is { } one && Read(latest.Groups["other"].Value) is { } other ? NodaTime.Instant.Max(one, other) : null;

        if (Sum().Match(text) is not { Success: true } sum)
            return null;

        var name = sum.Groups["name"].Value;
        LocalDateTime? from = TryGetValue(name, out var named) ? named.InUtc().LocalDateTime
            : LocalDatePattern.Iso.Parse(name).TryGetValue(default, out var date) ? date.AtMidnight()
            : null;
        if (from is not { } moment || !sum.Groups["count"].Success)
            return from?.InUtc().ToInstant();

        var count = int.Parse(sum.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture) * (sum.Groups["sign"].Value == "-" ? -1 : 1);
        return (sum.Groups["unit"].Value switch
        {
            "d" => moment.PlusDays(count),
            "mo" => moment.PlusMonths(count),
            _ => moment.PlusYears(count),
        }).InUtc().ToInstant();
    }

    public Instant At(string text) => Read(text) ?? throw new ArgumentException($"\"{text}\" is no instant.", nameof(text));

    public Spoken Say(Instant? instant) => new(instant, this);

    [GeneratedRegex(@"^max\((?<one>[^,()]+), (?<other>[^,()]+)\)$")]
    private static partial Regex Latest();

    [GeneratedRegex(@"^(?<name>[A-Za-z]+|\d{4}-\d\d-\d\d)(?:(?<sign>[+-])(?<count>\d+)(?<unit>d|mo|y))?$")]
    private static partial Regex Sum();
}
