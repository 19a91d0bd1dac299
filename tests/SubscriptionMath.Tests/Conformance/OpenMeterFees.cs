using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>OpenMeter: a flat fee for a part of its full service period.</summary>
internal sealed class OpenMeterFees : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "a flat fee for a part of its service period";

    public override string Policy => "`OpenMeter.Policy`: time of the service period over time of the full one, rounded once to the currency. A service period without length is a one-off, "
        + "and a fee that is not prorated, or has no period, is charged in full: `NewPrice.Full`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "proration" };

    public override Answers Answer(PublishedRecord record)
    {
        var (service, full) = (Period(record, "service_period"), Period(record, "full_service_period"));
        var policy = OpenMeter.Policy(record.Is("prorating_enabled") && !service.IsEmpty && !full.IsEmpty ? NewPrice.ForTheRest : NewPrice.Full);
        var amount = Money.Of(record.Number("amount"), record.Word("currency"));
        var whole = policy.Rules[0] is Rule.Treated { Then.NewPrice: NewPrice.Full };
        return new() { ["amount"] = whole ? amount : Proration.Part(amount, Share(service, full, policy.Measure), policy.Rounding.Mode) };
    }

    private static Share Share(Term service, Term full, Measure measure) => new(
        Proration.TimeLeft(service, service.Start, measure, DateTimeZone.Utc).Left, Proration.TimeLeft(full, full.Start, measure, DateTimeZone.Utc).Of, measure.Grain);

    private static Term Period(PublishedRecord record, string name)
    {
        var ends = record.Moments(name).ToList();
        return new(ends[0], ends[1]);
    }
}
