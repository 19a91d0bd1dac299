namespace SubscriptionMath.Tests.Conformance;

/// <content>Records that contradict their own rule, lack inputs, or need an answer that no policy has yet.</content>
internal sealed partial record SetAside
{
    private static IReadOnlyList<SetAside> NotExpressible =>
    [
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
            Outcome.Unsayable,
            "Separate adjustments of each earlier bill: a refund of this library is one amount, of the lots left.",
            record => record is { Engine: "issue-thread", Kind: "plan_change" } && record.Has("period_fraction_elapsed"))
        {
            Missing = "A refund told bill by bill.",
        },

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
            Outcome.Unsayable,
            "A leading stub that a cancellation makes the last term, and that is then charged in full: a cancellation charges no term again. A contract's last term in full can be said.",
            record => record.Engine == "OpenMeter" && record.Setting("subscription_end_proration") == "bill_full_period")
        {
            Missing = "A running stub charged in full since a cancellation makes it the last term.",
        },
    ];
}
