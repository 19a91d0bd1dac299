using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>The cost of a grant.</summary>
internal static class Costs
{
    public static decimal Of(PublishedRecord record, string units, string cost) =>
        (UsageCredits.Grant("", record.Inputs.GetProperty(units).GetDecimal(), UsageCredits.Start, null) with
        {
            CostBasis = Fraction.Of(decimal.Parse(record.Word(cost), CultureInfo.InvariantCulture)),
        }).Cost(Currency.Of("USD"), RoundingMode.HalfAwayFromZero).Amount;
}
