using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

/// <summary>Meteroid: a component in arrears that is added, and a one-time one that waits for the period's end.</summary>
internal sealed class MeteroidComponents : Adapter
{
    public override string Engine => "meteroid";

    public override string Asks => "the renewal after a component in arrears, or a one-time one, was added";

    public override string Policy => "`Meteroid.Policy`; `BillingTiming.InArrears` and `BillingTiming.Once`. One that is added at the end of the period waits, `Treatment.AtPeriodEnd`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "meteroid", Kind: "addon" } && (record.Has("billing") || record.Has("one_time_cents"));

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("billing", "arrears").Assume("timing", "end_of_period");
        var (once, month) = (record.Has("one_time_cents"), BillingInterval.Month);
        var price = Price.Of(record.Major(once ? "one_time_cents" : "added_cents"), "USD", month) with { BillingTiming = once ? BillingTiming.Once : BillingTiming.InArrears };
        var catalog = new Catalog
        {
            Plans = [Plain.Plan("base", 0, record.Major("base_advance_cents"), month) with { AddOns = ["component"] }],
            AddOns = [new AddOn { Id = "component", Name = "component", Prices = [price] }],
        };
        var policy = Meteroid.Policy();
        if (once)
            policy = policy with { Rules = [policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatment.AtPeriodEnd), .. policy.Rules.Skip(1)] };

        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
        var (start, at) = (record.Text("period_start") ?? "2025-01-01", record.Text("change_date") ?? "2025-01-16");
        life.Make(Trade.Day(start), Cart.Of("base", month));
        record.Confirm("period_end", life.Subscription.Term!.Value.EndDay());
        var added = life.Make(Trade.Day(at), Cart.Of("base", month) with { AddOns = [new CartAddOn { Id = "component" }] });
        life.Advance(life.Subscription.Term!.Value.End);
        var renewal = life.Accepted[^1].Quote.Totals;
        return new() { ["adjustment_cents"] = added.Totals.DueNow.Minor, ["renewal_cents"] = renewal.DueNow.Minor, ["arrears_line_cents"] = renewal.Used.Minor };
    }
}
