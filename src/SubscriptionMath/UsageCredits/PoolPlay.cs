using System.Runtime.InteropServices;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A pool during its play, from one event other than usage to the next.</summary>
internal sealed partial class PoolPlay
{
    private readonly CreditPool _before;
    private readonly UsagePolicy _policy;
    private readonly List<PoolSlot> _slots;
    private readonly PriorityQueue<int, Instant> _upcoming = new();
    private readonly List<int> _now = [];
    private decimal _left;
    private decimal _debt;
    private (decimal Usage, decimal Overused, decimal Repaid, decimal Forgiven) _sums;

    internal PoolPlay(CreditPool before, UsagePolicy policy)
    {
        (_before, _policy, _debt) = (before, policy, before.Debt ?? 0m);
        _slots = new List<PoolSlot>(before.Grants.Count);
        foreach (var grant in before.Grants)
        {
            var slot = PoolSlot.At(grant, before.At);
            _left += slot.Left;
            _slots.Add(slot);
        }

        Repay();
    }

    internal PoolHistory To(Instant until, Sequence<UsageEvent> usage, Sequence<Instant> resets)
    {
        for (var place = 0; place < _slots.Count; place++)
        {
            Await(place, until);
        }

        var events = new Ordered<UsageEvent>(usage, static (one, other) => one.At.CompareTo(other.At));
        var cuts = new Ordered<Instant>(resets, static (one, other) => one.CompareTo(other));
        var phases = new List<BurnPhase>();
        for (var time = _before.At; time < until;)
        {
            cuts.SkipWhile(cut => cut <= time);
            var reset = cuts.HasNext && cuts.Next <= until ? cuts.Next : (Instant?)null;
            var next = Instant.Min(until, reset ?? until);
            next = Instant.Min(next, NextChange() ?? next);

            events.SkipWhile(use => use.At < time);
            var units = 0m;
            while (events.HasNext && events.Next.At < next)
            {
                units += events.Next.Units;
                events.Skip();
            }

            var opening = _left;
            Use(units);
            phases.Add(new BurnPhase(new Term(time, next), opening, units, _left));
            Change(next, reset == next, until);
            time = next;
        }

        return History(until, phases);
    }

    /// <summary>Uses units: of the grants in their order as far as they go, then as a debt.</summary>
    private void Use(decimal units)
    {
        var given = Burn(units);
        _debt += units - given;
        _sums.Usage += units;
        _sums.Overused += units - given;
    }

    private PoolHistory History(Instant until, List<BurnPhase> phases)
    {
        var accounts = new List<GrantAccount>(_slots.Count);
        var grants = new List<Grant>(_slots.Count);
        foreach (ref readonly var slot in CollectionsMarshal.AsSpan(_slots))
        {
            if (slot.WasThere)
            {
                accounts.Add(slot.Account);
            }

            if (slot.Matters)
            {
                grants.Add(slot.Now);
            }
        }

        return new PoolHistory
        {
            After = _before with { At = until, Grants = grants.ToSequence(), Debt = _debt },
            Grants = accounts.ToSequence(),
            Phases = phases.ToSequence(),
            Usage = _sums.Usage,
            Overused = _sums.Overused,
            Repaid = _sums.Repaid,
            Forgiven = _sums.Forgiven,
        };
    }
}
