using System.Globalization;

namespace RenewalCluster;

/// <summary>The summary of a night, as aligned lines.</summary>
internal static class Summary
{
    /// <summary>Writes the summary.</summary>
    /// <param name="night">The night.</param>
    public static IEnumerable<string> Of(Night night)
    {
        var (alone, cluster, books) = (night.Alone, night.Cluster, night.Cluster.Books);
        yield return Line("", "library alone", "cluster");
        yield return Line("subscriptions booked", $"{alone.Books.Booked:N0}", $"{books.Booked:N0} of {books.Subscriptions:N0}");
        yield return Line("entries", $"{alone.Books.Entries:N0}", $"{books.Entries:N0}");
        yield return Line("to be paid", Amount(alone.Books), Amount(books));
        yield return Line("checksum, high half", $"{(ulong)(alone.Books.Checksum >> 64):x16}", $"{(ulong)(books.Checksum >> 64):x16}");
        yield return Line("checksum, low half", $"{(ulong)alone.Books.Checksum:x16}", $"{(ulong)books.Checksum:x16}");
        yield return Line("time of the renewals", $"{alone.Renewing.TotalSeconds:N2} s", $"{cluster.Elapsed.TotalSeconds:N2} s");
        yield return Line("renewals a second", Rate(books, alone.Renewing), Rate(books, cluster.Elapsed));
        yield return Line("processor time", $"{alone.ProcessorTime.TotalSeconds:N2} s", $"{cluster.ProcessorTime.TotalSeconds:N2} s");
        yield return Line("memory of the silos", "", $"{cluster.PeakMemory / 1_000_000:N0} MB");
        yield return Line("silo killed at", "", cluster.KilledAt is { } killed ? $"{killed:N0}" : "no silo");
        yield return Line("shards asked again", "", $"{cluster.AskedAgain:N0}");
        yield return Line("arrived again, same", "", $"{books.Repeated:N0}");
        yield return Line("arrived again, other", "", $"{books.Contradicted:N0}");
        if (night.Rows is { } rows)
        {
            yield return Line("rows written once", "", $"{rows.WrittenOnce:N0} of {rows.Stored:N0}");
        }

        yield return night.IsRight
            ? "Every subscription was renewed exactly once, entry by entry as by the library alone."
            : $"WRONG: {books.DifferencesTo(alone.Books).Count():N0} subscriptions differ from the library alone, the first: "
                + string.Join(", ", books.DifferencesTo(alone.Books).Take(10).Select(number => $"S-{number}"));
    }

    private static string Line(string what, FormattableString alone, FormattableString cluster) =>
        Line(what, alone.ToString(CultureInfo.InvariantCulture), cluster.ToString(CultureInfo.InvariantCulture));

    private static string Line(string what, string alone, string cluster) => $"{what,-22}{alone,20}{cluster,24}";

    private static string Amount(Books books) => Money.OfMinor(books.DueNow, Shop.Currency).ToString();

    private static string Rate(Books books, TimeSpan time) =>
        (books.Booked / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
}
