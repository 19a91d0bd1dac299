namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Chargebee: a change with and without proration.</summary>
internal sealed class ChargebeeChanges : Adapter
{
    public override string Engine => "Chargebee";

    public override string Asks => "a downgrade by days and the renewals after it; a change without proration";

    public override string Policy => "`Chargebee.Prorated` by days, the day of the change to the new plan; `Chargebee.WithoutProration`: `NewPrice.Full` with the end kept.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine;

    public override Answers Answer(PublishedRecord record) => record.Assume("currency", "USD").Under("billing_mode", "day").Setting("prorate") switch
    {
        "true" => Prorated(record),
        "false" => Full(record),
        var other => throw new InvalidOperationException($"\"prorate\" is {other}."),
    };

    private static Answers Prorated(PublishedRecord record)
    {
        var (old, next) = (Trade.Price(record.Word("old")), Trade.Price(record.Word("new")));
        var life = new RecordedLife(Trade.Plans(old, next, down: true), Vendors.Chargebee.Prorated(Measure.Days), DateTimeZone.Utc);
        var bought = life.Make(Trade.Day(record.Word("period_start")), Cart.Of("old", old.Interval)).New();
        record.Confirm("period_end", life.Subscription.Term!.Value.EndDay());
        var quote = life.Make(Trade.Day(record.Word("change_at")), Cart.Of("new", next.Interval));
        var used = quote.Unused().Share.Used();
        var renewals = life.Advance(Trade.Day("2012-06-01")).Accepted.Skip(2).Select(one => one.Quote.Totals.DueNow).ToList();
        return new()
        {
            ["days_used"] = used.Left,
            ["used_amount"] = Proration.Part(-bought.Amount, used, RoundingMode.HalfAwayFromZero),
            ["unused_credit"] = quote.GivenBack(),
            ["new_charge_remaining"] = quote.Totals.NewPrice,
            ["net_credit"] = quote.Totals.ToCredit,
            ["charge_on_2012_05_01"] = renewals[0],
            ["following_cycle"] = renewals[1],
        };
    }

    private static Answers Full(PublishedRecord record)
    {
        var interval = BillingInterval.Days(record.Whole("period_days")!.Value);
        var life = new RecordedLife(
            Trade.Plans((Trade.Price(record.Word("old")).Amount, interval), (Trade.Price(record.Word("new")).Amount, interval)),
            Vendors.Chargebee.WithoutProration(), DateTimeZone.Utc);
        var start = Trade.Day("04-01");
        life.Make(start, Cart.Of("old", interval));
        var quote = life.Make(start + Duration.FromDays(record.Whole("days_used")!.Value), Cart.Of("new", interval));
        life.Advance(life.Next()!.At);
        return new() { ["charge_now"] = quote.Totals.DueNow, ["next_renewal"] = life.Accepted[^1].Quote.Totals.DueNow };
    }
}
