namespace SubscriptionMath.Tests.Laws;

/// <summary>A change and, at the same instant, the change back to what was held before; both at once, with the end kept and nothing forfeited or waived.</summary>
public sealed record Trip(Question Question, Quote There, Quote Back)
{
    /// <summary>The customer's loss, in minor units, beside the charge for used time.</summary>
    public long Net => Moved(There) + Moved(Back) + Used.Sum(line => line.Gross.Minor);

    private IEnumerable<Line> Used => There.Lines.Concat(Back.Lines).Where(line => line.Kind == LineKind.Used);

    /// <summary>
    /// Zero where the net is rounded once by a rule that treats both signs alike; else each line may be off by one unit, and the net too.
    /// </summary>
    public long Slack => Question.Policy.Proration.Rounding is { Stage: not RoundingStage.Lines, Mode: not (RoundingMode.Floor or RoundingMode.Ceiling) }
        && !There.Lines.Concat(Back.Lines).Any(line => line.Tax is not null || line.Kind == LineKind.Used)
        ? 0
        : There.Lines.Concat(Back.Lines).Sum(line => line.Tax is null ? 1 : 2);

    /// <summary>The trip, or null where one of the ways is refused, waits, restarts the term or forfeits, or a trial is running.</summary>
    internal static Trip? Of(Question question)
    {
        // A unit of time or a change day that counts a started unit for one side only takes that unit from the customer, or gives it.
        if (!EachUnitHasOneOwner(question) || question.Subscription.InTrial(question.At) || !SoldAtTodaysRates(question) || !question.Situation.Story.DiscountsStand || question.Answer() is not Quote there || !Keeps(there, question, question.Subscription))
            return null;

        var away = question.Situation.After(there);
        var home = Change.To(question.Subscription.Cart()) with { Timing = question.Change.Timing };
        return away.Asking(home).Answer() is Quote back && Keeps(back, question, there.SubscriptionAfter) && Ends(back.SubscriptionAfter).SequenceEqual(Ends(question.Subscription)) ? new Trip(question, there, back) : null;
    }

    public override string ToString() => $"{Question}\n    and back {Show.Of(Back)}";

    private static bool EachUnitHasOneOwner(Question question) =>
        question.Subscription.AddOns.Select(addOn => addOn.ProductId).Concat(question.Change.Cart!.AddOns.Select(addOn => addOn.Id))
            .Select(id => question.Situation.Catalog.AddOn(id).Measure).Append(question.Policy.Proration.Measure)
            .All(measure => measure is null or { ChangeDay: ChangeDay.New, Unit: not ProrationUnit.MonthsNotStarted });

    /// <summary>A credit reverses the tax of the sale; a product bought back bears the tax of today.</summary>
    private static bool SoldAtTodaysRates(Question question) =>
        question.Subscription.AddOns.Append(question.Subscription.Plan!).All(item => item.Lots.All(lot => lot.Tax?.Rate == question.Situation.Facts.Taxes?.For(item.ProductId)));

    internal static IEnumerable<(string Id, Instant End)> Ends(Subscription subscription) =>
        subscription.AddOns.Select(addOn => (addOn.ProductId, addOn.Term.End)).Order();

    private static bool Keeps(Quote quote, Question question, Subscription before) =>
        quote.SubscriptionAfter.Pending is null && quote.TermAfter == question.Subscription.Term
        && quote.Entries.All(entry => entry is not ({ Account: Account.Forfeited } or { Account: Account.Goodwill, Line: Entry.NoLine })) && quote.Lines.All(line => line is { Forfeited: false, Basis: LineBasis.Price or LineBasis.AllUnits })
        && !TakesBack(quote, question, before)
        && !quote.Lines.Any(line => line.Kind == LineKind.SetUp || (line.Kind == LineKind.NewPrice && IsChargedOnce(line.Product, question.Situation.Catalog)));

    /// <summary>
    /// Whether the net is not the lines' alone, since what rounding had left before had come to a whole minor unit. Two at half a cent that were bought for a cent give
    /// back one cent, not two; each of them costs one to buy back alone. So that law and this one cannot hold at once.
    /// </summary>
    private static bool TakesBack(Quote quote, Question question, Subscription before)
    {
        var rounded = before.Remainder is not null || before.AddOns.Append(before.Plan!).Any(item => item.Lots.Any(lot => lot.Remainder is not null));
        if (!rounded || question.Policy.Proration.Rounding is not { Stage: not RoundingStage.Lines, Mode: var mode } || quote.Lines.Any(line => line.Tax is not null) || !question.Subscription.NextInvoice.IsEmpty)
            return false;

        var net = quote.Lines.Where(line => !line.Forfeited).Aggregate(Fraction.Zero, (sum, line) => sum - line.Exact);
        return Moved(quote) != Money.Round(net, question.Subscription.Currency, mode).Minor;
    }

    /// <summary>A price charged once is never given back, nor is a set-up fee.</summary>
    private static bool IsChargedOnce(string product, Catalog catalog) =>
        catalog.Plans.Where(plan => plan.Name == product).SelectMany(plan => plan.Prices.ToArray())
            .Concat(catalog.AddOns.Where(addOn => addOn.Name == product).SelectMany(addOn => addOn.Prices.ToArray()))
            .Any(price => price.BillingTiming == BillingTiming.Once);

    private static long Moved(Quote quote) =>
        quote.Entries.Where(entry => entry.Account is Account.Payment or Account.NextInvoice or Account.Balance or Account.Promotion).Sum(entry => entry.Amount.Minor);
}
