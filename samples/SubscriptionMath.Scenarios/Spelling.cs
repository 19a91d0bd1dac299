using System.Globalization;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>The one spelling in which figures are compared.</summary>
internal static class Spelling
{
    internal const string None = "none";

    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>An amount with its sign: "+50.14", "-120.33".</summary>
    internal static string Signed(Money amount) =>
        (amount.IsPositive ? "+" : "") + amount.Amount.ToString(CultureInfo.InvariantCulture);

    internal static string Units(decimal units) => units.ToString("0.############", CultureInfo.InvariantCulture);

    internal static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    internal static string Yes(bool yes) => yes ? "yes" : "no";

    internal static string Name<T>(T choice)
        where T : struct, Enum => JsonCursor.Small(choice.ToString());

    internal static string Ids(IEnumerable<string> ids) => List(ids.Order(StringComparer.Ordinal));

    internal static string List(IEnumerable<string> texts, string separator = ", ") =>
        string.Join(separator, texts) is { Length: > 0 } all ? all : None;

    internal static string Event(string on, BillingReason occasion) => $"{on} {Name(occasion)}";

    internal static string Entries(IEnumerable<(Account Account, IEnumerable<Money> Amounts)> accounts) => List(
        accounts.Select(one => $"{one.Account} {string.Join(' ', one.Amounts.Select(Signed))}"), "; ");

    internal static string Stretch(Term? term, ScenarioRun run) =>
        term is { } known ? $"{Local(known.Start, run)} to {Local(known.End, run)}" : None;

    internal static string Local(Instant instant, ScenarioRun run) => Local(instant.InZone(run.Zone).LocalDateTime);

    internal static string Local(LocalDateTime moment) => moment.TimeOfDay == LocalTime.Midnight
        ? LocalDatePattern.Iso.Format(moment.Date)
        : Time.Format(moment);
}
