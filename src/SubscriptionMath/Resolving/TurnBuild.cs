namespace SubscriptionMath;

/// <summary>Collects the resolved items of a subscription; local to one function.</summary>
internal sealed class TurnBuild(Resolution resolution)
{
    private readonly List<BillStep> _steps = [];
    private readonly List<GrantStep> _grants = [];
    private readonly List<string> _ended = [];
    private bool _collects;
    private bool _beginsAhead;

    /// <summary>Gets the anchors and discounts so far.</summary>
    internal Running Now { get; private set; } = new(resolution.Schedule, resolution.Discounts);

    /// <summary>Adds a resolved item, and gives the item afterwards, or null.</summary>
    internal Item? Add(in ItemTurned turned)
    {
        Now = turned.Running;
        _steps.AddRange(turned.Steps.AsSpan());
        _grants.AddRange(turned.Grants.AsSpan());
        (_collects, _beginsAhead) = (_collects || turned.CollectsDeferred, _beginsAhead || turned.BeginsAhead);
        if (turned.Ended is { } id)
        {
            _ended.Add(id);
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
        IsDifferent = resolution.IsDifferent || _beginsAhead || _ended.Count > 0,
        Steps = [.. resolution.Steps, .. _steps],
        Grants = [.. resolution.Grants, .. _grants],
        EndedAddOns = [.. resolution.EndedAddOns, .. _ended],
    };
}
