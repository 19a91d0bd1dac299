namespace SubscriptionMath;

/// <content>Answers that have no effect, since the one change that a rule is for does not raise their question.</content>
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
        }

        if (when.Requires(What.Pause))
        {
            Warn(anew, found, "a pause", "a term that begins anew", "No term begins at a pause: its time is kept, or runs on.");
            Warn(then.NewPrice != NewPrice.NothingUntilRenewal || then.Due != Due.Now, found,
                "a pause", "a new price, or when it is paid", "Nothing is bought at a pause.");
            Warn(then.Surplus is not (Surplus.Lost or Surplus.Time), found,
                "a pause", "surplus", "Nothing is given back at a pause.");
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
