namespace SubscriptionMath.Tests.Conformance;

/// <summary>Stripe: the lines of usage that a meter has summed, in both billing modes.</summary>
internal sealed class StripeUsage : Adapter
{
    private static readonly Instant Start = Trade.Day("04-01");

    public override string Engine => "Stripe Billing";

    public override string Asks => "the lines of metered usage across a change of its price, and across two months";

    public override string Policy => "The units that the meter has summed are the quantity of an add-on sold in packages, `PriceModel.Package`. Which units are summed is the meter's: classic drops those before the "
        + "last change of the price and sums all months, flexible has a sum for each.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("usage");

    public override Answers Answer(PublishedRecord record) => record.Has("price") ? Backdated(record) : Repriced(record);

    private static Answers Repriced(PublishedRecord record)
    {
        var changed = Trade.Date(record.Word("price_B").Split(' ')[^1]);
        var sums = record.Json.GetProperty("inputs").GetProperty("usage").EnumerateArray()
            .Select(used => (Old: Trade.Date(used[0].GetString()!) < changed, Units: used[1].GetInt32())).ToList();
        if (record.Setting("billing_mode") == "classic")
            sums.RemoveAll(sum => sum.Old);

        var quote = Billed([.. sums.Select(sum => (record.Word(sum.Old ? "price_A" : "price_B"), sum.Units))]);
        return new() { ["invoice"] = quote.Totals.DueNow, ["lines"] = Lines(quote) };
    }

    private static Answers Backdated(PublishedRecord record)
    {
        var (price, months) = (record.Word("price"), record.Json.GetProperty("inputs").GetProperty("usage").EnumerateObject().Select(month => month.Value.GetInt32()).ToList());
        return new() { ["classic_lines"] = Lines(Billed([(price, months.Sum())])), ["flexible_lines"] = Lines(Billed([.. months.Select(units => (price, units))])) };
    }

    private static Quote Billed(List<(string Price, int Units)> sums)
    {
        var sold = new Discounted(Vendors.Stripe.Flexible(), "GBP");
        for (var n = 0; n < sums.Count; n++)
            sold.With($"{n}", Price.Of(Package(sums[n].Price), "GBP", BillingInterval.Month));

        return sold.Make(Start, "old", sums.Select((sum, n) => ($"{n}", sum.Units)));
    }

    /// <summary>"0.10 per 100", "10 per 10 GB".</summary>
    private static PriceModel.Package Package(string text)
    {
        var said = text.Split(' ');
        return new PriceModel.Package(Trade.Price(said[0]).Amount, Trade.Numbers(said[2])[0], PackageRounding.Up);
    }

    private static List<object?> Lines(Quote quote) => [.. quote.Lines.Where(line => !line.Amount.IsZero).Select(line => (object?)-line.Amount)];
}
