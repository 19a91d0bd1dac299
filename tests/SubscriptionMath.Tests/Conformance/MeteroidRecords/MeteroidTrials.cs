namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

/// <summary>Meteroid: a change of the plan in trial.</summary>
internal sealed class MeteroidTrials : Adapter
{
    public override string Engine => "meteroid";

    public override string Asks => "a change in trial: its end, the first period, the bill";

    public override string Policy => "The trial ends at the change, a term begins there at its full price, and the anchor with it: `TrialFate.Ended`, `TermRule.Restarted`, `NewPrice.Full`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "meteroid", Kind: "trial" };

    public override Answers Answer(PublishedRecord record)
    {
        var words = new Words();
        var catalog = Catalog.Of(
            Plain.Plan("tried", 2, record.Whole("trial_plan_cents")!.Value / 100m, BillingInterval.Month, record.Whole("trial_days")),
            Plain.Plan("new", 1, record.Whole("new_plan_cents")!.Value / 100m, BillingInterval.Month, record.Whole("trial_days")));
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Anew), DateTimeZone.Utc);
        life.Make(words.At(record.Word("start")), Cart.Of("tried", BillingInterval.Month));
        var quote = life.Make(words.At(record.Word("change_date")), Cart.Of("new", BillingInterval.Month));
        return new()
        {
            ["trial_ends"] = life.Subscription.Trial!.Term.EndDay(),
            ["new_period"] = new List<LocalDate> { life.Subscription.Term!.Value.FirstDay(), life.Subscription.Term!.Value.EndDay() },
            ["adjustment"] = quote.Totals.UnusedValue.IsPositive ? quote.Totals.UnusedValue.ToString() : null,
            ["first_invoice_cents"] = quote.Totals.DueNow.Minor,
            ["anchor_day"] = life.Subscription.Anchor.Origin.Day,
        };
    }
}
