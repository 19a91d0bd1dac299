namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: a part of a month.</summary>
internal sealed class IssueThreadParts : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "the price of some days of a month; the credit of a stub";

    public override string Policy => "A month is divided by its own days: `Proration.TimeLeft` by `Measure.Days`. A stub before a billing day (`TermRule.AlignedTo`) is a part of the month in "
        + "which it lies, and gives back no more than was billed for it.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "proration" };

    public override Answers Answer(PublishedRecord record) => record.Has("stub") ? Stub(record) : Part(record);

    private static Answers Part(PublishedRecord record)
    {
        var part = Term.Of(record.Day("from"), record.Day("to_inclusive").PlusDays(1), DateTimeZone.Utc);
        var month = Anchor.OnDay(1).TermAt(record.Day("from"), BillingInterval.Month);
        var share = Proration.TimeLeft(part, month, BillingInterval.Month, part.Start, Measure.Days, DateTimeZone.Utc);
        return new() { ["amount"] = new DecimalFigure(RatioRule.Exact.PartOf(Fraction.Of(record.Number("price")), share)) };
    }

    private static Answers Stub(PublishedRecord record)
    {
        var start = record.Days("stub").First().AtMidnight().At(DateTimeZone.Utc);
        var first = Plain.FirstPurchase with { Term = TermRule.AlignedTo(Anchor.OnDay(record.Days("stub").Last().Day)), NewPrice = NewPrice.ForTheRest };
        var catalog = Catalog.Of(Plain.Plan("plan", 1, record.Major("monthly_minor"), BillingInterval.Month));
        var life = new RecordedLife(catalog, Plain.Policy(first, Plain.Difference, Plain.Difference), DateTimeZone.Utc);
        record.Confirm("paid_minor", life.Make(start, Cart.Of("plan", BillingInterval.Month)).Totals.DueNow.Minor);
        return new() { ["credit_minor"] = life.Make(record.Instant("change_at"), null).Totals.Credited.Minor };
    }
}
