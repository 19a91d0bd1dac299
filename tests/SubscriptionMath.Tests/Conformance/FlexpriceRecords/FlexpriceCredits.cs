using System.Text.Json;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: the order of a wallet, expiry after a duration, and the part of a grant that a short period brings.</summary>
internal sealed class FlexpriceCredits : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "the credits left after debits; their expiry; the number for a part of a period";

    public override string Policy => "`Billing.Spend` in the order `GrantOrders.Flexprice`; `Overage.Refused`, for a manual debit `Overage.AsDebt`. Expiry: `Anchor.Boundary`; without a unit, or in hours, credits "
        + "never end. A part: `AllotmentRounding` of eight decimals, by `Measure.Seconds` or `Measure.Days`.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice"
        && (record.Kind is "credit_grant_burn" or "credit_grant_proration" || (record.Kind == "credit_expiry" && !record.Has("expiry_yyyymmdd")));

    public override Answers Answer(PublishedRecord record) => record.Kind switch
    {
        "credit_grant_burn" => Burn(record),
        "credit_expiry" => Expiry(record),
        _ => Part(record),
    };

    private static Answers Burn(PublishedRecord record)
    {
        var debit = record.Inputs.GetProperty("debit").GetDecimal();
        var (strict, manual) = (Wallet(record, Overage.Refused), Wallet(record, Overage.AsDebt));
        var refused = strict.Spend(UsageCredits.Start, debit) is NotSpent;
        manual.Spend(UsageCredits.Start, debit);
        return new()
        {
            ["balance"] = strict.Left(UsageCredits.Start),
            ["error"] = refused ? "insufficient balance" : null,
            ["manual_debit_balance"] = manual.Left(UsageCredits.Start),
        };
    }

    private static RecordedLife Wallet(PublishedRecord record, Overage overage) => UsageCredits
        .Life(AllowancePolicy.EachTermAnew with { Use = UsageCredits.Use(GrantOrders.Flexprice, overage) })
        .Hold(record.Inputs.GetProperty("credits").EnumerateArray().Select(Grant));

    private static Grant Grant(JsonElement credit) =>
        UsageCredits.Grant("", credit.GetProperty("amount").GetDecimal(), UsageCredits.Start, credit.Field("expires")?.Day()) with { Priority = credit.Field("priority")?.GetInt32() };

    private static Answers Expiry(PublishedRecord record)
    {
        var granted = new Anchor(record.Moment("granted_at").InUtc().LocalDateTime);
        BillingInterval? lasts = record.Text("unit") switch
        {
            "DAY" => BillingInterval.Days(record.Whole("duration")!.Value),
            "WEEK" => BillingInterval.Weeks(record.Whole("duration")!.Value),
            "MONTH" => BillingInterval.Months(record.Whole("duration")!.Value),
            "YEAR" => BillingInterval.Years(record.Whole("duration")!.Value),
            null or "HOUR" => null,
            var other => throw new InvalidOperationException($"No unit \"{other}\" is known."),
        };
        Instant? expires = lasts is { } interval ? granted.Boundary(1, interval).At(DateTimeZone.Utc) : null;
        return new() { ["expires_at"] = UsageCredits.Grant("", 1m, record.Moment("granted_at"), expires).Ends };
    }

    /// <summary>By seconds where the engine is told nothing.</summary>
    private static Measure MeasureOf(string? strategy) => strategy switch
    {
        null or "StrategySecondBased" => Measure.Seconds,
        "StrategyDayBased" => Measure.Days,
        _ => throw new InvalidOperationException($"No strategy \"{strategy}\" is known."),
    };

    private static Answers Part(PublishedRecord record)
    {
        var period = new Term(record.Moment("periodStart"), record.Moment("periodEnd"));
        var share = Proration.TimeLeft(
            period, record.Moment("prorationDate"), MeasureOf(record.Text("strategy")), DateTimeZone.Utc);
        return new()
        {
            ["wantCoefficient"] = new BinaryFigure(share.Fraction),
            ["wantCredits"] = new AllotmentRounding(RoundingMode.HalfAwayFromZero, 8).Part(decimal.Parse(record.Word("credits"), System.Globalization.CultureInfo.InvariantCulture), share),
        };
    }
}
