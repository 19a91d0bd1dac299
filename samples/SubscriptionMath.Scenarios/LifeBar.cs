namespace SubscriptionMath.Scenarios;

/// <summary>A stretch of a life in which the same is held in the same way, within one term.</summary>
/// <param name="PlanId">The plan held.</param>
/// <param name="Term">The term of the bar.</param>
/// <param name="Start">The first instant.</param>
/// <param name="End">The end, exclusive.</param>
/// <param name="Kind">The state of the plan.</param>
internal sealed record LifeBar(string PlanId, Term Term, Instant Start, Instant End, LifeBarKind Kind)
{
    /// <summary>The state behind the name of the plan: ", in trial"; nothing for a running plan.</summary>
    internal string InWords => Kind switch
    {
        LifeBarKind.Trial => ", in trial",
        LifeBarKind.Canceled => ", canceled",
        LifeBarKind.Owed => ", owed",
        LifeBarKind.Paused => ", paused",
        _ => "",
    };

    /// <summary>Gives the stretches of a run in order; the last one continues to the end of its term.</summary>
    internal static IReadOnlyList<LifeBar> Of(RunOutcome run)
    {
        var bars = new List<LifeBar>();
        foreach (var it in run.Life)
        {
            if (bars is [.., var last])
            {
                bars[^1] = last with { End = Instant.Min(last.End, it.At) };
            }

            if (it.After is { Plan: { } plan } after)
            {
                var end = after.Status == Status.Paused ? Instant.Max(plan.Term.End, it.At) : plan.Term.End;
                Add(bars, new LifeBar(plan.ProductId, plan.Term, it.At, Instant.Max(it.At, end), KindOf(after, it.At)));
            }
        }

        return bars;
    }

    private static void Add(List<LifeBar> bars, LifeBar next)
    {
        if (bars is [.., { } last] && last.End == last.Start)
        {
            bars.RemoveAt(bars.Count - 1);
        }

        if (bars is [.., { } before] && before with { Start = next.Start, End = next.End } == next && before.End == next.Start)
        {
            bars[^1] = before with { End = next.End };
        }
        else
        {
            bars.Add(next);
        }
    }

    private static LifeBarKind KindOf(Subscription subscription, Instant at) => subscription switch
    {
        { Status: Status.Paused } => LifeBarKind.Paused,
        { Status: Status.NonRenewing } => LifeBarKind.Canceled,
        { Status: Status.PastDue } => LifeBarKind.Owed,
        _ when subscription.InTrial(at) => LifeBarKind.Trial,
        _ => LifeBarKind.Paid,
    };
}

/// <summary>How a plan is held.</summary>
internal enum LifeBarKind
{
    /// <summary>The plan runs and renews.</summary>
    Paid,

    /// <summary>The plan is in trial.</summary>
    Trial,

    /// <summary>The plan was canceled and runs to its end.</summary>
    Canceled,

    /// <summary>The plan runs while a payment is owed.</summary>
    Owed,

    /// <summary>The plan is paused.</summary>
    Paused,
}
