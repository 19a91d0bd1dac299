#!/usr/bin/env dotnet
#:project ../src/SubscriptionMath/SubscriptionMath.csproj

// A year of a Kaspr customer with three kinds of add-on credits: what was granted, what was used, what lapsed, and why.
using System.Globalization;
using NodaTime;
using SubscriptionMath;
using SubscriptionMath.Vendors;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (policy, month, facts) = (Kaspr.Policy(), BillingInterval.Month, Facts.None with { MembersInUse = 1 });
var catalog = new Catalog
{
    Plans =
    [
        new Plan
        {
            Id = "licence",
            Name = "Licence",
            Rank = 1,
            Prices = [Price.Of(50m, "EUR", month)],
            Allowances = [Credits("phone", 100), Credits("direct", 50)],
            AddOns = ["phone 50", "direct 200", "export 1000"],
        },
    ],
    AddOns = [Pack("phone 50", 15m, Credits("phone", 50)), Pack("direct 200", 10m, Credits("direct", 200)), Pack("export 1000", 5m, Credits("export", 1000))],
};

// What is needed, month by month. Phone credits run short in spring; exports are hardly needed, and their add-on is dropped in July.
var needed = new (string Kind, int[] Units)[]
{
    ("phone", [120, 90, 150, 150, 140, 80, 60, 100, 130, 110, 95, 40]),
    ("direct", [150, 250, 180, 60, 0, 20, 200, 240, 170, 90, 45, 10]),
    ("export", [350, 0, 120, 900, 80, 0, 40, 0, 0, 0, 0, 0]),
};

var all = Cart.Of("licence", month) with { AddOns = [new CartAddOn { Id = "phone 50" }, new CartAddOn { Id = "direct 200" }, new CartAddOn { Id = "export 1000" }] };
var held = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var rows = new List<Row>();
var year = new LocalDate(2026, 1, 1);
Take(Billing.Price(held, Change.To(all), facts, catalog, policy, At(year)).OrThrow());
for (var n = 0; n < 12; n++)
{
    var middle = year.PlusMonths(n).PlusDays(14);
    foreach (var (kind, units) in needed)
    {
        Use(kind, units[n], middle);
    }

    if (n == 3)
    {
        Use("phone", 25, middle.PlusDays(1));
    }

    if (n == 6)
    {
        Take(Billing.Price(held, Change.To(all with { AddOns = [all.AddOns[0], all.AddOns[1]] }), facts, catalog, policy, At(middle)).OrThrow());
    }

    foreach (var step in Lifecycle.Advance(held, facts, catalog, policy, At(year.PlusMonths(n + 1))).Steps)
    {
        Take((Quote)step.Answer);
    }
}

Console.WriteLine("A year of usage credits under Kaspr's policy. Each month brings an allotment of its own; the plan's credits are used before an add-on's.");
foreach (var (kind, _) in needed)
{
    var ofKind = rows.FindAll(row => row.Kind == kind);
    Console.WriteLine();
    Console.WriteLine($"{kind,-10}{"granted",9}{"used",9}{"lapsed",9}{"left",9}   why");
    var left = 0m;
    foreach (var row in ofKind.GroupBy(row => (row.Month.Year, row.Month.Month)))
    {
        var (granted, used, lapsed) = (row.Sum(one => one.Granted), row.Sum(one => one.Used), row.Sum(one => one.Lapsed));
        left += granted - used - lapsed;
        Console.WriteLine($"{row.First().Month.ToString("MMM uuuu", CultureInfo.InvariantCulture),-10}{granted,9:N0}{used,9:N0}{lapsed,9:N0}{left,9:N0}   {string.Join("; ", row.Select(one => one.Why).Where(why => why.Length > 0))}".TrimEnd());
    }

    Console.WriteLine($"{"in all",-10}{ofKind.Sum(row => row.Granted),9:N0}{ofKind.Sum(row => row.Used),9:N0}{ofKind.Sum(row => row.Lapsed),9:N0}{left,9:N0}   granted = used + lapsed + left");
}

void Use(string kind, decimal units, LocalDate day)
{
    switch (Billing.Spend(held, kind, units, policy, At(day)))
    {
        case Spent spent:
            held = spent.Subscription;
            rows.Add(new Row(kind, day, 0m, spent.Uses.Sum(use => use.Units), 0m, ""));
            break;
        case NotSpent not:
            rows.Add(new Row(kind, day, 0m, 0m, 0m, $"{Short(day)} refused: {not.Refusal.Message}"));
            break;
    }
}

// What lapses at a boundary belongs to the month that ends there, what is granted to the one that begins.
void Take(Quote quote)
{
    var day = quote.At.InUtc().Date;
    held = quote.SubscriptionAfter;
    foreach (var effect in quote.Grants)
    {
        var dropped = quote.EndedAddOns.Any(addOn => addOn == effect.ProductId);
        rows.Add(effect.Kind == GrantEffectKind.Granted
            ? new Row(effect.Credit, day, effect.Units, 0m, 0m, "")
            : new Row(effect.Credit, day.PlusDays(-1), 0m, 0m, effect.Units, $"{effect.Units:N0} of '{effect.ProductId}': {(dropped ? "the add-on was dropped" : "the month was over")}"));
    }
}

static string Short(LocalDate day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

static Instant At(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

static Allowance Credits(string kind, decimal units) => new() { Kind = kind, Units = units, Rollover = Rollover.None };

static AddOn Pack(string id, decimal price, Allowance credits) =>
    new() { Id = id, Name = id, Prices = [Price.Of(price, "EUR", BillingInterval.Month)], Allowances = [credits] };

internal sealed record Row(string Kind, LocalDate Month, decimal Granted, decimal Used, decimal Lapsed, string Why);
