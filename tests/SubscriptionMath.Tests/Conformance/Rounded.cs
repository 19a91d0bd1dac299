using System.Globalization;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>OpenMeter: amounts rounded to what a currency settles in.</summary>
internal sealed class OpenMeterRounding : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "an amount rounded to the decimals of its currency";

    public override string Policy => "`Money.Of` with `RoundingMode.HalfAwayFromZero`; its round-up and round-down are `Ceiling` and `Floor`. "
        + "Where it names decimals and no ISO currency, a currency that has as many: JPY, USD, CLF.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record)
    {
        var currency = record.Text("currency") ?? (record.Text("currencyType") == "CurrencyTypeFiat" ? record.Word("code") : record.Whole("precision") switch { 0 => "JPY", 2 => "USD", _ => "CLF" });
        var amount = decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture);
        return new()
        {
            ["amount"] = Money.Of(amount, currency, RoundingMode.HalfAwayFromZero),
            ["round_up"] = Money.Of(amount, currency, RoundingMode.Ceiling),
            ["round_down"] = Money.Of(amount, currency, RoundingMode.Floor),
        };
    }
}

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
        var by = Fraction.FromDecimal(decimal.Parse(record.Word("arg"), CultureInfo.InvariantCulture));
        var mode = record.Word("rounding") switch
        {
            "FLOOR" => RoundingMode.Floor,
            "HALF_UP" => RoundingMode.HalfAwayFromZero,
            "DOWN" => RoundingMode.TowardZero,
            _ => RoundingMode.AwayFromZero,
        };
        return new() { ["amount"] = Money.Round(record.Function == "multipliedBy" ? amount.Exact * by : amount.Exact / by, amount.Currency, mode) };
    }
}

/// <summary>Amounts of which people complained in public.</summary>
internal sealed class IssueThreadAmounts : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "an amount in minor units";

    public override string Policy => "`Money.Of`: a currency has its own number of decimals.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record) =>
        new() { ["minor_units"] = Money.Of(decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture), record.Word("currency")).Minor };
}

/// <summary>Flexprice: the credit and the charge of a change are rounded, and netted then.</summary>
internal sealed class FlexpriceRounding : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "credit, charge and net of a downgrade";

    public override string Policy => "`Measure.Days`, and `Rounding` by lines: the net is the sum of the rounded lines.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "flexprice", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record)
    {
        Plan Sold(string name, int rank) => Plain.Plan(name, rank, decimal.Parse(record.Word(name), CultureInfo.InvariantCulture), BillingInterval.Month);
        var policy = Plain.Policy(Plain.FirstPurchase, Treatment.AtPeriodEnd, Plain.Difference) with { Rounding = Rounding.HalfAwayFromZeroByLine };
        var life = new Life(Catalog.Of(Sold("old", 2), Sold("new", 1)), policy, DateTimeZone.Utc);
        life.Make(record.Day("period_start").AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), Cart.Of("old", BillingInterval.Month));
        var quote = life.Make(record.Day("change_at").AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), Cart.Of("new", BillingInterval.Month));
        return new()
        {
            ["credit"] = -quote.Lines.Single(line => line.Kind == LineKind.Unused).Amount,
            ["charge"] = -quote.Lines.Single(line => line.Kind == LineKind.NewPrice).Amount,
            ["net"] = quote.Entries.Single(entry => entry.Account == Account.Balance).Amount,
        };
    }
}
