namespace SubscriptionMath;

/// <content>Contradictions within one treatment, and between a treatment and its case.</content>
public static partial class PolicyCheck
{
    private static void OfTreatment(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        if (then.Measure is { } measure)
        {
            OfMeasure(measure, found);
        }

        Add(then.Measure is not null && then is { Unused: UnusedValue.Nothing, NewPrice: not NewPrice.ForTheRest }, found,
            "a measure of its own", "a treatment that values nothing", "Without proration no time is counted.");
        Add(then.Surplus is Surplus.Time && then.Term is TermRule.KeptEnd && !OnlyAddOns(rule.When), found,
            "surplus to time", "end kept", "Time bought moves the end.");
        OfPeriodEnd(rule, found);
        OfTrial(rule, found);
        OfGivenBack(rule, found);
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.Term is TermRule.ToBillingDay, found,
            "trial kept", "aligned to a billing day", "A trial that goes on keeps its end, on any billing day.");
    }

    /// <summary>A change that waits for the end of the period finds nothing unused, and no rest.</summary>
    private static void OfPeriodEnd(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        var ending = then.Timing is Timing.ContractEnd || (then.Timing is Timing.PeriodEnd && !rule.When.Requires(ChangeKinds.End));
        Add(ending && then.Unused is not UnusedValue.Nothing, found,
            "at period end", "unused value", "At the end of the period nothing is unused.");
        Add(ending && then.NewPrice == NewPrice.ForTheRest, found,
            "at period end", "new price for the rest", "At the end of the period there is no rest.");
        Add(ending && then.PaymentTiming == PaymentTiming.NowAsOldPriceThenDifference, found,
            "at period end", "two payments", "At the end of the period the old price has run out.");
        Add(ending && then.Surplus is not Surplus.Lost, found,
            "at period end", "surplus", "At the end of the period there is no surplus.");
        Warn(then.Notice is not null && then.Timing is not (Timing.PeriodEnd or Timing.ContractEnd or Timing.CustomersChoice), found,
            "a notice", "no end to wait for", "Only a change at the end of a term or of a contract has a notice.");
    }

    /// <summary>A trial that goes on, or that ends, and the term beside it.</summary>
    private static void OfTrial(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        Add(then.PaymentTiming == PaymentTiming.NowAsOldPriceThenDifference
            && !(rule.When.InTrial == true && then.Trial == TrialFate.Ended && rule.When.Direction == Direction.Up), found,
            "two payments", "outside a trial ended on the way up", "The old price is due only if an upgrade ends its trial.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.NewPrice == NewPrice.Full, found,
            "trial kept", "full price now", "While the trial goes on nothing is charged.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.NewPrice == NewPrice.ForTheRest, found,
            "trial kept", "new price for the rest", "While the trial goes on nothing is charged.");
        Add(then.Trial == TrialFate.Ended && rule.When.InTrial == true && then.Term is TermRule.KeptEnd
            && then.NewPrice == NewPrice.Full, found,
            "end kept", "trial ended at the full price", "The end kept is the trial's. Begin a full term, or do not charge its price.");
        Add(then.Term is TermRule.TermOfItsOwn && !OnlyAddOns(rule.When), found,
            "a term of its own", "a rule for the plan", "The subscription's term is its plan's; only an add-on has a term of its own.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.Term is TermRule.Restart, found,
            "trial kept", "term restarted", "A trial that goes on keeps its end.");
        Add(then.Term is TermRule.DaysAppended && then.Unused is not UnusedValue.Nothing, found,
            "days left carried", "unused value", "Days carried one for one are not credited as well.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.Term is TermRule.DaysAppended, found,
            "trial kept", "days left carried", "A trial that goes on has its days already.");
        Add(then.Trial == TrialFate.Restarted && then.Unused is UnusedValue.LotsKept, found,
            "a new trial", "the old purchase kept", "Time that is paid for is no trial: end the purchase, or begin no trial.");
    }

    /// <summary>The value given back, as time, as credit or on the next invoice.</summary>
    private static void OfGivenBack(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        Add(then.Unused is (UnusedValue.Nothing or UnusedValue.LotsKept) and { Withheld: not null }, found,
            "no unused value", "a part of it kept", "There is no unused value to retain.");
        Add(then.Surplus is Surplus.Time && rule.When.Names(ChangeKinds.End), found,
            "surplus to time", "a cancellation", "After the end there is no plan to lengthen.");
        Add(then.Surplus is Surplus.NextInvoice && then.Timing is Timing.Immediate && rule.When.Names(ChangeKinds.End), found,
            "surplus to the next invoice", "a cancellation at once", "After the end there is no next invoice.");
        Add(then.Term is TermRule.KeptTimeLeft && !rule.When.Requires(ChangeKinds.Pause), found,
            "time left kept", "a rule that does not name a pause", "Time stands still only during a pause.");
        var pauses = rule.When.Names(ChangeKinds.Pause);
        Add(pauses && then.Unused is not (UnusedValue.Nothing or UnusedValue.Lots), found,
            "a whole term, or a purchase kept", "a pause", "A pause gives back the time left, or nothing.");
        Add(pauses && then is { Unused: UnusedValue.Lots, Term: not TermRule.KeptEnd }, found,
            "unused value", "a pause with the time left kept", "Time that is left again at the resumption is not given back as well.");
        Add(then.Surplus is Surplus.Time { Days: not (RoundingMode.Floor or RoundingMode.Ceiling or RoundingMode.HalfAwayFromZero) }, found,
            "surplus to time", "a rounding of days by sign", "A number of days is floored, raised or rounded half up.");
        Add(then.Surplus is Surplus.Time && then.Term is TermRule.ToBillingDay, found,
            "surplus to time", "aligned to a billing day", "Time bought moves the end off its billing day.");
        Add(then.Term is TermRule.DaysAppended or TermRule.LengthBought && rule.When.Names(ChangeKinds.Start), found,
            then.Term is TermRule.DaysAppended ? "days left carried" : "a term as long as bought", "a first purchase",
            "Nothing was held before a first purchase.");
        Add(then.Surplus is Surplus.Time && rule.When.Names(ChangeKinds.Start), found,
            "surplus to time", "a first purchase", "A first purchase has no unused value that could become time.");
    }

    /// <summary>Moving the next billing in a trial moves the end of the trial.</summary>
    private static void OfTrialMoved(Rule.Treated rule, List<Contradiction> found) =>
        Add(rule.When.Names(ChangeKinds.NextBilling) && rule.When.InTrial == true
            && rule.Then is not { Term: TermRule.ToDateAsked, Unused: UnusedValue.LotsKept }, found,
            "the next billing moved", "in a trial",
            "A trial has no bill to move; only the trial's own end moves (moved as asked, unused value kept).");

    private static void OfContract(Rule.Treated rule, List<Contradiction> found)
    {
        Add(rule.Then.EarlyTermination is not null && !rule.When.Requires(ChangeKinds.End), found,
            "the rest of a contract owed", "a rule that does not name a cancellation",
            "Only a cancellation leaves a contract; another plan goes on under it.");
        Add(rule.Then is { EarlyTermination: not null, Timing: Timing.ContractEnd }, found,
            "the rest of a contract owed", "at the contract's end", "At the contract's end there is no rest to charge.");
        Add(rule.Then.EarlyTermination is not null && rule.When.InContract == false, found,
            "the rest of a contract owed", "a rule for those without one", "Without a contract there is no rest to charge.");
    }

    /// <summary>Unused value is kept: the purchase continues, or the term is moved or built from it.</summary>
    private static void OfKept(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        var kept = then.Unused is UnusedValue.LotsKept;
        Add(kept && then.BeginsAnew, found,
            "unused value kept", "a term that begins anew",
            "The earlier purchase covers the rest of the term; a new term has no such rest.");
        Add(kept && then.NewPrice is not NewPrice.NothingUntilRenewal && then.Term is not TermRule.StubToDate, found,
            "unused value kept", "a new price", "The earlier purchase already pays for the rest.");
        Add(kept && rule.When.Names(ChangeKinds.End), found,
            "unused value kept", "a cancellation", "After the end the earlier purchase has nothing to cover.");
        Add(then.Term is TermRule.LengthBought && then.Surplus is not Surplus.Time { Of: SurplusOf.WholeUnusedValue }, found,
            "a term as long as bought", "unused value not all to time", "The unused value decides the length of the term.");
        Add(then.Term is TermRule.LengthBought && then.NewPrice is not NewPrice.NothingUntilRenewal, found,
            "a term as long as bought", "a new price", "The new price is due when the time bought has ended.");
        OfMoves(rule, found);
        OfResumptions(rule, found);
    }

    /// <summary>A resumption: the time before the pause continues, or a new term begins.</summary>
    private static void OfResumptions(Rule.Treated rule, List<Contradiction> found)
    {
        var (then, resumes) = (rule.Then, rule.When.Names(ChangeKinds.Resume));
        Add(resumes && then.Timing is not Timing.Immediate, found,
            "a resumption", "not at once", "During a pause no term runs to an end, so nothing can wait for one.");
        Add(resumes && then.Term.BeginsAnew && then.Term is not (TermRule.Restart or TermRule.ToBillingDay), found,
            "a resumption", "days carried, or a term as bought", "After a pause a whole term begins, or one up to a billing day.");
        Add(resumes && !then.Term.BeginsAnew && then.Unused is UnusedValue.Lots or UnusedValue.WholeTerm, found,
            "a resumption to the end kept", "an unused value", "The earlier purchase continues to its end; only a new term values it.");
        Add(then.ChargesHold == true && !rule.When.Requires(ChangeKinds.Pause), found,
            "a hold charged", "a rule that does not name a pause", "Only a pause can be charged as one.");
        Add(then is { ChargesHold: true, Unused: UnusedValue.Lots }, found,
            "a hold charged", "an unused value", "A pause that gives the time left back ends the term; nothing of it is charged later.");
        Add(then.ChargesHold == true && then.Term is TermRule.KeptTimeLeft, found,
            "a hold charged", "the time left kept", "Time that stands still is not used, so it is not charged.");
    }

    /// <summary>The move of the next billing to a date.</summary>
    private static void OfMoves(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        Add(then.Term is TermRule.ToDateAsked or TermRule.StubToDate && !rule.When.Requires(ChangeKinds.NextBilling), found,
            "moved as asked", "a rule that does not name the next billing", "Only a change that names a date can move the billing to it.");
        Add(then.Term is TermRule.ToDateAsked && then.Surplus is Surplus.Time, found,
            "moved as asked", "surplus to time", "Time bought moves the end off the date asked for.");
        Add(rule.When.Names(ChangeKinds.NextBilling) && then.Timing is not Timing.Immediate, found,
            "the next billing moved", "not at once", "A change cannot wait for a date that it moves itself.");
        Add(rule.When.Names(ChangeKinds.NextBilling)
            && then is { Term: not (TermRule.ToDateAsked or TermRule.StubToDate), BeginsAnew: false }, found,
            "the next billing moved", "the end kept", "The end moves with the next billing.");
        Add(then.Term is TermRule.StubToDate && then.Unused is not UnusedValue.LotsKept, found,
            "moved at the end", "unused value not kept", "The billed term stays as it is; only the stub after it is new.");
        Add(then.Term is TermRule.StubToDate && then.NewPrice is not NewPrice.ForTheRest, found,
            "moved at the end", "not the price for the rest", "The stub is billed in proportion when it begins.");
        var trial = rule.When.InTrial == true && rule.When.Names(ChangeKinds.NextBilling);
        Add(trial && then.Trial != TrialFate.Kept && then.MovesKept, found,
            "a trial moved", "a trial that does not go on", "A trial goes on to its moved end.");
    }

    /// <summary>A surplus that becomes time is credited value of an item whose end may move.</summary>
    private static void OfTimeBought(Rule.Treated rule, List<Contradiction> found)
    {
        var (time, addOns) = (rule.Then.Surplus is Surplus.Time, OnlyAddOns(rule.When));
        var nothing = rule.Then.Unused is UnusedValue.Nothing or UnusedValue.LotsKept;
        Add(time && !addOns && nothing, found,
            "surplus to time", "nothing given back", "Unused value that is not given back cannot become time.");
        Add(time && addOns && nothing, found,
            "add-on value as time", "add-ons kept", "An add-on that keeps its value has none left to lengthen the plan.");
        Add(time && addOns && rule.When.Status == Status.NonRenewing, found,
            "add-on value as time", "a base that ends", "A plan that ends is not lengthened.");
        Add(time && addOns && rule.When.Direction == Direction.Up && rule.Then.Term is TermRule.KeptEnd, found,
            "surplus to time", "an add-on co-termed", "An add-on bought to the plan's end does not move that end.");
    }

    /// <summary>An add-on that ends alone extends the plan, whose own end it does not change.</summary>
    private static bool OnlyAddOns(Case when) => when.Requires(ChangeKinds.AddOn);
}
