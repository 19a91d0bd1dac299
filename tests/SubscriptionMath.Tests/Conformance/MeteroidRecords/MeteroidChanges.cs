using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

/// <summary>Meteroid: what becomes of the components of a plan when it, or one of them, changes.</summary>
internal sealed class MeteroidChanges : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2025, 1, 1, 0, 0);

    private static readonly Measure Nominal = Measure.Days with { Denominator = Denominator.FixedDays(365, BillingInterval.Year) };

    public override string Engine => "meteroid";

    public override string Asks => "lines, net and direction of components that are replaced, added and removed";

    public override string Policy => "`Meteroid.Policy`: whole days of the period, each component rounded, a surplus to the balance; more in advance is an upgrade "
        + "(`ComparedItems.Everything`). Components are add-ons of a plan without a price of its own; metered ones are in no cart. One of another cadence is divided by a nominal year, `Denominator.FixedDays`. An override is a change whose two lines are shown as their net.";

    public override bool Reads(PublishedRecord record) => record.Engine == "meteroid"
        && record.Kind is "plan_change" or "direction" or "netting" or "addon"
        && !record.Has("usage") && !record.Has("op") && !record.Has("billing") && !record.Has("one_time_cents");

    public override Answers Answer(PublishedRecord record) =>
        record.Has("lines") ? Netted(record)
        : record.Has("added_at") ? AddedThenRemoved(record)
        : record.Has("removed_at") ? Removed(record)
        : Changed(record);

    private static Answers Changed(PublishedRecord record)
    {
        var (before, after) = (Sides(record, "old", "removed"), Sides(record, "new", "added"));
        var (start, at) = record.Has("period_start") ? (Midnight(record.Day("period_start")), Midnight(record.Day("change_date"))) : (Start, Start);
        foreach (var added in record.Each("added"))
            added.Assume("instances", "1");

        var quote = Asked(start, EveryOf(record), before, after, at);
        var lines = quote.Entries.Where(entry => entry.Account == Account.Service).Select(entry => (-entry.Amount).Minor).ToList();
        var totals = quote.Totals;
        return new()
        {
            ["lines"] = Figures(lines),
            ["line_count"] = lines.Count,
            ["credits"] = Figures(lines.Where(line => line < 0)),
            ["charges"] = Figures(lines.Where(line => line > 0)),
            ["net"] = totals.Net.Minor,
            ["amount_due"] = totals.DueNow.Minor,
            ["customer_balance_credit"] = totals.ToCredit.Minor,
            ["direction"] = quote.Direction switch { Direction.Up => "upgrade", Direction.Down => "downgrade", _ => "lateral" },
            ["display_quantity"] = quote.SubscriptionAfter.AddOns is [{ Quantity: > 1 and var units }] ? units : null,
        };
    }

    private static Answers Netted(PublishedRecord record)
    {
        var lines = record.Each("lines");
        var (before, after) = (Amounts(lines, -1), Amounts(lines, 1));
        var quote = Asked(Start, BillingInterval.Month, before, after, Start);
        var net = quote.Totals.Net;

        // Lines of one key are those of one component, and are shown as their net; lines without one stand each by itself.
        var shown = lines.All(line => line.Text("key") is { } key && key == lines[0].Text("key"))
            ? [net.Minor]
            : quote.Entries.Where(entry => entry.Account == Account.Service).Select(entry => (-entry.Amount).Minor).ToList();
        return new()
        {
            ["lines"] = Figures(shown),
            ["is_credit"] = net.IsNegative,
            ["line_count"] = shown.Count,
        };
    }

    private static Answers AddedThenRemoved(PublishedRecord record)
    {
        var catalog = Held.Catalog(record.Major("addon_cents"), BillingInterval.Month);
        var life = new RecordedLife(catalog, Meteroid.Policy(), DateTimeZone.Utc);
        var bare = Cart.Of("base", BillingInterval.Month);
        life.Make(Midnight(record.Day("period_start")), bare);
        var added = life.Make(Midnight(record.Day("added_at")), bare with { AddOns = [new CartAddOn { Id = Held.Line }] });
        var removed = life.Make(Midnight(record.Day("removed_at")), bare);
        return new() { ["charged_cents"] = added.Totals.DueNow.Minor, ["credited_cents"] = removed.Totals.ToCredit.Minor };
    }

    private static Answers Removed(PublishedRecord record)
    {
        var (price, term) = (record.Major("removed_cents"), Term.Of(record.Day("period_start"), record.Day("period_end"), DateTimeZone.Utc));
        var held = Held.Of(term, price, BillingInterval.Month, Held.Lot(term, price, Money.OfMinor(record.Whole("removed_cents")!.Value, "USD")));
        var share = Held.Dropped(held, Held.Catalog(price, BillingInterval.Month), Meteroid.Policy(), Midnight(record.Day("removed_at"))).Lines[0].Share;
        return new() { ["credited_fraction"] = share.Fraction, ["flagged_prorated"] = share.Left < share.Of };
    }

    private static Quote Asked(Instant start, BillingInterval interval, IReadOnlyList<Price> before, IReadOnlyList<Price> after, Instant at)
    {
        var addOns = Named("old", before, interval).Concat(Named("new", after, interval)).ToList();
        var catalog = new Catalog
        {
            Plans = [Empty("old"), Empty("new")],
            AddOns = [.. addOns],
        };
        var life = new RecordedLife(catalog, Meteroid.Policy(), DateTimeZone.Utc);
        life.Make(start, Wanted("old"));
        return life.Make(at, Wanted("new"));

        Plan Empty(string id) => Plain.Plan(id, 0, 0m, interval) with { AddOns = [.. addOns.Select(addOn => addOn.Id)] };

        Cart Wanted(string side) => Cart.Of(side, interval) with
        {
            AddOns = [.. addOns.Where(addOn => addOn.Id.StartsWith(side, StringComparison.Ordinal)).Select(addOn => new CartAddOn { Id = addOn.Id, Interval = addOn.Prices[0].Interval })],
        };
    }

    /// <summary>One of another cadence than the plan's is divided by a nominal year.</summary>
    private static IEnumerable<AddOn> Named(string side, IReadOnlyList<Price> prices, BillingInterval interval) => prices.Select((price, n) => new AddOn
    {
        Id = $"{side}-{n}",
        Name = $"{side}-{n}",
        Prices = [price],
        Measure = price.Interval == interval ? null : Nominal,
    });

    /// <summary>The components of one side: of those that match, of those that are there on this side alone, or as a list of amounts.</summary>
    private static List<Price> Sides(PublishedRecord record, string side, string alone)
    {
        var interval = EveryOf(record);
        return
        [
            .. record.Each("matched").Select(pair => pair.Inner(side)).Concat(record.Each(alone)).Where(component => component.Word("fee") == "rate")
                .Select(component => Price.Of(component.Major("amount_cents"), "USD", component.Word("period") == "monthly" ? interval : Units.Of(component.Word("period")))),
            .. record.Majors($"{side}_components_cents").Select(amount => Price.Of(amount, "USD", interval)),
        ];
    }

    private static List<Price> Amounts(IReadOnlyList<PublishedRecord> lines, int sign) =>
    [
        .. lines.Where(line => Math.Sign(line.Number("amount")) == sign)
            .Select(line => Price.Of(Money.OfMinor((long)Math.Abs(line.Number("amount")), "USD").Amount, "USD", BillingInterval.Month)),
    ];

    /// <summary>The engine's own tests call thirty days a month.</summary>
    private static BillingInterval EveryOf(PublishedRecord record)
    {
        if (!record.Has("period_start"))
            return BillingInterval.Month;

        var period = Term.Of(record.Day("period_start"), record.Day("period_end"), DateTimeZone.Utc);
        return Anchor.On(record.Day("period_start")).TermAt(period.Start, BillingInterval.Month, DateTimeZone.Utc) == period
            ? BillingInterval.Month
            : BillingInterval.Days((int)Proration.TimeLeft(period, period.Start, Measure.Days, DateTimeZone.Utc).Of);
    }

    private static List<object?> Figures(IEnumerable<long> figures) => [.. figures.Select(figure => (object?)figure)];

    private static Instant Midnight(LocalDate date) => date.AtMidnight().At(DateTimeZone.Utc);
}
