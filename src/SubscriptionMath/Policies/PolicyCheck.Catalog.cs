namespace SubscriptionMath;

public static partial class PolicyCheck
{
    /// <summary>Gives all contradictions within a policy, and between the policy and the products sold under it.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <remarks>
    /// Some answers stand in the catalog: the interval and the charge time of a price, the rollover of an allowance, the measure of an
    /// add-on.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>
    /// Months started are used, and a plan sold by the week: "whole months", "'weekly' sold every week", "A week has no month that could
    /// have started."
    /// </example>
    public static Sequence<Contradiction> Contradictions(BillingPolicy policy, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(catalog);
        var found = new List<Contradiction>(Contradictions(policy));
        var byPayment = PaysBack(policy.AddOns.EndedValue)
            || policy.Rules.Any(rule => rule is Rule.Treated treated && PaysBack(treated.Then.Unused));
        var inMonths = policy.Rules.Any(rule => rule is Rule.Treated { Then.Surplus: Surplus.Time { Units: TimeUnits.Months } });
        foreach (var plan in catalog.Plans)
        {
            Add(inMonths && plan.Prices.Any(price => price.Interval.TotalMonths == 0), found,
                "surplus to months", $"'{plan.Id}' sold by days or weeks", "A price by days or weeks has no months; it buys terms.");
            OfPrices(byPayment, [.. Measures(policy)], plan.Id, plan.Prices, found);
            OfRollovers(policy.Allowances, plan.Id, plan.Allowances, found);
            OfLesser(policy.Rules, plan, found);
        }

        foreach (var addOn in catalog.AddOns)
        {
            OfPrices(byPayment, addOn.Measure is { } own ? [own] : [.. Measures(policy)], addOn.Id, addOn.Prices, found);
            OfRollovers(policy.Allowances, addOn.Id, addOn.Allowances, found);
        }

        return [.. found];
    }

    private static bool PaysBack(UnusedValue unused) => unused is UnusedValue.Lots { Basis: ValueBasis.PaidInMoney };

    /// <summary>The policy's measure and those of its treatments, one of each unit.</summary>
    private static IEnumerable<Measure> Measures(BillingPolicy policy) =>
        policy.Rules.Select(rule => (rule as Rule.Treated)?.Then.Measure).OfType<Measure>()
            .Prepend(policy.Proration.Measure).DistinctBy(measure => measure.Unit);

    private static void OfPrices(bool byPayment, Measure[] measures, string product, Sequence<Price> prices, List<Contradiction> found)
    {
        foreach (var price in prices)
        {
            foreach (var measure in measures)
            {
                OfWeeks(measure, price.Interval.TotalMonths == 0, $"'{product}' sold every {price.Interval}", found);
            }

            Add(byPayment && price.BillingTiming == BillingTiming.InArrears, found,
                "unused value of what was paid", $"'{product}' charged in arrears", "A price in arrears is never paid ahead of its use.");
        }
    }

    private static void OfRollovers(AllowancePolicy policy, string product, Sequence<Allowance> allowances, List<Contradiction> found)
    {
        var lapse = policy is { OnUpgrade: not GrantFate.Carried, OnDowngrade: not GrantFate.Carried }
            and { OnRenewal: not GrantFate.Carried, OnIntervalEnd: not GrantFate.Carried };
        foreach (var allowance in allowances)
        {
            Add(lapse && allowance.Rollover is not Rollover.Lapsing, found,
                "usage credits lapse", $"'{product}' rolls '{allowance.Kind}' over", "Without rollover there is nothing to cap.");
        }
    }

    /// <summary>Checks that time and usage credits both have a number, so that there is a lesser of the two.</summary>
    private static void OfLesser(Sequence<Rule> rules, Plan plan, List<Contradiction> found)
    {
        foreach (var rule in rules)
        {
            if (rule is Rule.Treated { Then.Unused.Withheld: WithheldValue.UsageKept { Credit: var kind } })
            {
                Add(!plan.Allowances.Any(allowance => allowance.Kind == kind), found,
                    $"the lesser of time and '{kind}'", $"'{plan.Id}' without a limit of '{kind}'",
                    "An unlimited allowance has no part that is left.");
            }
        }
    }
}
