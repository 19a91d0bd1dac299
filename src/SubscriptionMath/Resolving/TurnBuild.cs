namespace SubscriptionMath;

/// <summary>Collects the resolved items of a subscription; local to one function.</summary>
internal sealed class TurnBuild(Resolution resolution)
{
    private Joined<BillStep> _steps = Joined<BillStep>.Of(resolution.Steps);
    private Joined<GrantStep> _grants = Joined<GrantStep>.Of(resolution.Grants);
    private Joined<string> _ended = Joined<string>.Of(resolution.EndedAddOns);
    private bool _collects;
    private bool _beginsAhead;
    private bool _ends;

    /// <summary>Gets the anchors and discounts so far.</summary>
    internal Running Now { get; private set; } = new(resolution.Schedule, resolution.Discounts);

    /// <summary>Adds a resolved item, and gives the item afterwards, or null.</summary>
    internal Item? Add(in ItemTurned turned)
    {
        Now = turned.Running;
        _steps.Add(turned.Steps);
        _grants.Add(turned.Grants);
        (_collects, _beginsAhead) = (_collects || turned.CollectsDeferred, _beginsAhead || turned.BeginsAhead);
        if (turned.Ended is { } id)
        {
            _ends = true;
            _ended.Add([id]);
        }

        return turned.After;
    }

    /// <summary>Gives the resolution with the collected steps.</summary>
    /// <param name="held">The items afterwards.</param>
    internal Resolution ToResolution(Holdings held) => resolution with
    {
        Held = held,
        Schedule = Now.Schedule,
        Discounts = Now.Discounts,
        CollectsDeferred = resolution.CollectsDeferred || _collects,
        IsDifferent = resolution.IsDifferent || _beginsAhead || _ends,
        Steps = _steps.ToSequence(),
        Grants = _grants.ToSequence(),
        EndedAddOns = _ended.ToSequence(),
    };
}
