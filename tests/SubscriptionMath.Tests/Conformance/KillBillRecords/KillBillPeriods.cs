namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: so many periods from a date on, back from it, or between two dates.</summary>
internal sealed class KillBillPeriods : Adapter
{
    public override string Engine => "Kill Bill";

    public override string Asks => "a date some periods on or back; whole periods between two dates";

    public override string Policy => "Held to the month's end, counted from the first date in one step: `Anchor.Boundary`, and `Anchor.IndexAt` for the number of whole periods.";

    public override bool Reads(PublishedRecord record) => record.Kind is "advanceByNPeriods" or "recedeByNPeriods" or "wholeBillingPeriods";

    public override Answers Answer(PublishedRecord record)
    {
        var interval = Units.Of(record.Word("billingPeriod"));
        return record.Kind switch
        {
            "advanceByNPeriods" => new() { ["result"] = Boundary(record.Whole("nbPeriods")!.Value) },
            "recedeByNPeriods" => new() { ["result"] = Boundary(-record.Whole("nbPeriods")!.Value) },
            _ => new() { ["result"] = Anchor.On(record.Day("startDate")).IndexAt(record.Day("endDate").AtMidnight(), interval) },
        };

        LocalDate Boundary(int index) => Anchor.On(record.Day("initialDate")).Boundary(index, interval).Date;
    }
}
