namespace SubscriptionMath.Tests.Laws;

/// <summary>The charges, credits and lots of a product cover its time once: lines and lots tile it.</summary>
public sealed class TilingLaws
{
    [Law]
    public void No_instant_of_a_product_is_sold_twice__lots_before_and_lines_are_lots_after(Life life)
    {
        foreach (var (before, step, quote) in Taken(life))
        {
            foreach (var name in Names(life, before, step.Subscription))
            {
                var (had, has) = (Sold(life, before, name), Sold(life, step.Subscription, name));
                var lines = quote.Lines.Where(line => SlotOf(life, line.Product) == name).ToList();
                var bought = lines.FindAll(line => line.Kind is LineKind.NewPrice or LineKind.TimeBought);
                var left = Leaving(lines);
                Sequence<Term> stretches =
                    [.. had.Concat(has).Select(lot => lot.Covers), .. bought.Concat(left).Select(line => line.Covers)];
                foreach (var at in Instants(stretches, step, life))
                {
                    var (units, sold, gone) = (Units(had, at), Units(bought, at), Units(left, at));
                    var missing = units + sold - gone - Units(has, at);

                    // What is worth nothing by what was billed or paid for it leaves without a line, and is put off without one.
                    var moved = quote.Change?.NextBilling;
                    var leaves = had.Where(lot => lot.Covers.Contains(at))
                        .Sum(lot => Worthless(lot, step.At, moved, before, name, life));
                    var longer = has.Where(lot => moved is not null && lot.Covers.Contains(at) && lot.WorthOf(lot.Quantity).IsZero)
                        .Sum(lot => lot.Quantity);
                    Assert.True(
                        -longer <= missing && missing <= leaves,
                        $"{name} at {at}: {units} + {sold} - {gone} is not {Units(has, at)}, on {step.At}");
                }
            }
        }
    }

    [Law]
    public void No_instant_of_a_product_is_used_twice__what_is_charged_as_used_is_held_no_longer(Life life)
    {
        foreach (var (before, step, quote) in Taken(life))
        {
            foreach (var name in Names(life, before, step.Subscription))
            {
                var (had, has) = (Used(life, before, name), Used(life, step.Subscription, name));
                var lines = quote.Lines.Where(line => SlotOf(life, line.Product) == name && line.Kind == LineKind.Used).ToList();
                var stretches = had.Concat(has).Select(lot => lot.Covers).Concat(lines.Select(line => line.Covers));
                foreach (var at in stretches.SelectMany(Ends).Where(at => at < step.At))
                {
                    var (units, used) = (Units(had, at), Units(lines, at));
                    if (used == 0 && units == 0)
                        continue; // a renewal that was paid late begins when it was due

                    var sum = used + Units(has, at);
                    var text = $"{name} at {at}: {used} used and {Units(has, at)} still to be, of {units}, on {step.At}";
                    Assert.True(sum <= units, text);
                    var isFree = GivesAll(life.Policy) || Rests(before, at) || IsOver(before, quote, at)
                        || had.Exists(lot => lot.Covers.Contains(at) && IsUnused(lot, UsedUntil(before, step), before, name, life));
                    Assert.True(sum == units || isFree || Day(at, life) >= Day(step.At, life), $"{text}: free");
                }
            }
        }
    }

    /// <summary>
    /// All steps but those with which lots move to other days: the end of a pause that keeps the time left, and a date that is moved with
    /// a term bought ahead of it.
    /// </summary>
    private static IEnumerable<(Subscription Before, TimelineStep Step, Quote Quote)> Taken(Life life) =>
        from taken in LifeLaws.Taken(life)
        let before = taken.Before.Subscription
        where !(before.Pause is { KeepsTimeLeft: true } && taken.Step.Subscription.Pause is null)
        let isAhead = LifeLaws.Items(before).Any(item => item.Lots.Any(lot => lot.Covers.Start >= before.Plan!.Term.End))
        where taken.Quote.Change?.NextBilling is null || !isAhead
        select (before, taken.Step, taken.Quote);

    /// <summary>
    /// The lines of units that leave. If the price held is lower than the billed one, the same units have a second line, of the part that is
    /// not given back: it counts no units.
    /// </summary>
    private static List<Line> Leaving(List<Line> lines)
    {
        var left = lines.FindAll(line => line.Kind == LineKind.Unused);
        foreach (var given in left.Where(line => !line.Forfeited).ToList())
        {
            var rest = left.FindIndex(line => line.Forfeited && line.Covers == given.Covers && line.Quantity == given.Quantity && line.Share == given.Share);
            if (rest >= 0)
                left.RemoveAt(rest);
        }

        return left;
    }

    /// <summary>Until when something is used: the pause, where its time is not charged.</summary>
    private static Instant UsedUntil(Subscription held, TimelineStep step) => held.Pause is { IsCharged: false } pause ? pause.Since : step.At;

    /// <summary>Whether an instant lies behind an expiry that was booked late, since nothing was paid before.</summary>
    private static bool IsOver(Subscription held, Quote quote, Instant at) =>
        quote.BillingReason == BillingReason.Expiry && at >= (held.Pending?.EffectiveAt ?? held.Plan!.Term.End);

    /// <summary>Whether an instant lies in a pause whose time is not charged.</summary>
    private static bool Rests(Subscription held, Instant at) => held.Pause is { IsCharged: false } pause && pause.Since <= at;

    /// <summary>Whether some rule gives back what was used as well, so that it is not charged.</summary>
    private static bool GivesAll(BillingPolicy policy) => policy.Rules.OfType<Rule.Treated>()
        .Select(rule => rule.Then.Unused).Append(policy.AddOns.EndedValue).Any(unused => unused is UnusedValue.WholeTerm);

    /// <summary>
    /// The newest units of a lot that are worth nothing as it leaves: none was billed or paid for them, those before them cost as much,
    /// or no time is left. A month across the end that a date is moved to stays.
    /// </summary>
    private static int Worthless(Lot lot, Instant at, Instant? cut, Subscription held, string name, Life life)
    {
        if (!(lot.Billed - lot.Credited).IsPositive || !(lot.Paid - lot.Carried - lot.Credited).IsPositive)
            return lot.Quantity;

        var measures = Measures(lot, held, name, life).Select(measure =>
            cut is null ? measure
            : measure.Unit == ProrationUnit.MonthsNotEnded ? measure with { Unit = ProrationUnit.MonthsNotStarted }
            : measure.Unit == ProrationUnit.DaysNotEnded ? measure with { Unit = ProrationUnit.DaysNotStarted }
            : measure);
        return measures.Max(measure => Enumerable.Range(1, lot.Quantity).LastOrDefault(units => Worth(units, measure).IsZero));

        Fraction Worth(int units, Measure measure) =>
            lot.WorthOf(units, Left(lot, cut ?? at, measure, held, life), measure, life.Policy.Proration.Rounding.Mode);
    }

    /// <summary>Whether no unit of time was used of a lot until an instant.</summary>
    private static bool IsUnused(Lot lot, Instant at, Subscription held, string name, Life life) => Measures(lot, held, name, life)
        .Any(measure => Left(lot, lot.Covers.Start, measure, held, life).Left == Left(lot, at, measure, held, life).Left);

    private static Share Left(Lot lot, Instant at, Measure measure, Subscription held, Life life)
    {
        var anchor = LifeLaws.Items(held).First(item => item.Lots.Contains(lot)).Anchor ?? held.Anchor;
        return new Counting(measure, anchor, life.Story.Zone).Left(Priced(lot), Instant.Max(at, lot.Covers.Start), ends: true);
    }

    private static Stretch Priced(Lot lot) => Stretch.Of(lot.Covers, lot.Period, lot.Price.Interval, lot.Terms);

    private static IEnumerable<Measure> Measures(Lot lot, Subscription held, string name, Life life)
    {
        var item = LifeLaws.Items(held).First(item => NameOf(life, item) == name && item.Lots.Contains(lot));
        return AddOnOf(life, item)?.Measure is { } own
            ? [own]
            : life.Policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then.Measure ?? life.Policy.Proration.Measure).Distinct();
    }

    /// <summary>The first and the last instants of what lies behind a step: from the next day on.</summary>
    private static IEnumerable<Instant> Instants(Sequence<Term> terms, TimelineStep step, Life life) =>
        terms.SelectMany(Ends).Where(at => at >= step.At && Day(at, life) > Day(step.At, life)).Distinct();

    private static IEnumerable<Instant> Ends(Term term) => term.IsEmpty ? [] : [term.Start, term.End - Duration.Epsilon];

    private static LocalDate Day(Instant at, Life life) => at.InZone(life.Story.Zone).Date;

    private static int Units(List<Lot> lots, Instant at) => lots.Where(lot => lot.Covers.Contains(at)).Sum(lot => lot.Quantity);

    private static int Units(List<Line> lines, Instant at) => lines.Where(line => line.Covers.Contains(at)).Sum(line => line.Quantity);

    private static List<Lot> Sold(Life life, Subscription held, string name) =>
        [.. Lots(life, held, name).Where(lot => lot is { Price.BillingTiming: BillingTiming.InAdvance } && lot.Source != LotSource.Extension)];

    private static List<Lot> Used(Life life, Subscription held, string name) =>
        [.. Lots(life, held, name).Where(lot => lot is { Price.BillingTiming: BillingTiming.InArrears } && lot.Source != LotSource.Extension)];

    private static IEnumerable<Lot> Lots(Life life, Subscription held, string name) =>
        LifeLaws.Items(held).Where(item => NameOf(life, item) == name).SelectMany(item => item.Lots);

    private static IEnumerable<string> Names(Life life, Subscription before, Subscription after) =>
        LifeLaws.Items(before).Concat(LifeLaws.Items(after)).GroupBy(item => NameOf(life, item))
            .Where(items => items.All(item => item.SoldAt.BillingTiming != BillingTiming.Once)).Select(items => items.Key);

    /// <summary>
    /// A product by name; all plans together where a rule keeps what was bought, since that goes on as a lot of the plan that takes its
    /// place.
    /// </summary>
    private static string SlotOf(Life life, string product) => life.Story.Catalog.Plans.Any(plan => plan.Name == product)
        && life.Policy.Rules.OfType<Rule.Treated>().Any(rule => rule.Then.Unused is UnusedValue.LotsKept)
            ? "the plan" : product;

    private static string NameOf(Life life, Item item) =>
        SlotOf(life, AddOnOf(life, item)?.Name ?? life.Story.Catalog.Plan(item.ProductId).Name);

    private static AddOn? AddOnOf(Life life, Item item) => life.Story.Catalog.AddOns.FirstOrDefault(addOn => addOn.Id == item.ProductId);
}
