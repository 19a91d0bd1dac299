using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.MoneyLibraryRecords;

/// <summary>Joda-Money: an amount multiplied or divided, and rounded once.</summary>
internal sealed class JodaRounding : Adapter
{
    public override string Engine => "joda-money";

    public override string Asks => "an amount multiplied or divided by a number, rounded once";

    public override string Policy => "`Fraction` keeps the product or the quotient exact, and `Money.Round` rounds it: FLOOR is `Floor`, HALF_UP `HalfAwayFromZero`, DOWN `TowardZero`, UP `AwayFromZero`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "joda-money", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record)
    {
        var amount = Money.Of(decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture), "USD");
        var by = Fraction.Of(decimal.Parse(record.Word("arg"), CultureInfo.InvariantCulture));
        var mode = record.Word("rounding") switch
        {
            "FLOOR" => RoundingMode.Floor,
            "HALF_UP" => RoundingMode.HalfAwayFromZero,
            "DOWN" => RoundingMode.TowardZero,
            "UP" => RoundingMode.AwayFromZero,
            var other => throw new InvalidOperationException($"\"rounding\" is {other}."),
        };
        return new() { ["amount"] = Money.Round(record.Function == "multipliedBy" ? amount.Exact * by : amount.Exact / by, amount.Currency, mode) };
    }
}
