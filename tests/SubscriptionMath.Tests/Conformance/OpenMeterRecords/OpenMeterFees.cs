using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: a flat fee for a part of its full service period.</summary>
internal sealed class OpenMeterFees : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "a flat fee for a part of its service period";

    public override string Policy => "`OpenMeter.Policy`: time of the service period over time of the full one, rounded once to the currency.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "proration" };

    public override Answers Answer(PublishedRecord record)
    {
        var (policy, amount) = (OpenMeter.Policy(), Money.Of(record.Number("amount"), record.Word("currency")));
        return new()
        {
            ["amount"] = AsksForAll(record) ? amount
                : Proration.Part(amount, Share(Period(record, "service_period"), Period(record, "full_service_period"), policy.Proration.Measure), policy.Proration.Rounding.Mode),
        };
    }

    /// <summary>Whether the whole fee is asked for: it is not prorated, or one of its periods has no length. The amount is then the record's own.</summary>
    public static bool AsksForAll(PublishedRecord record) => record is { Engine: "openmeter", Kind: "proration" }
        && (!record.Is("prorating_enabled") || Period(record, "service_period").IsEmpty || Period(record, "full_service_period").IsEmpty);

    private static Share Share(Term service, Term full, Measure measure) =>
        Proration.TimeLeft(service, full, BillingInterval.Month, service.Start, measure, DateTimeZone.Utc);

    private static Term Period(PublishedRecord record, string name)
    {
        var ends = record.Moments(name).ToList();
        return new(ends[0], ends[1]);
    }
}
