using System.Globalization;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>Carts, dates, terms and events, in English.</summary>
internal static class Words
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    internal static string Day(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight
            ? Date.Format(local.Date)
            : $"{Date.Format(local.Date)}, {Minute.Format(local.TimeOfDay)}";
    }

    internal static string Stretch(Term term, DateTimeZone zone) => $"{Day(term.Start, zone)} to {Day(term.End, zone)}";

    /// <summary>An event or step: "Change from Personal to Company", "The renewal of Company per year".</summary>
    internal static string Of(Happening it) => it.Step is { } step ? Asked(it, step) : ByItself(it, ((Quote)it.Answer!).BillingReason);

    /// <summary>An event or step, in the few words of a label.</summary>
    internal static string Short(Happening it) => it.Step is { } step ? ShortAsked(it, step) : ((Quote)it.Answer!).BillingReason switch
    {
        BillingReason.Renewal when it.Before.Term is { } term && it.At < term.End => "Renewal, ahead",
        BillingReason.Renewal => "Renewal",
        BillingReason.TrialEnd => "The trial ends",
        BillingReason.PendingChange when it.After.Status == Status.Paused => "The pause begins",
        BillingReason.PendingChange when it.Before.Status == Status.Paused => "The pause ends",
        BillingReason.PendingChange when it.After.Plan is { } plan => $"Now {it.Run.Catalog.Plan(plan.ProductId).Name}",
        BillingReason.TermStart => "The next term begins",
        BillingReason.Expiry when it.After.Plan is { } plan => $"Falls to {it.Run.Catalog.Plan(plan.ProductId).Name}",
        BillingReason.Expiry => "It ends",
        BillingReason.AddOnTermEnd => "Add-on",
        BillingReason.UsageCreditExpiry => "Usage credits lapse",
        _ => "Credit expires",
    };

    /// <summary>A cart in words: "3 seats of Licence per month, with 50 Phone".</summary>
    internal static string Held(Cart cart, Catalog catalog)
    {
        var plan = catalog.Plan(cart.PlanId).Name;
        var seats = cart.Quantity == 1 ? plan : $"{Seats(cart.Quantity)} of {plan}";
        var with = cart.AddOns.IsEmpty ? "" : $", with {string.Join(" and ", cart.AddOns.Select(addOn => AddOn(addOn, catalog)))}";
        return $"{seats} per {cart.Interval}{with}";
    }

    internal static string AddOnName(string id, Catalog catalog) => catalog.AddOn(id).Name;

    internal static string Seats(int quantity) => quantity == 1 ? "1 seat" : $"{Number(quantity)} seats";

    internal static string UsageLeft(Subscription subscription, Instant at) =>
        string.Join(", ", FigureTaker.UsageLeft(subscription, at).Select(one => $"{one.Units} {one.Kind}"));

    internal static string Usage(IEnumerable<(string Kind, decimal Units)> moved) =>
        string.Join(", ", moved.Select(one => $"{Spelling.Units(one.Units)} {one.Kind}"));

    private static string ShortAsked(Happening it, ScenarioStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Buy: return $"Buy {PlanName(step.Wish.PlanId!, it)}";
            case StepKind.Resume: return "Resume";
            case StepKind.Renew: return "Renew, ahead";
            case StepKind.Collect: return "Collect";
            case StepKind.Withdraw: return "Withdraw";
            case StepKind.Cancel or StepKind.Pause: return step.Kind.ToString();
        }

        var (cart, plan) = (Wanted(it), it.Before.Plan!);
        return cart.PlanId != plan.ProductId ? $"To {PlanName(cart.PlanId, it)}"
            : cart.Interval != plan.SoldAt.Interval ? $"To pay per {cart.Interval}"
            : cart.Quantity != plan.Quantity ? $"To {Seats(cart.Quantity)}"
            : AddOns(it, cart).FirstOrDefault() is { } addOn ? char.ToUpperInvariant(addOn[0]) + addOn[1..]
            : "As it is";
    }

    private static string ByItself(Happening it, BillingReason occasion) => occasion switch
    {
        BillingReason.Renewal when it.Before.Term is { } term && it.At < term.End => $"The renewal, ahead of its time: {After(it)}",
        BillingReason.Renewal => $"The renewal: {After(it)}",
        BillingReason.TrialEnd => $"The trial ends: {After(it)}",
        BillingReason.PendingChange when it.After.Status == Status.Paused => "The pause that was asked for begins",
        BillingReason.PendingChange when it.Before.Status == Status.Paused => $"The pause ends: {After(it)}",
        BillingReason.PendingChange => $"The pending change takes effect: {After(it)}",
        BillingReason.TermStart => "The term bought ahead begins",
        BillingReason.Expiry => it.After.Plan is null ? "The subscription ends: nothing is held afterwards" : $"The subscription ends, and falls to {After(it)}",
        BillingReason.AddOnTermEnd => $"The term of an add-on ends: {After(it)}",
        BillingReason.UsageCreditExpiry => "Usage credits lapse",
        BillingReason.MoneyCreditExpiry => "Credit expires",
        _ => Spelling.Name(occasion),
    };

    private static string After(Happening it) => it.After.Plan is null ? "nothing" : Held(it.After.Cart(), it.Run.Catalog);

    private static string Asked(Happening it, ScenarioStep step) => step.Kind switch
    {
        StepKind.Buy or StepKind.Change => Wished(it, step, Wanted(it)),
        StepKind.Cancel => $"Cancel{Timing(step.Wish.Timing)}",
        StepKind.Pause => $"Pause{Timing(step.Wish.Timing)}{(step.Wish.Until is { } until ? $" until {Day(until, it.Run.Zone)}" : "")}",
        StepKind.Resume when it.Before.Status == Status.NonRenewing => "Resume: the cancellation is taken back",
        StepKind.Resume => "Resume",
        StepKind.Withdraw => "Withdraw the pending change",
        StepKind.Renew => "Renew ahead of time",
        StepKind.Collect => "Collect deferred charges",
        StepKind.Use => $"Use {string.Join(" and ", step.Used.Select(used => $"{Spelling.Units(used.Units)} {used.Kind}"))}",
        _ => "As it stands",
    };

    /// <summary>The cart of the request: the wish over the items held.</summary>
    private static Cart Wanted(Happening it) => ((Command.Ask)StepCommand.Of(it.Step!, it.Before, it.Run.Catalog, "")!).Change.Cart!;

    private static string Wished(Happening it, ScenarioStep step, Cart cart)
    {
        if (it.Before.Plan is not { } plan)
        {
            return $"Buy {Held(cart, it.Run.Catalog)}";
        }

        var wishes = new List<string>();
        if (cart.PlanId != plan.ProductId)
        {
            wishes.Add($"change from {PlanName(plan.ProductId, it)} to {PlanName(cart.PlanId, it)}");
        }

        if (cart.Interval != plan.SoldAt.Interval)
        {
            wishes.Add($"pay per {cart.Interval} instead of per {plan.SoldAt.Interval}");
        }

        if (cart.Quantity != plan.Quantity)
        {
            wishes.Add($"{Seats(cart.Quantity)} instead of {Number(plan.Quantity)}");
        }

        wishes.AddRange(AddOns(it, cart));
        var asked = wishes.Count == 0 ? "everything as it is" : string.Join(", ", wishes);
        return char.ToUpperInvariant(asked[0]) + asked[1..] + Timing(step.Wish.Timing);
    }

    private static IEnumerable<string> AddOns(Happening it, Cart cart)
    {
        var catalog = it.Run.Catalog;
        foreach (var wanted in cart.AddOns.AsEnumerable())
        {
            var held = it.Before.AddOns.FirstOrDefault(item => item.ProductId == wanted.Id);
            if (held is null)
            {
                yield return $"add {AddOn(wanted, catalog)}";
            }
            else if (held.Quantity != wanted.Quantity)
            {
                yield return $"{AddOn(wanted, catalog)} instead of {Number(held.Quantity)}";
            }
        }

        foreach (var held in it.Before.AddOns.Where(held => cart.AddOns.All(wanted => wanted.Id != held.ProductId)))
        {
            yield return $"end {AddOnName(held.ProductId, catalog)}";
        }
    }

    private static string AddOn(CartAddOn addOn, Catalog catalog) =>
        addOn.Quantity == 1 ? AddOnName(addOn.Id, catalog) : $"{Number(addOn.Quantity)} x {AddOnName(addOn.Id, catalog)}";

    private static string PlanName(string id, Happening it) => it.Run.Catalog.Plan(id).Name;

    private static string Timing(RequestedTiming? timing) => timing switch
    {
        RequestedTiming.Now => ", now",
        RequestedTiming.AtPeriodEnd => ", at the end of the period",
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
