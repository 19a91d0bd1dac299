using System.Globalization;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>Carts, dates and terms in English.</summary>
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

    /// <summary>What was asked for: "Change to Company", "5 seats instead of 3, and add 50 Phone".</summary>
    internal static string Asked(StepOutcome step)
    {
        var (before, cart) = (step.Before, step.Cart);
        if (before.Plan is not { } plan)
        {
            return $"Buy {Held(cart, step.Run.Catalog)}";
        }

        var wishes = new List<string>();
        if (cart.PlanId != plan.ProductId)
        {
            wishes.Add($"change from {PlanName(plan.ProductId, step)} to {PlanName(cart.PlanId, step)}");
        }

        if (cart.Every != plan.SoldAt.Every)
        {
            wishes.Add($"pay per {cart.Every} instead of per {plan.SoldAt.Every}");
        }

        if (cart.Quantity != plan.Quantity)
        {
            wishes.Add($"{Seats(cart.Quantity)} instead of {Number(plan.Quantity)}");
        }

        wishes.AddRange(AddOns(step));
        var asked = wishes.Count == 0 ? "everything as it is" : string.Join(", ", wishes);
        return char.ToUpperInvariant(asked[0]) + asked[1..] + Timing(step.Step.Wish.Timing);
    }

    /// <summary>A cart in words: "3 seats of Licence per month, with 50 Phone".</summary>
    internal static string Held(Cart cart, Catalog catalog)
    {
        var plan = catalog.Plan(cart.PlanId).Name;
        var seats = cart.Quantity == 1 ? plan : $"{Seats(cart.Quantity)} of {plan}";
        var with = cart.AddOns.IsEmpty ? "" : $", with {string.Join(" and ", cart.AddOns.Select(addOn => AddOn(addOn, catalog)))}";
        return $"{seats} per {cart.Every}{with}";
    }

    internal static string AddOnName(string id, Catalog catalog) => catalog.AddOn(id).Name;

    internal static string Seats(int quantity) => quantity == 1 ? "1 seat" : $"{Number(quantity)} seats";

    private static IEnumerable<string> AddOns(StepOutcome step)
    {
        var catalog = step.Run.Catalog;
        foreach (var wanted in step.Cart.AddOns.AsEnumerable())
        {
            var held = step.Before.AddOns.FirstOrDefault(item => item.ProductId == wanted.Id);
            if (held is null)
            {
                yield return $"add {AddOn(wanted, catalog)}";
            }
            else if (held.Quantity != wanted.Quantity)
            {
                yield return $"{AddOn(wanted, catalog)} instead of {Number(held.Quantity)}";
            }
        }

        foreach (var held in step.Before.AddOns.Where(held => step.Cart.AddOns.All(wanted => wanted.Id != held.ProductId)))
        {
            yield return $"end {AddOnName(held.ProductId, catalog)}";
        }
    }

    private static string AddOn(CartAddOn addOn, Catalog catalog) =>
        addOn.Quantity == 1 ? AddOnName(addOn.Id, catalog) : $"{Number(addOn.Quantity)} x {AddOnName(addOn.Id, catalog)}";

    private static string PlanName(string id, StepOutcome step) => step.Run.Catalog.Plan(id).Name;

    private static string Timing(RequestedTiming? timing) => timing switch
    {
        RequestedTiming.Now => ", now",
        RequestedTiming.AtPeriodEnd => ", at the end of the period",
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
