using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.RecurlyRecords;

/// <summary>Recurly: credits and charges of a change, also where only what changed is billed.</summary>
internal sealed class RecurlyChanges : Adapter
{
    private static readonly Instant Start = Trade.Day("04-01");

    public override string Engine => "Recurly";

    public override string Asks => "the credit options of a downgrade; only the changes: seats added, and removed again by the charges that they came with";

    public override string Policy => "`Recurly.Now` with `UnusedValue.OfAllLots`, `UnusedValue.OfTheWholeTerm` or `UnusedValue.None`. Units leave the newest lot first.";

    public override bool Reads(PublishedRecord record) =>
        record.Engine == Engine && !record.Has("coupon") && (record.Has("days_left") || record.Has("ratio") || Seats(record));

    public override Answers Answer(PublishedRecord record) =>
        record.Assume("currency", "USD").Under("credit", "prorated").Has("days_left") ? Options(record) : record.Has("history") ? History(record) : Difference(record);

    /// <summary>A history in which every price is the same.</summary>
    private static bool Seats(PublishedRecord record) => record.Has("history") && record.Has("unit");

    private static Answers Options(PublishedRecord record)
    {
        var interval = BillingInterval.Days(record.Whole("period_days")!.Value);
        var (old, next) = (Trade.Price(record.Word("old")).Amount, Trade.Numbers(record.Word("change"))[0]);
        var none = With(UnusedValue.None);
        return new()
        {
            ["credit"] = With(UnusedValue.OfAllLots),
            ["full_option"] = With(UnusedValue.OfTheWholeTerm),
            ["none_option"] = none.IsZero ? "no credit invoice" : none.ToString(),
        };

        Money With(UnusedValue credit)
        {
            var life = new RecordedLife(Trade.Plans((old, interval), (next, interval), down: true), Vendors.Recurly.Now(credit), DateTimeZone.Utc);
            var end = life.Make(Start, Cart.Of("old", interval)).SubscriptionAfter.Term!.Value.End;
            return life.Make(end - Duration.FromDays(record.Whole("days_left")!.Value), Cart.Of("new", interval)).GivenBack();
        }
    }

    /// <summary>The part of the period is the caller's: a period of a hundred days.</summary>
    private static Answers Difference(PublishedRecord record)
    {
        var interval = BillingInterval.Days(100);
        var (seats, prices) = (Trade.Numbers(record.Text("qty") ?? "1->1"), Trade.Numbers(record.Text("price") ?? ""));
        var unit = record.Has("unit") ? Trade.Price(record.Word("unit")).Amount : prices[0];
        var life = new RecordedLife(Trade.Plans((unit, interval), (prices.LastOrDefault(), interval)), Vendors.Recurly.Now(), DateTimeZone.Utc);
        var end = life.Make(Start, Cart.Of("old", interval) with { Quantity = seats[0] }).SubscriptionAfter.Term!.Value.End;
        var quote = life.Make(
            end - Duration.FromDays(Trade.Numbers(record.Word("ratio"))[0]), Cart.Of(prices.Count > 0 ? "new" : "old", interval) with { Quantity = seats[1] });
        var line = quote.New();
        var part = Proration.Part(Money.Of(line.Price, "USD"), line.Share, RoundingMode.HalfAwayFromZero);
        return new()
        {
            ["charge_line"] = prices.Count > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {quote.Totals.Net.Bare()}")
                : string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {part.Bare()} = {quote.Totals.Net.Bare()}"),
        };
    }

    private static Answers History(PublishedRecord record)
    {
        var interval = BillingInterval.Days(100);
        var life = new RecordedLife(Catalog.Of(Plain.Plan("plan", 1, Trade.Price(record.Word("unit")).Amount, interval)), Vendors.Recurly.Now(), DateTimeZone.Utc);
        foreach (var step in record.Words("history"))
        {
            var (numbers, held) = (Trade.Numbers(step), life.Subscription.Plan);
            var seats = step[0] switch { '+' => held!.Quantity + numbers[0], '-' => held!.Quantity - numbers[0], _ => numbers[0] };
            life.Make(held is null ? Start : held.Term.End - Duration.FromDays(numbers[1]), Cart.Of("plan", interval) with { Quantity = seats });
        }

        // Lines stand in the order of the charges that they reverse; the records begin with the newest.
        var quote = life.Accepted[^1].Quote;
        return new()
        {
            ["credits"] = quote.Lines.Select((line, n) => (object?)new Answers { ["invoice"] = n + 1, ["amount"] = -line.Amount }).Reverse().ToList(),
            ["total"] = -quote.GivenBack(),
        };
    }
}
