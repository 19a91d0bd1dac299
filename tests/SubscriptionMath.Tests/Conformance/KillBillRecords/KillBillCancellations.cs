namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill's two policies of a cancellation, for the service and for the billing, as one treatment of ours; and when each ends.</summary>
internal static class KillBillCancellations
{
    public const string AsPolicy = "With both at END_OF_TERM it is `Timing.AtBilledEnd`; with both at IMMEDIATE `Timing.Now`. Service at END_OF_TERM and billing at once is "
        + "`Timing.AtPeriodEnd` with an unused value, which is given back now. Service at once and billing at END_OF_TERM is `Timing.Now` with none: nothing is given back. START_OF_TERM "
        + "gives all of the term back: `UnusedValue.OfTheWholeTerm`. A requested date is `Timing.OnDate`.";

    public static Treatment Treatment(string service, string billing) => Plain.Difference with
    {
        Timing = service != "END_OF_TERM" ? Timing.Now : billing == "IMMEDIATE" ? Timing.AtPeriodEnd : Timing.AtBilledEnd,
        Unused = billing == "START_OF_TERM" ? UnusedValue.OfTheWholeTerm
            : billing == "END_OF_TERM" && service == "IMMEDIATE" ? UnusedValue.None
            : UnusedValue.OfAllLots,
    };

    public static Treatment OnDate { get; } = Plain.Difference with { Timing = Timing.OnDate };

    /// <summary>
    /// Where billing ends by a quote of a cancellation: where what is given back begins; where nothing is to be given back, with what was billed; else with
    /// the service.
    /// </summary>
    public static Instant BillingEnd(Quote quote, UnusedValue unused, string product, Instant serviceEnd)
    {
        var given = quote.Lines.Where(line => line.Product == product && !line.Forfeited).ToList();
        return given.Count > 0 ? given.Min(line => line.Covers.Start)
            : unused == UnusedValue.None ? quote.Lines.FirstOrDefault(line => line.Product == product)?.Covers.End ?? quote.TermBefore!.Value.End
            : serviceEnd;
    }
}
