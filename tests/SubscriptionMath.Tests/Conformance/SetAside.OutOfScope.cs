using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance;

/// <content>Records that ask for a task that the library does not have.</content>
internal sealed partial record SetAside
{
    private static IReadOnlyList<SetAside> OutOfScope =>
    [
        // A term is what a price lasts for, and a price is sold for days, weeks, months or years. Hours and minutes are the windows in which a meter sums
        // usage; Instant and Duration serve those as they are, since no calendar is involved.
        new(
            Outcome.Outside,
            "An interval of hours or minutes: a window of a meter. No price is sold for one, and elapsed time needs no calendar.",
            record => (record.Kind == "month_end" && record.Text("interval") == "hour")
                || (record.Function == "add_iso_duration_no_overflow" && record.Word("duration").StartsWith("PT", StringComparison.Ordinal))
                || record.Function == "TestFloorToStartOfHour"),
        new(
            Outcome.Outside,
            "The engine's number for a period in its database: a timestamp in milliseconds, whatever the schedule.",
            record => record.Function == "TestCalculatePeriodID_Simple"),
        new(
            Outcome.Outside,
            "An invoice of metered usage: a meter sums consumed units, and no cart holds them.",
            record => record.Engine == "meteroid" && record.Has("usage")),
        new(
            Outcome.Outside,
            "A combination that the engine itself does not implement: there is no answer to compare.",
            record => record.Expected.TryGetProperty("error", out var error) && error.GetString() == "NotImplementedError"),
        new(
            Outcome.Outside,
            "A negative number of units: a quantity held is never negative.",
            record => record.Kind == "tiered_amount" && record.Word("usage").StartsWith('-')),
        new(
            Outcome.Outside,
            "A conversion between currencies: the rate is the caller's, and mixing currencies is an error.",
            record => record.Kind == "seats" && record.Has("rate")),

        // Dinero.js keeps the digits of its ratios and puts them on the amounts: 100 of scale 2 by 50.5 and 49.5 are 505 and 495 of scale 3.
        new(
            Outcome.Outside,
            "A money library's own representation: amounts finer than the minor unit, or rounded to whole units and tens. Settled amounts are minor units.",
            record => (record is { Engine: "dinero.js", Kind: "allocation" } && record.Json.GetProperty("inputs").GetProperty("ratios").EnumerateArray().Any(ratio => ratio.ValueKind == JsonValueKind.Object))
                || record is { Engine: "joda-money", Function: "rounded" }),
        new(
            Outcome.Outside,
            "A date written as a whole number of eight digits: a notation of one engine.",
            record => record.Has("expiry_yyyymmdd")),
        new(
            Outcome.Outside,
            "A meter whose latest level is the usage of a stretch: the meter defines usage, and the pool takes the units used.",
            record => record.Engine == "OpenMeter" && record.Inputs.Field("usage") is { ValueKind: JsonValueKind.String } usage && usage.GetString()!.StartsWith("LATEST", StringComparison.Ordinal)),
        new(
            Outcome.Outside,
            "A text for a day that does not exist, 30 February: the engine's reading of its input. A date of this library exists.",
            record => record.Engine.StartsWith("Maxio", StringComparison.Ordinal) && record.Has("next_billing_at")),
        new(
            Outcome.Outside,
            "Whole-cycle refunds without a cycle, which give nothing back: a setting, not a calculation.",
            record => record.Kind == "whole_cycle_refund" && !record.Has("refund_cycle")),
        new(
            Outcome.Outside,
            "An engine's own sentence about a missing zone: in this library a zone cannot be missing.",
            record => record.Engine == "flexprice" && record.Expected.TryGetProperty("error", out var missing) && missing.GetString() == "customer timezone is required"),
        new(
            Outcome.Outside,
            "The choice of metered units for a bill, and the sum of months: the meter's own rule. The caller supplies the units to price.",
            record => record.Engine == "Stripe Billing" && record.Has("usage") && record.Setting("billing_mode") != "flexible"),
    ];
}
