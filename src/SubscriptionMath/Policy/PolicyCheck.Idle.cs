namespace SubscriptionMath;

/// <content>Answers without effect, since the one change of their rule does not raise the question.</content>
public static partial class PolicyCheck
{
    private static void OfIdle(Rule.Treated rule, List<Contradiction> found)
    {
        var (when, then) = (rule.When, rule.Then);
        var anew = then.Term is TermRule.Restart or TermRule.ToBillingDay or TermRule.DaysAppended;
        if (when.Requires(What.Start))
        {
            Warn(then.Unused is not UnusedValue.Nothing, found,
                "a first purchase", "unused value", "Before a first purchase nothing was bought that could be given back.");
            Warn(then.Surplus is not (Surplus.Lost or Surplus.Time), found,
                "a first purchase", "surplus", "A first purchase has no surplus, since nothing is given back.");
            Warn(then.Term is TermRule.KeptEnd, found,
                "a first purchase", "end kept", "A first purchase begins a term; there is no end that could be kept.");
        }

        if (when.Requires(What.End))
        {
            Warn(anew, found, "a termination", "a term that begins anew", "After the end no term begins.");
            Warn(then.NewPrice != NewPrice.NothingUntilRenewal, found,
                "a termination", "a new price", "After the end nothing is bought.");
            Warn(then.Trial is not (TrialFate.Kept or TrialFate.Ended), found, "a termination", "a trial that begins", "After the end no trial begins.");
            Warn(then.Due != Due.Now && then.EarlyEnd is null, found,
                "a termination", "when it is paid", "Nothing comes after the end: whatever is due is due then. Only the rest of a contract may wait.");
        }

        if (when.Requires(What.Pause))
        {
            Warn(anew, found, "a pause", "a term that begins anew", "No term begins at a pause: its time is kept, or runs on.");
            Warn(then.NewPrice != NewPrice.NothingUntilRenewal || then.Due != Due.Now, found,
                "a pause", "a new price, or when it is paid", "Nothing is bought at a pause.");
            Warn(then.Surplus is not (Surplus.Lost or Surplus.Time), found,
                "a pause", "surplus", "Nothing is given back at a pause.");
            Warn(then.Trial != TrialFate.Kept, found, "a pause", "a trial that does not go on", "A trial rests or runs on with the term; a pause does not end it.");
        }

        OfIdleResumption(rule, found);
    }

    /// <summary>A resumption continues the time before the pause. Only a new term is priced, and only its rule ends a trial.</summary>
    private static void OfIdleResumption(Rule.Treated rule, List<Contradiction> found)
    {
        var (resumes, then) = (rule.When.Requires(What.Resume), rule.Then);
        var goesOn = resumes && !then.BeginsAnew;
        Warn(goesOn && then.NewPrice != NewPrice.NothingUntilRenewal, found,
            "a resumption to the end kept", "a new price", "What was bought goes on; after a pause that outlasted it the next term is renewed.");
        Warn(goesOn && then.Unused is UnusedValue.LotsKept, found,
            "a resumption to the end kept", "unused value kept", "What was bought goes on whatever the answer is; say that nothing is given back.");
        Warn(goesOn && then.Surplus is not (Surplus.Lost or Surplus.Time), found,
            "a resumption to the end kept", "surplus", "Nothing is given back where what was bought goes on.");
        Warn(goesOn ? then.Trial != TrialFate.Kept : resumes && then.Trial is not (TrialFate.Kept or TrialFate.Ended), found,
            "a resumption", "a trial that does not go on", "A trial goes on after a pause; only where a term begins anew may it end.");
    }

    /// <summary>
    /// The term of an add-on is asked at its purchase, or a purchase by another interval; a change in number keeps the term.
    /// </summary>
    private static void OfIdleTerms(Sequence<Rule> rules, List<Asked> asked, List<Contradiction> found)
    {
        for (var place = 0; place < rules.Count; place++)
        {
            if (rules[place] is Rule.Treated { Then.Term: not TermRule.KeptEnd } rule && OnlyAddOns(rule.When))
            {
                Warn(asked.Exists(one => rule.When.Matches(one)) && !asked.Exists(one => BuysAddOn(one) && rule.When.Matches(one)), found,
                    $"rule {place + 1}: a term", "an add-on that changes in number, or ends", "An add-on keeps its term while its number changes, and needs none where it ends.");
            }
        }
    }

    private static void Warn(bool idle, List<Contradiction> found, string one, string other, string sentence)
    {
        if (idle)
        {
            found.Add(new(one, other, sentence) { IsWarning = true });
        }
    }
}
