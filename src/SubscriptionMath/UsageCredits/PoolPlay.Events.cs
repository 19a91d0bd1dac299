using System.Runtime.InteropServices;
using NodaTime;

namespace SubscriptionMath;

/// <content>The events of a pool but usage: ends, resets, refills, new grants, and repaid debt.</content>
internal sealed partial class PoolPlay
{
    /// <summary>The next instant at which a grant changes by itself, without those that a reset has ended.</summary>
    private Instant? NextChange()
    {
        while (_upcoming.TryPeek(out var place, out var when))
        {
            if (_slots[place].NextChange() == when)
            {
                return when;
            }

            _upcoming.Dequeue();
        }

        return null;
    }

    private void Repay()
    {
        if (_debt > 0m && _left > 0m)
        {
            var repaid = Burn(_debt);
            _debt -= repaid;
            _sums.Repaid += repaid;
        }
    }

    /// <summary>Handles all events of an instant but usage: ends, the reset, refills, new grants, and repaid debt.</summary>
    private void Change(Instant at, bool reset, Instant until)
    {
        _now.Clear();
        while (_upcoming.TryPeek(out var place, out var when) && when <= at)
        {
            _upcoming.Dequeue();
            _now.Add(place);
        }

        var slots = CollectionsMarshal.AsSpan(_slots);
        foreach (var place in _now)
        {
            if (slots[place].IsActive && slots[place].Grant.Ends <= at)
            {
                _left -= slots[place].Left;
                slots[place].End();
            }
        }

        if (reset)
        {
            Reset(at, until);
            slots = CollectionsMarshal.AsSpan(_slots);
        }

        foreach (var place in _now)
        {
            ref var slot = ref slots[place];
            if (slot.IsActive && slot.NextRefill <= at)
            {
                _left += slot.Refill(at);
                Ready(place);
            }
            else if (slot.IsAwaited && slot.Grant.Effective <= at)
            {
                _left += slot.Begin();
                Ready(place);
            }
        }

        foreach (var place in _now)
        {
            Await(place, until);
        }

        Repay();
    }

    private void Reset(Instant at, Instant until)
    {
        if (_policy.AtReset == DebtAtReset.Forgiven)
        {
            _sums.Forgiven += _debt;
            _debt = 0m;
        }

        for (int place = 0, count = _slots.Count; place < count; place++)
        {
            var slot = _slots[place];
            if (!slot.IsActive)
            {
                continue;
            }

            _left -= slot.Left;
            if (slot.Grant.Refill is not null)
            {
                if (slot.Grant.Refill.Since < at)
                {
                    slot.Refill(at);
                }

                _left += slot.Left;
            }
            else if (slot.RollOver(at, _before.Zone) is { } rolled)
            {
                _left += rolled.Left;
                _slots.Add(rolled);
                Await(_slots.Count - 1, until);
            }

            _slots[place] = slot;
        }

        Rank();
    }

    /// <summary>Queues the next event of a grant at its instant.</summary>
    private void Await(int place, Instant until)
    {
        if (_slots[place].NextChange() is { } next && next <= until)
        {
            _upcoming.Enqueue(place, next);
        }
    }
}
