using System.Diagnostics.CodeAnalysis;

namespace SubscriptionMath;

/// <summary>Two answers of a policy that contradict each other.</summary>
/// <param name="One">The one answer.</param>
/// <param name="Other">The other answer.</param>
/// <param name="Message">The reason why both cannot be given.</param>
public sealed record Contradiction(string One, string Other, string Message)
{
    /// <summary>Gets whether this is only a warning: the policy has one meaning and is priced by it.</summary>
    /// <remarks>A rule never decides, an answer has no effect, or a request falls to a rule that does not name it.</remarks>
    /// <example>
    /// A policy whose last rule prorates, without a rule for <see cref="ChangeKinds.End"/>: a cancellation gives 15.00 of credit, by no
    /// decision.
    /// </example>
    public bool IsWarning { get; init; }
}

/// <summary>Finds the answers of a policy that contradict each other.</summary>
public static partial class PolicyCheck
{
    /// <summary>Gives all contradictions and omissions (<see cref="Contradiction.IsWarning"/>); none for a complete policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <remarks>
    /// A policy remembers the result, so that asking again costs nothing. <see cref="Billing"/>, <see cref="Lifecycle"/> and <see
    /// cref="Timeline"/> refuse a policy that contradicts itself.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>
    /// A surplus that buys time beside an end that is kept: "surplus to time", "end kept", "Time bought moves the end."
    /// </example>
    public static Sequence<Contradiction> Contradictions(BillingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Contradictions;
    }

    /// <summary>Finds all contradictions of a policy.</summary>
    internal static Sequence<Contradiction> Find(BillingPolicy policy)
    {
        var found = new List<Contradiction>();
        OfRules(policy.Rules, found);
        OfCases(policy.Rules, found);
        OfFree(policy.Rules, found);
        OfMeasure(policy.Proration.Measure, found);
        OfParts(policy, found);
        OfAllowances(policy.Allowances, found);
        OfTax(policy, found);
        Add(policy.Requests.Direction is { Plans: PlanOrder.Rank, Items: ComparedItems.Everything }, found,
            "by rank", "everything held", "An add-on has no rank.");
        OfOrder("order of use", policy.Balance.Order.Keys, Opposite, found);
        OfOrder("order of usage credits", policy.Allowances.Use.Order.Keys, static _ => null, found);
        OfAddOns(policy, found);
        OfIdle(policy.Renewal, found);
        foreach (var rule in policy.Rules)
        {
            if (rule is Rule.Treated treated)
            {
                OfTreatment(treated, found);
                OfKept(treated, found);
                OfTimeBought(treated, found);
                OfUsedPart(treated.Then.Unused, policy.Proration.Rounding, found);
                OfContract(treated, found);
                OfTrialMoved(treated, found);
                OfIdle(treated, found);
                OfWeeks(treated.Then.Measure ?? policy.Proration.Measure,
                    treated.Then.Term is TermRule.ToBillingDay { StubInterval.TotalMonths: 0 }, "terms of weeks", found);
            }
        }

        return [.. found];
    }

    /// <summary>Gives the policy if it has no contradiction, for callers who build one in place.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The same policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two answers contradict each other; the message names both. A warning throws nothing.</exception>
    public static BillingPolicy Checked(BillingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Require(policy);
        return policy;
    }

    /// <summary>Refuses a policy that contradicts itself, at the cost of one comparison if it was checked before.</summary>
    internal static void Require([NotNull] BillingPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        foreach (var found in Contradictions(policy))
        {
            if (!found.IsWarning)
            {
                throw new ArgumentException(
                    $"The policy '{policy.Name}' contradicts itself: {Told(policy.Contradictions)}", nameof(policy));
            }
        }
    }

    private static string Told(Sequence<Contradiction> found) =>
        string.Join("; ", found.Where(one => !one.IsWarning).Select(one => $"'{one.One}' and '{one.Other}': {one.Message}"));

    private static void OfUsedPart(UnusedValue unused, Rounding rounding, List<Contradiction> found) =>
        Add(unused is UnusedValue.Lots { Basis: ValueBasis.BilledLessUsed } && !rounding.ByLine, found,
            "billed less the used part", "rounded on the net", "The used part is rounded line by line; on the net nothing is.");

    /// <summary>Checks the value of add-ons that end.</summary>
    private static void OfAddOns(BillingPolicy policy, List<Contradiction> found)
    {
        var (fate, worth) = policy.AddOns;
        OfUsedPart(worth, policy.Proration.Rounding, found);
        Add(worth is UnusedValue.LotsKept && policy.Rules.Any(rule => rule is Rule.Treated { When.Changes: not ChangeKinds.Start } treated
                && (treated.Then.BeginsAnew
                    || (fate == AddOnFate.EndWithThePlan && treated.Then.NewPrice != NewPrice.NothingUntilRenewal))), found,
            "add-ons' value kept", "add-ons bought anew", "If all items begin anew, the earlier purchase has nothing to cover.");
    }

    private static void OfRules(Sequence<Rule> rules, List<Contradiction> found)
    {
        if (rules.IsEmpty || rules[^1].When != Case.Otherwise)
        {
            found.Add(new("rules", "no rule for everything else", "The last rule has to match everything."));
        }
    }

    /// <summary>A paid plan changes to the free one by expiry only, or by a rule; not both.</summary>
    private static void OfFree(Sequence<Rule> rules, List<Contradiction> found)
    {
        for (var refusal = 0; refusal < rules.Count; refusal++)
        {
            if (rules[refusal] is Rule.NotAllowed { Reason: RefusalCode.PaidToFree } && Before(refusal) is >= 0 and var earlier)
            {
                found.Add(new($"rule {earlier + 1}", $"rule {refusal + 1}: paid to free refused",
                    "The earlier rule reaches the free plan before the refusal does."));
            }
        }

        int Before(int refusal)
        {
            var earlier = 0;
            while (earlier < refusal && !(rules[earlier] is Rule.Treated && rules[earlier].When.MeetsOnPlanChange(rules[refusal].When)))
            {
                earlier++;
            }

            return earlier < refusal ? earlier : -1;
        }
    }

    private static void OfAllowances(AllowancePolicy allowances, List<Contradiction> found)
    {
        Add(allowances.OnRenewal is not (GrantFate.Replaced or GrantFate.Carried), found,
            $"usage credits at a renewal {allowances.OnRenewal}", "a new term",
            "A new term has its own allotment: unused credits of the one before lapse or roll over.");
        Add(allowances.OnIntervalEnd is not (GrantFate.Replaced or GrantFate.Carried), found,
            $"usage credits at an interval's end {allowances.OnIntervalEnd}", "the next interval",
            "The next interval has its own allotment: unused credits of the one before lapse or roll over.");
        Add(allowances.Use is { Overage: Overage.Blocked, AtReset: DebtAtReset.Kept }, found,
            "overuse refused", "debt kept at a reset", "If overuse is refused, there is never a debt.");
        Add(allowances is { OnUpgrade: GrantFate.Recounted, OnDowngrade: GrantFate.ToppedUp }, found,
            "usage recounted on the way up", "the difference taken on the way down",
            "The upgrade adds a full allotment, and the downgrade takes back only a part.");
    }

    private static void OfTax(BillingPolicy policy, List<Contradiction> found)
    {
        var (tax, net) = (policy.Invoicing.Tax, !policy.Proration.Rounding.ByLine);
        Add(net && tax.Stage == TaxStage.Lines, found,
            "net, then round", "tax line by line", "If the net is rounded once, so is its tax: no line has an amount to tax.");
        Add(net && tax.Charged.Base != tax.Credited.Base, found,
            "net, then round", "tax of charges and of credits from another base",
            "If the net is rounded once, it is rounded either with its tax or without.");
        Add(!net && tax.Stage == TaxStage.Invoice && (tax.Charged.Base == TaxBase.Gross || tax.Credited.Base == TaxBase.Gross), found,
            "tax backed out of the gross", "tax rounded by invoice",
            "If lines are rounded with their tax, the tax is backed out line by line.");
    }

    private static void Add(bool contradicts, List<Contradiction> found, string one, string other, string sentence)
    {
        if (contradicts)
        {
            found.Add(new(one, other, sentence));
        }
    }
}
