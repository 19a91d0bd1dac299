namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Braintree: upgrades, and one whose payment fails.</summary>
internal sealed class BraintreeUpgrades : Adapter
{
    public override string Engine => "Braintree";

    public override string Asks => "an upgrade within the month, the statement around it, and one whose payment fails";

    public override string Policy => "`Braintree.Prorated`: days after the day of the change, `ChangeDay.Old`; one net amount, cut to the cent. `FailedPayment.NothingChanges`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine;

    public override Answers Answer(PublishedRecord record)
    {
        var said = record.Text("same_as") is { } other ? PublishedRecords.Everything.Single(one => one.Id == other) : record;
        record.Under("prorate_upgrades", "true").Under("revert_on_proration_failure", "true").Assume("currency", "USD").Assume("proration_transaction", "fails");
        var (old, next, at) = (Trade.Price(said.Word("old")), Trade.Price(said.Word("new")), Trade.Day(said.Word("change_at")));
        var start = said.Has("period_start") ? Trade.Day(said.Word("period_start")) : at.InUtc().Date.With(DateAdjusters.StartOfMonth).AtMidnight().InUtc().ToInstant();
        var life = new RecordedLife(Trade.Plans(old, next), Vendors.Braintree.Prorated(), DateTimeZone.Utc);
        life.Make(start, Cart.Of("old", old.Interval));
        var term = life.Subscription.Term!.Value;
        said.Confirm("period_end", Trade.Say(term.End)).Confirm("period_days", Proration.TimeLeft(term, term.Start, Measure.Days, DateTimeZone.Utc).Of);
        var fails = record.Has("proration_transaction");
        var quote = fails ? null : life.Make(at, Cart.Of("new", next.Interval));
        life.Advance(life.Next()!.At);
        if (quote is null)
        {
            var price = Money.Round(life.Subscription.Plan!.SoldAt.For(1), Currency.Of("USD"), RoundingMode.HalfAwayFromZero);
            return new() { ["price"] = $"{price.Bare()} unchanged", [$"charge_{Trade.Say(life.Accepted[^1].At).Replace('-', '_')}"] = life.Accepted[^1].Quote.Totals.DueNow };
        }

        return new()
        {
            ["days_left"] = quote.Unused().Share.Left,
            ["charge_now"] = quote.Totals.DueNow,
            ["statement"] = life.Accepted.Select(one => (object?)new List<object?> { Trade.Say(one.At), one.Quote.Totals.DueNow }).ToList(),
        };
    }
}
