namespace SubscriptionMath;

/// <content>Cases without a match, and purchases and cancellations that fall to a rule that does not name them.</content>
public static partial class PolicyCheck
{
    private static void OfCases(Sequence<Rule> rules, List<Contradiction> found)
    {
        var (asked, falls) = (Askable.By(rules), Falls());
        var (matched, reached) = (new bool[rules.Count], new bool[rules.Count]);
        var fallen = rules.Select(_ => new bool[falls.Length]).ToArray();
        foreach (var one in asked)
        {
            if (Mark(rules, one, matched, reached) is { } first)
            {
                for (var kind = 0; kind < falls.Length; kind++)
                {
                    fallen[first][kind] |= falls[kind].Happens(rules[first], one);
                }
            }
        }

        OfIdleTerms(rules, asked, found);
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (Unreached(rules, rule, asked, matched[rule], reached[rule]) is { } unreached)
            {
                found.Add(unreached);
            }

            for (var kind = 0; kind < falls.Length; kind++)
            {
                if (fallen[rule][kind])
                {
                    found.Add(new(falls[kind].One, $"rule {rule + 1}{falls[kind].Other}", falls[kind].Sentence)
                    {
                        IsWarning = !rules[rule].When.Names(falls[kind].Named),
                    });
                }
            }
        }
    }

    /// <summary>The reason why a rule never decides: nothing matches it, or earlier rules match all that it matches.</summary>
    private static Contradiction? Unreached(Sequence<Rule> rules, int rule, List<Asked> asked, bool matched, bool reached)
    {
        if (!matched)
        {
            return Excluding(rule, rules[rule].When, asked);
        }

        for (var earlier = 0; earlier < rule; earlier++)
        {
            if (rules[earlier].When.Covers(rules[rule].When))
            {
                return new($"rule {earlier + 1}", $"rule {rule + 1}",
                    "The later rule is never reached; the earlier one matches everything that it matches.")
                { IsWarning = true };
            }
        }

        return reached ? null : new("the rules before", $"rule {rule + 1}",
            "The rule is never reached; the rules before it together match everything that it matches.")
        { IsWarning = true };
    }

    /// <summary>
    /// Marks the rules that match and those that decide, and gives the first match. After a refusal, a rule decides for changes accepted
    /// before.
    /// </summary>
    private static int? Mark(Sequence<Rule> rules, in Asked asked, bool[] matched, bool[] reached)
    {
        var (first, taken) = ((int?)null, false);
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (rules[rule].When.Matches(asked))
            {
                matched[rule] = true;
                reached[rule] |= !taken;
                taken |= rules[rule] is Rule.Treated;
                first ??= rule;
            }
        }

        return first;
    }

    /// <summary>A request that must not fall to a rule written for another.</summary>
    private readonly record struct Fall(ChangeKinds Named, Func<Rule, Asked, bool> Happens, string One, string Other, string Sentence);

    private static Fall[] Falls() =>
    [
        new(ChangeKinds.Start, static (rule, asked) => asked.Changes == ChangeKinds.Start && rule is Rule.Treated
            && !rule.When.Names(ChangeKinds.Start),
            "no rule for the first purchase", "",
            "A first purchase falls to a rule for changes, which does not name it (ChangeKinds.Start)."),
        new(ChangeKinds.End, static (rule, asked) => asked.Changes == ChangeKinds.End && rule is Rule.Treated
            && !rule.When.Names(ChangeKinds.End),
            "no rule for a cancellation", "", "A cancellation falls to a rule for changes, which does not name it (ChangeKinds.End)."),
        new(ChangeKinds.AddOn, static (rule, asked) => BuysAddOn(asked) && rule is Rule.Treated { Then.Term: TermRule.LengthBought },
            "an add-on bought alone", ": a term as long as bought",
            "A new add-on has no unused value, so it would be free to the renewal."),
        new(ChangeKinds.AddOn, static (rule, asked) => BuysAddOn(asked) && rule is Rule.Treated { Then.Term: TermRule.DaysAppended },
            "an add-on bought alone", ": days left carried", "A new add-on has no days left; name a term of its own, or the end kept."),
    ];

    private static bool BuysAddOn(in Asked asked) =>
        asked.Changes == ChangeKinds.AddOn && (asked.From is null || asked.Interval is IntervalMove.Longer or IntervalMove.Shorter);

    /// <summary>Names the fewest fields of a case, one or two, that no change has together.</summary>
    private static Contradiction Excluding(int rule, Case when, List<Asked> asked)
    {
        var fields = when.Stated();
        for (var later = 0; later < fields.Count; later++)
        {
            if (!Matched(fields[later].State(Case.Otherwise), asked))
            {
                return Never(rule, fields[later].Name, "one thing at a time");
            }

            for (var earlier = 0; earlier < later; earlier++)
            {
                if (!Matched(fields[later].State(fields[earlier].State(Case.Otherwise)), asked))
                {
                    return Never(rule, fields[earlier].Name, fields[later].Name);
                }
            }
        }

        return Never(rule, string.Join(", ", fields.Select(field => field.Name)), "one change");
    }

    private static Contradiction Never(int rule, string one, string other) =>
        new($"rule {rule + 1}: {one}", other, "No change is both: the rules are asked about one item at a time.") { IsWarning = true };

    private static bool Matched(Case when, List<Asked> asked) => asked.Exists(one => when.Matches(one));
}
