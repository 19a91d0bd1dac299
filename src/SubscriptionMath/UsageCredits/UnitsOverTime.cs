using NodaTime;

namespace SubscriptionMath;

/// <summary>Units over time, as steps: each step lasts from its instant to the next step.</summary>
/// <remarks>Times of a common grid make as many steps as it has boundaries, however many of them are added.</remarks>
internal sealed class UnitsOverTime
{
    private readonly List<(Instant From, long Units)> _steps = [(Instant.MinValue, 0)];

    /// <summary>Adds units from an instant, inclusive, to another, exclusive; null for ever.</summary>
    internal void Add(Instant from, Instant? to, int units)
    {
        if (units == 0 || to <= from)
        {
            return;
        }

        var last = to is { } end ? StepAt(end) : _steps.Count;
        var count = _steps.Count;
        var first = StepAt(from);
        last += _steps.Count - count;
        for (var i = first; i < last; i++)
        {
            _steps[i] = (_steps[i].From, _steps[i].Units + units);
        }
    }

    internal UnitsOverTime()
    {
    }

    internal UnitsOverTime(Grant first) => Add(first.Effective, first.Ends, first.Quantity);

    /// <summary>Gives the largest number of units at any instant of a time; zero for a time without length.</summary>
    internal long Most(Instant from, Instant? to)
    {
        var most = 0L;
        for (var i = to <= from ? _steps.Count : PlaceOf(from); i < _steps.Count && !(_steps[i].From >= to); i++)
        {
            most = long.Max(most, _steps[i].Units);
        }

        return most;
    }

    /// <summary>Gives the smallest number of units at any instant of a time; zero for a time without length.</summary>
    internal long Least(Instant from, Instant? to)
    {
        var place = PlaceOf(from);
        var least = to <= from ? 0 : _steps[place].Units;
        for (var i = place + 1; i < _steps.Count && !(_steps[i].From >= to); i++)
        {
            least = long.Min(least, _steps[i].Units);
        }

        return least;
    }

    /// <summary>Gives the stretches of a time with fewer units than wanted, and the number of missing units of each.</summary>
    internal List<(Term Of, int Missing)> Gaps(Term time, int wanted)
    {
        var gaps = new List<(Term Of, int Missing)>();
        for (var i = PlaceOf(time.Start); i < _steps.Count && _steps[i].From < time.End; i++)
        {
            if (_steps[i].Units < wanted)
            {
                var end = i + 1 < _steps.Count ? Instant.Min(_steps[i + 1].From, time.End) : time.End;
                gaps.Add((new Term(Instant.Max(_steps[i].From, time.Start), end), wanted - (int)_steps[i].Units));
            }
        }

        return gaps;
    }

    /// <summary>Gives the place of the step that begins at an instant, and makes one if there is none.</summary>
    private int StepAt(Instant from)
    {
        var place = PlaceOf(from);
        if (_steps[place].From == from)
        {
            return place;
        }

        _steps.Insert(place + 1, (from, _steps[place].Units));
        return place + 1;
    }

    /// <summary>Gives the place of the step that contains an instant.</summary>
    private int PlaceOf(Instant at)
    {
        var (low, high) = (0, _steps.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _steps[middle].From <= at ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
