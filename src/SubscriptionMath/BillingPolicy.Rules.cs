namespace SubscriptionMath;

/// <content>Adding, replacing and removing a rule.</content>
public sealed partial record BillingPolicy
{
    /// <summary>Gives the policy with a rule at the place at which it takes effect.</summary>
    /// <param name="rule">
    /// The rule. It replaces the rule for the same case; a new case goes before the first rule that matches all of it.
    /// </param>
    /// <returns>A policy with all other answers unchanged.</returns>
    /// <remarks>Earlier rules whose cases only overlap still come first; <see cref="WithRuleBefore"/> places a rule exactly.</remarks>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <example>
    /// <c>policy.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd))</c> replaces the rule for
    /// cancellations, or adds it before the last rule.
    /// </example>
    public BillingPolicy WithRule(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        for (var place = 0; place < Rules.Count; place++)
        {
            if (Rules[place].When == rule.When)
            {
                return this with { Rules = [.. Rules.Take(place), rule, .. Rules.Skip(place + 1)] };
            }
        }

        for (var place = 0; place < Rules.Count; place++)
        {
            if (Rules[place].When.Covers(rule.When))
            {
                return Inserting(rule, place);
            }
        }

        return Inserting(rule, Rules.Count);
    }

    /// <summary>Gives the policy with a rule right before that for another case.</summary>
    /// <param name="later">The case of a rule of the policy.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>A policy with all other answers unchanged.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The policy has no rule for that case.</exception>
    /// <example><c>policy.WithRuleBefore(policy.Rules[0].When, rule)</c> puts the rule first.</example>
    public BillingPolicy WithRuleBefore(Case later, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Inserting(rule, PlaceOf(later, nameof(later)));
    }

    /// <summary>Gives the policy without the rule for a case.</summary>
    /// <param name="when">The case of a rule of the policy.</param>
    /// <returns>A policy with all other answers unchanged.</returns>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="ArgumentException">The policy has no rule for that case.</exception>
    public BillingPolicy WithoutRule(Case when)
    {
        var place = PlaceOf(when, nameof(when));
        return this with { Rules = [.. Rules.Take(place), .. Rules.Skip(place + 1)] };
    }

    private BillingPolicy Inserting(Rule rule, int place) => this with { Rules = [.. Rules.Take(place), rule, .. Rules.Skip(place)] };

    private int PlaceOf(Case when, string parameter)
    {
        ArgumentNullException.ThrowIfNull(when, parameter);
        for (var place = 0; place < Rules.Count; place++)
        {
            if (Rules[place].When == when)
            {
                return place;
            }
        }

        throw new ArgumentException($"The policy '{Name}' has no rule for {when}.", parameter);
    }
}
