namespace SubscriptionMath;

/// <summary>Two answers of a policy that contradict each other.</summary>
/// <param name="One">The one answer.</param>
/// <param name="Other">The other answer.</param>
/// <param name="Sentence">Why they cannot both be given.</param>
public sealed record Contradiction(string One, string Other, string Sentence);

/// <summary>Finds the answers of a policy that contradict each other.</summary>
public static partial class PolicyCheck
{
    /// <summary>Gives all contradictions; none for a policy that can be used.</summary>
    /// <param name="policy">The policy.</param>
    /// <remarks><see cref="Billing.Price"/> does not ask; check a policy once, where it is made.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>A surplus that buys time beside an end that is kept: "surplus to time", "end kept", "Time that is bought moves the end."</example>
    public static Sequence<Contradiction> Contradictions(BillingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var found = new List<Contradiction>();
        OfRules(policy.Rules, found);
        OfFree(policy.Rules, found);
        OfMeasure(policy.Measure, found);
        OfParts(policy, found);
        OfAllowances(policy.Allowances, found);
        OfTax(policy, found);
        Add(policy.Direction is { Plans: PlanOrder.Rank, Items: ComparedItems.Everything }, found,
            "by rank", "everything held", "An add-on has no rank.");
        OfOrder(policy.Balance.Order.Keys, found);
        foreach (var rule in policy.Rules)
        {
            if (rule is Rule.Treated treated)
            {
                OfTreatment(treated, found);
                OfKept(treated, found);
                OfContract(treated, found);
                OfTimeBought(treated, found);
                Add(InWholeMonths(treated.Then.Measure ?? policy.Measure) && treated.Then.Term is TermRule.ToBillingDay { StubEvery.TotalMonths: 0 }, found,
                    "whole months", "terms of weeks", "A week has no month that could have started.");
                Add(treated.Then.Unused is UnusedValue.Lots { Basis: ValueBasis.BilledLessUsed } && policy.Rounding.Stage == RoundingStage.Net, found,
                    "billed less the used part", "rounded on the net", "The used part is rounded line by line; on the net nothing is.");
            }
        }

        return [.. found];
    }

    /// <summary>Gives the policy, for those who build one in place and want to be sure of it.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The same policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two answers contradict each other; the message names both.</exception>
    public static BillingPolicy Checked(BillingPolicy policy)
    {
        var found = Contradictions(policy);
        return found.IsEmpty
            ? policy
            : throw new ArgumentException(
                $"The policy '{policy.Name}' contradicts itself: {string.Join("; ", found.Select(one => $"'{one.One}' and '{one.Other}': {one.Sentence}"))}",
                nameof(policy));
    }

    private static void OfRules(Sequence<Rule> rules, List<Contradiction> found)
    {
        if (rules.IsEmpty || rules[^1].When != Case.Otherwise)
        {
            found.Add(new("rules", "no rule for everything else", "The last rule has to match everything."));
        }

        for (var later = 1; later < rules.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (rules[earlier].When.Covers(rules[later].When))
                {
                    found.Add(new($"rule {earlier + 1}", $"rule {later + 1}", "The later rule is never reached; the earlier one matches whatever it matches."));
                    break;
                }
            }
        }
    }

    /// <summary>A paid plan is left for the free one by expiry only, or by a rule; not both.</summary>
    private static void OfFree(Sequence<Rule> rules, List<Contradiction> found)
    {
        for (var refusal = 0; refusal < rules.Count; refusal++)
        {
            for (var earlier = 0; earlier < refusal && rules[refusal] is Rule.NotAllowed { Reason: RefusalCode.PaidToFree }; earlier++)
            {
                Add(rules[earlier] is Rule.Treated && rules[earlier].When.MeetsOnPlanChange(rules[refusal].When), found,
                    $"rule {earlier + 1}", $"rule {refusal + 1}: paid to free refused", "The earlier rule reaches the free plan before the refusal does.");
            }
        }
    }

    private static void OfMeasure(Measure measure, List<Contradiction> found)
    {
        var days = measure.Grain is Grain.CalendarDays or Grain.DaysOfEqualMonths or Grain.MonthsThenDays or Grain.DaysOfOwnMonths;
        var months = measure.Denominator is Denominator.Fixed { Days: var number, Per.TotalMonths: var per } && number % per == 0;
        Add(measure.ChangeDay != ChangeDay.New && measure.Grain != Grain.CalendarDays, found,
            $"change day {measure.ChangeDay}", $"grain {measure.Grain}", "Only a grain of calendar days has a day of the change.");
        Add(measure.Grain == Grain.Terms, found,
            "measure", $"grain {measure.Grain}", "Whole terms count time that was bought, not time that is left.");
        Add(measure.Grain == Grain.Parts, found,
            "measure", $"grain {measure.Grain}", "What the caller says is not counted.");
        Add(measure.Denominator is Denominator.Fixed && !days, found,
            "a fixed number of days", $"grain {measure.Grain}", "A fixed number of days divides days.");
        Add(measure.Grain == Grain.DaysOfEqualMonths && !months, found,
            "days of equal months", "no number of days a month", "Months that are all equal have a fixed number of days, a whole one for each month.");
        Add(measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths && measure.Denominator is not Denominator.OwnPeriod && !months, found,
            $"grain {measure.Grain}", "no number of days a month", "A day is a part of its month: of the days that it has, or of a fixed number.");
        Add(measure.Ratio is RatioRule.RateFirst && measure.Grain is Grain.Seconds or Grain.Minutes or Grain.Milliseconds or Grain.Nanoseconds, found,
            "the daily rate rounded first", $"grain {measure.Grain}", "A grain of instants has no price of a day.");
        Add(measure.Ratio is RatioRule.RateFirst && measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths, found,
            "the daily rate rounded first", $"grain {measure.Grain}", "Days of different months have different prices.");
    }

    private static void OfAllowances(AllowancePolicy allowances, List<Contradiction> found)
    {
        Add(allowances.OnRenewal is not (GrantFate.Replaced or GrantFate.Carried), found,
            $"usage credits at a renewal {allowances.OnRenewal}", "a new term", "A new term has its allotment: what is left of the one before lapses or is carried over.");
        Add(allowances.Use is { Overage: Overage.Blocked, AtReset: DebtAtReset.Kept }, found,
            "overuse refused", "debt kept at a reset", "Where overuse is refused nothing is ever owed.");
        Add(allowances is { OnUpgrade: GrantFate.Recounted, OnDowngrade: GrantFate.ToppedUp }, found,
            "usage recounted on the way up", "the difference taken on the way down", "What came in full is only taken back for the rest of the term.");
    }

    private static void OfTax(BillingPolicy policy, List<Contradiction> found)
    {
        var (tax, net) = (policy.Tax, policy.Rounding.Stage == RoundingStage.Net);
        Add(net && tax.Stage == TaxStage.Lines, found,
            "net, then round", "tax line by line", "Where the net is rounded once, its tax is, too: there is no amount of a line to tax.");
        Add(net && tax.Charged.Base != tax.Credited.Base, found,
            "net, then round", "tax of charges and of credits from another base", "Where the net is rounded once, it is either with its tax or without.");
        Add(!net && tax.Stage == TaxStage.Invoice && (tax.Charged.Base == TaxBase.Gross || tax.Credited.Base == TaxBase.Gross), found,
            "tax backed out of the gross", "tax rounded by invoice", "Where lines are rounded with their tax, it is backed out line by line.");
    }

    /// <summary>A key that tells nothing apart any more was meant otherwise.</summary>
    private static void OfOrder(Sequence<CreditKey> keys, List<Contradiction> found)
    {
        for (var later = 1; later < keys.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                Add((keys[earlier], keys[later]) is var pair && (pair.Item1 == pair.Item2 || Opposite(pair.Item1) == pair.Item2), found,
                    $"order of use: {keys[earlier]}", $"order of use: {keys[later]}", "The later key is never asked; the earlier one tells apart whatever it would.");
            }
        }
    }

    private static CreditKey? Opposite(CreditKey key) => key switch
    {
        CreditKey.PromotionalFirst => CreditKey.PaidFirst,
        CreditKey.PaidFirst => CreditKey.PromotionalFirst,
        CreditKey.SmallestFirst => CreditKey.LargestFirst,
        CreditKey.LargestFirst => CreditKey.SmallestFirst,
        _ => null,
    };

    private static void OfTreatment(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        if (then.Measure is { } measure)
        {
            OfMeasure(measure, found);
        }

        Add(then.Measure is not null && then is { Unused: UnusedValue.Nothing, NewPrice: not NewPrice.ForTheRest }, found,
            "a measure of its own", "a treatment that values nothing", "Where nothing is prorated no time is counted.");
        var ending = then.Timing is Timing.ContractEnd || (then.Timing is Timing.PeriodEnd && !Names(rule.When, What.End));
        Add(then.Surplus is Surplus.Time && then.Term is TermRule.KeptEnd && !OnlyAddOns(rule.When), found,
            "surplus to time", "end kept", "Time that is bought moves the end.");
        Add(ending && then.Unused is not UnusedValue.Nothing, found,
            "at period end", "unused value", "At the end of the period nothing is unused.");
        Add(ending && then.NewPrice == NewPrice.ForTheRest, found,
            "at period end", "new price for the rest", "At the end of the period there is no rest.");
        Add(ending && then.Due == Due.NowAsOldPriceThenDifference, found,
            "at period end", "two payments", "At the end of the period the old price has run out.");
        Add(ending && then.Surplus is not Surplus.Lost, found,
            "at period end", "surplus", "At the end of the period there is no surplus.");
        Add(then.Due == Due.NowAsOldPriceThenDifference && !(rule.When.InTrial == true && then.Trial == TrialFate.Ended && rule.When.Direction == Direction.Up), found,
            "two payments", "outside a trial ended on the way up", "The old price is only due where its trial ends by an upgrade.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.NewPrice == NewPrice.Full, found,
            "trial kept", "full price now", "While the trial goes on nothing is charged.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.NewPrice == NewPrice.ForTheRest, found,
            "trial kept", "new price for the rest", "While the trial goes on nothing is charged.");
        Add(then.Trial == TrialFate.Ended && rule.When.InTrial == true && then.Term is TermRule.KeptEnd && then.NewPrice == NewPrice.Full, found,
            "end kept", "trial ended at the full price", "The end that is kept is the trial's: a full term begins, or its price is not paid.");
        Add(then.Term is TermRule.TermOfItsOwn && !OnlyAddOns(rule.When), found,
            "a term of its own", "a rule for the plan", "The subscription's term is its plan's; only an add-on has a term of its own.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.Term is TermRule.Restart, found,
            "trial kept", "term restarted", "A trial that goes on keeps its end.");
        Add(then.Term is TermRule.DaysAppended && then.Unused is not UnusedValue.Nothing, found,
            "days left carried", "unused value", "Days that are carried one for one are not given back as well.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.Term is TermRule.DaysAppended, found,
            "trial kept", "days left carried", "A trial that goes on has its days already.");
        Add(then.Unused is (UnusedValue.Nothing or UnusedValue.LotsKept) and { Retained: not null }, found,
            "no unused value", "a part of it kept", "Of nothing nothing can be kept.");
        Add(then.Surplus is Surplus.Time && Names(rule.When, What.End), found,
            "surplus to time", "a termination", "After the end there is no plan to lengthen.");
        Add(then.Term is TermRule.KeptTimeLeft && !Names(rule.When, What.Pause), found,
            "time left kept", "a rule that does not name a pause", "Time only stands still while a subscription is paused.");
        Add(then.Unused is not UnusedValue.Nothing && Names(rule.When, What.Pause), found,
            "unused value", "a pause", "What is paused is not given back: its time is kept, or runs on.");
        Add(then.Surplus is Surplus.Time { Days: not (RoundingMode.Floor or RoundingMode.Ceiling or RoundingMode.HalfAwayFromZero) }, found,
            "surplus to time", "a rounding of days by sign", "A number of days is floored, raised or rounded half up.");
        Add(then.Surplus is Surplus.Time && then.Term is TermRule.ToBillingDay, found,
            "surplus to time", "aligned to a billing day", "Time that is bought moves the end off its billing day.");
        Add(then.Trial == TrialFate.Kept && rule.When.InTrial == true && then.Term is TermRule.ToBillingDay, found,
            "trial kept", "aligned to a billing day", "A trial that goes on keeps its end, wherever the billing day is.");
    }

    private static void OfContract(Rule.Treated rule, List<Contradiction> found)
    {
        Add(rule.Then.EarlyEnd is not null && !Names(rule.When, What.End), found,
            "the rest of a contract owed", "a rule that does not name a termination", "A contract is left by a termination; another plan goes on under it.");
        Add(rule.Then is { EarlyEnd: not null, Timing: Timing.ContractEnd }, found,
            "the rest of a contract owed", "at the contract's end", "At its end nothing is left of a contract.");
        Add(rule.Then.EarlyEnd is not null && rule.When.InContract == false, found,
            "the rest of a contract owed", "a rule for those without one", "Without a contract there is no rest of it.");
    }

    /// <summary>What was bought goes on, or the term is moved or made of it.</summary>
    private static void OfKept(Rule.Treated rule, List<Contradiction> found)
    {
        var then = rule.Then;
        var kept = then.Unused is UnusedValue.LotsKept;
        Add(kept && then.BeginsAnew, found,
            "unused value kept", "a term that begins anew", "What was bought covers what is left of the term; one that begins anew has none of it.");
        Add(kept && then.NewPrice is not NewPrice.NothingUntilRenewal, found,
            "unused value kept", "a new price", "What was bought pays for the rest already.");
        Add(kept && Names(rule.When, What.End), found,
            "unused value kept", "a termination", "After the end there is nothing that it could cover.");
        Add(then.Term is TermRule.LengthBought && then.Surplus is not Surplus.Time { Of: SurplusOf.WholeUnusedValue }, found,
            "a term as long as bought", "unused value not all to time", "Its length is what the unused value buys.");
        Add(then.Term is TermRule.LengthBought && then.NewPrice is not NewPrice.NothingUntilRenewal, found,
            "a term as long as bought", "a new price", "The new price is due when what was bought has run out.");
        Add(then.Term is TermRule.ToDateAsked && !Names(rule.When, What.NextBilling), found,
            "moved as asked", "a rule that does not name the next billing", "Only a change that names a date can be moved to it.");
        Add(then.Term is TermRule.ToDateAsked && then.Surplus is Surplus.Time, found,
            "moved as asked", "surplus to time", "Time that is bought moves the end off the date that was asked for.");
        Add(Names(rule.When, What.NextBilling) && then.Timing is not Timing.Immediate, found,
            "the next billing moved", "not at once", "Nothing waits for a date that is moved itself.");
        Add(Names(rule.When, What.NextBilling) && then is { Term: not TermRule.ToDateAsked, BeginsAnew: false }, found,
            "the next billing moved", "the end kept", "The end moves with the next billing.");
    }

    /// <summary>What becomes time is value that is given back, of something whose end may move.</summary>
    private static void OfTimeBought(Rule.Treated rule, List<Contradiction> found)
    {
        var (time, addOns) = (rule.Then.Surplus is Surplus.Time, OnlyAddOns(rule.When));
        var nothing = rule.Then.Unused is UnusedValue.Nothing or UnusedValue.LotsKept;
        Add(time && !addOns && nothing, found,
            "surplus to time", "nothing given back", "What is not given back cannot become time.");
        Add(time && addOns && nothing, found,
            "add-on value as time", "add-ons kept", "An add-on that keeps its value has none to lengthen the plan with.");
        Add(time && addOns && rule.When.Status == Status.Terminated, found,
            "add-on value as time", "a base that ends", "A plan that ends is not lengthened.");
        Add(time && addOns && rule.When.Direction == Direction.Up && rule.Then.Term is TermRule.KeptEnd, found,
            "surplus to time", "an add-on co-termed", "What is bought to the plan's end does not move it.");
    }

    /// <summary>A measure of parts of months has something to measure only where something is prorated.</summary>
    private static void OfParts(BillingPolicy policy, List<Contradiction> found)
    {
        var prorated = policy.AddOns.EndedValue is not UnusedValue.Nothing;
        foreach (var rule in policy.Rules)
        {
            prorated |= rule is Rule.Treated { Then: { NewPrice: NewPrice.ForTheRest } or { Unused: UnusedValue.Lots } };
        }

        Add(policy.Measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths && !prorated, found,
            "partial months billed", "partial periods not prorated", "Where no part of a period is billed, no part of a month is.");
    }

    private static bool InWholeMonths(Measure measure) => measure.Grain is Grain.MonthsNotStarted or Grain.MonthsNotEnded;

    private static bool Names(Case when, What change) => when.Changes is { } changes && (changes & change) != What.None;

    /// <summary>An add-on that ends alone extends a plan whose own end it does not touch.</summary>
    private static bool OnlyAddOns(Case when) => Names(when, What.AddOn);

    private static void Add(bool contradicts, List<Contradiction> found, string one, string other, string sentence)
    {
        if (contradicts)
        {
            found.Add(new(one, other, sentence));
        }
    }
}
