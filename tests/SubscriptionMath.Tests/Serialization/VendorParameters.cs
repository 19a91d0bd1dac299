using System.Reflection;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>Each vendor's policy with each value of each parameter.</summary>
internal static class VendorParameters
{
    /// <summary>Gets each vendor's policy with each value of each parameter, the others left as they are.</summary>
    internal static IEnumerable<BillingPolicy> EveryPolicy =>
        from vendor in typeof(WhaleBooks).Assembly.GetExportedTypes()
        where vendor.Namespace == typeof(WhaleBooks).Namespace
        from make in vendor.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where make.ReturnType == typeof(BillingPolicy)
        from one in make.GetParameters()
        from value in ValuesOf(one.ParameterType)
        select (BillingPolicy)make.Invoke(null, [.. make.GetParameters().Select(parameter => parameter == one ? value : Default(parameter))])!;

    private static object? Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? ValuesOf(parameter.ParameterType).First()
        : parameter is { DefaultValue: not null, ParameterType.IsEnum: true }
        ? Enum.ToObject(parameter.ParameterType, parameter.DefaultValue)
        : parameter.DefaultValue;

    private static IEnumerable<object?> ValuesOf(Type type) =>
        type == typeof(TermRule) ? OrNone(TermRule.EndKept, TermRule.Restarted, TermRule.OwnTerm)
        : type == typeof(UnusedValue) ? OrNone(UnusedValue.None, UnusedValue.OfAllLots, UnusedValue.OfLots(LotSources.Purchase | LotSources.AddOnTermination, ValueBasis.PaidInMoney))
        : type == typeof(Surplus) ? OrNone(Surplus.ToBalance, Surplus.ToNextInvoice, Surplus.Forfeited, Surplus.ToTime(RoundingMode.Ceiling), Surplus.AllUnusedToTime(RoundingMode.Floor))
        : type == typeof(Treatment) ? OrNone(Treatment.AtPeriodEnd, WhaleBooks.Policy().Rules.OfType<Rule.Treated>().Last().Then)
        : type == typeof(Timing) ? [Timing.Now, Timing.AtPeriodEnd, Timing.AtBilledEnd]
        : type == typeof(Measure) ? OrNone(Measure.Days, Measure.Seconds)
        : type == typeof(Denominator) ? OrNone(Denominator.Period, Denominator.FromTheChange)
        : type == typeof(Anchor) ? [Anchor.OnDay(1), Anchor.OnDay(31)]
        : type == typeof(BillingInterval) ? [BillingInterval.Month, BillingInterval.Week]
        : type == typeof(bool) ? [false, true]
        : type.IsDefined(typeof(FlagsAttribute)) ? Enumerable.Range(0, 1 + Enum.GetValues(type).Cast<int>().Max()).Select(flags => Enum.ToObject(type, flags))
        : type.IsEnum ? Enum.GetValues(type).Cast<object>()
        : throw new NotSupportedException($"A vendor has a parameter of type {type.Name}; name its values here.");

    private static IEnumerable<object?> OrNone(params IEnumerable<object> values) => values.Prepend<object?>(null);
}
