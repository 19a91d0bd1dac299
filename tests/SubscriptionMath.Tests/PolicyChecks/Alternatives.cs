using System.Reflection;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>A policy that gives one answer otherwise.</summary>
internal sealed record Alternative(string Answer, string Value, BillingPolicy Policy);

/// <summary>Gives every policy that differs from another in one answer; an answer that is new to the library is found here by itself.</summary>
internal static class Alternatives
{
    private static readonly Dictionary<Type, object?[]> Values = new()
    {
        [typeof(Timing)] = [Timing.Now, Timing.AtPeriodEnd, Timing.CustomerChooses, Timing.AtBilledEnd, Timing.OnDate, Timing.AtContractEnd],
        [typeof(TermRule)] =
        [
            TermRule.EndKept, TermRule.Restarted, TermRule.OwnTerm, TermRule.TimeLeftKept, TermRule.Aligned, TermRule.AlignedTo(Anchor.OnDay(10)), TermRule.DaysCarried,
            TermRule.AsBought, TermRule.MovedAsAsked,
        ],
        [typeof(UnusedValue)] =
            [UnusedValue.None, UnusedValue.OfAllLots, UnusedValue.OfTheWholeTerm, UnusedValue.OfTheWholeTermAndSetUp, UnusedValue.Kept],
        [typeof(Surplus)] =
        [
            Surplus.ToBalance, Surplus.ToNextInvoice, Surplus.Forfeited, Surplus.ToTime(RoundingMode.Floor), Surplus.AllUnusedToTime(RoundingMode.Floor),
            Surplus.Refunded(RefundRest.ToBalance), Surplus.RefundedBeyondUse(RefundRest.ToBalance),
        ],
        [typeof(Denominator)] =
            [Denominator.Period, Denominator.FromTheChange, Denominator.AtTheBoundary, Denominator.NextPeriod, Denominator.FixedDays(30, BillingInterval.Month), Denominator.FixedDays(365, BillingInterval.Year)],
        [typeof(RatioRule)] = [RatioRule.Exact, RatioRule.Rounded(5, RoundingMode.HalfAwayFromZero), RatioRule.RateRounded(RoundingMode.HalfAwayFromZero)],
        [typeof(WithheldValue)] = [null, WithheldValue.Part(new Fraction(1, 10)), WithheldValue.DiscountOver(BillingInterval.Month), WithheldValue.BeyondUsageOf("calls")],
        [typeof(EarlyTerminationCharge)] = [null, EarlyTerminationCharge.PartOfTheRest(new Fraction(1, 2)), EarlyTerminationCharge.Fee(Money.Of(9m, "EUR"))],
        [typeof(Measure)] = [Measure.Days, Measure.Seconds, Measure.MonthsNotStarted],
        [typeof(Overage)] = [Overage.Refused, Overage.AsDebt],
        [typeof(CreditOrder)] = [CreditOrder.OldestFirst, CreditOrder.SoonestExpiryFirst, CreditOrder.By(CreditKey.PromotionalFirst), CreditOrder.By(CreditKey.LargestFirst)],
        [typeof(GrantOrder)] = [GrantOrder.By(GrantKey.Expiry), GrantOrder.By(GrantKey.PlanFirst), GrantOrder.By(GrantKey.Priority)],
        [typeof(int)] = [0, 3],
        [typeof(bool)] = [false, true],
    };

    internal static IEnumerable<Alternative> Of(BillingPolicy policy)
    {
        foreach (var found in Within(policy, "", node => (BillingPolicy)node))
            yield return found;

        for (var i = 0; i < policy.Rules.Count; i++)
        {
            var place = i;
            if (policy.Rules[i] is Rule.Treated rule)
            {
                foreach (var found in Within(rule.Then, $"{Kind(rule.When)}: ", then =>
                    policy with { Rules = [.. policy.Rules.Select((other, at) => at == place ? Rule.For(other.When, (Treatment)then) : other)] }))
                    yield return found;
            }
        }
    }

    /// <summary>For what a rule is: one kind of change, or whatever else.</summary>
    private static string Kind(Case when) => when.Changes switch
    {
        ChangeKinds.Start or ChangeKinds.End or ChangeKinds.Pause or ChangeKinds.Resume or ChangeKinds.NextBilling or ChangeKinds.Quantity or ChangeKinds.AddOn => when.Changes.ToString()!,
        _ => "Change",
    };

    private static IEnumerable<Alternative> Within(object node, string path, Func<object, BillingPolicy> rebuild)
    {
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.Name != "Name"))
        {
            var (type, value) = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, property.GetValue(node));
            foreach (var other in Others(type).Where(other => !Equals(other, value)))
            {
                if (With(node, property, other) is { } changed)
                    yield return new Alternative($"{path}{property.Name}", other?.ToString() ?? "none", rebuild(changed));
            }

            if (value is not null && type is { IsClass: true, IsArray: false } && type.Assembly == typeof(Billing).Assembly && type != typeof(Anchor))
            {
                foreach (var found in Within(value, $"{path}{property.Name}.", inner => rebuild(With(node, property, inner)!)))
                    yield return found;
            }
        }
    }

    private static IEnumerable<object?> Others(Type type) =>
        type.IsEnum ? Enum.GetValues(type).Cast<object?>() : Values.TryGetValue(type, out var values) ? values : [];

    /// <summary>The same record with another value, or null where it refuses that value.</summary>
    private static object? With(object node, PropertyInfo property, object? value)
    {
        var clone = node.GetType().GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).First(method => method.Name == "<Clone>$").Invoke(node, null)!;
        try
        {
            property.SetValue(clone, value);
            return clone;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is ArgumentException)
        {
            return null;
        }
    }
}
