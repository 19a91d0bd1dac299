namespace SubscriptionMath.Tests.Laws;

/// <summary>What is charged, given back and held of a product covers its time once: lines and lots tile it.</summary>
public sealed class TilingLaws
{
    [Law]
    public void No_instant_of_a_product_is_sold_twice__lots_before_and_lines_are_lots_after(Life life)
    {
        // What a rule keeps goes on as a lot of what takes its place.
        if (!CountsTime(life) || life.Policy.Rules.OfType<Rule.Treated>().Any(rule => rule.Then.Unused is UnusedValue.LotsKept && rule.When.Changes is not What.NextBilling))
            return;

        foreach (var (before, step, quote) in LifeLaws.Taken(life).Where(taken => Told(taken.Before.Subscription, taken.Step.Subscription, taken.Quote)))
        {
            foreach (var name in Names(life, before.Subscription, step.Subscription))
            {
                var (had, has) = (Sold(life, before.Subscription, name), Sold(life, step.Subscription, name));
                var bought = quote.Lines.Where(line => line.Product == name && line.Kind is LineKind.NewPrice or LineKind.TimeBought && line.Product == name).ToList();
                var left = quote.Lines.Where(line => line.Product == name && line.Kind is LineKind.Unused).ToList();
                foreach (var at in Instants([.. had.Concat(has).Select(lot => lot.Covers), .. bought.Concat(left).Select(line => line.Covers)], step, life.Story.Zone))
                {
                    // A unit that costs nothing, as most do of a price for any number, leaves and enters without a line.
                    if (had.Concat(has).Any(lot => lot.Covers.Contains(at) && (lot.WorthOf(lot.Quantity).IsZero || lot.Price.Each is null))
                        || bought.Any(line => line.Covers.Contains(at) && line.Exact.IsZero))
                    {
                        continue;
                    }

                    var (sold, gone) = (bought.Where(line => line.Covers.Contains(at)).Sum(line => line.Quantity), left.Where(line => line.Covers.Contains(at)).Sum(line => line.Quantity));
                    Assert.True(Units(had, at) + sold - gone == Units(has, at), $"{name} at {at}: {Units(had, at)} + {sold} - {gone} is not {Units(has, at)}, on {step.At}");
                }
            }
        }
    }

    [Law]
    public void No_instant_of_a_product_is_used_twice__what_is_charged_as_used_is_held_no_longer(Life life)
    {
        if (!CountsTime(life))
            return;

        foreach (var (before, step, quote) in LifeLaws.Taken(life).Where(taken => taken.Before.Subscription.Pause is null && taken.Quote.Change?.NextBilling is null))
        {
            foreach (var name in Names(life, before.Subscription, step.Subscription))
            {
                var (had, has) = (Used(life, before.Subscription, name), Used(life, step.Subscription, name));
                var lines = quote.Lines.Where(line => line.Product == name && line.Kind == LineKind.Used).ToList();
                foreach (var at in (had.Concat(has).Select(lot => lot.Covers).Concat(lines.Select(line => line.Covers)).SelectMany(Ends).Where(at => at < step.At)))
                {
                    var used = lines.Where(line => line.Covers.Contains(at)).Sum(line => line.Quantity);
                    if (used == 0 && Units(had, at) == 0)
                        continue; // a renewal that was paid late begins when it was due

                    Assert.True(used + Units(has, at) <= Units(had, at), $"{name} at {at}: {used} used and {Units(has, at)} still to be, of {Units(had, at)}, on {step.At}");
                    Assert.True(life.Policy.Rules.OfType<Rule.Treated>().Any(rule => rule.Then.Unused is UnusedValue.WholeTerm) || life.Policy.AddOns.EndedValue is UnusedValue.WholeTerm
                        || at.InZone(life.Story.Zone).Date >= step.At.InZone(life.Story.Zone).Date || used + Units(has, at) == Units(had, at), $"{name} at {at}: {used} used and {Units(has, at)} still to be, of {Units(had, at)}, on {step.At}: free");
                }
            }
        }
    }

    private static bool CountsTime(Life life) =>
        life.Policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then.Measure ?? life.Policy.Measure).Concat(life.Story.Catalog.AddOns.Select(addOn => addOn.Measure ?? life.Policy.Measure))
            .All(measure => measure is { ChangeDay: ChangeDay.New, Grain: Grain.CalendarDays or Grain.Seconds or Grain.Minutes or Grain.Milliseconds });

    private static bool Told(Subscription before, Subscription after, Quote quote) => before.Pause is null && after.Pause is null && quote.Change?.NextBilling is null;

    /// <summary>The first and the last instants of what lies behind a step: from the next day on.</summary>
    private static IEnumerable<Instant> Instants(Sequence<Term> terms, TimelineStep step, DateTimeZone zone) =>
        terms.SelectMany(Ends).Where(at => at >= step.At && at.InZone(zone).Date > step.At.InZone(zone).Date).Distinct();

    private static IEnumerable<Instant> Ends(Term term) => term.IsEmpty ? [] : [term.Start, term.End - Duration.Epsilon];

    private static int Units(List<Lot> lots, Instant at) => lots.Where(lot => lot.Covers.Contains(at)).Sum(lot => lot.Quantity);

    private static List<Lot> Sold(Life life, Subscription held, string name) =>
        [.. Lots(life, held, name).Where(lot => lot is { Price.Charged: Charged.InAdvance } && lot.Origin != Origin.Extension)];

    private static List<Lot> Used(Life life, Subscription held, string name) =>
        [.. Lots(life, held, name).Where(lot => lot is { Price.Charged: Charged.InArrears } && lot.Origin != Origin.Extension)];

    private static IEnumerable<Lot> Lots(Life life, Subscription held, string name) =>
        LifeLaws.Items(held).Where(item => NameOf(life, item) == name).SelectMany(item => item.Lots);

    private static IEnumerable<string> Names(Life life, Subscription before, Subscription after) =>
        LifeLaws.Items(before).Concat(LifeLaws.Items(after)).GroupBy(item => NameOf(life, item))
            .Where(items => items.All(item => item.SoldAt.Charged != Charged.Once)).Select(items => items.Key);

    private static string NameOf(Life life, Item item) => life.Story.Catalog.Plans.FirstOrDefault(plan => plan.Id == item.ProductId)?.Name
        ?? life.Story.Catalog.AddOns.First(addOn => addOn.Id == item.ProductId).Name;
}
