using NodaTime;

namespace SubscriptionMath;

/// <summary>Usage credits after a change or the end of a term: grants, debts of usage, and the effects on them.</summary>
internal readonly record struct GrantsAfter(Sequence<Grant> Grants, Sequence<UsageDebt> Debts, Sequence<GrantEffect> Effects)
{
    /// <summary>Gives the usage credits after some steps: one pure function, called once, when all ends are final.</summary>
    /// <param name="before">The subscription as it was.</param>
    /// <param name="policy">The policy's answers.</param>
    /// <param name="steps">The steps, in their order.</param>
    /// <param name="at">The instant of the change, or of the boundary.</param>
    /// <param name="boundary">
    /// Whether a term ends at the instant. Grants that lapse at it can then still roll over, and grants that begin at it belong to the next
    /// term.
    /// </param>
    internal static GrantsAfter Of(Subscription before, AllowancePolicy policy, List<GrantStep>? steps, Instant at, bool boundary)
    {
        if (steps is null && before.UsageDebts.IsEmpty)
        {
            return new GrantsAfter(before.Grants, default, default);
        }

        var build = new GrantBuild(before, policy, at, boundary);
        foreach (var step in steps ?? [])
        {
            Apply(build, step);
        }

        return build.Repaid();
    }

    private static void Apply(GrantBuild build, GrantStep step)
    {
        switch (step)
        {
            case GrantStep.PlanReplaced replaced: build.ReplacePlan(replaced); break;
            case GrantStep.PlanLeft left: build.LeavePlan(left.Next, left.Direction, left.End); break;
            case GrantStep.PlanRenewed renewed: build.RenewPlan(renewed.Next, renewed.End); break;
            case GrantStep.Entered entered: build.Enter(entered); break;
            case GrantStep.UnitsLeft units: build.LeaveUnits(units.ProductId, units.Source, units.Staying); break;
            case GrantStep.AddOnLeft addOn: build.LeaveAddOn(addOn.ProductId); break;
            case GrantStep.EndCut cut: build.CutEnd(cut.End, cut.To); break;
            case GrantStep.AheadMoved ahead: build.MoveAhead(ahead); break;
            case GrantStep.Shifted shifted: build.Shift(shifted.Since, shifted.Days); break;
            case GrantStep.Lapsed: build.Lapse(); break;
            default: build.LeaveAll(); break;
        }
    }
}
