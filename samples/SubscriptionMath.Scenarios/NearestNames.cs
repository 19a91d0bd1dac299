namespace SubscriptionMath.Scenarios;

/// <summary>The names that are nearest to a misspelt one.</summary>
/// <remarks>
/// Near is a small edit distance: letters left out, put in, exchanged, or swapped with their neighbour (optimal string alignment). Capitals
/// do not count.
/// </remarks>
internal static class NearestNames
{
    private const int Shown = 3;
    private const int MostListed = 12;

    /// <summary>Gives the names that somebody may have meant, the nearest first; none if no name is near.</summary>
    internal static string[] Of(string written, IEnumerable<string> names)
    {
        // A distance is at least the difference of the lengths, so a long text is compared with no short name.
        var most = Math.Max(1, written.Length / 3);
        return
        [
            .. names.Where(name => Math.Abs(name.Length - written.Length) <= most)
                .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(one => one.Distance <= most)
                .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => one.Name)
                .Take(Shown),
        ];
    }

    /// <summary>The names that are expected: all of a short list; of a long one the near ones, or its size and the first ones.</summary>
    internal static string Expected(string written, IReadOnlyCollection<string> names) => names.Count <= MostListed
        ? JsonCursor.OneOf(names)
        : Of(written, names) is { Length: > 0 } near
            ? JsonCursor.OneOf(near)
            : $"one of {Spelling.Count(names.Count)} names, such as {JsonCursor.OneOf(names.Take(Shown))}";

    /// <summary>The question behind an error: <c>"; did you mean "company"?"</c>, or nothing if no name is near.</summary>
    internal static string Question(string written, IEnumerable<string> names) =>
        Of(written, names) is { Length: > 0 } near ? $"; did you mean {JsonCursor.OneOf(near)}?" : "";

    private static int Distance(string from, string to)
    {
        var (before, last, next) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var exchanged = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                next[j] = Math.Min(exchanged, 1 + Math.Min(last[j], next[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }

            (before, last, next) = (last, next, before);
        }

        return last[to.Length];
    }
}
