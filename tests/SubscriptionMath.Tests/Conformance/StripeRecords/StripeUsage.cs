namespace SubscriptionMath.Tests.Conformance.StripeRecords;

/// <summary>Stripe: the lines of usage in the flexible billing mode, where each sum of the meter is a line.</summary>
internal sealed class StripeUsage : Adapter
{
    private static readonly Instant Start = Trade.Day("04-01");

    public override string Engine => "Stripe Billing";

    public override string Asks => "the lines of metered usage across a change of its price";

    public override string Policy => "The units that the meter has summed are the quantity of an add-on sold in packages, `PriceModel.Package`; flexible has a sum, and a line, for each price.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("usage");

    public override Answers Answer(PublishedRecord record)
    {
        var changed = Trade.Date(record.Under("billing_mode", "flexible").Word("price_B").Split(' ')[^1]);
        var sums = record.Inputs.GetProperty("usage").EnumerateArray()
            .Select(used => (Price: record.Word(Trade.Date(used[0].GetString()!) < changed ? "price_A" : "price_B"), Units: used[1].GetInt32())).ToList();
        var sold = new Discounted(Vendors.Stripe.Flexible(), record.Word("currency"));
        for (var n = 0; n < sums.Count; n++)
            sold.With($"{n}", Price.Of(Package(sums[n].Price), record.Word("currency"), BillingInterval.Month));

        var quote = sold.Make(Start, "old", sums.Select((sum, n) => ($"{n}", sum.Units)));
        return new()
        {
            ["invoice"] = quote.Totals.DueNow,
            ["lines"] = quote.Lines.Where(line => !line.Amount.IsZero).Select(line => (object?)-line.Amount).ToList(),
        };
    }

    /// <summary>"0.10 per 100".</summary>
    private static PriceModel.Package Package(string text)
    {
        var said = text.Split(' ');
        return new PriceModel.Package(Trade.Price(said[0]).Amount, Trade.Numbers(said[2])[0], PackageRounding.Up);
    }
}
