namespace SubscriptionMath;

/// <summary>Finds the elements of a sequence by their ids. An index is held beside its sequence, and all indexes are equal.</summary>
/// <remarks>A record that holds an index is compared by its sequences alone.</remarks>
internal sealed class Index<T>
{
    // So few elements are found as fast one by one.
    private const int Few = 8;

    internal static readonly Index<T> Empty = new(default, static _ => "");

    private readonly Sequence<T> _of;
    private readonly Func<T, string> _id;
    private readonly Dictionary<string, int>? _places;

    private Index(Sequence<T> of, Func<T, string> id)
    {
        (_of, _id) = (of, id);
        if (of.Count > Few)
        {
            _places = new(of.Count, StringComparer.Ordinal);
            for (var i = 0; i < of.Count; i++)
            {
                _ = _places.TryAdd(id(of[i]), i);
            }
        }
    }

    internal static Index<T> Of(Sequence<T> of, Func<T, string> id) => of.IsEmpty ? Empty : new(of, id);

    /// <summary>The index of the first element with an id, or -1 for none.</summary>
    internal int PlaceOf(string id)
    {
        if (_places is not null)
        {
            return _places.TryGetValue(id, out var place) ? place : -1;
        }

        for (var i = 0; i < _of.Count; i++)
        {
            if (_id(_of[i]) == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first element with an id, or nothing.</summary>
    internal T? Find(string id) => PlaceOf(id) is var place and >= 0 ? _of[place] : default;

    /// <summary>The first id that appears twice, or null for none.</summary>
    internal string? Twice()
    {
        for (var i = 0; i < _of.Count; i++)
        {
            if (PlaceOf(_id(_of[i])) != i)
            {
                return _id(_of[i]);
            }
        }

        return null;
    }

    public override bool Equals(object? obj) => obj is Index<T>;

    public override int GetHashCode() => 0;
}
