namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

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
        var life = new RecordedLife(
            Catalog.Of(Plain.Plan("seat", 1, 10m, BillingInterval.Month) with { Seats = limits }),
            Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference),
            DateTimeZone.Utc);
        life.Make(Start, Cart.Of("seat", BillingInterval.Month) with { Quantity = record.Whole("initial")!.Value });
        if (record.Has("deltas"))
            return new() { ["results"] = record.Inputs.GetProperty("deltas").EnumerateArray().Select(delta => (object?)Result(life, delta.GetInt32())).ToList() };

        var (counts, waiting) = (new List<object?>(), 0);
        foreach (var step in record.Inputs.GetProperty("events").EnumerateArray())
        {
            if (!step.TryGetProperty("delta", out var delta) && step.GetProperty("activate_pending").GetBoolean())
                (waiting, _) = (0, life.Make(Start, Now(life, waiting)));
            else if (step.GetProperty("mode").GetString() == "optimistic")
                life.Make(Start, Now(life, delta.GetInt32()));
            else
                waiting += delta.GetInt32();

            counts.Add(life.Subscription.Plan!.Quantity);
        }

        return new() { ["counts"] = counts };
    }

    private static string Result(RecordedLife life, int delta)
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

    private static Cart Now(RecordedLife life, int delta) => life.Subscription.Cart() with { Quantity = life.Subscription.Plan!.Quantity + delta };
}
