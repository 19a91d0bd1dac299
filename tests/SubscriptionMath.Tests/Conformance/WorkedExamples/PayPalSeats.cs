namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>PayPal: another quantity.</summary>
internal sealed class PayPalSeats : Adapter
{
    public override string Engine => "PayPal Subscriptions";

    public override string Asks => "more units of a plan";

    public override string Policy => "`PayPal.Policy`: `Treatment.AtPeriodEnd`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine;

    public override Answers Answer(PublishedRecord record)
    {
        var (unit, units) = (Trade.Price(record.Word("unit")), Trade.Numbers(record.Word("qty")));
        var life = new RecordedLife(Catalog.Of(Plain.Plan("plan", 1, unit.Amount, unit.Interval)), Vendors.PayPal.Policy(), DateTimeZone.Utc);
        var cart = Cart.Of("plan", unit.Interval);
        life.Make(Trade.Day("04-01"), cart with { Quantity = units[0] });
        life.Make(Trade.Day("04-11"), cart with { Quantity = units[1] });
        life.Advance(life.Next()!.At);
        return new() { ["next_cycle_total"] = life.Accepted[^1].Quote.Totals.DueNow };
    }
}
