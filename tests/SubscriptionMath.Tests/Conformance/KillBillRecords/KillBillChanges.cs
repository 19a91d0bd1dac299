using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: the invoice items of a life of changes, step by step, and a repair that an adjustment caps.</summary>
internal sealed class KillBillChanges : Adapter
{
    private const string TrialCharge = "FIXED";

    public override string Engine => "Kill Bill";

    public override string Asks => "the invoice items of each step of a life: charges, repairs and account credit; a repair capped by an adjustment";

    public override string Policy => "`KillBill.Policy` on the account's billing day: a trial counted from the start, a stub prorated to the billing day, the bill repaired by its unused "
        + "days, the difference to the balance, which pays all later bills. A manual adjustment is the lot's `Credited`. "
        + "A billing day that is moved is another one for all that begins from then on; the trial of an add-on is a free first phase of its price; FIXEDTERM is `AfterContract.Ends`, IN_ARREAR `BillingTiming.InArrears`.";

    public override bool Reads(PublishedRecord record) => record.Kind is "planChangeScenario" or "repairCappedByAdjustment";

    public override Answers Answer(PublishedRecord record) => record.Kind == "planChangeScenario" ? Lived(record) : Capped(record);

    private static Answers Lived(PublishedRecord record)
    {
        var steps = record.Inputs.GetProperty("steps").EnumerateArray().ToList();
        var (catalog, day) = (Sold(steps), Day(steps[0]));
        var life = new RecordedLife(catalog, Policy(day, "IMMEDIATE"), DateTimeZone.Utc, record.Word("currency"));
        var perStep = new List<object?>();
        foreach (var step in steps)
        {
            Hold(step);

            // The billing day is the account's: from the step that moves it on, whatever begins is aligned to the other one.
            day = Day(step) ?? day;
            life.Policy = Policy(day, Text(step, "policy") ?? "IMMEDIATE");
            perStep.Add(Items(life, catalog, step, steps.IndexOf(step)));
        }

        return new() { ["perStep"] = perStep };

        // Periods of several months begin in the month in which the first one does: after the trial. Without a day of the account's it is that of the first one.
        BillingPolicy Policy(int? day, string timing)
        {
            var first = At(steps.Find(step => Text(step, "op")!.StartsWith("PHASE", StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } phase ? phase : steps[0]);
            var policy = KillBill.Policy(Anchor.OnDayIn(day ?? first.Day, first, catalog.Plans[0].Prices[0].Interval), timing == "END_OF_TERM" ? Timing.AtBilledEnd : Timing.Now);

            // START_OF_BUNDLE counts the trial of an add-on from the base's start: where it is bought in the trial of the base, it lasts as long as that.
            var tried = policy.Rules.OfType<Rule.Treated>().Last().Then with { Term = TermRule.EndKept };
            return policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn, InTrial = true }, tried), .. policy.Rules] };
        }
    }

    /// <summary>The alignment that the policies stand for; a billing day is moved to its next date.</summary>
    private static void Hold(JsonElement step)
    {
        if ((Text(step, "createAlignment") ?? Text(step, "changeAlignment") ?? "START_OF_BUNDLE") != "START_OF_BUNDLE")
            throw new InvalidOperationException("Another alignment is not read.");

        var moved = step.TryGetProperty("pendingBcdChange", out var pending) ? pending : step;
        if (moved.TryGetProperty("billingCycleDay", out var day) && Text(moved, "effective") is { } effective)
            Assert.Equal(effective, LocalDatePattern.Iso.Format(Anchor.OnDay(day.GetInt32()).TermAt(At(step), BillingInterval.Month).EndDay()));
    }

    /// <summary>The plans in their order, and the add-ons, each by its step; a plan has the price and the trial with which a step speaks of it, a step that names none speaks of the one before.</summary>
    private static Catalog Sold(List<JsonElement> steps)
    {
        var (plans, current) = (new Dictionary<string, Plan>(), "");
        foreach (var step in steps.Where(step => !IsAddOn(step)))
        {
            current = Text(step, "plan") ?? current;
            var known = plans.GetValueOrDefault(current)
                ?? Plain.Plan(current.Length > 0 ? current : "plan", plans.Count, 0.01m, BillingInterval.Month, steps[0].TryGetProperty("trialDays", out var days) ? days.GetInt32() : null);
            plans[current] = Text(step, "rate") is { } rate
                ? known with { Prices = [Charges(Price.Of(Figure(rate), "USD", Units.Of(Text(step, "billingPeriod") ?? "MONTHLY")), step)] }
                : known;
        }

        List<AddOn> addOns = [.. steps.Select((step, number) => (step, number)).Where(one => IsAddOn(one.step)).Select(one => Shops.AddOn($"addOn-{one.number}", Tried(one.step)))];
        return new Catalog { Plans = [.. plans.Values.Select(plan => plan with { AddOns = [.. addOns.Select(addOn => addOn.Id)] })], AddOns = [.. addOns] };
    }

    /// <summary>In arrears, and for a fixed term, where a step says so.</summary>
    private static Price Charges(Price price, JsonElement step) => price with
    {
        BillingTiming = Text(step, "mode") == "IN_ARREAR" ? BillingTiming.InArrears : BillingTiming.InAdvance,
        Contract = Text(step, "phase") == "FIXEDTERM" ? new(BillingInterval.Years(step.GetProperty("durationYears").GetInt32()), AfterContract.Ends) : null,
    };

    /// <summary>The trial of an add-on is a first phase of its price, in which nothing is charged.</summary>
    private static Price Tried(JsonElement step) => Price.Of(0m, "USD", BillingInterval.Month) with
    {
        Phases = [new(BillingInterval.Days(step.GetProperty("trialDays").GetInt32()), new PriceModel.PerUnit(Figure(Text(step, "rate") ?? "0.01")))],
    };

    private static bool IsAddOn(JsonElement step) => Text(step, "op")!.EndsWith("_ADDON", StringComparison.Ordinal);

    private static LocalDate At(JsonElement step) => LocalDatePattern.Iso.Parse(Text(step, "at")!).Value;

    private static int? Day(JsonElement step) =>
        step.TryGetProperty("accountBcd", out var day) || step.TryGetProperty("billingCycleDay", out day)
            || (step.TryGetProperty("pendingBcdChange", out var pending) && pending.TryGetProperty("billingCycleDay", out day))
            ? day.GetInt32()
            : null;

    private static List<object?> Items(RecordedLife life, Catalog catalog, JsonElement step, int number)
    {
        var (at, seen) = (At(step).AtUtc(), life.Accepted.Count);
        life.Advance(at);
        if (IsAddOn(step))
            life.Make(at, life.Subscription.Cart().With($"addOn-{number}"));
        else if (Text(step, "plan") is not null || Text(step, "op")!.StartsWith("CREATE", StringComparison.Ordinal))
            life.Make(at, Cart.Of(Text(step, "plan") ?? "plan", catalog.Plan(Text(step, "plan") ?? "plan").Prices[0].Interval));

        if (Text(step, "effective") is { } effective && life.Subscription.Pending is { } pending)
            Assert.Equal(effective, LocalDatePattern.Iso.Format(pending.EffectiveAt.InUtc().Date));

        return [.. life.Accepted.Skip(seen).SelectMany(accepted => Items(accepted.Quote, at, bought: !IsAddOn(step)))];
    }

    /// <summary>A trial is an item of nothing, with a fixed price; what was tried is not repaired.</summary>
    private static IEnumerable<object?> Items(Quote quote, Instant at, bool bought)
    {
        if (bought && quote.SubscriptionAfter is { Trial.Term: var trial } after && after.InTrial(at) && quote.SubscriptionAfter.Pending is null)
            yield return Item(TrialCharge, new Term(at, trial.End), Money.Zero(after.Currency));

        foreach (var line in quote.Lines.Where(line => line is { Kind: not LineKind.Unused } or { Price: not 0m }).OrderByDescending(line => line.Kind == LineKind.NewPrice))
            yield return Item(line.Kind is LineKind.Unused or LineKind.Goodwill ? "REPAIR_ADJ" : line.Price == 0m ? TrialCharge : "RECURRING", line.Covers, -line.Amount);

        foreach (var entry in quote.Entries.Where(entry => entry.Account == Account.Balance))
            yield return Item("CBA_ADJ", new Term(at, at), -entry.Amount);
    }

    private static Answers Item(string type, Term covers, Money amount) => new()
    {
        ["type"] = type,
        ["start"] = covers.FirstDay(),
        ["end"] = covers.EndDay(),
        ["amount"] = amount,
    };

    private static Answers Capped(PublishedRecord record)
    {
        var (billed, bought) = (record.Inner("billedItem"), record.Inner("newItem"));
        var (start, at) = (billed.Day("start"), record.Day("repairStart").AtUtc());
        var catalog = new Catalog
        {
            Plans =
            [
                Plain.Plan("old", 1, Figure(billed.Word("amount")), BillingInterval.Month),
                Plain.Plan("new", 0, Figure(bought.Word("rate")), Units.Of(bought.Word("billingPeriod"))),
            ],
        };
        var policy = KillBill.Policy(Anchor.On(start), Timing.Now);
        var held = Billing.Price(
            Subscription.NotStarted("S-1", record.Word("currency"), DateTimeZone.Utc), Change.To(Cart.Of("old", BillingInterval.Month)), Facts.None, catalog, policy, start.AtUtc())
            .OrThrow().SubscriptionAfter;
        billed.Confirm("end", held.Plan!.Term.EndDay());
        var adjustment = Money.Of(Figure(record.Word("itemAdjustment")), record.Word("currency")).Abs();
        var adjusted = held with { Plan = held.Plan! with { Lots = [held.Plan.Lots[0] with { Credited = adjustment }] } };
        var quote = Changed(adjusted);
        var charged = quote.New().Covers;
        bought.Confirm("start", charged.FirstDay()).Confirm("end", charged.EndDay());
        record.Confirm("repairEnd", quote.Unused().Covers.EndDay());
        return new()
        {
            ["uncappedRepair"] = -Unused(Changed(held)),
            ["repairAmount"] = -Unused(quote),
            ["newRecurring"] = -quote.New().Amount,
            ["creditGenerated"] = -quote.Entries.Single(entry => entry.Account == Account.Balance).Amount,
        };

        Quote Changed(Subscription before) => Billing.Price(
            before, Change.To(Cart.Of("new", BillingInterval.Month)), Facts.None, catalog, policy, at).OrThrow();
    }

    private static Money Unused(Quote quote) => quote.Lines.Single(line => line.Kind == LineKind.Unused).Amount;

    private static string? Text(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static decimal Figure(string written) => decimal.Parse(written, CultureInfo.InvariantCulture);
}
