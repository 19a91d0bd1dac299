namespace SubscriptionMath.Tests.Conformance.AutumnRecords;

/// <summary>Autumn: what an upgrade or a downgrade does to a trial.</summary>
internal sealed class AutumnTrials : Adapter
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public override string Engine => "autumn";

    public override string Asks => "upgrades and downgrades in trial, and to a plan with one: the charge, and the trial";

    public override string Policy => "Up: the new plan's trial begins at the change, also from a paid plan, and without one its full price is due: `TrialFate.Restarted`, "
        + "`TermRule.Restarted`, `NewPrice.Full`. Down: `Treatment.AtPeriodEnd`, which in trial is its end; no trial begins then.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "autumn", Kind: "trial" };

    public override Answers Answer(PublishedRecord record)
    {
        var down = record.Text("change") == "downgrade";
        var catalog = Catalog.Of(
            Plain.Plan("old", 2, record.Whole("old_price") ?? 20m, BillingInterval.Month, record.Whole("old_trial_days")),
            Plain.Plan("new", down ? 1 : 3, record.Whole("new_price") ?? 50m, BillingInterval.Month, record.Whole("new_trial_days")));
        var treatment = down ? Treatment.AtPeriodEnd : Plain.Anew with { Trial = TrialFate.Restarted };
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase, Plain.Difference, treatment), DateTimeZone.Utc);
        life.Make(Start, Cart.Of("old", BillingInterval.Month));
        var tried = life.Subscription.Trial;
        var at = Anchor.On(Start.InUtc().Date).Boundary(record.Whole("change_day") ?? record.Whole("day") ?? 0, BillingInterval.Day).InUtc().ToInstant();
        var quote = life.Make(at, Cart.Of("new", BillingInterval.Month));
        var inTrial = life.Subscription.InTrial(at);
        var answers = new Answers
        {
            ["charge_now"] = WholeUnits(quote.Totals.Net),
            ["trial_days_from_change"] = !inTrial ? 0 : Proration.TimeLeft(life.Subscription.Trial!.Term, at, Measure.Days, DateTimeZone.Utc).Left,
            ["trial"] = inTrial ? "runs" : "ends",
        };
        if (life.Subscription.Pending is { } pending)
        {
            answers["effective"] = pending.EffectiveAt == tried?.Term.End ? "trial_end" : "period_end";
            life.Advance(pending.EffectiveAt);
            answers["new_trial"] = life.Subscription.Trial == tried ? null : life.Subscription.Trial!.Term.ToString();
        }

        return answers;
    }

    /// <summary>The records write whole units of the currency.</summary>
    private static object WholeUnits(Money money) => money.Amount == (long)money.Amount ? (long)money.Amount : money.ToString();
}
