namespace SubscriptionMath;

/// <content>Answers without effect, since the one change of their rule does not raise the question.</content>
public static partial class PolicyCheck
{
    /// <summary>Only a renewal from the catalog may rise.</summary>
    private static void OfIdle(RenewalPolicy renewal, List<Contradiction> found) =>
        Warn(renewal is { Price: RenewalPrice.AsSold, RaisedAtMost: not null }, found,
            "renewal at the price as sold", "a greatest rise", "A renewal at the price as sold never rises.");

    private static void OfIdle(Rule.Treated rule, List<Contradiction> found)
    {
        var (when, then) = (rule.When, rule.Then);
        var anew = then.Term is TermRule.Restart or TermRule.ToBillingDay or TermRule.DaysAppended;
        if (when.Requires(ChangeKinds.Start))
        {
            Warn(then.Unused is not UnusedValue.Nothing, found,
                "a first purchase", "unused value", "A first purchase has no unused value.");
            Warn(then.Surplus is not (Surplus.Lost or Surplus.Time), found,
                "a first purchase", "surplus", "A first purchase has no surplus, since it has no unused value.");
            Warn(then.Term is TermRule.KeptEnd, found,
                "a first purchase", "end kept", "A first purchase begins a term; there is no end to keep.");
        }

        if (when.Requires(ChangeKinds.End))
        {
            Warn(anew, found, "a cancellation", "a term that begins anew", "After the end no term begins.");
            Warn(then.NewPrice != NewPrice.NothingUntilRenewal, found,
                "a cancellation", "a new price", "After the end nothing is bought.");
            Warn(then.Trial is not (TrialFate.Kept or TrialFate.Ended), found, "a cancellation", "a trial that begins",
                "After the end no trial begins.");
            Warn(then.PaymentTiming != PaymentTiming.Now && then.EarlyTermination is null, found,
                "a cancellation", "a time of payment",
                "No invoice comes after the end. Only the charge for the rest of a contract may be deferred.");
        }

        if (when.Requires(ChangeKinds.Pause))
        {
            Warn(anew, found, "a pause", "a term that begins anew", "No term begins at a pause: its time is kept, or runs on.");
            Warn(then.NewPrice != NewPrice.NothingUntilRenewal || then.PaymentTiming != PaymentTiming.Now, found,
                "a pause", "a new price, or a time of payment", "Nothing is bought at a pause.");
            Warn(then.Surplus is not (Surplus.Lost or Surplus.Time) && then.Unused is UnusedValue.Nothing, found,
                "a pause", "surplus", "Nothing is given back at a pause without an unused value.");
            Warn(then.Trial != TrialFate.Kept, found, "a pause", "a trial that does not go on",
                "A trial rests or runs on with the term; a pause does not end it.");
        }

        OfIdleResumption(rule, found);
    }

    /// <summary>A resumption continues the time before the pause. Only a new term is priced, and only its rule ends a trial.</summary>
    private static void OfIdleResumption(Rule.Treated rule, List<Contradiction> found)
    {
        var (resumes, then) = (rule.When.Requires(ChangeKinds.Resume), rule.Then);
        var goesOn = resumes && !then.BeginsAnew;
        Warn(goesOn && then.NewPrice != NewPrice.NothingUntilRenewal, found,
            "a resumption to the end kept", "a new price",
            "The earlier purchase continues; after a longer pause the next term is renewed.");
        Warn(goesOn && then.Unused is UnusedValue.LotsKept, found,
            "a resumption to the end kept", "unused value kept",
            "The earlier purchase continues with any answer; answer that nothing is given back.");
        Warn(goesOn && then.Surplus is not (Surplus.Lost or Surplus.Time), found,
            "a resumption to the end kept", "surplus", "The earlier purchase continues, so nothing is given back.");
        Warn(goesOn ? then.Trial != TrialFate.Kept : resumes && then.Trial is not (TrialFate.Kept or TrialFate.Ended), found,
            "a resumption", "a trial that does not go on", "A trial goes on after a pause; only a new term may end it.");
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
                    $"rule {place + 1}: a term", "an add-on that changes in number, or ends",
                    "An add-on keeps its term when its number changes, and needs none when it ends.");
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
