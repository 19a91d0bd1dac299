namespace SubscriptionMath.Tests.Conformance.PolarRecords;

/// <summary>Polar: a change of what is sold with discounts; Polar's own tests, and the same as they were read by hand.</summary>
internal abstract class PolarDiscounted : Adapter
{
    public override string Asks => "credits and charges with the discounts of either side, split over a joint sale; seats added";

    public override string Policy => "`Polar.Prorated`: the old discount on the credit, the new one on the charge, before the ratio; an amount is split by `SplitMethod.LargestRemainder`.";

    protected static Quote Changed(Instant start, Instant at, PublishedRecord record, decimal old, decimal wanted)
    {
        var sold = new Discounted(Vendors.Polar.Prorated()).With("from", old).With("to", wanted);
        sold.Make(start, "old", Discounted.One("from"), Discounted.Read(record, "old_discount"));
        return sold.Make(at, "new", Discounted.One("to"), Discounted.Read(record, "new_discount"));
    }

    /// <summary>A fixed fee and seats on either side, with the same discount.</summary>
    protected static Quote Both(Instant start, Instant at, (decimal Fee, decimal Seat) old, (decimal Fee, decimal Seat) wanted, Discount discount, int seats = 1)
    {
        var sold = new Discounted(Vendors.Polar.Prorated()).With("old fixed", old.Fee).With("old seat", old.Seat).With("new fixed", wanted.Fee).With("new seat", wanted.Seat);
        sold.Make(start, "old", [("old fixed", 1), ("old seat", seats)], discount);
        return sold.Make(at, "new", [("new fixed", 1), ("new seat", seats)], discount);
    }

    protected static Quote Seats(Instant start, Instant at, PublishedRecord record, (int Old, int New) seats, Discount discount)
    {
        var sold = new Discounted(Vendors.Polar.Prorated()).With("fixed", record.Major("fixed")).With("seat", record.Major("seat"));
        sold.Make(start, "old", [("fixed", 1), ("seat", seats.Old)], discount);
        return sold.Make(at, "old", [("fixed", 1), ("seat", seats.New)], discount);
    }
}

/// <summary>Polar's own tests.</summary>
internal sealed class PolarDiscounts : PolarDiscounted
{
    public override string Engine => "polar";

    public override bool Reads(PublishedRecord record) =>
        record.Engine == Engine && (record.Kind == "plan_change_discount" || (record.Kind == "seats" && record.Has("percent")));

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("discount_unit", "percentage in basis points, fixed in cents");
        var (start, at) = (record.Days("period").First().AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), record.Instant("change_at"));
        if (record.Kind == "seats")
            return new() { ["debit_cents"] = Seats(start, at, record, (record.Whole("old_seats")!.Value, record.Whole("new_seats")!.Value), Off(record)).Totals.NewPrice.Minor };

        if (record.Has("old_amount_cents"))
        {
            var one = Changed(start, at, record, record.Major("old_amount_cents"), record.Major("new_amount_cents")).Totals;
            return new() { ["credit_cents"] = one.Credited.Minor, ["debit_cents"] = one.NewPrice.Minor };
        }

        var quote = Both(start, at, Fees(record.Inner("old")), Fees(record.Inner("new")), Off(record), record.Inner("old").Whole("seats") ?? 1);
        return new() { ["credits"] = Amounts(LineKind.Unused, "old"), ["debits"] = Amounts(LineKind.NewPrice, "new") };

        Answers Amounts(LineKind kind, string side) =>
            new() { ["fixed"] = Discounted.Of(quote, kind, $"{side} fixed"), ["seat"] = Discounted.Of(quote, kind, $"{side} seat") };
    }

    private static Discount Off(PublishedRecord record) => record.Whole("percent") is { } percent
        ? Discounted.Percent(percent * 100)
        : Discounted.Amount(Money.OfMinor(record.Whole("fixed_discount_cents")!.Value, "USD"));

    private static (decimal Fee, decimal Seat) Fees(PublishedRecord product) => (product.Major("fixed"), product.Major("seat"));
}

/// <summary>The same, as they were read by hand.</summary>
internal sealed class PolarDocumentDiscounts : PolarDiscounted
{
    private static readonly Instant Start = Trade.Day("2025-06-01");
    private static readonly Instant HalfWay = Trade.Day("2025-06-16");

    public override string Engine => "Polar";

    public override string Asks => "the same as its documents and tests were read by hand: a discount on either side of a change, or over a fee and seats";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && (record.Has("old_discount") || record.Has("fixed_discount"));

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("currency", "USD minor", "USD minor units").Under("discount", "credit uses OLD discount, debit uses NEW discount, applied before the ratio");
        if (record.Has("old_discount"))
        {
            var one = Changed(Trade.Day(record.Word("period")[..10]), record.Instant("change_at"), record, record.Major("old"), record.Major("new")).Totals;
            return new() { ["credit"] = one.Credited.Minor, ["debit"] = one.NewPrice.Minor };
        }

        // A half of a period: that of June.
        var discount = Discounted.Amount(Money.OfMinor(record.Whole("fixed_discount")!.Value, "USD"));
        if (record.Has("seats"))
        {
            var seats = Trade.Numbers(record.Word("seats"));
            return new() { ["debit"] = Seats(Start, HalfWay, record, (seats[0], seats[1]), discount).Totals.NewPrice.Minor };
        }

        var (old, wanted) = (record.Majors("old"), record.Majors("new"));
        var quote = Both(Start, HalfWay, (old[0], old[1]), (wanted[0], wanted[1]), discount);
        return new() { ["credits"] = Amounts(LineKind.Unused, "old"), ["debits"] = Amounts(LineKind.NewPrice, "new") };

        List<object?> Amounts(LineKind kind, string side) => [Discounted.Of(quote, kind, $"{side} fixed"), Discounted.Of(quote, kind, $"{side} seat")];
    }
}

/// <summary>Polar: how a discount is split over the amounts of an invoice.</summary>
internal sealed class PolarAllocations : Adapter
{
    private static readonly Instant Start = Trade.Day("2025-06-01");

    public override string Engine => "polar";

    public override string Asks => "the share of each amount of a discount";

    public override string Policy => "`Polar.Prorated`; each amount is an add-on of that price. An amount off is split by `SplitMethod.LargestRemainder` and is no more than the prices; a percentage is taken "
        + "off each.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "polar", Kind: "allocation" };

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("op", "fixed_discount_over_amounts", "percentage_discount_per_amount");
        var discount = record.Whole("basis_points") is { } points ? Discounted.Percent(points) : Discounted.Amount(Money.OfMinor(record.Whole("discount_cents")!.Value, "USD"));
        return new() { ["allocations"] = Off(record.Majors("amounts")), ["on_total_200"] = Off([2m])[0] };

        List<object?> Off(IReadOnlyList<decimal> amounts)
        {
            var sold = new Discounted(Vendors.Polar.Prorated());
            for (var n = 0; n < amounts.Count; n++)
                sold.With($"{n}", amounts[n]);

            var quote = sold.Make(Start, "old", Discounted.One([.. amounts.Select((_, n) => $"{n}")]), discount);
            return [.. amounts.Select((_, n) => (object?)Discounted.Off(quote.Lines.Single(line => line.Product == $"{n}")).Minor)];
        }
    }
}

/// <summary>Polar: what seats cost by tiers.</summary>
internal sealed class PolarTiers : Adapter
{
    public override string Engine => "Polar";

    public override string Asks => "the price of a number of seats if its tier prices all of them";

    public override string Policy => "`PriceModel.Volume`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("tiers");

    public override Answers Answer(PublishedRecord record)
    {
        // "1-10 @10, 11+ @8"
        var tiers = record.Word("tiers").Split(", ").Select(Trade.Numbers).ToList();
        var price = Price.Of(
            new PriceModel.Volume([.. tiers.Select(tier => PriceTier.Each(tier.Count == 3 ? tier[1] : null, tier[^1]))]), record.Assume("currency", "USD").Under("model", "volume").Word("currency"), BillingInterval.Month);
        var quote = new Discounted(Vendors.Polar.Prorated()).With("seat", price).Make(Trade.Day("04-01"), "old", [("seat", record.Whole("seats")!.Value)]);
        return new() { ["total"] = quote.Totals.DueNow };
    }
}
