namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Paddle: one line of a change, with its tax.</summary>
internal sealed class PaddleLines : Adapter
{
    public override string Engine => "Paddle Billing";

    public override string Asks => "the ratio, the net, the tax and the gross of the credit, or the charge, for the rest of a period";

    public override string Policy => "`Paddle.ProratedImmediately`: minutes of which both ends are cut, a ratio of five decimals (`RatioRule.Rounded`); a credit is `TaxBase.Gross`, a charge "
        + "`TaxBase.Net` and its tax `RoundingMode.TowardZero`. The other plan of each change is free.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("line_net_full");

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("currency", "minor units").Under("proration_billing_mode", "prorated_*", "prorated_immediately");
        var credited = record.Setting("component") switch
        {
            "credit for unused time" => true,
            "charge for remaining time" => false,
            var other => throw new InvalidOperationException($"\"component\" is {other}."),
        };
        var (policy, month) = (Vendors.Paddle.ProratedImmediately(), BillingInterval.Month);
        var catalog = Catalog.Of(Plain.Plan("free", 1, 0m, month), Plain.Plan("line", 2, record.Major("line_net_full"), month));
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "tax", Percent = record.Number("tax_rate") * 100m }) };
        var bought = Ask(Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc), credited ? "line" : "free", "period_start");
        var held = bought.SubscriptionAfter;
        record.Confirm("period_end", held.Term!.Value.End).Confirm("line_gross_full", bought.Totals.DueNow.Minor);
        var quote = Ask(held, credited ? "free" : "line", "change_at");
        var (line, totals) = (quote.Lines.Single(one => one.Price > 0m), quote.Totals);
        return new()
        {
            ["rate"] = policy.Proration.Measure.Ratio.PartOf(Fraction.One, line.Share),
            ["net"] = (credited ? totals.UnusedValue : totals.NewPrice).Minor,
            ["tax"] = (credited ? totals.TaxReversed : totals.TaxCharged).Minor,
            ["gross"] = (credited ? totals.ToCredit : totals.DueNow).Minor,
        };

        Quote Ask(Subscription subscription, string plan, string at) =>
            Billing.Price(subscription, Change.To(Cart.Of(plan, month)), facts, catalog, policy, record.Moment(at)).OrThrow();
    }
}
