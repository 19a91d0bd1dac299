namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Samsung: the proration modes that compute.</summary>
internal sealed class SamsungModes : Adapter
{
    public override string Engine => "Samsung IAP";

    public override string Asks => "an upgrade that buys days, and one that is charged";

    public override string Policy => "`Samsung.InstantProratedDate`: `TermRule.AsBought`, days rounded up, the day of the change to both; `Samsung.InstantProratedCharge`: to the old plan.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine;

    public override Answers Answer(PublishedRecord record)
    {
        var (old, next, at) = (Trade.Price(record.Word("old")), Trade.Price(record.Word("new")), Trade.Day(record.Word("change_at")));
        var policy = record.Assume("currency", "USD").Setting("mode") switch
        {
            "INSTANT_PRORATED_DATE" => Vendors.Samsung.InstantProratedDate(),
            "INSTANT_PRORATED_CHARGE" => Vendors.Samsung.InstantProratedCharge(),
            var other => throw new InvalidOperationException($"\"mode\" is {other}."),
        };
        var life = new RecordedLife(Trade.Plans(old, next), policy, DateTimeZone.Utc);
        life.Make(Trade.Day(record.Word("start")), Cart.Of("old", old.Interval));
        var quote = life.Make(at, Cart.Of("new", next.Interval));
        var share = quote.Unused().Share;
        var due = life.Next()!.At;
        life.Advance(due);
        return new()
        {
            ["days_used"] = share.Used().Left,
            ["days_left"] = share.Left,
            ["credit"] = quote.Totals.Credited, // what a day rounded up gives beyond it is conceded
            ["days_bought"] = quote.Totals.DaysGranted,
            ["new_start"] = Trade.Say(quote.SubscriptionAfter.Term!.Value.Start),
            ["new_remaining"] = quote.Totals.NewPrice,
            ["charge_now"] = quote.Totals.DueNow,
            ["first_payment"] = Trade.Say(due),
            ["next_payment"] = Trade.Say(due),
            ["amount"] = life.Accepted[^1].Quote.Totals.DueNow,
            ["then"] = $"{life.Next()!.At.InUtc().Day}rd of each month",
        };
    }
}
