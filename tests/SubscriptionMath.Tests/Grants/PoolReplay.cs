namespace SubscriptionMath.Tests.Grants;

/// <summary>
/// The dumb reckoning of a pool: every event by itself, over all grants, at every instant at which anything could happen; nothing is summed up, ranked or skipped.
/// It shares no code with the library but the calendar and the rollover rule.
/// </summary>
internal sealed class PoolReplay
{
    private readonly PoolCase _case;
    private readonly List<Cell> _cells;

    private PoolReplay(PoolCase one)
    {
        _case = one;
        Debt = one.Pool.Debt ?? 0m;
        _cells = [.. one.Pool.Grants.Select(grant => new Cell(grant))];
    }

    internal decimal Debt { get; private set; }

    internal decimal Expired { get; private set; }

    internal decimal Forfeited { get; private set; }

    internal decimal Used { get; private set; }

    internal decimal Left => _cells.Sum(cell => cell.Left);

    internal IEnumerable<decimal> Lefts => _cells.Where(cell => cell.Left > 0m).Select(cell => cell.Left);

    internal static PoolReplay Of(PoolCase one)
    {
        var replay = new PoolReplay(one);
        replay.Run();
        return replay;
    }

    private void Run()
    {
        foreach (var cell in _cells.Where(cell => cell.IsLive(_case.Pool.At)))
            (cell.Began, cell.Left) = (true, Math.Max(0m, cell.Grant.Granted - cell.Grant.Used));

        Repay();
        for (var step = 0; PoolCase.At(step) <= _case.Until; step++)
        {
            var at = PoolCase.At(step);
            if (at > _case.Pool.At)
                Happen(at);

            foreach (var use in _case.Usage.Where(use => use.At == at && at < _case.Until))
                Debt += use.Units - Take(use.Units);
        }
    }

    private void Happen(Instant at)
    {
        foreach (var cell in _cells.Where(cell => cell.Began && !cell.Gone && !cell.IsLive(at)))
        {
            if (cell.Grant.Expires <= at && !(cell.Grant.Voided < cell.Grant.Expires))
                Expired += cell.Left;
            else
                Forfeited += cell.Left;
            (cell.Left, cell.Gone) = (0m, true);
        }

        if (_case.Resets.Contains(at))
        {
            Debt = _case.Policy.AtReset == DebtAtReset.Forgiven ? 0m : Debt;
            foreach (var cell in _cells.Where(cell => cell.Began && !cell.Gone).ToList())
                Reset(cell, at);
        }

        foreach (var cell in _cells.Where(cell => cell.Began && !cell.Gone && !cell.IsFresh(at) && Refills(cell.Grant, at)))
            Fill(cell, at);

        foreach (var cell in _cells.Where(cell => !cell.Began && cell.IsLive(at)))
            (cell.Began, cell.Left) = (true, Math.Max(0m, cell.Grant.Granted - cell.Grant.Used));

        Repay();
    }

    private void Reset(Cell cell, Instant at)
    {
        if (cell.Grant.Refill is not null)
        {
            Fill(cell, at);
            return;
        }

        var rolled = cell.Grant.Rollover.Of(cell.Left, cell.Grant.Granted);
        Forfeited += Math.Max(0m, cell.Left - rolled);
        (cell.Left, cell.Gone) = (0m, true);
        if (rolled > 0m)
        {
            // What was rolled over before keeps its age: its life does not begin anew.
            var expires = cell.Grant.Rollover.Lasts is { } lasts && (cell.Grant.Source != GrantSource.Rollover || cell.Grant.Expires is null) ? new Anchor(at.InUtc().LocalDateTime).Boundary(1, lasts).InUtc().ToInstant() : cell.Grant.Expires;
            _cells.Add(new Cell(cell.Grant with { Source = GrantSource.Rollover, Granted = rolled, Used = 0m, Effective = at, Expires = expires }) { Began = true, Left = rolled });
        }
    }

    private void Fill(Cell cell, Instant at)
    {
        Forfeited += cell.Left;
        (cell.Left, cell.FilledAt) = (cell.Grant.Granted, at);
    }

    private void Repay() => Debt -= Take(Debt);

    private decimal Take(decimal units)
    {
        var rest = units;
        while (rest > 0m)
        {
            // Stable: what is equal in the order is used as it is listed.
            var first = _cells.Where(cell => cell.Left > 0m).Order(Comparer<Cell>.Create((one, other) => _case.Policy.Order.Compare(one.Grant, other.Grant))).FirstOrDefault();
            if (first is null)
                break;

            var taken = Math.Min(rest, first.Left);
            first.Left -= taken;
            rest -= taken;
        }

        Used += units - rest;
        return units - rest;
    }

    private static bool Refills(Grant grant, Instant at) => grant.Refill is { } refill
        && Enumerable.Range(-40, 100).Any(n => refill.From.Boundary(n, refill.Interval).InUtc().ToInstant() == at);

    private sealed class Cell(Grant grant)
    {
        internal Grant Grant { get; } = grant;

        internal decimal Left { get; set; }

        internal bool Began { get; set; }

        internal bool Gone { get; set; }

        internal Instant? FilledAt { get; set; }

        internal bool IsFresh(Instant at) => FilledAt == at;

        internal bool IsLive(Instant at) => Grant.Effective <= at && !(Grant.Expires <= at) && !(Grant.Voided <= at);
    }
}
