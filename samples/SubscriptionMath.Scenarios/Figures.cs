namespace SubscriptionMath.Scenarios;

/// <summary>
/// All figures that an <c>expect</c> may name: how each is read from the file, and how it is taken from what happened. Both give the same
/// spelling, so that to compare them is to compare two texts.
/// </summary>
internal static class Figures
{
    private const string Pending = "pending";

    private static readonly Dictionary<string, Figure> All = new(StringComparer.Ordinal)
    {
        ["refused"] = new(
            (value, _) => Spelling.Name(value.Choice<RefusalCode>()),
            it => it.Answer is Refused refused ? Spelling.Name(refused.Code) : "not refused"),
        ["outcome"] = new(
            (value, _) => Spelling.Name(value.Choice<Outcome>()),
            it => it.Outcome is { } outcome ? Spelling.Name(outcome) : "nothing was asked for"),

        // What the quote says.
        ["entries"] = new(FigureReader.Entries, Quoted(quote => FigureTaker.Entries(quote.Entries))),
        ["payments"] = new(
            (value, run) => Spelling.List(value.Elements().Select(one => one.Amount(run.Currency).ToString())),
            Quoted(quote => Spelling.List(quote.Entries.Where(entry => entry.Account == Account.Payment).Select(entry => entry.Amount.ToString())))),
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
        ["daysGranted"] = new((value, _) => Spelling.Count(value.Count(0)), Quoted(quote => Spelling.Count(quote.Totals.DaysGranted))),
        ["direction"] = new((value, _) => Spelling.Name(value.Choice<Direction>()), Quoted(quote => Spelling.Name(quote.Direction))),
        ["endedAddOns"] = new(FigureReader.AddOns, Quoted(quote => Spelling.Ids(quote.EndedAddOns))),
        ["granted"] = Effect(GrantEffectKind.Granted),
        ["carried"] = Effect(GrantEffectKind.Carried),
        ["lapsed"] = Effect(GrantEffectKind.Lapsed),

        // What is so afterwards.
        ["unchanged"] = new(
            (value, _) => Spelling.Yes(value.Flag()),
            it => Spelling.Yes(it.After == it.Before && it.CreditAfter == it.CreditBefore)),
        ["status"] = new((value, _) => Spelling.Name(value.Choice<Status>()), it => Spelling.Name(it.After.Status)),
        ["plan"] = new(FigureReader.PlanOrNone, it => it.After.Plan?.ProductId ?? Spelling.None),
        ["interval"] = new((value, _) => value.Interval().ToString(), it => it.After.Plan?.SoldAt.Interval.ToString() ?? Spelling.None),
        ["quantity"] = new((value, _) => Spelling.Count(value.Count(1)), it => Spelling.Count(it.After.Plan?.Quantity ?? 0)),
        ["addOns"] = new(FigureReader.AddOns, it => Spelling.Ids(it.After.AddOns.Select(item => item.ProductId))),
        ["term"] = new(FigureReader.Stretch, it => Spelling.Stretch(it.After.Term, it.Run)),
        ["trial"] = new(FigureReader.Stretch, it => Spelling.Stretch(it.After.Trial?.Term, it.Run)),
        ["billedUntil"] = new(
            (value, _) => Spelling.Local(value.Moment()),
            it => it.After.Plan is { } plan ? Spelling.Local(plan.ChargedThrough, it.Run) : Spelling.None),
        ["sources"] = new(
            (value, _) => Spelling.List(value.Elements().Select(one => Spelling.Name(one.Choice<LotSource>()))),
            it => Spelling.List(it.After.Plan?.Lots.Select(lot => Spelling.Name(lot.Source)) ?? [])),
        ["waiting"] = new(
            FigureReader.Amount,
            it => it.After.NextInvoice.Aggregate(Money.Zero(it.Run.Currency), (sum, charge) => sum + charge.Amount).ToString()),
        ["creditLeft"] = new(FigureReader.Amount, it => it.CreditLeft.ToString()),
        ["unusedValueAfter"] = new(
            FigureReader.Amount,
            it => Billing.UnusedValue(it.After, UnusedValue.OfAllLots, it.Run.Policy.Proration.Measure, it.Run.Policy.Proration.Rounding.Mode, it.At).ToString()),
        ["grants"] = new(FigureReader.Usage, it => Spelling.List(FigureTaker.UsageLeft(it.After, it.At).Select(left => $"{left.Kind} {left.Units}"))),
        ["grantsOf"] = new(FigureReader.UsageOfProducts, it => FigureTaker.UsageOfProducts(it.After, it.At)),
        [Pending] = new(PendingFigure.Read, it => PendingFigure.Of(it.After.Pending, PendingFigure.Names, it.Run)),
        ["next"] = new(FigureReader.Next, it => it.Next is { } due ? Spelling.Event(Spelling.Local(due.At, it.Run), due.BillingReason) : Spelling.None),
        ["nextDue"] = new(FigureReader.Amount, it => it.NextQuote?.Totals.DueNow.ToString() ?? Spelling.None),
    };

    /// <summary>Reads the figures among the properties of an <c>expect</c>, or of an event in it.</summary>
    internal static IReadOnlyList<Expectation> Read(ObjectCursor fields, ScenarioRun run) =>
    [
        .. All
            .Select(figure => (Name: figure.Key, Value: fields.Optional(figure.Key), figure.Value.Read))
            .Where(figure => figure.Value is not null)
            .Select(figure => new Expectation(figure.Value!.Path, figure.Name, figure.Read(figure.Value, run))
            {
                Parts = figure.Name == Pending ? PendingFigure.Given(figure.Value) : [],
            }),
    ];

    /// <summary>Gives a figure of what happened, with the parts that are expected.</summary>
    internal static string Of(Happening it, Expectation expected) => expected.Parts.Count > 0
        ? PendingFigure.Of(it.After.Pending, expected.Parts, it.Run)
        : All[expected.Name].Actual(it);

    private static Figure Total(Func<QuoteTotals, Money> total) => new(FigureReader.Amount, Quoted(quote => total(quote.Totals).ToString()));

    private static Figure Effect(GrantEffectKind kind) => new(FigureReader.UsageMoved, Quoted(quote => FigureTaker.UsageMoved(quote, kind)));

    private static Func<Happening, string> Quoted(Func<Quote, string> figure) => it => it.Answer switch
    {
        Quote quote => figure(quote),
        Refused refused => $"refused: {Spelling.Name(refused.Code)}",
        _ => "nothing was asked for",
    };

    /// <summary>One figure.</summary>
    /// <param name="Read">How it is read from the file.</param>
    /// <param name="Actual">How it is taken from what happened.</param>
    private sealed record Figure(Func<JsonCursor, ScenarioRun, string> Read, Func<Happening, string> Actual);
}
