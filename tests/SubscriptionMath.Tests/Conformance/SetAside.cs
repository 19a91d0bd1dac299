using System.Text.Json;
using SubscriptionMath.Tests.Conformance.OpenMeterRecords;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>A reason for which some records are not counted as passed, and which records those are: by what they ask, never by how they came out.</summary>
/// <param name="Outcome">Passed with input from the caller, out of scope, or not expressible.</param>
/// <param name="Reason">Why, as the page says it.</param>
/// <param name="Covers">Whether a record is meant, from its kind, engine, function and inputs.</param>
internal sealed record SetAside(Outcome Outcome, string Reason, Func<PublishedRecord, bool> Covers)
{
    /// <summary>Gets the answer that a policy would need; "" where none is missing: the record lacks something, or its question has no place in a policy.</summary>
    public string Missing { get; init; } = "";

    /// <summary>
    /// The whole table; the first row that covers a record decides. A record may only be named by its id where it contradicts its own rule or lacks inputs, one row
    /// for each, with the proof beside it.
    /// </summary>
    public static IReadOnlyList<SetAside> All { get; } =
    [
        new(
            Outcome.Apart,
            "The caller states the part of the period left (`Facts.TimeLeft`), which is not counted; all else follows as usual.",
            record => record.Engine == "help articles" && (record.Vendor == "Stripe" || IsPart(record, "remaining") || IsPart(record, "fraction") || IsPart(record, "used_fraction")
                || IsPart(record, "time_left"))),
        new(
            Outcome.Apart,
            "The expected result is a sentence, compared word for word.",
            record => record.Engine == "help articles" && record.Vendor is "JustFit" or "Ssemble"),

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

        // 419 is 13 of 31 days of 1000, 629 of 1500, and 65 is 20 of 31 days of 100: neither the 1000 nor the 100 stands in the inputs.
        new(
            Outcome.Unsayable,
            "Lacks inputs: the prices of one of the two add-ons and of the base plan.",
            record => record.Id == "lago-addon-001"),
        new(
            Outcome.Unsayable,
            "A question about a period before the start of the subscription: a sale has none.",
            record => record is { Engine: "lago", Kind: "month_end" or "period_length" or "usage_window" } && record.Has("started_at") && record.Moment("billing_at") < record.Moment("started_at")),

        // Ended on 1 February, and billed for a year that is to begin on the day after it; the third for a year from 28 February. The last year that runs is the one before.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: the last period of an ended subscription begins after its end.",
            record => record.Id is "lago-month_end-147" or "lago-month_end-148" or "lago-month_end-149"),

        // Three days from 1 January are over on 4 January, so that nothing of March is in trial; 28 of 31 days are expected. The engine's own test sets
        // the start to the beginning of the billed period first, which the record does not say.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: three days of trial from 1 January free three days of March.",
            record => record.Id == "lago-trial-001"),

        // 45 days from 1 January are over on 15 February; nothing of March is expected to be billed. The start is set anew there as well.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: 45 days of trial from 1 January free all of March.",
            record => record.Id == "lago-trial-002"),
        // A trial of 41 days is over on 12 October, so that the fee of October is 20 of 31 days of 3100, 2000, and with tax 2400. Of that 1920 are paid, 480 less than all of it, so that
        // 1440 of 1920 are refunded, which is what is expected. The record says a last fee of 3100: with tax 3720, of which 1920 paid would refund 120.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: a last fee of 3100 beside figures of a fee of 2000, which a trial has cut.",
            record => record.Id is "lago-termination_credit-010" or "lago-termination_credit-018"),
        // Five weeks from Monday, 1 January, are over with Sunday, 4 February, and are 500.00: 2 of 7 days, four weeks, and 5 of 7 days. The 528.57 are of five weeks after the stub.
        new(
            Outcome.Unsayable,
            "Contradicts its own rule: a term of five weeks beside the total of five weeks and a stub.",
            record => record.Id == "zuora-011"),
        new(
            Outcome.Unsayable,
            "A quarter or half-year that begins between two boundaries of its anchor and lasts its full length: the library counts boundaries from the anchor.",
            record => record.Function.EndsWith("_BackwardCompat", StringComparison.Ordinal))
        {
            Missing = "Terms of several months that are counted from their own start, beside an anchor.",
        },
        // 50 units at 0.10 up to 100 are 5.00; nothing is expected, since the first 50 are free in the engine's test.
        new(
            Outcome.Unsayable,
            "Lacks an input: the allowance that shifts its tiers.",
            record => record.Id == "autumn-tiered_amount-025"),
        // 120 units lie in the tier of 0.05 up to 500 and are 6.00; 12.00 is expected, of tiers that begin 50 later.
        new(
            Outcome.Unsayable,
            "Lacks an input: the allowance that shifts its tiers.",
            record => record.Id == "autumn-tiered_amount-027"),
        // 50 units are one package of 100 at 10; nothing is expected, since the first 100 are free in the engine's test.
        new(
            Outcome.Unsayable,
            "Lacks an input: the allowance that shifts its tiers.",
            record => record.Id == "autumn-tiered_amount-030"),
        new(
            Outcome.Outside,
            "A negative number of units: a quantity held is never negative.",
            record => record.Kind == "tiered_amount" && record.Word("usage").StartsWith('-')),
        new(
            Outcome.Outside,
            "A conversion between currencies: the rate is the caller's, and mixing currencies is an error.",
            record => record.Kind == "seats" && record.Has("rate")),
        new(
            Outcome.Unsayable,
            "The cancellation of an add-on is withdrawn while that of its base stands. A pending change is one cart, withdrawn as a whole.",
            record => record.Has("addOnOwnCancellationAt"))
        {
            Missing = "Several pending changes, each withdrawn by itself.",
        },
        // The subscription began in EVERGREEN, which the new plan lacks: its phases begin with the first, a trial of thirty days, counted from a start at which nothing was tried. That
        // the FIXEDTERM after it ends by itself can be said, and is asked of the life in arrears.
        new(
            Outcome.Unsayable,
            "A trial counted from the start of a subscription that began without one: then none goes on (`TrialFate.FromTheStart`).",
            record => record.Types("newPlanPhases").FirstOrDefault() == "TRIAL"
                && !record.Types("newPlanPhases").Contains(record.Inner("subscription").Json.GetProperty("inputs").GetProperty("transitions")[0].GetProperty("phase").GetString()!))
        {
            Missing = "A trial counted from the start of the subscription although none was begun.",
        },

        // 32.26 is 1 of 31 days of a rate of the base that only another record of the same test class says, 1000; here it is said of the add-on alone.
        new(
            Outcome.Unsayable,
            "Lacks an input: the rate of the base plan behind the expected stub.",
            record => record.Id == "kb-plan-change-scenario-015"),

        // The phase is to be DISCOUNT for a year. Which phases the plan has stands in the engine's catalog; the record gives its name.
        new(
            Outcome.Unsayable,
            "Lacks an input: the phases of the new plan behind the expected phase.",
            record => record.Id == "kb-policy-effective-date-016"),
        new(
            Outcome.Apart,
            "A discount split over nothing: no figure is compared.",
            record => record is { Engine: "polar", Kind: "allocation" } && record.Majors("amounts").Count == 0),
        // 16 of 31 days of 3100 are 1600, and 200 were credited: 1400 is expected, 1600 less 200. A cap leaves 1600, which is less than the 2900 not credited yet, and so do Kill Bill's own
        // records of a repair that is capped by an adjustment. What a lot has credited also holds fractions of a cent that were rounded in the customer's favour: taken off, they would be
        // taken back.
        new(
            Outcome.Unsayable,
            "A manual credit note before the change that lowers the unused value itself. In the library an earlier credit only lowers the cap of a lot.",
            record => record.Kind == "termination_credit" && record.Whole("previous_credit_note_cents") > 0)
        {
            Missing = "Money given outside the policy, recorded against a lot, by which later credits are smaller.",
        },
        // Dinero.js keeps the digits of its ratios and puts them on the amounts: 100 of scale 2 by 50.5 and 49.5 are 505 and 495 of scale 3.
        new(
            Outcome.Outside,
            "A money library's own representation: amounts finer than the minor unit, or rounded to whole units and tens. Settled amounts are minor units.",
            record => (record is { Engine: "dinero.js", Kind: "allocation" } && record.Json.GetProperty("inputs").GetProperty("ratios").EnumerateArray().Any(ratio => ratio.ValueKind == System.Text.Json.JsonValueKind.Object))
                || record is { Engine: "joda-money", Function: "rounded" }),
        new(
            Outcome.Unsayable,
            "A split of a negative amount that does not mirror the positive one: -5 by 7:3 into -3 and -2, but 5 into 4 and 1.",
            record => record is { Engine: "moneyphp", Kind: "allocation" } && record.Whole("amount") < 0)
        {
            Missing = "A split of a negative amount by the floor of each part.",
        },
        new(
            Outcome.Unsayable,
            "Ratios that are negative, or all zero: a split needs a positive weight.",
            record => record is { Engine: "dinero.js", Function: "distribute" } && record.Whole("amount") < 0 || (record is { Engine: "rubymoney", Kind: "allocation", Function: "allocate" }
                && record.Json.GetProperty("inputs").GetProperty("ratios").GetRawText() == "[0, 0]")),
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
            Outcome.Unsayable,
            "Separate adjustments of each earlier bill: a refund of this library is one amount, of the lots left.",
            record => record is { Engine: "issue-thread", Kind: "plan_change" } && record.Has("period_fraction_elapsed"))
        {
            Missing = "A refund told bill by bill.",
        },
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

        // The unused time of the old plan is 364, which is what the library says; 9636 is 10000 less that, and the record says no price of 10000.
        new(
            Outcome.Unsayable,
            "Lacks an input: the amount due is a new price less the credit, without the new price.",
            record => record.Id == "stripe-016"),

        // 163301 and 31027 are charged for the rest of the period, 194328 in all; 194341 recurs. The prices and the ratio that would tell one from the other
        // stand in other records of the same answer: 50 of 30.00 and one of 285.00 with 8.875 % are 163312 and 31029.
        new(
            Outcome.Unsayable,
            "Lacks inputs: the full prices of the renewal; the record has only their prorated amounts.",
            record => record.Id == "paddle-005"),
        new(
            Outcome.Apart,
            "The caller states the part of the period, such as a half or ten of thirty days. The test asks about a period of as many days.",
            record => record.Source == "billing-engines.json"
                && (record.Has("fraction_remaining") || record.Has("ratio") || (record.Has("history") && record.Has("unit")))),
        new(
            Outcome.Apart,
            "\"Half-way\": the caller states the part of the period left (`Facts.TimeLeft`).",
            record => record.Engine == "Stripe Billing" && record.Text("action") is { } action && action.Contains("half-way", StringComparison.Ordinal)),
        new(
            Outcome.Apart,
            "The caller states the amounts of the lines; the library nets them.",
            record => record.Engine.StartsWith("Maxio", StringComparison.Ordinal) && record.Has("lines")),
        new(
            Outcome.Apart,
            "The expected result is a sentence; the test puts the library's figures into the same one.",
            record => record.Engine == "Recurly" && record.Expected.TryGetProperty("result", out _)),

        // Five at 10.00, two more, then 15.00 for all seven, of which three leave with a quarter left: 3 x 15.00 / 4 are 11.25, which is what the library says.
        // That 8.75 of it goes against the rise of 5.00 for each of seven, and 2.50 against the two, needs a charge for the difference that stands by itself.
        new(
            Outcome.Unsayable,
            "A price rise as a separate charge for the difference, reversed first. A lot of this library has the whole price as sold; the sum is the same.",
            record => record.Id == "recurly-017")
        {
            Missing = "A price that rises within the term as a lot of its own, for the difference.",
        },
        new(
            Outcome.Apart,
            "The whole fee is due, since it is not prorated or a period has no length: the amount is the record's own.",
            OpenMeterFees.AsksForAll),
        new(
            Outcome.Unsayable,
            "Whole years not started: the library counts only whole months (`Measure.MonthsNotStarted`).",
            record => record.Kind == "whole_cycle_refund" && record.Text("refund_cycle") == "year")
        {
            Missing = "Whole periods not started of any interval, as months are.",
        },
        new(
            Outcome.Unsayable,
            "A last period charged in full although it begins within a cycle: a price does not know that its subscription ends.",
            record => record.Engine == "OpenMeter" && record.Setting("subscription_end_proration") == "bill_full_period")
        {
            Missing = "The last, cut period of a fixed contract charged in full.",
        },
        new(
            Outcome.Apart,
            "The fate of a line is a sentence; the test puts the library's figure into the same one.",
            record => record.Engine == "OpenMeter" && (record.Expected.TryGetProperty("issued_line", out _) || record.Expected.TryGetProperty("old_line", out _))),
        new(
            Outcome.Apart,
            "The expected result is nothing, so no figure is compared.",
            record => record.Expected.EnumerateObject().All(field => Answers.IsWords(field.Name) || field.Value.ValueKind == JsonValueKind.Null)),
    ];

    /// <summary>Whether a field is a part of something, as "remaining": 0.5.</summary>
    private static bool IsPart(PublishedRecord record, string name) =>
        record.Json.GetProperty("inputs").TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number && value.GetDecimal() < 1m;
}
