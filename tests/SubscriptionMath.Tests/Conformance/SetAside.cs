namespace SubscriptionMath.Tests.Conformance;

/// <summary>A reason for which some records are not counted as passed, and which records those are: by what they ask, never by how they came out.</summary>
/// <param name="Outcome">Apart, outside or unsayable.</param>
/// <param name="Reason">Why, as the page says it.</param>
/// <param name="Covers">Whether a record is meant, from its kind, engine, function and inputs.</param>
internal sealed record SetAside(Outcome Outcome, string Reason, Func<PublishedRecord, bool> Covers)
{
    /// <summary>
    /// The whole table; the first row that covers a record decides. A record may only be named by its id where it contradicts its own rule or lacks inputs, one row
    /// for each, with the proof beside it.
    /// </summary>
    public static IReadOnlyList<SetAside> All { get; } =
    [
        new(
            Outcome.Apart,
            "The part of the period that is left is said, not counted: the caller's own figure (`Facts.TimeLeft`), and all else goes on as usual.",
            record => record.Engine == "help articles" && (record.Vendor == "Stripe" || IsPart(record, "remaining") || IsPart(record, "fraction") || IsPart(record, "used_fraction")
                || IsPart(record, "time_left"))),
        new(
            Outcome.Apart,
            "What is expected is said in words, and in just those.",
            record => record.Engine == "help articles" && record.Vendor == "JustFit"),

        // A term is what a price lasts for, and a price is sold for days, weeks, months or years. Hours and minutes are the windows in which a meter sums
        // usage; Instant and Duration serve those as they are, since no calendar is involved.
        new(
            Outcome.Outside,
            "An interval of hours or minutes: no price is sold for one; it is a window of a meter, and elapsed time needs no calendar.",
            record => (record.Kind == "month_end" && record.Text("interval") == "hour")
                || (record.Function == "add_iso_duration_no_overflow" && record.Word("duration").StartsWith("PT", StringComparison.Ordinal))
                || record.Function == "TestFloorToStartOfHour"),
        new(
            Outcome.Outside,
            "The number by which an engine names a period in its database: a timestamp in milliseconds, whatever the schedule.",
            record => record.Function == "TestCalculatePeriodID_Simple"),
        new(
            Outcome.Unsayable,
            "A first purchase that starts later: a subscription of ours begins when it is bought.",
            record => record.Text("state") == "PENDING" || record.Text("addOnState") == "PENDING"),
        // Three days from 1 January are over on 4 January, so that nothing of March is in trial; 28 of 31 days are expected. The engine's own test sets
        // the start to the beginning of the billed period first, which the record does not say.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: three days of trial from 1 January are to leave out three days of March.",
            record => record.Id == "lago-trial-001"),

        // 45 days from 1 January are over on 15 February; nothing of March is expected to be billed. The start is set anew there as well.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: 45 days of trial from 1 January are to leave out all of March.",
            record => record.Id == "lago-trial-002"),
        new(
            Outcome.Unsayable,
            "A cancellation of an add-on that is taken back while that of its base stands: what is pending is one cart, and is withdrawn as one.",
            record => record.Has("addOnOwnCancellationAt")),
        new(
            Outcome.Unsayable,
            "A plan in phases, with a price for some months and another one after them: price phases come with the price models.",
            record => record.Types("newPlanPhases").Concat(record.Types("phases")).Any(type => type is "DISCOUNT" or "FIXEDTERM")
                || (record.Expected.TryGetProperty("phaseAfter", out var phase) && phase.GetString() == "DISCOUNT")),
        new(
            Outcome.Unsayable,
            "Not asked yet: it follows with later work.",
            record => !Adapter.All.Any(adapter => adapter.Reads(record))),
    ];

    /// <summary>Whether a field is a part of something, as "remaining": 0.5.</summary>
    private static bool IsPart(PublishedRecord record, string name) =>
        record.Json.GetProperty("inputs").TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number && value.GetDecimal() < 1m;
}
