using NodaTime;

namespace SubscriptionMath;

/// <summary>A list of grants that finds those of an add-on by its id.</summary>
/// <remarks>
/// A removed grant leaves <see cref="Gone"/> in its place, so that every other grant keeps its place until all steps are done.
/// </remarks>
internal sealed class GrantList(Sequence<Grant> grants)
{
    // A search among so few grants is as fast as an index.
    private const int Few = 16;

    private readonly List<Grant> _grants = [.. grants];
    private Dictionary<string, List<int>>? _addOns;
    private Dictionary<Grant, int>? _joined;
    private bool _anyGone;

    /// <summary>Gets the grant of nothing, of no product, that stands in the place of one that was removed.</summary>
    internal static Grant Gone { get; } = new()
    {
        Kind = "none",
        ProductId = "none",
        Source = GrantSource.Promotion,
        Quantity = 0,
        Granted = 0m,
        Used = 0m,
        Effective = Instant.MaxValue,
        Expires = null,
        Rollover = Rollover.None,
    };

    internal int Count => _grants.Count;

    /// <summary>Gets the grants, with <see cref="Gone"/> for those that were removed.</summary>
    internal IEnumerable<Grant> All => _grants;

    internal Grant this[int place]
    {
        get => _grants[place];
        set => _grants[place] = value;
    }

    internal void Add(Grant grant)
    {
        if (_addOns is not null && grant.Source == GrantSource.AddOn)
        {
            PlacesOf(grant.ProductId, _addOns).Add(_grants.Count);
        }

        _grants.Add(grant);
        _joined = null;
    }

    internal void RemoveAt(int place) => (_grants[place], _anyGone) = (Gone, true);

    /// <summary>Puts a grant at a place, or adds its units to the grant that differs from it in nothing else.</summary>
    internal void Join(int place, Grant grant)
    {
        _joined ??= Since(grant.Source, grant.Effective);
        var like = grant with { Granted = 0m };
        if (_joined.TryGetValue(like, out var fromEnd)
            && _grants[_grants.Count - fromEnd] is var same && same with { Granted = 0m } == like)
        {
            _grants[_grants.Count - fromEnd] = same with { Granted = same.Granted + grant.Granted };
            return;
        }

        if (ReferenceEquals(_grants[place], Gone))
        {
            _grants[place] = grant;
        }
        else
        {
            _grants.Insert(place, grant);
            _addOns = null;
        }

        _joined[like] = _grants.Count - place;
    }

    /// <summary>The grants of a source that became effective at an instant, each with its distance from the end.</summary>
    private Dictionary<Grant, int> Since(GrantSource source, Instant effective)
    {
        var joined = new Dictionary<Grant, int>();
        for (var i = 0; i < _grants.Count; i++)
        {
            if (_grants[i].Source == source && _grants[i].Effective == effective)
            {
                joined.TryAdd(_grants[i] with { Granted = 0m }, _grants.Count - i);
            }
        }

        return joined;
    }

    internal void Clear()
    {
        _grants.Clear();
        (_addOns, _joined, _anyGone) = (null, null, false);
    }

    /// <summary>Gives the grants without the places of those that were removed.</summary>
    internal List<Grant> Packed()
    {
        if (_anyGone)
        {
            _grants.RemoveAll(static grant => ReferenceEquals(grant, Gone));
            (_addOns, _joined, _anyGone) = (null, null, false);
        }

        return _grants;
    }

    /// <summary>Gives the places at which grants of a product may stand: all of them for the plan, few for an add-on.</summary>
    internal Places Of(GrantSource source, string productId)
    {
        if (source != GrantSource.AddOn || _grants.Count <= Few)
        {
            return new(null, _grants.Count);
        }

        if (_addOns is null)
        {
            _addOns = new(StringComparer.Ordinal);
            for (var i = 0; i < _grants.Count; i++)
            {
                if (_grants[i].Source == GrantSource.AddOn)
                {
                    PlacesOf(_grants[i].ProductId, _addOns).Add(i);
                }
            }
        }

        return _addOns.TryGetValue(productId, out var places) ? new(places, places.Count) : default;
    }

    private static List<int> PlacesOf(string addOn, Dictionary<string, List<int>> places)
    {
        if (!places.TryGetValue(addOn, out var known))
        {
            places.Add(addOn, known = new(1));
        }

        return known;
    }

    /// <summary>Some places, in their order; all of them if none are named.</summary>
    internal readonly record struct Places(List<int>? Named, int Count)
    {
        internal int this[int index] => Named is null ? index : Named[index];
    }
}
