namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: a trial, a change of the plan in it, and the first payment after it.</summary>
internal sealed class LagoTrials : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "the end of a trial that a change runs through, and the bill then";

    public override string Policy => "\"calendar\" is `TermRule.AlignedTo` `Anchor.OnDay` 1 with `NewPrice.ForTheRest`, for the first term after the trial as well. The trial has the length "
        + "of the new plan's, counted from the first start: `TrialFate.FromTheStart`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "trial" } && record.Has("start");

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("billing_time", "calendar");
        var amount = record.Whole("new_amount_cents") ?? record.Whole("amount_cents")!.Value;
        var catalog = Catalog.Of(
            Plain.Plan("old", 1, amount / 200m, BillingInterval.Month, record.Whole("old_trial_days")),
            Plain.Plan("new", 2, amount / 100m, BillingInterval.Month, record.Whole("new_trial_days") ?? record.Whole("trial_days")));
        var calendar = TermRule.AlignedTo(Anchor.OnDay(1));
        var aligned = Plain.Difference with { Term = calendar, Trial = TrialFate.FromTheStart };
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase with { Term = calendar, NewPrice = NewPrice.ForTheRest }, Plain.Difference, aligned), DateTimeZone.Utc);
        life.Make(record.Moment("start"), Cart.Of(record.Has("upgrade_at") ? "old" : "new", BillingInterval.Month));
        if (record.Has("upgrade_at"))
            life.Make(record.Moment("upgrade_at"), Cart.Of("new", BillingInterval.Month));

        var end = life.Next()!;
        life.Advance(end.At);
        return new()
        {
            ["billed_at_or_after"] = end.At,
            ["trial_end"] = end.At.InUtc().Date,
            ["fee_cents"] = life.Accepted[^1].Quote.Totals.DueNow.Minor,
        };
    }
}
