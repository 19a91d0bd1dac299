namespace SubscriptionMath;

/// <summary>Usage credits after a change or the end of a term: grants, debts of usage, and the effects on them.</summary>
internal readonly record struct GrantsAfter(Sequence<Grant> Grants, Sequence<UsageDebt> Debts, Sequence<GrantEffect> Effects)
{
    /// <summary>Folds the grant steps of a resolution into usage credits: one pure function, called once all ends are final.</summary>
    /// <param name="resolution">
    /// The resolution. If a term ends at the moment, grants that lapse then may still roll over, and grants that begin then belong to the
    /// next term.
    /// </param>
    internal static GrantsAfter Of(Resolution resolution)
    {
        var (before, steps, on) = (resolution.On.Before, resolution.Grants, resolution.On);
        if (steps.IsEmpty && before.UsageDebts.IsEmpty)
        {
            return new GrantsAfter(before.Grants, default, default);
        }

        var build = new GrantBuild(before, on.Policy.Allowances, on.Moment, on.AtBoundary);
        foreach (var step in steps)
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
            case GrantStep.Lapsed lapsed: build.Lapse(lapsed.Rolls); break;
            default: build.LeaveAll(); break;
        }
    }
}
