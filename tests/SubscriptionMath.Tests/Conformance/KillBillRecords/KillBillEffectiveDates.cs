namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: when a cancellation or a change of the plan takes effect, and what state follows.</summary>
internal sealed class KillBillEffectiveDates : Adapter
{
    /// <summary>The plans of its tests begin with thirty days of trial, where a record speaks of a phase at all.</summary>
    private const int TrialDays = 30;

    public override string Engine => "Kill Bill";

    public override string Asks => "when a cancellation or a change takes effect: service, billing, trial";

    public override string Policy => KillBillCancellations.AsPolicy + " A change in trial counts its days used: `TrialFate.FromTheStart`. A bill cycle day is `TermRule.AlignedTo`.";

    public override bool Reads(PublishedRecord record) => record.Kind == "policyEffectiveDate" && record.Text("state") != "PENDING";

    public override Answers Answer(PublishedRecord record)
    {
        var words = Moments(record);
        var interval = record.Text("billingPeriod") is { } period ? Units.Of(period) : BillingInterval.Month;
        var trial = record.Has("phase") || record.Has("trialEnd") ? record.Whole("trialDays") ?? TrialDays : (int?)null;
        var (from, to) = (record.Text("fromPlan") ?? "plan", record.Text("toPlan") ?? "other");
        var catalog = Catalog.Of(Plain.Plan(from, 1, 249.95m, interval, trial), Plain.Plan(to, 2, 599.95m, interval, trial));
        var treatment = Ends(record);
        var start = record.Whole("billingCycleDay") is { } day
            ? Plain.FirstPurchase with { Term = TermRule.AlignedTo(Anchor.OnDay(day)), NewPrice = NewPrice.ForTheRest }
            : Plain.FirstPurchase;
        var policy = Plain.Policy(start, treatment, Plain.Anew with
        {
            Timing = record.Text("resolvedPolicy") == "END_OF_TERM" ? Timing.AtBilledEnd : Timing.Now,
            Trial = TrialFate.FromTheStart,
        });

        // What was never invoiced is owed: each payment since the start has failed.
        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc) { PaymentsFail = words.ContainsKey("chargedThroughDate") ? [] : [Units.From(words["start"])] };
        life.Make(words["start"], Cart.Of(from, interval));
        if (record.Has("trialEnd"))
            record.Confirm("trialEnd", new Spoken(life.Subscription.Trial!.Term.End, words));
        record.Confirm("phase", life.Subscription.InTrial(words["now"]) ? "TRIAL" : "EVERGREEN");
        return record.Word("operation") == "CHANGE" ? Changed(life, words, from, to, interval) : Cancelled(record, life, words, treatment, from);
    }

    /// <summary>Assumptions without effect: a start, and a day within the first term.</summary>
    private static Words Moments(PublishedRecord record)
    {
        var words = new Words { ["start"] = new Words().At(record.Text("start") ?? "2012-05-07") };
        words["bundleStart"] = words["start"];
        words["trialEnd"] = words.At(record.Text("trialEnd") ?? $"start+{record.Whole("trialDays") ?? TrialDays}d");
        words["now"] = words.At(record.Text("now") ?? "start+1d");
        if (record.Text("chargedThroughDate") is { } charged)
            words["chargedThroughDate"] = words.At(charged);
        return words;
    }

    private static Treatment Ends(PublishedRecord record)
    {
        if (record.Word("operation") == "CANCEL_WITH_DATE")
            return KillBillCancellations.OnDate;

        var service = record.Text("override") ?? record.Text("entitlementPolicy") ?? record.Word("resolvedPolicy");
        return KillBillCancellations.Treatment(service, record.Text("billingPolicy")?.Replace("(catalog)", "", StringComparison.Ordinal) ?? service);
    }

    private static Answers Changed(RecordedLife life, Words words, string from, string to, BillingInterval interval)
    {
        life.Make(words["now"], Cart.Of(to, interval));
        var at = life.Subscription.Pending?.EffectiveAt ?? words["now"];
        life.Advance(at);
        return new()
        {
            ["effective"] = words.Say(life.EndOf(from)),
            ["phaseAfter"] = life.Subscription.InTrial(at) ? "TRIAL" : "EVERGREEN",
            ["nextPhaseStart"] = words.Say(life.Next() is { BillingReason: BillingReason.TrialEnd } next ? next.At : null),
        };
    }

    private static Answers Cancelled(PublishedRecord record, RecordedLife life, Words words, Treatment treatment, string plan)
    {
        var now = words["now"];
        var answer = life.Ask(now, null, record.Text("requested") is { } requested ? words.At(requested) : null);
        if (answer is Refused refused)
            return new() { ["error"] = refused.Code == RefusalCode.DateHasPassed ? "SUB_INVALID_REQUESTED_DATE" : $"{refused.Code}" };

        var after = life.Subscription;
        var again = after.Plan is null ? null : Billing.Price(after, Change.Cancel(), life.Facts, Catalog.Of(Plain.Plan(plan, 1, 249.95m, after.Plan.SoldAt.Interval)), Plain.Policy(Plain.FirstPurchase, treatment, Plain.Anew), now);
        var serviceEnd = life.Advance(now + Duration.FromDays(800)).EndOf(plan)!.Value;
        var billingEnd = KillBillCancellations.BillingEnd((Quote)answer, treatment.Unused, plan, serviceEnd);
        return new()
        {
            ["effective"] = words.Say(billingEnd),
            ["entitlementEnd"] = words.Say(serviceEnd),
            ["billingEnd"] = words.Say(billingEnd),
            ["stateAfter"] = after.Plan is null ? "CANCELLED" : "ACTIVE",
            ["futureCancelled"] = after.Status == Status.NonRenewing,
            ["repeatCancelAtSameDate"] = again is Quote ? "allowed" : "refused",
        };
    }
}
