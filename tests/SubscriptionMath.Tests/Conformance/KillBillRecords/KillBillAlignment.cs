using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: the phase that a subscription is in after a change of its plan, and the next one.</summary>
internal sealed class KillBillAlignment : Adapter
{
    private const string Trial = "TRIAL";

    /// <summary>The trial of the plan that is left; the records tell only of the new plan's.</summary>
    private const int TrialDays = 30;

    public override string Engine => "Kill Bill";

    public override string Asks => "the phase after a change of the plan, and the next: in trial, at a discount or not, since when, until when";

    public override string Policy => "START_OF_SUBSCRIPTION lays the new plan's trial from the start of the subscription: `TrialFate.FromTheStart`, and the phases of its price with it; one that "
        + "began without gets none. A phase that is asked for is a plan without those before it. The phase after the trial begins at `TrialUse.Term`'s end, that after a discount at `Item.NextPhase`.";

    public override bool Reads(PublishedRecord record) => record.Kind is "planAlignmentOnChangeCurrent" or "planAlignmentOnChangeNext";

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("alignment", "START_OF_SUBSCRIPTION");
        var held = record.Inner("subscription");
        var transitions = held.Each("transitions");
        var created = transitions[0].Assume("type", "CREATE").Assume("effective", held.Word("alignStartDate"));

        // The change itself stands among the transitions, where there is a second one.
        foreach (var change in transitions.Skip(1))
            change.Assume("type", "CHANGE").Assume("effective", record.Word("effectiveDate")).Assume("plan", record.Word("newPlan"));

        var (from, to) = (created.Word("plan"), record.Word("newPlan"));
        var catalog = new Catalog
        {
            Plans = [.. new[] { Sold(from, [new(created.Word("phase"), created.Word("phase") == Trial ? TrialDays : 1)]), Sold(to, Phases(record)) }.DistinctBy(plan => plan.Id)],
        };
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Anew with { Trial = TrialFate.FromTheStart });
        var life = new RecordedLife(catalog, policy, DateTimeZone.ForOffset(OffsetPattern.GeneralInvariant.Parse(record.Word("fixedOffset")).Value));
        life.Make(held.Moment("alignStartDate"), Cart.Of(from, BillingInterval.Month));
        life.Make(record.Moment("effectiveDate"), Cart.Of(to, BillingInterval.Month));
        return new() { ["phase"] = record.Kind == "planAlignmentOnChangeNext" ? Next(life) : Current(life, record.Moment("effectiveDate")) };
    }

    /// <summary>The phases of the new plan, from the one that is asked for.</summary>
    private static List<(string Type, int Number)> Phases(PublishedRecord record) =>
        [.. record.Each("newPlanPhases").Select(phase => (phase.Assume("unit", UnitOf(phase.Word("type"))).Word("type"), phase.Whole("number")!.Value)).SkipWhile(phase => record.Text("targetPhase") is { } asked && phase.Item1 != asked)];

    private static string UnitOf(string phase) => phase switch { Trial => "DAYS", "DISCOUNT" => "MONTHS", "EVERGREEN" => "UNLIMITED", _ => "" };

    /// <summary>A discount is followed by twice its price.</summary>
    private static Plan Sold(string id, List<(string Type, int Number)> phases)
    {
        var price = Price.Of(29.95m, "USD", BillingInterval.Month);
        return Plain.Plan(
            id, 1,
            phases.Find(phase => phase.Type == "DISCOUNT") is { Number: > 0 and var months }
                ? price with { Phases = [new PricePhase(BillingInterval.Months(months), new PriceModel.PerUnit(59.90m))] }
                : price,
            phases[0].Type == Trial ? phases[0].Number : null);
    }

    private static Answers Current(RecordedLife life, Instant at) => life.Subscription.InTrial(at)
        ? Phase(life, Trial, "trial", life.Subscription.Trial!.Term.Start)
        : Priced(life, life.Subscription.Trial?.Term.End ?? life.Start);

    private static Answers? Next(RecordedLife life) => life.Next() is { BillingReason: BillingReason.TrialEnd } end ? Priced(life, end.At)
        : life.Subscription.Plan!.NextPhase(life.Subscription.Zone) is { } ordinary ? Phase(life, "EVERGREEN", "evergreen", ordinary)
        : null;

    /// <summary>The phase in which the plan is billed.</summary>
    private static Answers Priced(RecordedLife life, Instant start) =>
        life.Subscription.Plan!.SoldAt.Phases.IsEmpty ? Phase(life, "EVERGREEN", "evergreen", start) : Phase(life, "DISCOUNT", "discount", start);

    private static Answers Phase(RecordedLife life, string type, string name, Instant start) => new()
    {
        ["phaseType"] = type,
        ["phase"] = $"{life.Subscription.Plan!.ProductId}-{name}",
        ["start"] = start,
    };
}
