using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>
/// How the records of commercial engines write things: "60.00/month", "04-15", "5->7", "50%". Where they leave out the year, it is one without a leap day; where they
/// leave out the zone, it is UTC; and where they only say a part of a period, the period has as many days as the part has parts.
/// </summary>
internal static partial class Trade
{
    /// <summary>The year of a date that is written without one.</summary>
    public const int Year = 2023;

    /// <summary>A price as it is written, with its interval: a month where none is.</summary>
    public static (decimal Amount, BillingInterval Interval) Price(string text)
    {
        var price = Priced().Match(text);
        var interval = price.Groups["interval"];
        return (decimal.Parse(price.Groups["amount"].Value, CultureInfo.InvariantCulture), interval.Success ? Units.Of(interval.Value) : BillingInterval.Month);
    }

    /// <summary>All whole numbers of a text, in their order.</summary>
    public static List<int> Numbers(string text) =>
        [.. Whole().Matches(text).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))];

    /// <summary>The first instant of a date, written with or without its year.</summary>
    public static Instant Day(string text) => Date(text).AtMidnight().InUtc().ToInstant();

    public static LocalDate Date(string text) =>
        LocalDatePattern.Iso.Parse(text.Length == "04-15".Length ? $"{Year}-{text}" : text).Value;

    /// <summary>The month and day of an instant, as the records write it.</summary>
    public static string Say(Instant instant) => Say(instant.InUtc().Date);

    public static string Say(LocalDate date) => LocalDatePattern.CreateWithInvariantCulture("MM-dd").Format(date);

    public static string SayYear(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static LocalDate FirstDate(this Term term) => term.Start.InUtc().Date;

    /// <summary>The last day, inclusive.</summary>
    public static LocalDate LastDate(this Term term) => term.End.InUtc().Date.PlusDays(-1);

    /// <summary>An amount with its decimals, without its currency.</summary>
    public static string Bare(this Money money) => money.Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>All that is given back: what is unused, and what is conceded beyond it.</summary>
    public static Money GivenBack(this Quote quote) => quote.Totals.Credited + quote.Totals.Goodwill;

    public static Line New(this Quote quote) => quote.Lines.Single(line => line.Kind == LineKind.NewPrice);

    public static Line Unused(this Quote quote) => quote.Lines.Single(line => line.Kind == LineKind.Unused);

    /// <summary>A setting of the policy; "" where the record names none.</summary>
    public static string Setting(this PublishedRecord record, string name) =>
        record.Policy is { } policy && policy.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";

    /// <summary>Holds a setting to the values that an adapter's policy stands for, where the record has it: under another the record is not answered.</summary>
    public static PublishedRecord Under(this PublishedRecord record, string name, params ReadOnlySpan<string> values) =>
        record.Setting(name) is { Length: > 0 } value && !values.Contains(value)
            ? throw new InvalidOperationException($"The setting \"{name}\" is {value}, which the adapter does not read.")
            : record;

    /// <summary>Two plans, the old one below the new.</summary>
    public static Catalog Plans((decimal Amount, BillingInterval Interval) old, (decimal Amount, BillingInterval Interval) @new, bool down = false) => Catalog.Of(
        Plain.Plan("old", 1, old.Amount, old.Interval), Plain.Plan("new", down ? 0 : 2, @new.Amount, @new.Interval));

    [GeneratedRegex(@"^(?<amount>\d+(?:\.\d+)?)(?:/(?:[a-z]+/)?(?<interval>month|year|week|quarter))?")]
    private static partial Regex Priced();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Whole();
}
