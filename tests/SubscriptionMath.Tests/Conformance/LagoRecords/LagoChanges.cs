using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: another plan within its period, or at its end.</summary>
internal sealed class LagoChanges : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "an upgrade to the old anniversary, a downgrade at the period's end";

    public override string Policy => "`Lago.Policy`: dearer or as dear by the year at once, the rest to the period's end; both are prorated to the anniversary of the first plan: "
        + "`TermRule.Aligned`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "plan_change" } && record.Has("old");

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("billing_time", "anniversary");
        var (old, wanted) = (Sold(record.Inner("old")), Sold(record.Inner("new")));
        var life = new RecordedLife(
            Catalog.Of(Plain.Plan("old", 0, old), Plain.Plan("new", 0, wanted)), Lago.Policy(), DateTimeZone.Utc);
        life.Make(record.Moment("subscription_at"), Cart.Of("old", old.Interval));
        var asked = life.Make(record.Moment(record.Has("upgrade_at") ? "upgrade_at" : "requested_at"), Cart.Of("new", wanted.Interval));
        if (life.Subscription.Pending is { } pending)
            life.Advance(pending.EffectiveAt);

        var (at, quote) = life.Accepted[^1];
        var (bought, term) = (quote.Lines.Single(line => line.Kind == LineKind.NewPrice), life.Subscription.Term!.Value);
        var unused = asked.Lines.FirstOrDefault(line => line.Kind == LineKind.Unused);
        return new()
        {
            ["credit_cents"] = asked.Totals.Credited.Minor,
            ["credit_note"] = unused is null ? null : $"{Money.Of(unused.Price, "USD").Minor}/{unused.Share.Of} * {unused.Share.Left} day",
            ["new_fee_cents"] = quote.Totals.NewPrice.Minor,
            ["new_fee_days"] = bought.Share.Left,
            ["period_days"] = bought.Share.Of,
            ["new_period_end"] = term.EndDay().PlusDays(-1),
            ["effective_at"] = at.InUtc().Date,
            ["first_new_fee_cents"] = quote.Totals.NewPrice.Minor,
            ["first_new_days"] = bought.Share.Left,
            ["new_period"] = new List<LocalDate> { term.FirstDay(), term.EndDay().PlusDays(-1) },
        };
    }

    private static Price Sold(PublishedRecord plan) => Price.Of(plan.Assume("pay_in_advance", "True").Major("amount_cents"), "USD", Units.Of(plan.Word("interval")));
}
