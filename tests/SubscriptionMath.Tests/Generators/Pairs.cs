namespace SubscriptionMath.Tests.Generators;

/// <summary>An answer of each axis, by its place, and two of them as a pair.</summary>
public readonly record struct Pair(int Axis, int Value, int OtherAxis, int OtherValue)
{
    internal bool In(int[] row) => row[Axis] == Value && row[OtherAxis] == OtherValue;
}

/// <summary>
/// A covering array: rows of answers in which each two answers of two axes meet at least once. The first answer of every axis is the plain one.
/// A pair takes further answers with it if the plain ones contradict it. The same seed writes the same rows.
/// </summary>
internal sealed class Pairs
{
    private const int MostSteps = 6;

    private readonly int[] _sizes;
    private readonly int[] _free;
    private readonly Func<int[], int> _count;
    private readonly Dictionary<string, int> _counted = [];
    private readonly Dictionary<(int Axis, int Value), bool> _alive = [];
    private ulong _state;

    /// <summary>Rows over axes of these sizes; only the axes named free may contradict each other.</summary>
    internal Pairs(int[] sizes, int[] free, Func<int[], int> contradictions, ulong seed)
    {
        (_sizes, _free, _count, _state) = (sizes, free, contradictions, seed);
        foreach (var pair in All(sizes))
            Open.Add(pair);
    }

    /// <summary>The pairs that no row has covered yet.</summary>
    internal HashSet<Pair> Open { get; } = [];

    internal static IEnumerable<Pair> All(int[] sizes) =>
        from axis in Enumerable.Range(0, sizes.Length)
        from other in Enumerable.Range(axis + 1, sizes.Length - axis - 1)
        from value in Enumerable.Range(0, sizes[axis])
        from second in Enumerable.Range(0, sizes[other])
        select new Pair(axis, value, other, second);

    /// <summary>A row with a pair, and with as many open pairs beside it as its axes give, one by one; null if nothing stands with the pair.</summary>
    internal int[]? Row(Pair pair)
    {
        if (Start(pair) is not { } row)
            return null;

        var set = new HashSet<int> { pair.Axis, pair.OtherAxis };
        foreach (var axis in Shuffled(_sizes.Length).Where(axis => !set.Contains(axis)).ToList())
        {
            var plain = row[axis];
            row[axis] = Shuffled(_sizes[axis]).OrderByDescending(value => set.Count(other => Open.Contains(Of(axis, value, other, row[other]))))
                .Append(plain).First(value => Stands(row, axis, value));
            set.Add(axis);
        }

        return row;
    }

    internal void Cover(int[] row) => Open.RemoveWhere(pair => pair.In(row));

    private static Pair Of(int axis, int value, int other, int second) => axis < other ? new(axis, value, other, second) : new(other, second, axis, value);

    /// <summary>The nearest row that stands: one answer after another is changed, each time that which leaves the fewest contradictions.</summary>
    private int[]? Start(Pair pair) => IsAlive(pair.Axis, pair.Value) && IsAlive(pair.OtherAxis, pair.OtherValue) ? Search(pair) : null;

    /// <summary>Whether an answer stands with anything at all.</summary>
    private bool IsAlive(int axis, int value) =>
        _alive.TryGetValue((axis, value), out var known) ? known : _alive[(axis, value)] = Search(new Pair(axis, value, axis, value)) is not null;

    private int[]? Search(Pair pair)
    {
        var row = new int[_sizes.Length];
        (row[pair.Axis], row[pair.OtherAxis]) = (pair.Value, pair.OtherValue);
        var seen = new HashSet<string>();
        for (var step = 0; step < MostSteps && Contradictions(row) > 0; step++)
        {
            seen.Add(string.Join(',', row));
            var next = Neighbours(row, pair).Where(other => !seen.Contains(string.Join(',', other))).MinBy(Contradictions);
            if (next is null)
                return null;
            row = next;
        }

        return Contradictions(row) == 0 ? row : null;
    }

    private IEnumerable<int[]> Neighbours(int[] row, Pair pair) =>
        from axis in _free
        where axis != pair.Axis && axis != pair.OtherAxis
        from value in Enumerable.Range(0, _sizes[axis])
        where value != row[axis]
        select With(row, axis, value);

    private int Contradictions(int[] row)
    {
        var key = string.Concat(_free.Select(axis => (char)('0' + row[axis])));
        return _counted.TryGetValue(key, out var known) ? known : _counted[key] = _count(row);
    }

    private bool Stands(int[] row, int axis, int value) => Contradictions(With(row, axis, value)) == 0;

    private static int[] With(int[] row, int axis, int value)
    {
        var other = (int[])row.Clone();
        other[axis] = value;
        return other;
    }

    private List<int> Shuffled(int count)
    {
        var all = Enumerable.Range(0, count).ToList();
        for (var i = count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    private int Next(int below)
    {
        _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
        return (int)((_state >> 33) % (ulong)below);
    }
}
