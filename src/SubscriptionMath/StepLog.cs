namespace SubscriptionMath;

/// <summary>The steps of a timeline in pieces: playing on adds a piece and copies nothing.</summary>
/// <remarks>The pieces are joined on request, and the result is kept. Two logs are equal if their steps are.</remarks>
internal sealed class StepLog
{
    internal static readonly StepLog Empty = new(null, default);

    private readonly StepLog? _before;
    private readonly Sequence<TimelineStep> _own;
    private readonly int _count;
    private TimelineStep[]? _whole;

    private StepLog(StepLog? before, Sequence<TimelineStep> own)
    {
        (_before, _own) = (before, own);
        _count = checked((before?._count ?? 0) + own.Count);
    }

    /// <summary>All steps in order.</summary>
    internal Sequence<TimelineStep> All => _before is null ? _own : new(_whole ??= Whole());

    internal static StepLog Of(Sequence<TimelineStep> steps) => steps.IsEmpty ? Empty : new(null, steps);

    internal StepLog Then(Sequence<TimelineStep> steps) => steps.IsEmpty ? this : _count == 0 ? Of(steps) : new(this, steps);

    public override bool Equals(object? obj) =>
        obj is StepLog other && (ReferenceEquals(this, other) || (_count == other._count && All == other.All));

    public override int GetHashCode() => _count;

    private TimelineStep[] Whole()
    {
        var (whole, end) = (new TimelineStep[_count], _count);
        for (var log = this; log is not null; log = log._before)
        {
            var steps = log._whole ?? log._own.AsSpan();
            end -= steps.Length;
            steps.CopyTo(whole.AsSpan(end));
            if (log._whole is not null)
            {
                break;
            }
        }

        return whole;
    }
}
