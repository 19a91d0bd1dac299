using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>Kill Bill: the phase that a subscription is in after a change of its plan, and the next one.</summary>
internal sealed class KillBillAlignment : Adapter
{
    public override string Engine => "Kill Bill";

    public override string Asks => "the phase after a change of the plan, and the next: trial or not, since when, until when";

    public override string Policy => "START_OF_SUBSCRIPTION lays the new plan's trial from the start of the subscription: `TrialFate.FromTheStart`. A subscription that began without one gets "
        + "none. The phase after the trial begins at `TrialUse.Term`'s end, which is the next event, or with the first purchase.";

    public override bool Reads(PublishedRecord record) => record.Kind is "planAlignmentOnChangeCurrent" or "planAlignmentOnChangeNext";

    public override Answers Answer(PublishedRecord record)
    {
        var held = record.Inner("subscription");
        var created = held.Json.GetProperty("inputs").GetProperty("transitions")[0];
        var (from, to) = (created.GetProperty("plan").GetString()!, record.Word("newPlan"));
        var catalog = new Catalog
        {
            Plans = [.. new[] { Sold(from, created.GetProperty("phase").GetString() == "TRIAL"), Sold(to, record.Types("newPlanPhases").First() == "TRIAL") }.DistinctBy(plan => plan.Id)],
        };
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Anew with { Trial = TrialFate.FromTheStart });
        var life = new Life(catalog, policy, DateTimeZone.ForOffset(OffsetPattern.GeneralInvariant.Parse(record.Word("fixedOffset")).Value));
        life.Make(held.Moment("alignStartDate"), Cart.Of(from, BillingInterval.Month));
        life.Make(record.Moment("effectiveDate"), Cart.Of(to, BillingInterval.Month));
        return new() { ["phase"] = record.Kind == "planAlignmentOnChangeNext" ? Next(life) : Current(life, record.Moment("effectiveDate")) };
    }

    /// <summary>Its trials last thirty days.</summary>
    private static Plan Sold(string id, bool withTrial) => Plain.Plan(id, 1, 29.95m, BillingInterval.Month, withTrial ? 30 : null);

    private static Answers Current(Life life, Instant at) => life.Subscription.InTrial(at)
        ? Phase(life, "TRIAL", "trial", life.Subscription.Trial!.Term.Start)
        : Phase(life, "EVERGREEN", "evergreen", life.Subscription.Trial?.Term.End ?? life.Start);

    private static Answers? Next(Life life) => life.Next() is { Occasion: Occasion.TrialEnd } end ? Phase(life, "EVERGREEN", "evergreen", end.At) : null;

    private static Answers Phase(Life life, string type, string name, Instant start) => new()
    {
        ["phaseType"] = type,
        ["phase"] = $"{life.Subscription.Plan!.ProductId}-{name}",
        ["start"] = start,
    };
}
