using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: what becomes of an add-on when its base is cancelled or changed.</summary>
internal sealed partial class KillBillAddOns : Adapter
{
    private const string Base = "base";
    private const string Other = "other";

    public override string Engine => "Kill Bill";

    public override string Asks => "when add-ons end with their base, and why";

    public override string Policy => "Add-ons end with the plan. On a change those go on that the new plan offers, and do not come with it: `AddOnFate.KeptWhereOffered`; why one ends, "
        + "`Plan.OfferOf` tells, and when, `Quote.EndedAddOns`. `PendingPolicy.Kept` lets an add-on be dropped beside a pending cancellation.";

    public override bool Reads(PublishedRecord record) => record.Kind == "addOnReaction" && record.Text("addOnState") != "PENDING";

    public override Answers Answer(PublishedRecord record) =>
        record.Has("phases") ? InPhases(record)
        : record.Has("baseCancelRequested") ? EachOnItsDate(record)
        : record.Has("toBase") ? Changed(record)
        : record.Has("baseStart") || record.Text("addOn")?.Contains("billed", StringComparison.Ordinal) == true ? FromAStart(record)
        : Cancelled(record);

    /// <summary>The base is changed: at once, at the end of what is billed, or on a date.</summary>
    private static Answers Changed(PublishedRecord record)
    {
        var words = new Words { ["now"] = new Words().At(record.Text("now") ?? "2012-05-07") };
        words["chargedThroughDate"] = words.At(record.Text("chargedThroughDate") ?? record.Text("baseChargedThroughDate") ?? "now+1mo");
        words["changeDate"] = record.Text("requested") is { } requested ? words.At(requested) : words["now"];
        var included = record.Is("included") || record.Is("addOnIncludedInNew");
        var addOn = record.Word("addOn");
        var catalog = Catalog(addOn, included, record.Is("available"));
        var timing = record.Has("requested") ? Timing.OnDate : record.Text("changePolicy") == "END_OF_TERM" ? Timing.AtBilledEnd : Timing.Now;
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference with { Timing = timing }, AddOnFate.KeptWhereOffered), DateTimeZone.Utc);
        life.Make(Before(words["chargedThroughDate"]), Held(addOn));
        life.Make(words["now"], Held(addOn) with { PlanId = Other }, record.Has("requested") ? words["changeDate"] : null);
        var heldNow = life.Holds(addOn);
        var end = life.Advance(words["chargedThroughDate"] + Duration.FromDays(100)).EndOf(addOn);
        return new()
        {
            ["reason"] = catalog.Plan(Other).OfferOf(addOn) switch
            {
                AddOnOffer.Included => "AO_INCLUDED_IN_NEW_PLAN",
                AddOnOffer.NotOffered => "AO_NOT_AVAILABLE_IN_NEW_PLAN",
                _ => "AO_AVAILABLE_IN_NEW_PLAN",
            },
            ["addOnStateNow"] = heldNow ? "ACTIVE" : "CANCELLED",
            ["addOnFutureCancelled"] = heldNow && end is not null,
            ["addOnCancelledAt"] = words.Say(end),
            ["addOnEntitlementEnd"] = words.Say(end),
        };
    }

    /// <summary>The base is cancelled a month, at most, before the end of what is billed.</summary>
    private static Answers Cancelled(PublishedRecord record)
    {
        var words = new Words { ["now"] = new Words().At(record.Text("now") ?? "2012-05-07") };
        words["chargedThroughDate"] = words.At(record.Text("baseChargedThroughDate") ?? "now+1mo");
        var addOn = record.Word("addOn");
        var service = record.Text("entitlementPolicy") ?? record.Word("basePolicy");
        var treatment = KillBillCancellations.Treatment(service, record.Text("billingPolicy") ?? service);
        var life = new RecordedLife(Catalog(addOn, false, true), Plain.Policy(Plain.FirstPurchase, treatment, Plain.Difference), DateTimeZone.Utc);
        life.Make(Before(words["chargedThroughDate"]), Held(addOn));
        var quote = life.Make(words["now"], null);
        if (record.Text("addOnOperation") == "CANCEL_IMMEDIATE")
            life.Make(words["now"], Cart.Of(Base, BillingInterval.Month));
        if (record.Text("baseOperation") == "CANCEL_THEN_UNCANCEL")
            life.Make(words["now"], Held(addOn));

        var heldNow = life.Holds(addOn);
        life.Advance(words["chargedThroughDate"] + Duration.FromDays(100));
        var (baseEnd, addOnEnd) = (life.EndOf(Base), life.EndOf(addOn));
        return new()
        {
            ["addOnStateNow"] = heldNow ? "ACTIVE" : "CANCELLED",
            ["addOnFutureCancelled"] = addOnEnd is not null,
            ["baseEntitlementEnd"] = words.Say(baseEnd),
            ["addOnEntitlementEnd"] = words.Say(addOnEnd),
            ["baseBillingEnd"] = words.Say(baseEnd is { } ended ? KillBillCancellations.BillingEnd(quote, treatment.Unused, Base, ended) : null),
            ["addOnBillingEnd"] = words.Say(addOnEnd is { } gone ? KillBillCancellations.BillingEnd(quote, treatment.Unused, addOn, gone) : null),
        };
    }

    /// <summary>The base begins with thirty days of trial; the add-on is bought with it, or after that.</summary>
    private static Answers FromAStart(PublishedRecord record)
    {
        // The policies, and the dates of an add-on that begins with the base, stand in sentences.
        var words = new Words();
        var late = record.Has("baseStart");
        var bought = words.At(record.Text("addOnStart") ?? FirstDate(record.Word("addOn")));
        var start = late ? words.At(record.Word("baseStart")) : bought;
        var service = record.Word("baseCancel").Contains("entitlement immediate", StringComparison.Ordinal) ? "IMMEDIATE" : "END_OF_TERM";
        var treatment = KillBillCancellations.Treatment(service, "END_OF_TERM");
        var life = new RecordedLife(Catalog("addOn", false, true, trialDays: 30), Plain.Policy(Plain.FirstPurchase, treatment, Plain.Difference), DateTimeZone.Utc);
        life.Make(start, late ? Cart.Of(Base, BillingInterval.Month) : Held("addOn"));
        if (late)
            life.Make(bought, Held("addOn"));

        var quote = life.Make(words.At(FirstDate(record.Word("baseCancel"))), null);
        life.Advance(bought + Duration.FromDays(100));
        return new()
        {
            ["baseCancelledAt"] = words.Say(KillBillCancellations.BillingEnd(quote, treatment.Unused, Base, life.EndOf(Base)!.Value)),
            ["addOnCancelledAt"] = words.Say(KillBillCancellations.BillingEnd(quote, treatment.Unused, "addOn", life.EndOf("addOn")!.Value)),
            ["invoiceAtCancellation"] = quote.Totals.DueNow.IsPositive ? quote.Totals.DueNow.ToString() : null,
            ["repair"] = quote.Totals.Credited.IsPositive ? quote.Totals.Credited.ToString() : null,
        };
    }

    /// <summary>The base begins with thirty days of trial, in which the add-on is bought; START_OF_BUNDLE counts the phases of its price from the base's start.</summary>
    private static Answers InPhases(PublishedRecord record)
    {
        var words = new Words { ["baseStart"] = new Words().At("2012-05-07") };
        words["bundleStart"] = words["baseStart"];
        var (catalog, discount) = (Catalog("addOn", false, true, trialDays: 30), record.Assume("createAlignment", "START_OF_BUNDLE").Each("phases")[0].Assume("type", "DISCOUNT"));
        record.Each("phases")[1].Assume("type", "EVERGREEN");
        catalog = catalog with
        {
            AddOns = [catalog.AddOns[0] with { Prices = [catalog.AddOns[0].Prices[0] with { Phases = [new(BillingInterval.Months(discount.Whole("months")!.Value), new PriceModel.PerUnit(799.90m))] }] }],
        };
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference);
        policy = policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn }, Plain.Difference with { Trial = TrialFate.FromTheStart }), .. policy.Rules.Where(rule => rule.When.Changes != ChangeKinds.AddOn)] };
        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
        life.Make(words["baseStart"], Cart.Of(Base, BillingInterval.Month));
        life.Make(words.At(record.Word("addOnStart")), Held("addOn"));
        return new() { ["nextPhaseStart"] = words.Say(life.Subscription.AddOns[0].NextPhase(life.Subscription.Zone)) };
    }

    /// <summary>The base on a date that is named ahead; add-ons are dropped on their days, as far as there is something left to drop.</summary>
    private static Answers EachOnItsDate(PublishedRecord record)
    {
        var words = new Words();
        var (first, second, end) = (words.At(record.Word("addOn1OwnCancel")), words.At(record.Word("addOn2OwnCancel")), words.At(record.Word("baseCancelRequested")));
        var catalog = Catalog("addOn1", false, true);
        catalog = catalog with
        {
            Plans = [.. catalog.Plans.Select(plan => plan with { AddOns = ["addOn1", "addOn2"] })],
            AddOns = [.. catalog.AddOns, catalog.AddOns[0] with { Id = "addOn2", Name = "addOn2" }],
        };
        var life = new RecordedLife(catalog, Plain.Policy(Plain.FirstPurchase, KillBillCancellations.OnDate, Plain.Difference), DateTimeZone.Utc);
        var start = Before(Instant.Min(first, end));
        life.Make(start, Held("addOn1", "addOn2"));
        life.Make(start, null, end);
        foreach (var (at, id) in new[] { (first, "addOn1"), (second, "addOn2") }.OrderBy(drop => drop.Item1))
        {
            if (life.Advance(at).Holds(id))
                life.Make(at, life.Subscription.Cart() with { AddOns = [.. life.Subscription.Cart().AddOns.Where(entry => entry.Id != id)] });
        }

        return new()
        {
            ["baseEnd"] = words.Say(life.EndOf(Base)),
            ["addOn1End"] = words.Say(life.EndOf("addOn1")),
            ["addOn2End"] = words.Say(life.EndOf("addOn2")),
        };
    }

    private static string FirstDate(string sentence) => DateInText().Match(sentence).Value;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex DateInText();

    /// <summary>A month before an instant, in UTC: what was bought then is billed to that instant.</summary>
    private static Instant Before(Instant end) => Anchor.On(end.InUtc().Date).Boundary(-1, BillingInterval.Month).InUtc().ToInstant();

    private static Cart Held(params ReadOnlySpan<string> addOns) => Cart.Of(Base, BillingInterval.Month).With(addOns);

    private static Catalog Catalog(string addOn, bool included, bool available, int? trialDays = null) => new()
    {
        Plans =
        [
            Plain.Plan(Base, 1, 249.95m, BillingInterval.Month, trialDays) with { AddOns = [addOn] },
            Plain.Plan(Other, 2, 599.95m, BillingInterval.Month) with { AddOns = available ? [addOn] : [], Includes = included ? [addOn] : [] },
        ],
        AddOns = [Shops.AddOn(addOn, Price.Of(399.95m, "USD", BillingInterval.Month)) with { Name = addOn }],
    };
}
