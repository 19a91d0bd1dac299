namespace SubscriptionMath;

/// <content>The plan: which trial, which term, and at which price it is sold.</content>
internal readonly partial struct Walk
{
    /// <summary>Trial and term: the plan as it goes on, or as it begins.</summary>
    private void NewPlan(Plan sold)
    {
        var wanted = _pairing.Plan.After!;
        _draft.PlanSold = wanted;
        if (_decisions.NewPlan is not { } treatment)
        {
            return;
        }

        var then = (treatment.Term, treatment.Trial, treatment.Unused is UnusedValue.LotsKept);
        var next = PlanTerm.Find(Before, sold, wanted.Price.Every, then, Policy.Measure.ChangeDay, _nextBilling, At);
        _draft.Trial = next.Trial ?? Before.Trial;
        if (next.Trial is null && Before.InTrial(At))
        {
            _draft.Trial = Before.Trial! with { Term = TrialTermination.After(Before.Trial!.Term, At, treatment.Trial) };
        }

        _draft.Anchor = next.Anchor;
        _draft.NextAnchor = treatment.BeginsAnew || next.Trial is not null ? null : _draft.NextAnchor;
        (_draft.TimeOrigin, _draft.TermIsBought) = (Origin.Conversion, treatment.Term is TermRule.LengthBought);
        _draft.Plan = Sold(_pairing.Plan, treatment, _draft.Trial, next.Term, null, _decisions.PlanQuantity);
        _draft.Plan.Contract = ContractTerm.Sold(
            _draft.Plan.SoldAt, Before.Plan?.Contract, treatment.BeginsAnew && _pairing.PlanChanges && (_pairing.Plan.Changes & What.NextBilling) == What.None,
            _draft.Trial is { Term: var tried } && tried.Contains(At) ? tried.End : At, Before.Zone);
        _draft.Status = Before.Plan is null ? Status.Active : Before.Status;
    }

    /// <summary>What is sold, at the price of the phase that it is in; what was held before at the same price goes on in its own.</summary>
    private ItemDraft Sold(Thing thing, Treatment treatment, TrialUse? trial, Term term, Anchor? anchor, int quantity)
    {
        var wanted = thing.After!;
        var from = thing.Before is { } held && held.ProductId == wanted.ProductId && ReferenceEquals(held.SoldAt, wanted.Price) ? held.PhasesFrom
            : PhaseStart.Find(wanted.Price, Before, trial, treatment.Trial, At);
        return new ItemDraft(wanted.ProductId, wanted.Price.InPhase(from, At, Before.Zone), quantity, term, anchor) { PhasesFrom = from };
    }
}
