namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>The worked examples of help articles; the vendors' policies are in <see cref="ArticlePolicies"/>, one row each in <see cref="ArticleRow"/>.</summary>
internal abstract class ArticleExamples : Adapter
{
    public override string Engine => "help articles";

    protected abstract ArticleAsks Kind { get; }

    public override bool Reads(PublishedRecord record) => Row(record) is { } row && row.Asks == Kind;

    public override Answers Answer(PublishedRecord record) => Row(record)!.Answer(record);

    /// <summary>The row of a record's vendor, where the record has a figure that the row knows.</summary>
    private static ArticleRow? Row(PublishedRecord record) => record.Engine != "help articles" ? null : ArticleRow.All.FirstOrDefault(
        row => row.Vendor == record.Vendor && record.Expected.EnumerateObject().All(field => Answers.IsWords(field.Name) || row.Fields.ContainsKey(field.Name)));
}

/// <summary>Changes of a plan.</summary>
internal sealed class ArticlePlanChanges : ArticleExamples
{
    public override string Asks => "worked examples of a change of the plan";

    public override string Policy => "A value for each article: now or on the next invoice (`PaymentTiming`), the end kept or a new term (`TermRule`), the days counted so or so (`Measure`), cut or rounded "
        + "(`Rounding`); the plain difference is `UnusedValue.OfTheWholeTerm` beside `NewPrice.Full`.";

    protected override ArticleAsks Kind => ArticleAsks.Plan;
}

/// <summary>More and fewer seats.</summary>
internal sealed class ArticleSeatChanges : ArticleExamples
{
    public override string Asks => "worked examples of seats added and removed";

    public override string Policy => "The same values, for `ChangeKinds.Quantity`.";

    protected override ArticleAsks Kind => ArticleAsks.Seats;
}

/// <summary>Cancellations with something given back.</summary>
internal sealed class ArticleEnds : ArticleExamples
{
    public override string Asks => "worked examples of an end with a refund";

    public override string Policy => "`Surplus.Refunded` of `UnusedValue.OfAllLots`, less the part that `WithheldValue` keeps: a fraction (short rate), or the discount of a year for the months used.";

    protected override ArticleAsks Kind => ArticleAsks.End;
}

/// <summary>Purchases that end on a common date, schedules, and single sums.</summary>
internal sealed class ArticleSums : Adapter
{
    public override string Engine => "help articles";

    public override string Asks => "worked examples of a schedule, of a purchase within a period, or of one sum";

    public override string Policy => "`TermRule.AlignedTo` on a first purchase; `Anchor.Boundary`; `Proration.Part` and `AddOnTermination.AsTime` by themselves.";

    public override bool Reads(PublishedRecord record) => record.Vendor is "AWS flat-rate plans" or "JetBrains co-terming" or "Coohom" or "Quintype (recurring, Google)"
        or "WooCommerce Subscriptions" or "Project Plan 365";

    public override Answers Answer(PublishedRecord record) => record.Vendor switch
    {
        "AWS flat-rate plans" => new() { ["charge"] = Stub(ArticleRow.Figure(record, "price"), BillingInterval.Month, new(2026, 4, record.Whole("day")!.Value), new(2026, 4, 1)).Totals.DueNow },
        "JetBrains co-terming" => CoTermed(record),
        "Coohom" => new() { ["dates"] = Enumerable.Range(1, 3).Select(n => (object?)Anchor.On(ArticleRow.Date(record, "anchor").Date).Boundary(n, BillingInterval.Month).Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToList() },
        "Quintype (recurring, Google)" => new() { ["old_day"] = Daily(ArticleRow.Figure(record, "old"), record.Whole("days")!.Value, RoundingMode.Floor), ["new_day"] = Daily(ArticleRow.Figure(record, "new"), record.Whole("days")!.Value, RoundingMode.Floor) },
        "WooCommerce Subscriptions" => new() { ["b_per_day"] = Daily(decimal.Parse(record.Word("b").Split('/')[0], System.Globalization.CultureInfo.InvariantCulture), 365, RoundingMode.HalfAwayFromZero) },
        _ => Bought(record),
    };

    private static Money Daily(decimal price, int days, RoundingMode mode) => Proration.Part(Money.Of(price, "USD"), new Share(1, days, ProrationUnit.CalendarDays), mode);

    private static Answers CoTermed(PublishedRecord record)
    {
        var (common, days) = (record.Day("common_end"), new Answers());
        foreach (var member in record.Inputs.GetProperty("members").EnumerateObject())
            days[member.Name] = Stub(100m, BillingInterval.Year, NodaTime.Text.LocalDatePattern.Iso.Parse(member.Value.GetString()!).Value, common).Lines[0].Share.Left;
        return new() { ["days"] = days };
    }

    private static Quote Stub(decimal price, BillingInterval interval, LocalDate at, LocalDate common) => Billing.Price(
        Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc),
        Change.To(Cart.Of("plan", interval)),
        Facts.None,
        Catalog.Of(Plain.Plan("plan", 1, price, interval)),
        PolicyCheck.Checked(ArticlePolicies.StartAligned(Anchor.On(common))),
        at.AtMidnight().InUtc().ToInstant()).OrThrow();

    /// <summary>The price of the upgrade for the days used is time on the new plan, whose year is 365 days.</summary>
    private static Answers Bought(PublishedRecord record)
    {
        var (utc, half, end) = (DateTimeZone.Utc, RoundingMode.HalfAwayFromZero, record.Day("old_finish").AtMidnight().InUtc().ToInstant());
        var (year, upgrade) = (new Term(end - Duration.FromDays(365), end), Money.Of(ArticleRow.Figure(record, "upgrade_price"), "USD"));
        var value = Proration.Part(upgrade, Proration.TimeLeft(year, end - Duration.FromDays(record.Whole("remaining_days")!.Value), Measure.Days, utc).Used(), half);
        var bought = AddOnTermination.AsTime(value, Money.Of(ArticleRow.Figure(record, "new_year"), "USD"), BillingInterval.Days(365), end, Anchor.On(record.Day("old_finish")), utc, half);
        return new() { ["value"] = value, ["days"] = bought.Days, ["finish"] = bought.End.InUtc().Date };
    }
}
