using NodaTime;

namespace SubscriptionMath;

/// <summary>The facts of an existing subscription that follow from the others, and those that do not.</summary>
internal static class ExistingFacts
{
    internal static Sequence<Inconsistency> Missing(ExistingSubscription of, Catalog catalog)
    {
        var found = new List<Inconsistency>();
        OfProduct(of, of.Plan, catalog, "plan", found);
        for (var i = 0; i < of.AddOns.Count; i++)
        {
            OfProduct(of, of.AddOns[i], catalog, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"addOns[{i}]"), found);
        }

        if (of.Anchor is null && AnchorOf(of.Period, of.Interval, of.Zone) is null)
        {
            found.Add(new("anchor",
                $"The period {of.Period} fits more than one billing day; state the date from which boundaries are counted."));
        }

        return found.ToSequence();
    }

    /// <summary>Gives the price as sold: the one stated, or that of the catalog; null if there is none.</summary>
    internal static Price? PriceOf(ExistingSubscription of, ExistingItem item, Catalog catalog, bool isPlan) =>
        item.SoldAt ?? (isPlan
            ? catalog.PlanOrNull(item.ProductId)?.PriceFor(of.Interval, of.Currency)
            : catalog.AddOnOrNull(item.ProductId)?.PriceFor(of.Interval, of.Currency));

    /// <summary>Whether a period is a whole interval from some billing day.</summary>
    internal static bool IsWhole(Term period, BillingInterval interval, DateTimeZone zone) => AnchorsOf(period, interval, zone).Count > 0;

    /// <summary>Finds the anchor of a period, or null if more than one fits. A period of another length ends on its anchor.</summary>
    internal static Anchor? AnchorOf(Term period, BillingInterval interval, DateTimeZone zone)
    {
        var end = period.End.LocalAt(zone);
        return AnchorsOf(period, interval, zone) switch
        {
            [var only] => only,
            [] when interval.TotalMonths == 0 || end.Day < 28 || !IsLastDay(end.Date) => new Anchor(end),
            [] when end.Day == 31 => new Anchor(end),
            _ => null,
        };
    }

    private static List<Anchor> AnchorsOf(Term period, BillingInterval interval, DateTimeZone zone)
    {
        var (start, end) = (period.Start.LocalAt(zone), period.End.LocalAt(zone));
        var found = new List<Anchor>();
        for (var day = start.Day; day <= (IsLastDay(start.Date) && interval.TotalMonths > 0 ? 31 : start.Day); day++)
        {
            var anchor = day == start.Day
                ? new Anchor(start)
                : new Anchor(Anchor.OnDayIn(day, start.Date, interval).Origin.Date + start.TimeOfDay);
            if (anchor.Next(start, interval) == end && !found.Contains(anchor))
            {
                found.Add(anchor);
            }
        }

        return found;
    }

    private static bool IsLastDay(LocalDate date) => date.Day == CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);

    private static void OfProduct(ExistingSubscription of, ExistingItem item, Catalog catalog, string path, List<Inconsistency> found)
    {
        var (isPlan, id) = (ReferenceEquals(item, of.Plan), item.ProductId);
        if (isPlan ? catalog.PlanOrNull(id) is null : catalog.AddOnOrNull(id) is null)
        {
            found.Add(new($"{path}.productId", $"The catalog has no {(isPlan ? "plan" : "add-on")} '{id}'; a held product stays in it."));
            return;
        }

        var allowances = isPlan ? catalog.HeldPlan(id).Allowances : catalog.HeldAddOn(id).Allowances;
        if (of.Grants is null && !allowances.IsEmpty)
        {
            found.Add(new("grants", $"'{id}' brings usage credits; state the grants with what was used of them, or none."));
        }

        if (PriceOf(of, item, catalog, isPlan) is not { } price)
        {
            found.Add(new(
                $"{path}.soldAt", $"The catalog does not sell '{id}' per {of.Interval} in {of.Currency}; state the price as sold."));
            return;
        }

        OfPrice(of, item, price, path, found);
    }

    private static void OfPrice(ExistingSubscription of, ExistingItem item, Price price, string path, List<Inconsistency> found)
    {
        if (price.Currency != of.Currency || (path == "plan" && price.Interval != of.Interval))
        {
            found.Add(new($"{path}.soldAt", $"'{item.ProductId}' is held per {of.Interval} in {of.Currency}, and sold at {price}."));
            return;
        }

        var period = item.Period ?? of.Period;
        var isBilled = price.BillingTiming == BillingTiming.InAdvance && !price.IsFree && !Existing.IsTrial(of);
        if (isBilled && item.Billed is null && !(price.Interval == of.Interval && IsWhole(period, price.Interval, of.Zone)))
        {
            found.Add(new(
                $"{path}.billed", $"The period {period} of '{item.ProductId}' is no {price.Interval}; state what was billed for it."));
        }

        if (price.Contract is not null && path == "plan" && item.Contract is null)
        {
            found.Add(new($"{path}.contract", $"'{item.ProductId}' was sold {price.Contract}; state the running contract."));
        }

        if (!price.Phases.IsEmpty && item.PhasesFrom is null)
        {
            found.Add(new($"{path}.phasesFrom", $"The price {price} changes; state from when its phases are counted."));
        }
    }
}
