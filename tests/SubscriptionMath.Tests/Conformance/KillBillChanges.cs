using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>Kill Bill: the invoice items of a life of changes, step by step, and a repair that an adjustment caps.</summary>
internal sealed class KillBillChanges : Adapter
{
    private const string TrialCharge = "FIXED";

    public override string Engine => "Kill Bill";

    public override string Asks => "the invoice items of each step of a life: charges, repairs and account credit; a repair capped by an adjustment";

    public override string Policy => "`KillBill.Policy` on the account's billing day: a trial counted from the start, a stub prorated to the billing day, what was billed repaired by its unused "
        + "days, the difference to the balance, from which all that comes is paid. An adjustment made by hand is what the lot has `Credited`.";

    public override bool Reads(PublishedRecord record) => record.Kind is "planChangeScenario" or "repairCappedByAdjustment";

    public override Answers Answer(PublishedRecord record) => record.Kind == "planChangeScenario" ? Lived(record) : Capped(record);

    private static Answers Lived(PublishedRecord record)
    {
        var steps = record.Json.GetProperty("inputs").GetProperty("steps").EnumerateArray().ToList();
        var catalog = Sold(steps);

        // Periods of several months begin in the month in which the first one does: after the trial.
        var first = LocalDatePattern.Iso.Parse(Text(steps.First(step => Text(step, "op") == "PHASE"), "at")!).Value;
        var billingDay = Anchor.OnDayIn(steps[0].GetProperty("accountBcd").GetInt32(), first, catalog.Plans[0].Prices[0].Every);
        var life = new Life(
            catalog, KillBill.Policy(billingDay, Timing.Now, Timing.AtBilledEnd), DateTimeZone.Utc, record.Word("currency"));
        return new() { ["perStep"] = steps.Select(step => (object?)Items(life, catalog, step, billingDay)).ToList() };
    }

    /// <summary>The plans in their order; a plan has the price and the trial with which a step speaks of it, a step that names none speaks of the one before.</summary>
    private static Catalog Sold(List<JsonElement> steps)
    {
        var (plans, current) = (new Dictionary<string, Plan>(), "");
        foreach (var step in steps)
        {
            current = Text(step, "plan") ?? current;
            var known = plans.GetValueOrDefault(current) ?? Plain.Plan(current, plans.Count, 0.01m, BillingInterval.Month, steps[0].GetProperty("trialDays").GetInt32());
            plans[current] = Text(step, "rate") is { } rate
                ? known with { Prices = [Price.Of(Figure(rate), "USD", Units.Of(Text(step, "billingPeriod") ?? "MONTHLY"))] }
                : known;
        }

        return new Catalog { Plans = [.. plans.Values] };
    }

    private static List<object?> Items(Life life, Catalog catalog, JsonElement step, Anchor billingDay)
    {
        var (at, seen) = (LocalDatePattern.Iso.Parse(Text(step, "at")!).Value.AtUtc(), life.Accepted.Count);
        life.Advance(at);
        if (Text(step, "plan") is { } plan)
        {
            var timing = Text(step, "policy") == "END_OF_TERM" ? Timing.AtBilledEnd : Timing.Now;
            life.Policy = KillBill.Policy(billingDay, timing, Timing.AtBilledEnd);
            life.Make(at, Cart.Of(plan, catalog.Plan(plan).Prices[0].Every));
        }

        return [.. life.Accepted.Skip(seen).SelectMany(accepted => Items(accepted.Quote, at))];
    }

    private static IEnumerable<object?> Items(Quote quote, Instant at)
    {
        if (quote.SubscriptionAfter is { Trial.Term: var trial } after && after.InTrial(at) && quote.SubscriptionAfter.Pending is null)
            yield return Item(TrialCharge, new Term(at, trial.End), Money.Zero(after.Currency));

        foreach (var line in quote.Lines.OrderByDescending(line => line.Kind == LineKind.NewPrice))
            yield return Item(line.Kind == LineKind.NewPrice ? "RECURRING" : "REPAIR_ADJ", line.Covers, -line.Amount);

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
        var policy = KillBill.Policy(Anchor.On(start), Timing.Now, Timing.AtBilledEnd);
        var held = Billing.Price(
            Subscription.NotStarted("S-1", record.Word("currency"), DateTimeZone.Utc), Change.To(Cart.Of("old", BillingInterval.Month)), Facts.None, catalog, policy, start.AtUtc())
            .OrThrow().SubscriptionAfter;
        var adjustment = Money.Of(Figure(record.Word("itemAdjustment")), record.Word("currency")).Abs();
        var adjusted = held with { Plan = held.Plan! with { Lots = [held.Plan.Lots[0] with { Credited = adjustment }] } };
        var quote = Changed(adjusted);
        return new()
        {
            ["uncappedRepair"] = -Unused(Changed(held)),
            ["repairAmount"] = -Unused(quote),
            ["newRecurring"] = -quote.Lines.Single(line => line.Kind == LineKind.NewPrice).Amount,
            ["creditGenerated"] = -quote.Entries.Single(entry => entry.Account == Account.Balance).Amount,
        };

        Quote Changed(Subscription before) => Billing.Price(
            before, Change.To(Cart.Of("new", BillingInterval.Month)), Facts.None, catalog, policy, at).OrThrow();
    }

    private static Money Unused(Quote quote) => quote.Lines.Single(line => line.Kind == LineKind.Unused).Amount;

    private static string? Text(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static decimal Figure(string written) => decimal.Parse(written, CultureInfo.InvariantCulture);
}
