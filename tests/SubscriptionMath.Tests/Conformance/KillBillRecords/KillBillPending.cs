using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: what was bought to begin later, and is cancelled, or its base changed, before it begins.</summary>
internal sealed class KillBillPending : Adapter
{
    private const string Base = "base";
    private const string Other = "other";
    private const string AddOn = "addOn";

    public override string Engine => "Kill Bill";

    public override string Asks => "a subscription, or an add-on, that begins later: cancelled before that, taken up again, or its base changed";

    public override string Policy => "A first purchase with `Timing.OnDate` is pending until its date and costs nothing until then. A cancellation before that withdraws it; the engine writes its "
        + "end on the start that it would have had. An add-on that is to begin enters the plan's change by `PendingPolicy.Merged`, and goes if the new plan does not offer it: `AddOnFate.KeptWhereOffered`.";

    public override bool Reads(PublishedRecord record) => record.Text("state") == "PENDING" || record.Text("addOnState") == "PENDING";

    public override Answers Answer(PublishedRecord record) => record.Has("addOnState") ? WithABase(record) : Alone(record);

    private static Answers Alone(PublishedRecord record)
    {
        record.Assume("override", "IMMEDIATE");
        var words = new Words { ["now"] = new Words().At(record.Text("now") ?? "2012-05-07") };
        words["start"] = words.At(record.Word("start"));
        var (now, bought) = (words["now"], Cart.Of(Base, BillingInterval.Month));
        var policy = Plain.Policy(Plain.FirstPurchase with { Timing = Timing.OnDate }, KillBillCancellations.OnDate, Plain.Difference);
        var life = new RecordedLife(Catalog.Of(Plain.Plan(Base, 1, 249.95m, BillingInterval.Month, 30)), policy, DateTimeZone.Utc);
        life.Make(now, bought, words["start"]);
        var waiting = life.Subscription.Pending!.EffectiveAt;
        if (life.Ask(now, null, record.Text("requested") is { } requested ? words.At(requested) : null) is Refused refused)
            return new() { ["error"] = refused.Code == RefusalCode.TimingNotOffered ? "SUB_INVALID_REQUESTED_DATE" : $"{refused.Code}" };

        // The first of three times is over.
        for (var again = 1; record.Word("operation") == "CANCEL_UNCANCEL x3" && again <= 3; again++)
        {
            life.Make(now, bought, words["start"]);
            if (again < 3)
                life.Make(now, null);
        }

        var until = life.Subscription.Status == Status.NotStarted ? "PENDING" : "ACTIVE";
        life.Advance(words["start"]);
        var (begun, phase) = (life.Holds(Base), life.Next());
        var end = life.Advance(words["start"] + Duration.FromDays(100)).EndOf(Base) ?? (life.Holds(Base) ? null : waiting);
        var invoiced = life.Accepted.Select(accepted => accepted.Quote.Totals.DueNow).FirstOrDefault(due => due.IsPositive);
        return new()
        {
            ["effective"] = words.Say(end),
            ["entitlementEnd"] = words.Say(end),
            ["stateUntilStart"] = until,
            ["stateAtStart"] = begun ? "ACTIVE" : "CANCELLED",
            ["nextPhaseAt"] = words.Say(phase is { BillingReason: BillingReason.TrialEnd } ? phase.At : null),
            ["invoice"] = invoiced.IsPositive ? invoiced.ToString() : null,
        };
    }

    private static Answers WithABase(PublishedRecord record)
    {
        var words = new Words { ["changeAt"] = new Words().At(record.Word("changeAt")), ["addOnStart"] = new Words().At(record.Word("addOnStart")) };
        var catalog = new Catalog
        {
            Plans =
            [
                Plain.Plan(Base, 1, 249.95m, BillingInterval.Month) with { AddOns = [AddOn] },
                Plain.Plan(Other, 2, 599.95m, BillingInterval.Month) with { AddOns = record.Is("availableInNew") ? [AddOn] : [] },
            ],
            AddOns = [Shops.AddOn(AddOn, Price.Of(399.95m, "USD", BillingInterval.Month))],
        };
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference, AddOnFate.KeptWhereOffered).WithPending(PendingPolicy.Merged);
        policy = policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn }, Plain.Difference with { Timing = Timing.OnDate }), .. policy.Rules.Where(rule => rule.When.Changes != ChangeKinds.AddOn)] };
        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
        var start = Anchor.OnDay(1).TermAt(record.Day("changeAt"), BillingInterval.Month).Start;
        life.Make(start, Cart.Of(Base, BillingInterval.Month));
        life.Make(start, Cart.Of(Base, BillingInterval.Month).With(AddOn), words["addOnStart"]);
        var waiting = life.Subscription.Pending!.EffectiveAt;
        life.Make(words["changeAt"], Cart.Of(Other, BillingInterval.Month));
        var after = life.Holds(AddOn) ? "ACTIVE" : life.Subscription.Pending?.Cart?.AddOns.Any(entry => entry.Id == AddOn) == true ? "PENDING" : "CANCELLED";
        life.Advance(words["addOnStart"]);
        return new()
        {
            ["addOnStateAfterChange"] = after,
            ["addOnStateAt"] = life.Holds(AddOn) ? $"ACTIVE from {LocalDatePattern.Iso.Format(life.Accepted[^1].At.InUtc().Date)}" : null,
            ["billingEnd"] = words.Say(life.Holds(AddOn) ? null : waiting),
        };
    }
}
