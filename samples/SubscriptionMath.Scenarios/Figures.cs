using System.Globalization;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>
/// All figures that an <c>expect</c> may name: how each is read from the file, and how it is taken from what came of the step. Both give
/// the same spelling, so that to compare them is to compare two texts.
/// </summary>
internal static class Figures
{
    private const string None = "none";

    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    private static readonly Dictionary<string, Figure> All = new(StringComparer.Ordinal)
    {
        ["refused"] = new(
            (value, _) => JsonCursor.Small(value.Choice<RefusalCode>().ToString()),
            step => step.Answer is Refused refused ? JsonCursor.Small(refused.Code.ToString()) : "not refused"),

        // What the quote says.
        ["entries"] = new(EntriesIn, Quoted(quote => EntriesOf(quote.Entries))),
        ["payments"] = new(
            (value, run) => List(value.Elements().Select(one => one.Amount(run.Currency).ToString())),
            Quoted(quote => List(quote.Entries.Where(entry => entry.Account == Account.Payment).Select(entry => entry.Amount.ToString())))),
        ["dueNow"] = Total(totals => totals.DueNow),
        ["onNextInvoice"] = Total(totals => totals.OnNextInvoice),
        ["fromCredit"] = Total(totals => totals.FromCredit),
        ["toCredit"] = Total(totals => totals.ToCredit),
        ["refunded"] = Total(totals => totals.Refunded),
        ["forfeited"] = Total(totals => totals.Forfeited),
        ["unusedValue"] = Total(totals => totals.UnusedValue),
        ["credited"] = Total(totals => totals.Credited),
        ["newPrice"] = Total(totals => totals.NewPrice),
        ["timeBought"] = Total(totals => totals.TimeBought),
        ["daysGranted"] = new((value, _) => Count(value.Count(0)), Quoted(quote => Count(quote.Totals.DaysGranted))),
        ["direction"] = new(
            (value, _) => JsonCursor.Small(value.Choice<Direction>().ToString()),
            Quoted(quote => JsonCursor.Small(quote.Direction.ToString()))),
        ["endedAddOns"] = new(AddOnsIn, Quoted(quote => Ids(quote.EndedAddOns))),

        // What is so after the step.
        ["unchanged"] = new(
            (value, _) => Yes(value.Flag()),
            step => Yes(step.After == step.Before && step.CreditAfter == step.CreditBefore)),
        ["status"] = new(
            (value, _) => JsonCursor.Small(value.Choice<Status>().ToString()),
            step => JsonCursor.Small(step.After.Status.ToString())),
        ["plan"] = new((value, run) => CatalogReader.PlanId(value, run.Catalog), step => step.After.Plan?.ProductId ?? None),
        ["every"] = new((value, _) => value.Interval().ToString(), step => step.After.Plan?.SoldAt.Every.ToString() ?? None),
        ["quantity"] = new((value, _) => Count(value.Count(1)), step => Count(step.After.Plan?.Quantity ?? 0)),
        ["addOns"] = new(AddOnsIn, step => Ids(step.After.AddOns.Select(item => item.ProductId))),
        ["term"] = new(TermIn, step => TermOf(step.After.Term, step.Run)),
        ["trial"] = new(TermIn, step => TermOf(step.After.Trial?.Term, step.Run)),
        ["origins"] = new(
            (value, _) => List(value.Elements().Select(one => JsonCursor.Small(one.Choice<Origin>().ToString()))),
            step => List(step.After.Plan?.Lots.Select(lot => JsonCursor.Small(lot.Origin.ToString())) ?? [])),
        ["waiting"] = new(
            (value, run) => value.Amount(run.Currency).ToString(),
            step => step.After.NextInvoice.Aggregate(Money.Zero(step.Run.Currency), (sum, charge) => sum + charge.Amount).ToString()),
        ["creditLeft"] = new(
            (value, run) => value.Amount(run.Currency).ToString(),
            step => step.CreditAfter.LeftAt(step.Step.On, step.Run.Currency).ToString()),
        ["unusedValueAfter"] = new(
            (value, run) => value.Amount(run.Currency).ToString(),
            step => Billing.UnusedValue(
                step.After, UnusedValue.OfAllLots, step.Run.Policy.Measure, step.Run.Policy.Rounding.Mode, step.Step.On).ToString()),
        ["grants"] = new(
            GrantsIn,
            step => List(UsageLeft(step.After, step.Step.On).Select(left => $"{left.Kind} {left.Units}"))),
        ["pending"] = new(PendingIn, step => PendingOf(step.After.Pending, step.Run)),
    };

    /// <summary>Reads what a step should come to.</summary>
    internal static IReadOnlyList<Expectation> Read(JsonCursor expect, ScenarioRun run)
    {
        var fields = expect.Fields();
        var read = All
            .Select(figure => (Name: figure.Key, Value: fields.Optional(figure.Key), figure.Value.Read))
            .Where(figure => figure.Value is not null)
            .Select(figure => new Expectation(figure.Value!.Path, figure.Name, figure.Read(figure.Value, run)))
            .ToArray();
        fields.Done();
        return read;
    }

    /// <summary>Gives the figures of a step that differ from what they should be.</summary>
    internal static IReadOnlyList<Mismatch> Compare(StepOutcome step) =>
    [
        .. step.Step.Expected
            .Select(expected => new Mismatch(expected, All[expected.Name].Actual(step)))
            .Where(mismatch => mismatch.Actual != mismatch.Expected.Text),
    ];

    /// <summary>The usage credits left, by kind.</summary>
    internal static IEnumerable<(string Kind, string Units)> UsageLeft(Subscription subscription, Instant at) => subscription.Grants
        .Select(grant => grant.Kind).Distinct().Order(StringComparer.Ordinal)
        .Select(kind => (kind, Units(CreditExpiry.LeftAt(subscription.Grants, kind, at))));

    internal static string Units(decimal units) => units.ToString("0.############", CultureInfo.InvariantCulture);

    private static Figure Total(Func<QuoteTotals, Money> total) =>
        new((value, run) => value.Amount(run.Currency).ToString(), Quoted(quote => total(quote.Totals).ToString()));

    private static Func<StepOutcome, string> Quoted(Func<Quote, string> figure) =>
        step => step.Answer is Quote quote ? figure(quote) : $"refused: {JsonCursor.Small(((Refused)step.Answer).Code.ToString())}";

    private static string EntriesIn(JsonCursor value, ScenarioRun run)
    {
        var fields = value.Fields();
        var accounts = new List<(Account, IEnumerable<Money>)>();
        foreach (var account in Enum.GetValues<Account>())
        {
            if (fields.Optional(JsonCursor.Small(account.ToString())) is { } amounts)
            {
                accounts.Add((account, [.. amounts.Elements().Select(one => one.Amount(run.Currency))]));
            }
        }

        fields.Done();
        return Entries(accounts);
    }

    private static string EntriesOf(Sequence<Entry> entries) => Entries(entries
        .GroupBy(entry => entry.Account, entry => entry.Amount)
        .OrderBy(account => account.Key)
        .Select(account => (account.Key, account.AsEnumerable())));

    private static string Entries(IEnumerable<(Account Account, IEnumerable<Money> Amounts)> accounts) => List(
        accounts.Select(one => $"{one.Account} {string.Join(' ', one.Amounts.Select(Signed))}"), "; ");

    /// <summary>An amount with its sign: "+50.14", "-120.33".</summary>
    internal static string Signed(Money amount) =>
        (amount.IsPositive ? "+" : "") + amount.Amount.ToString(CultureInfo.InvariantCulture);

    private static string TermIn(JsonCursor value, ScenarioRun run)
    {
        if (value.IsNull)
        {
            return None;
        }

        var fields = value.Fields();
        var (start, end) = (fields.Required("start").Moment(), fields.Required("end"));
        fields.Done();
        return end.Moment() >= start
            ? $"{Local(start)} to {Local(end.Moment())}"
            : throw end.Wrong($"an end on or after the start, {Local(start)}");
    }

    private static string TermOf(Term? term, ScenarioRun run) =>
        term is { } known ? $"{Local(known.Start, run)} to {Local(known.End, run)}" : None;

    private static string PendingIn(JsonCursor value, ScenarioRun run)
    {
        if (value.IsNull)
        {
            return None;
        }

        var fields = value.Fields();
        var text = Pending(
            Local(fields.Required("at").Moment()),
            CatalogReader.PlanId(fields.Required("plan"), run.Catalog),
            fields.Required("every").Interval(),
            fields.Required("quantity").Count(1),
            AddOnsIn(fields.Required("addOns"), run));
        fields.Done();
        return text;
    }

    private static string PendingOf(PendingChange? pending, ScenarioRun run) => pending switch
    {
        null => None,
        { Cart: { } cart } => Pending(Local(pending.EffectiveAt, run), cart.PlanId, cart.Every, cart.Quantity, Ids(cart.AddOns.Select(addOn => addOn.Id))),
        _ => $"at {Local(pending.EffectiveAt, run)} the end",
    };

    private static string Pending(string at, string plan, BillingInterval every, int quantity, string addOns) =>
        $"at {at} {Count(quantity)} x {plan} per {every}, add-ons {addOns}";

    private static string GrantsIn(JsonCursor value, ScenarioRun run) => List(value.Fields().All
        .OrderBy(grant => grant.Key, StringComparer.Ordinal)
        .Select(grant => $"{grant.Key} {Units(grant.Value.NotNegative("a number of usage credits, zero or more"))}"));

    private static string AddOnsIn(JsonCursor value, ScenarioRun run) =>
        Ids(value.Elements().Select(one => CatalogReader.AddOnId(one, run.Catalog)));

    private static string Ids(IEnumerable<string> ids) => List(ids.Order(StringComparer.Ordinal));

    private static string List(IEnumerable<string> texts, string separator = ", ") =>
        string.Join(separator, texts) is { Length: > 0 } all ? all : None;

    private static string Local(Instant instant, ScenarioRun run) => Local(instant.InZone(run.Zone).LocalDateTime);

    private static string Local(LocalDateTime moment) => moment.TimeOfDay == LocalTime.Midnight
        ? LocalDatePattern.Iso.Format(moment.Date)
        : Time.Format(moment);

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Yes(bool yes) => yes ? "yes" : "no";

    /// <summary>One figure.</summary>
    /// <param name="Read">How it is read from the file.</param>
    /// <param name="Actual">How it is taken from what came of the step.</param>
    private sealed record Figure(Func<JsonCursor, ScenarioRun, string> Read, Func<StepOutcome, string> Actual);
}
