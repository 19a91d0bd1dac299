namespace SubscriptionMath.Tests.Conformance.StripeRecords;

/// <summary>Stripe: the billing dates of an anchor.</summary>
internal sealed class StripeDates : Adapter
{
    public override string Engine => "Stripe Billing";

    public override string Asks => "the billing dates of the last day of January";

    public override string Policy => "No boundary is counted from the one before it: `Anchor.Boundary`, in a year with a leap day and one without.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("billing_cycle_anchor");

    public override Answers Answer(PublishedRecord record)
    {
        var (interval, date) = (Units.Of(record.Word("interval")), Trade.Date(record.Word("billing_cycle_anchor")));
        var (plain, leap) = (Anchor.On(date), Anchor.On(date.PlusYears(1)));
        return new()
        {
            ["bill_dates"] = Enumerable.Range(1, record.Expected.GetProperty("bill_dates").GetArrayLength())
                .Select(n => (object?)Say(plain.Boundary(n, interval).Date, leap.Boundary(n, interval).Date)).ToList(),
        };
    }

    private static string Say(LocalDate plain, LocalDate leap) => plain.Day == leap.Day ? Trade.Say(plain) : $"{Trade.Say(plain)} ({leap.Day} leap)";
}
