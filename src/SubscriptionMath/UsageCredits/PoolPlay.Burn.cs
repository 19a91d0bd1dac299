using System.Runtime.InteropServices;

namespace SubscriptionMath;

/// <content>The order of use. Grants are ranked at the first use, and again after a reset, which makes new grants.</content>
internal sealed partial class PoolPlay
{
    private PriorityQueue<int, int>? _ready;
    private int[] _ranks = [];

    /// <summary>Takes units of the grants in their order, and gives the number taken.</summary>
    private decimal Burn(decimal units)
    {
        if (units <= 0m || _left <= 0m)
        {
            return 0m;
        }

        if (_ready is null)
        {
            Rank();
        }

        var slots = CollectionsMarshal.AsSpan(_slots);
        var rest = units;
        while (rest > 0m && _ready!.TryPeek(out var place, out _))
        {
            ref var slot = ref slots[place];
            rest -= slot.Burn(rest);
            if (slot.Left == 0m)
            {
                slot.IsReady = false;
                _ready.Dequeue();
            }
        }

        _left -= units - rest;
        return units - rest;
    }

    private void Rank()
    {
        var slots = _slots;
        var order = new int[slots.Count];
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = place;
        }

        var by = _policy.Order;
        Array.Sort(order,
            (one, other) => by.Compare(slots[one].Grant, slots[other].Grant) is not 0 and var first ? first : one.CompareTo(other));
        _ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            _ranks[order[rank]] = rank;
        }

        _ready = new PriorityQueue<int, int>();
        for (var place = 0; place < order.Length; place++)
        {
            CollectionsMarshal.AsSpan(slots)[place].IsReady = false;
            Ready(place);
        }
    }

    /// <summary>Marks a grant as ready for use.</summary>
    private void Ready(int place)
    {
        ref var slot = ref CollectionsMarshal.AsSpan(_slots)[place];
        if (_ready is not null && !slot.IsReady && slot.Left > 0m)
        {
            slot.IsReady = true;
            _ready.Enqueue(place, _ranks[place]);
        }
    }

    /// <summary>Values in their order, sorted once, and only if they are not.</summary>
    private struct Ordered<T>
    {
        private readonly Sequence<T> _values;
        private int _place;

        internal Ordered(Sequence<T> values, Comparison<T> by)
        {
            for (var i = 1; i < values.Count; i++)
            {
                if (by(values[i - 1], values[i]) > 0)
                {
                    var sorted = values.AsSpan().ToArray();
                    Array.Sort(sorted, by);
                    values = new Sequence<T>(sorted);
                    break;
                }
            }

            _values = values;
        }

        internal readonly bool HasNext => _place < _values.Count;

        internal readonly T Next => _values[_place];

        internal void Skip() => _place++;

        internal void SkipWhile(Predicate<T> skip)
        {
            while (HasNext && skip(Next))
            {
                _place++;
            }
        }
    }
}
