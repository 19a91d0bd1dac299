using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.PolarRecords;

/// <summary>Polar: what a change of the product gives back and costs.</summary>
internal sealed class PolarChanges : Adapter
{
    public override string Engine => "polar";

    public override string Asks => "credit and charge of a change within a cycle, once or several times; a new cycle";

    public override string Policy => "`Polar.Prorated`: seconds of the cycle, each line rounded half to even; another interval begins a new cycle; the setting `reset` charges in full and "
        + "credits nothing. Metered prices are in no cart.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "polar", Kind: "plan_change" };

    public override Answers Answer(PublishedRecord record) =>
        record.Has("old") ? Once(record, record.Moment("cycle_start"), record.Moment("change_at"), Sold(record.Inner("old")), Sold(record.Inner("new")))
        : record.Has("switches") ? Several(record)
        : Once(record, Midnight(record.Days("period").First()), Midnight(record.Day("change_at")), Monthly(record.Major("old_cents")), Monthly(record.Major("new_cents")));

    private static Answers Once(PublishedRecord record, Instant start, Instant at, Price old, Price wanted)
    {
        var reset = record.Text("proration_behavior") == "reset";
        var life = Begin(reset ? Polar.Reset() : Polar.Prorated(), start, old, wanted);
        var quote = life.Make(at, Cart.Of("1", wanted.Interval));
        var term = quote.SubscriptionAfter.Term!.Value;
        return new()
        {
            ["credit_cents"] = quote.Totals.Credited is { IsPositive: true } credit ? credit.Minor : null,
            ["debit_cents"] = quote.Totals.NewPrice.Minor,
            ["cycle_reset"] = term.Start == at,
            ["new_period"] = new List<LocalDate> { term.FirstDay(), term.EndDay() },
            ["anchor_day"] = quote.SubscriptionAfter.Anchor.Origin.Day,
        };
    }

    private static Answers Several(PublishedRecord record)
    {
        var switches = record.Each("switches");
        Price[] prices = [Monthly(switches[0].Major("from")), .. switches.Select(one => Monthly(one.Major("to")))];
        var life = Begin(Polar.Prorated(), Midnight(record.Days("period").First()), prices);
        return new()
        {
            ["entries"] = switches.Select((one, n) => life.Make(Midnight(one.Day("at")), Cart.Of($"{n + 1}", BillingInterval.Month)).Totals)
                .Select(object? (totals) => new List<object?> { (-totals.Credited).Minor, totals.NewPrice.Minor }).ToList(),
        };
    }

    /// <summary>Products by their place, and the first of them bought.</summary>
    private static RecordedLife Begin(BillingPolicy policy, Instant start, params Price[] prices)
    {
        var life = new RecordedLife(Catalog.Of([.. prices.Select((price, n) => Plain.Plan($"{n}", n, price))]), policy, DateTimeZone.Utc);
        life.Make(start, Cart.Of("0", prices[0].Interval));
        return life;
    }

    private static Price Sold(PublishedRecord product) => Price.Of(product.Major("amount_cents"), "USD", Units.Of(product.Word("interval")));

    private static Price Monthly(decimal amount) => Price.Of(amount, "USD", BillingInterval.Month);

    private static Instant Midnight(LocalDate date) => date.AtMidnight().At(DateTimeZone.Utc);
}
