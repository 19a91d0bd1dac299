namespace SubscriptionMath.Tests.Conformance.PolarRecords;

/// <summary>Polar: seats beside a fixed fee, in tiers, and beside a plan change that waits.</summary>
internal sealed class PolarSeats : Adapter
{
    public override string Engine => "polar";

    public override string Asks => "the price of more seats within a period, and the recurring price after it";

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
        policy = policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Quantity, Keeps = ChangeKinds.Plan }, Plain.Difference), .. policy.Rules] };
        var life = new RecordedLife(Catalog.Of(Sold("old", 2, "old_price_per_seat"), Sold("new", 1, "new_price_per_seat")), policy, DateTimeZone.Utc);
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
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference), DateTimeZone.Utc);
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
