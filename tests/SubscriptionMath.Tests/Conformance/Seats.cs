using System.Globalization;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>Flexprice: another number of seats, all of which are sold anew.</summary>
internal sealed class FlexpriceSeats : Adapter
{
    public override string Engine => "flexprice";

    public override string Asks => "what another number of seats credits and charges";

    public override string Policy => "All seats are credited and charged anew: a `PriceModel.Volume` of one tier. By calendar days, the last day inclusive, line by line.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "flexprice", Kind: "seats" };

    public override Answers Answer(PublishedRecord record)
    {
        var price = Price.Of(new PriceModel.Volume([PriceTier.Each(null, Figure(record, "NewPricePerUnit"))]), record.Word("Currency"), BillingInterval.Month);
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference) with { Rounding = Rounding.HalfAwayFromZeroByLine };
        var life = new Life(Catalog.Of(Plain.Plan("seat", 1, 0m, BillingInterval.Month) with { Prices = [price] }), policy, record.Zone("Timezone"));
        var cart = Cart.Of("seat", BillingInterval.Month);
        life.Make(record.Moment("CurrentPeriodStart"), cart with { Quantity = (int)Figure(record, "OldQuantity") });
        var quote = life.Make(record.Moment("ProrationDate"), cart with { Quantity = (int)Figure(record, "NewQuantity") });
        return new()
        {
            ["net"] = quote.Totals.DueNow,
            ["credits"] = quote.Lines.Where(line => line.Kind == LineKind.Unused).Select(line => (object?)-line.Amount).ToList(),
            ["charges"] = quote.Lines.Where(line => line.Kind == LineKind.NewPrice).Select(line => (object?)-line.Amount).ToList(),
        };
    }

    private static decimal Figure(PublishedRecord record, string name) => decimal.Parse(record.Word(name), CultureInfo.InvariantCulture);
}

/// <summary>Polar: seats beside a fixed fee, in tiers, and beside a plan change that waits.</summary>
internal sealed class PolarSeats : Adapter
{
    public override string Engine => "polar";

    public override string Asks => "what more seats cost within a period, and what recurs after it";

    public override string Policy => "Seats by `NewPrice.ForTheRest` on top of those held (`Lot.Above`), in `PriceModel.Graduated` tiers; a fixed fee is the plan, its seats an add-on. "
        + "More seats come at once, at the price as sold; the cheaper plan waits for the end of the period.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "polar", Kind: "seats" } && !record.Has("percent");

    public override Answers Answer(PublishedRecord record) => record.Has("tiers") ? Tiers(record) : Plans(record);

    private static Answers Plans(PublishedRecord record)
    {
        Plan Sold(string id, int rank, string price) => Plain.Plan(id, rank, 0m, BillingInterval.Month) with
        {
            Prices = [Price.Of(Money.OfMinor(record.Whole(price)!.Value, "USD").Amount, "USD", BillingInterval.Month)],
        };

        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Treatment.AtPeriodEnd);
        policy = policy with { Rules = [Rule.For(new Case { Changes = What.Quantity, Keeps = What.Plan }, Plain.Difference), .. policy.Rules] };
        var life = new Life(Catalog.Of(Sold("old", 2, "old_price_per_seat"), Sold("new", 1, "new_price_per_seat")), policy, DateTimeZone.Utc);
        life.Make(record.Moment("cycle_start"), Cart.Of("old", BillingInterval.Month) with { Quantity = record.Whole("old_seats")!.Value });
        var seats = record.Whole("new_seats")!.Value;
        var now = life.Make(record.Moment("time_of_update"), Cart.Of("old", BillingInterval.Month) with { Quantity = seats }).Totals.DueNow;
        life.Make(record.Moment("time_of_update"), Cart.Of("new", BillingInterval.Month) with { Quantity = seats });
        life.Advance(life.Subscription.Term!.Value.End);
        return new()
        {
            ["proration_cents"] = now.Minor,
            ["direction"] = now.IsPositive ? "debit" : "credit",
            ["post_cycle_cents"] = life.Accepted[^1].Quote.Totals.NewPrice.Minor,
        };
    }

    private static Answers Tiers(PublishedRecord record)
    {
        var period = record.Days("period").ToList();
        Sequence<PriceTier> tiers =
        [
            .. record.Inputs.GetProperty("tiers").EnumerateArray().Select(tier => PriceTier.Each(
                tier[1].ValueKind == System.Text.Json.JsonValueKind.Null ? null : tier[1].GetInt32(), Money.OfMinor(tier[2].GetInt32(), "USD").Amount)),
        ];
        var catalog = new Catalog
        {
            Plans =
            [
                Plain.Plan("fixed", 1, Money.OfMinor(record.Whole("fixed_cents")!.Value, "USD").Amount, BillingInterval.Month) with { AddOns = ["seat"] },
            ],
            AddOns = [new AddOn { Id = "seat", Name = "seat", Prices = [Price.Of(new PriceModel.Graduated(tiers), "USD", BillingInterval.Month)] }],
        };
        var life = new Life(catalog, Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference), DateTimeZone.Utc);
        life.Make(At(period[0]), Seats("old_seats"));
        var change = life.Make(At(record.Day("change_at")), Seats("new_seats"));
        life.Advance(At(period[1]));
        return new()
        {
            ["recurring_after_cents"] = life.Accepted[^1].Quote.Totals.NewPrice.Minor,
            ["prorated_components"] = change.Lines.Select(line => (object?)line.Product).Distinct().ToList(),
        };

        Instant At(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

        Cart Seats(string field) =>
            Cart.Of("fixed", BillingInterval.Month) with { AddOns = [new CartAddOn { Id = "seat", Quantity = record.Whole(field)!.Value }] };
    }
}

/// <summary>Meteroid: seats that count at once or once they are paid, and the limits of a plan.</summary>
internal sealed class MeteroidSeats : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2025, 1, 1, 0, 0);

    public override string Engine => "meteroid";

    public override string Asks => "how many seats are held after each change, and which is rejected";

    public override string Policy => "Seats that count at once are accepted quotes; those that wait for their payment are quotes that nobody accepted, and are asked for again when it comes. "
        + "Limits are `SeatLimits`; none at all is no cart.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "meteroid", Kind: "seats" };

    public override Answers Answer(PublishedRecord record)
    {
        var limits = new SeatLimits { Least = record.Whole("min") ?? 1, Most = record.Whole("max") };
        var life = new Life(
            Catalog.Of(Plain.Plan("seat", 1, 10m, BillingInterval.Month) with { Seats = limits }),
            Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference),
            DateTimeZone.Utc);
        life.Make(Start, Cart.Of("seat", BillingInterval.Month) with { Quantity = record.Whole("initial")!.Value });
        if (record.Has("deltas"))
            return new() { ["results"] = record.Inputs.GetProperty("deltas").EnumerateArray().Select(delta => (object?)Result(life, delta.GetInt32())).ToList() };

        var (counts, waiting) = (new List<object?>(), 0);
        foreach (var step in record.Inputs.GetProperty("events").EnumerateArray())
        {
            if (!step.TryGetProperty("delta", out var delta))
                (waiting, _) = (0, life.Make(Start, Now(life, waiting)));
            else if (step.GetProperty("mode").GetString() == "optimistic")
                life.Make(Start, Now(life, delta.GetInt32()));
            else
                waiting += delta.GetInt32();

            counts.Add(life.Subscription.Plan!.Quantity);
        }

        return new() { ["counts"] = counts };
    }

    private static string Result(Life life, int delta)
    {
        try
        {
            return life.Ask(Start, Now(life, delta)) is Refused ? "rejected" : "accepted";
        }
        catch (ArgumentOutOfRangeException)
        {
            return "rejected";
        }
    }

    private static Cart Now(Life life, int delta) => life.Subscription.Cart() with { Quantity = life.Subscription.Plan!.Quantity + delta };
}

/// <summary>An issue thread: a change of the seats beside a change of the product that waits.</summary>
internal sealed class IssueThreadSeats : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "what is pending after the seats have changed";

    public override string Policy => "`PendingPolicy.Merged`: the newer change is put into the pending one, which keeps the rest.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "seats" } && record.Has("pending_product");

    public override Answers Answer(PublishedRecord record)
    {
        var seats = record.Inputs.GetProperty("seats");
        var pending = record.Word("pending_product").Split(' ')[0];
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Treatment.AtPeriodEnd) with { Pending = PendingPolicy.Merged };
        policy = policy with { Rules = [Rule.For(new Case { Changes = What.Quantity }, Plain.Difference), .. policy.Rules] };
        var life = new Life(
            Catalog.Of(Plain.Plan("A", 1, 10m, BillingInterval.Month), Plain.Plan(pending, 2, 20m, BillingInterval.Month)), policy, DateTimeZone.Utc);
        var start = Instant.FromUtc(2026, 4, 1, 0, 0);
        life.Make(start, Cart.Of("A", BillingInterval.Month) with { Quantity = seats[0].GetInt32() });
        life.Make(start, life.Subscription.Cart() with { PlanId = pending });
        life.Make(start, life.Subscription.Cart() with { Quantity = seats[1].GetInt32() });
        var after = life.Subscription;
        return new()
        {
            ["pending_product"] = after.Pending is { Cart: { } cart } waits && waits.EffectiveAt == after.Term!.Value.End ? $"{cart.PlanId} at period end" : null,
            ["seats_now"] = after.Plan!.Quantity,
        };
    }
}

/// <summary>OpenMeter: a price in arrears, ended within its term.</summary>
internal sealed class OpenMeterArrears : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "what is owed of a price in arrears that ends within its term, and when";

    public override string Policy => "`Charged.InArrears`, ended at once, by calendar days.";

    public override bool Reads(PublishedRecord record) =>
        record is { Source: "billing-engines.json", Engine: "OpenMeter" } && (record.Inputs.TryGetProperty("price", out var price)
            && price.ValueKind == System.Text.Json.JsonValueKind.String && price.GetString()!.EndsWith("in arrears", StringComparison.Ordinal));

    public override Answers Answer(PublishedRecord record)
    {
        var parts = record.Word("price").Split(' ')[0].Split('/');
        var every = Units.Of(parts[1]);
        var price = Price.Of(decimal.Parse(parts[0], CultureInfo.InvariantCulture), record.Word("currency"), every) with { Charged = Charged.InArrears };
        var life = new Life(
            Catalog.Of(Plain.Plan("plan", 1, 0m, every) with { Prices = [price] }),
            Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference),
            DateTimeZone.Utc);
        life.Make(NodaTime.Text.LocalDatePattern.Iso.Parse(record.Word("period").Split("..")[0]).Value.AtMidnight().InUtc().ToInstant(), Cart.Of("plan", every));
        var end = life.Make(record.Moment("cancel_at"), null);
        return new() { ["line"] = -Assert.Single(end.Lines).Amount, ["invoice_at"] = end.At.InUtc().Date };
    }
}
