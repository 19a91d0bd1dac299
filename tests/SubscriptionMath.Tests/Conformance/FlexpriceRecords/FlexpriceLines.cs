using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.FlexpriceRecords;

/// <summary>Flexprice: what an item that is added, removed or replaced within its period costs and gives back.</summary>
internal sealed class FlexpriceLines : Adapter
{
    private static readonly string[] Starts = ["CurrentPeriodStart", "period_start"];
    private static readonly string[] Ends = ["CurrentPeriodEnd", "period_end"];
    private static readonly string[] Changes = ["ProrationDate", "effectiveDate", "change_at"];
    private static readonly string[] Added = ["NewPricePerUnit", "new"];
    private static readonly string[] Dropped = ["OldPricePerUnit", "old"];

    public override string Engine => "flexprice";

    public override string Asks => "lines and net of items that are added, removed or replaced";

    public override string Policy => "`Flexprice.Policy`: by days, of which the engine counts the period's last one, so that our end is the day after; or by seconds. Lines are rounded, then "
        + "netted; a credit is at most the amount billed and not yet credited. Metered items are in no cart.";

    public override bool Reads(PublishedRecord record) => record.Engine == "flexprice"
        && record.Kind is "plan_change" or "addon" or "proration" && Starts.Any(record.Has);

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("ProrationBehavior", "ProrationBehaviorCreateProrations").Assume("PlanPayInAdvance", "True").Assume("NewQuantity", "1").Assume("OldQuantity", "1").Assume("quantity", "1")
            .Assume("currency", "USD", "usd").Assume("Currency", "USD").Assume("TerminationReason", "TerminationReasonCancellation")
            .Assume("Action", New(record) is null ? "ProrationActionRemoveItem" : "ProrationActionAddItem");
        var zone = record.Zone("Timezone");
        var byDays = (record.Text("ProrationStrategy") ?? record.Word("strategy")) is "StrategyDayBased" or "day_based inclusive";
        var (start, end, at) = (At(record, Starts), At(record, Ends), At(record, Changes));
        var term = new Term(start, byDays ? end + Duration.FromDays(1) : end);
        var policy = Flexprice.Policy(byDays ? Measure.Days : null);
        var bare = Held.Bare(term, BillingInterval.Month, zone);
        if (Old(record) is { } held)
            record.Confirm("paid", held);
        var quote = Old(record) is { } old
            ? New(record) is { } wanted ? Replaced(old, wanted, bare, policy, at)
                : Held.Dropped(Billed(record, bare, old), Held.Catalog(old, BillingInterval.Month), policy, at)
            : record.Is("usage") ? Held.Dropped(bare, Held.Catalog(0m, BillingInterval.Month), policy, at)
            : Held.Bought(bare, Held.Catalog(New(record)!.Value, BillingInterval.Month), policy, at);
        var totals = quote.Totals;
        return new()
        {
            ["net"] = totals.Net,
            ["credits"] = Amounts(quote, LineKind.Unused),
            ["charges"] = Amounts(quote, LineKind.NewPrice),
            ["charge"] = totals.NewPrice,
            ["credit"] = totals.ToCredit,
        };
    }

    private static Quote Replaced(decimal old, decimal wanted, Subscription bare, BillingPolicy policy, Instant at)
    {
        var catalog = Catalog.Of(Plain.Plan("old", 1, old, BillingInterval.Month), Plain.Plan("new", 1, wanted, BillingInterval.Month));
        var term = bare.Term!.Value;
        var held = bare with
        {
            Plan = bare.Plan! with { ProductId = "old", SoldAt = Price.Of(old, "USD", BillingInterval.Month), Lots = [Held.Lot(term, old, Money.Of(old, "USD"))] },
        };
        return Billing.Price(held, Change.To(Cart.Of("new", BillingInterval.Month)), Facts.None, catalog, policy, at).OrThrow();
    }

    /// <summary>The amount billed for the item within the period: the price, unless the record says otherwise.</summary>
    private static Subscription Billed(PublishedRecord record, Subscription bare, decimal price)
    {
        var term = bare.Term!.Value;
        var billed = record.Has("OriginalAmountPaid") ? record.Number("OriginalAmountPaid") : BilledFor(record, term) ?? price;
        return Held.Of(term, price, BillingInterval.Month, Held.Lot(term, price, Money.Of(billed, "USD")));
    }

    /// <summary>Each row of the bill is an amount, or one with the period that it is for.</summary>
    private static decimal? BilledFor(PublishedRecord record, Term term) => record.BilledRows("billed")
        .Where(row => row.Period is not { } period || !period.Intersect(term).IsEmpty)
        .Select(row => (decimal?)row.Amount).FirstOrDefault();

    private static decimal? Old(PublishedRecord record) => Figure(record, Dropped) ?? (record.Text("action") == "remove" ? record.Number("price") : null);

    private static decimal? New(PublishedRecord record) => Figure(record, Added) ?? (record.Text("action") is "add" or "add_item" ? record.Number("price") : null);

    private static decimal? Figure(PublishedRecord record, string[] names) => Array.Find(names, record.Has) is { } name ? record.Number(name) : null;

    private static Instant At(PublishedRecord record, string[] names) => record.Instant(names.First(record.Has));

    private static List<object?> Amounts(Quote quote, LineKind kind) =>
        [.. quote.Lines.Where(line => line.Kind == kind && !line.Amount.IsZero).Select(object? (line) => -line.Amount)];
}
