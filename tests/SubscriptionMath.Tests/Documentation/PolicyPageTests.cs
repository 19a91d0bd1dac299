using System.Reflection;
using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>
/// docs/policies.md has a row for every answer that a policy can give, and says who gives it. <c>POLICY_WRITE=1</c> writes the column of the vendors anew.
/// </summary>
public sealed partial class PolicyPageTests
{
    private const string Page = "docs/policies.md";

    /// <summary>The answers that are told apart by name; orders of use are lists of keys.</summary>
    private static readonly Type[] Questions =
    [
        typeof(PlanOrder), typeof(ComparedItems), typeof(IntervalWeight),
        typeof(Timing), typeof(TrialFate), typeof(TermRule), typeof(UnusedValue), typeof(ValueBasis), typeof(WithheldValue), typeof(NewPrice), typeof(PaymentTiming), typeof(Surplus), typeof(TimeUnits),
        typeof(ProrationUnit), typeof(ChangeDay), typeof(Denominator), typeof(RatioRule), typeof(RoundingMode), typeof(RoundingStage),
        typeof(TaxBase), typeof(TaxStage), typeof(LotChoice), typeof(SplitMethod), typeof(DiscountReversal), typeof(DiscountStage), typeof(AddOnFate),
        typeof(BalanceUses), typeof(CreditKey), typeof(BalanceLoss), typeof(PromotionValue),
        typeof(GrantFate), typeof(RolloverOf), typeof(CarriedExpiry), typeof(Allotment), typeof(GrantKey), typeof(Overage), typeof(DebtAtReset),
        typeof(RenewalPrice), typeof(AfterEnd), typeof(DeferredChargePolicy), typeof(FailedPayment), typeof(PendingPolicy), typeof(SecondCancellation), typeof(QuoteValidity),
    ];

    private static readonly Dictionary<string, string> NameToVendor = (
        from vendor in typeof(Vendors.WhaleBooks).Assembly.GetExportedTypes()
        where vendor.Namespace == typeof(Vendors.WhaleBooks).Namespace && vendor != typeof(Vendors.Published)
        from make in vendor.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where make.ReturnType == typeof(BillingPolicy) && make.GetParameters().All(one => one.HasDefaultValue)
        select (((BillingPolicy)make.Invoke(null, [.. make.GetParameters().Select(one => one.DefaultValue)])!).Name, vendor.Name)).ToDictionary();

    /// <summary>Each vendor with all answers that its policies give.</summary>
    private static readonly IReadOnlyList<(string Vendor, HashSet<string> Answers)> Given =
    [
        .. EveryVendor.Defaults.Concat(EveryVendor.Engines)
            .GroupBy(named => VendorOf(named.Policy.Name), named => named.Policy)
            .Select(vendor => (vendor.Key, vendor.SelectMany(Answers).ToHashSet()))
            .OrderBy(vendor => vendor.Key, StringComparer.OrdinalIgnoreCase),
    ];

    [Fact]
    public void Every_answer_has_one_row() => Assert.Equal(
        Questions.SelectMany(Members).Order(StringComparer.Ordinal),
        Document.Read(Page).RowsUnder("answer").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_names_the_vendors_that_answer_so()
    {
        if (Environment.GetEnvironmentVariable("POLICY_WRITE") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), Row().Replace(
                Document.Read(Page).Text,
                match => Questions.Any(question => question.Name == match.Groups["question"].Value) ? $"{match.Groups["row"].Value} {UsedBy(match.Groups["answer"].Value)} |" : match.Value));
        }

        Assert.All(Document.Read(Page).RowsUnder("answer"), row => Assert.Equal((row[0], UsedBy(row[0].Trim('`'))), (row[0], row[2])));
    }

    /// <summary>Every property of the policy, and of what it is made of, stands under the heading of a question.</summary>
    [Fact]
    public void Every_property_of_a_policy_is_a_question()
    {
        var text = Document.Read(Page).Text;
        Assert.All(
            new[] { typeof(BillingPolicy), typeof(RequestPolicy), typeof(ProrationPolicy), typeof(InvoicePolicy), typeof(Treatment), typeof(Measure), typeof(DirectionPolicy), typeof(EligibilityPolicy), typeof(TaxPolicy), typeof(DiscountPolicy),
                    typeof(AddOnPolicy), typeof(BalancePolicy), typeof(AllowancePolicy), typeof(UsagePolicy), typeof(RenewalPolicy) }
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"`{type.Name}.{property.Name}`")),
            question => Assert.Contains(question, text, StringComparison.Ordinal));
    }

    private static string UsedBy(string answer)
    {
        var users = Given.Where(vendor => vendor.Answers.Contains(answer)).Select(vendor => vendor.Vendor).ToList();
        var others = Given.Select(vendor => vendor.Vendor).Except(users).ToList();
        return others.Count == 0 ? "all" : users.Count == 0 ? "none here" : others.Count < users.Count ? $"all but {string.Join(", ", others)}" : string.Join(", ", users);
    }

    private static string VendorOf(string policy) => NameToVendor.TryGetValue(policy, out var vendor) ? vendor
        : policy.StartsWith("Zuora", StringComparison.Ordinal) ? "Zuora" : policy == "Kill Bill" ? "KillBill" : policy;

    private static IEnumerable<string> Members(Type question) => (question.IsEnum
            ? Enum.GetNames(question).Where(name => question != typeof(BalanceUses) || name != nameof(BalanceUses.All))
            : question.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(one => one.PropertyType == question).Select(one => one.Name)
                .Concat(question.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(one => one.ReturnType == question && !one.IsSpecialName).Select(one => one.Name)).Distinct())
        .Where(name => (question, name) != (typeof(ProrationUnit), nameof(ProrationUnit.Terms)) && (question, name) != (typeof(ProrationUnit), nameof(ProrationUnit.Parts)))
        .Select(name => $"{question.Name}.{name}");

    /// <summary>All answers within a policy, by the names under which they are made.</summary>
    private static IEnumerable<string> Answers(object? part) => part switch
    {
        null or string => [],
        Rule.NotAllowed or Rule.Treated { When.Changes: ChangeKinds.Resume } => [], // to take a cancellation back is no answer to a change
        Rule.Treated rule => Answers(rule.Then),
        BalanceUses pays => pays == BalanceUses.None ? ["BalanceUses.None"] : Enum.GetValues<BalanceUses>().Where(use => use is BalanceUses.Changes or BalanceUses.Renewals && pays.HasFlag(use)).Select(use => $"BalanceUses.{use}"),
        Enum answer => [$"{answer.GetType().Name}.{answer}"],
        System.Collections.IEnumerable many => many.Cast<object>().SelectMany(Answers),
        _ when part.GetType().Namespace != typeof(BillingPolicy).Namespace => [],
        _ => Named(part).Concat(part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.GetIndexParameters().Length == 0).SelectMany(one => Answers(one.GetValue(part)))),
    };

    private static IEnumerable<string> Named(object part) => part switch
    {
        Timing.Immediate => ["Timing.Now"],
        Timing.PeriodEnd => ["Timing.AtPeriodEnd"],
        Timing.BilledEnd => ["Timing.AtBilledEnd"],
        Timing.RequestedDate => ["Timing.OnDate"],
        Timing.CustomersChoice => ["Timing.CustomerChooses"],
        TermRule.KeptEnd => ["TermRule.EndKept"],
        TermRule.Restart => ["TermRule.Restarted"],
        TermRule.DaysAppended => ["TermRule.DaysCarried"],
        TermRule.KeptTimeLeft => ["TermRule.TimeLeftKept"],
        TermRule.TermOfItsOwn => ["TermRule.OwnTerm"],
        TermRule.ToBillingDay term => [term.Anchor is null ? "TermRule.Aligned" : "TermRule.AlignedTo"],
        TermRule.LengthBought => ["TermRule.AsBought"],
        TermRule.ToDateAsked => ["TermRule.MovedAsAsked"],
        TermRule.StubToDate => ["TermRule.MovedAtTheEnd"],
        UnusedValue.Nothing => ["UnusedValue.None"],
        UnusedValue.WholeTerm whole => [whole.SetUp ? "UnusedValue.OfTheWholeTermAndSetUp" : "UnusedValue.OfTheWholeTerm"],
        UnusedValue.LotsKept => ["UnusedValue.Kept"],
        UnusedValue.Lots lots => [lots is { Sources: LotSources.All, Basis: ValueBasis.Billed } ? "UnusedValue.OfAllLots" : "UnusedValue.OfLots"],
        WithheldValue.PartKept => ["WithheldValue.Part"],
        WithheldValue.DiscountKept => ["WithheldValue.DiscountOver"],
        WithheldValue.UsageKept => ["WithheldValue.BeyondUsageOf"],
        Surplus.Balance => ["Surplus.ToBalance"],
        Surplus.Lost => ["Surplus.Forfeited"],
        Surplus.NextInvoice next => [next.WithoutOne == RefundRest.ToBalance ? "Surplus.ToNextInvoice" : "Surplus.ToNextInvoiceOr"],
        Surplus.Time time => [time.Of == SurplusOf.Net ? "Surplus.ToTime" : "Surplus.AllUnusedToTime"],
        Surplus.Refund refund => [refund.Of == SurplusOf.WholeUnusedValue ? "Surplus.AllUnusedRefunded" : refund.Limit == RefundLimit.Paid ? "Surplus.Refunded" : "Surplus.RefundedBeyondUse"],
        Denominator.OwnPeriod => ["Denominator.Period"],
        Denominator.IntervalFromStart => ["Denominator.FromTheChange"],
        Denominator.IntervalAtBoundary => ["Denominator.AtTheBoundary"],
        Denominator.IntervalAfter => ["Denominator.NextPeriod"],
        Denominator.Fixed => ["Denominator.FixedDays"],
        RatioRule.Unrounded => ["RatioRule.Exact"],
        RatioRule.ToDecimals => ["RatioRule.Rounded"],
        RatioRule.RateFirst => ["RatioRule.RateRounded"],
        Overage.Blocked => ["Overage.Refused"],
        Overage.Debt debt => [debt.Limit is null ? "Overage.AsDebt" : "Overage.AsDebtUpTo"],
        _ => [],
    };

    [GeneratedRegex(@"^(?<row>\| `(?<answer>(?<question>[A-Z]\w+)\.[A-Z]\w+)` \| [^|]+ \|)[^|\n]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
