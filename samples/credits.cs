#!/usr/bin/env dotnet
#:project ../src/SubscriptionMath/SubscriptionMath.csproj

// A year of a Kaspr customer with three kinds of add-on credits: what was granted, what was used, what lapsed, and why.
using System.Globalization;
using NodaTime;
using SubscriptionMath;
using SubscriptionMath.Vendors;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var policy = Kaspr.Policy();
var month = BillingInterval.Month;
string[] kinds = ["phone", "direct", "export"];
var catalog = new Catalog
{
    Plans = [new Plan { Id = "licence", Name = "Licence", Rank = 1, Prices = [Price.Of(50m, "EUR", month)], Allowances = [Credits("phone", 100)], AddOns = ["phone 50", "direct 200", "export 1000"] }],
    AddOns = [Pack("phone 50", 15m, Credits("phone", 50)), Pack("direct 200", 10m, Credits("direct", 200)), Pack("export 1000", 5m, Credits("export", 1000))],
};

// Phone credits run short in spring, exports are hardly needed, and in September one request is more than there is.
int[][] used = [[120, 90, 150, 150, 140, 80, 60, 100, 130, 110, 95, 40], [150, 200, 180, 60, 0, 20, 200, 200, 170, 90, 45, 10], [350, 0, 120, 900, 80, 0, 0, 40, 1000, 15, 0, 5]];

var facts = Facts.None with { MembersInUse = 1 };
var cart = Cart.Of("licence", month) with { AddOns = [new CartAddOn { Id = "phone 50" }, new CartAddOn { Id = "direct 200" }, new CartAddOn { Id = "export 1000" }] };
var start = Day(2026, 1);
var bought = Billing.Price(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc), Change.To(cart), facts, catalog, policy, start).OrThrow();
var (held, sums, refusals) = (bought.SubscriptionAfter, new Dictionary<(string Kind, string Product), (decimal Granted, decimal Used, decimal Lapsed)>(), new List<string>());
Add(bought);
for (var n = 0; n < 12; n++)
{
    var middle = start.InUtc().Date.PlusMonths(n).PlusDays(14).AtMidnight().InUtc().ToInstant();
    for (var kind = 0; kind < kinds.Length; kind++)
    {
        Spend(kinds[kind], used[kind][n], middle);
    }

    if (n == 8)
    {
        Spend("phone", 60, middle);
    }

    foreach (var step in Lifecycle.Advance(held, facts, catalog, policy, start.InUtc().Date.PlusMonths(n + 1).AtMidnight().InUtc().ToInstant()).Steps)
    {
        held = step.Subscription;
        Add((Quote)step.Answer);
    }
}

Console.WriteLine("A year of usage credits under Kaspr's policy, 2026, each month anew");
Console.WriteLine();
Console.WriteLine($"{"credits",-8}  {"from",-12} {"granted",9} {"used",9} {"lapsed",9} {"left",9}  why");
Console.WriteLine(new string('-', 106));
foreach (var kind in kinds)
{
    foreach (var ((_, product), (granted, spent, lapsed)) in sums.Where(sum => sum.Key.Kind == kind).OrderBy(sum => sum.Key.Product != "licence"))
    {
        var why = product == "licence" ? "the plan's own are used first; what is left lapses with the month" : "used after the plan's own; what is left lapses with the month";
        Console.WriteLine($"{kind,-8}  {product,-12} {granted,9:N0} {spent,9:N0} {lapsed,9:N0} {granted - spent - lapsed,9:N0}  {why}");
    }
}

Console.WriteLine();
Console.WriteLine("granted = used + lapsed + left, for every kind; left is the allotment of January 2027.");
refusals.ForEach(Console.WriteLine);

void Spend(string kind, decimal units, Instant at)
{
    switch (Billing.Spend(held, kind, units, policy, at))
    {
        case Spent spent:
            held = spent.Subscription;
            foreach (var use in spent.Uses)
            {
                Sum(kind, use.ProductId, (0m, use.Units, 0m));
            }

            break;
        case NotSpent not:
            refusals.Add($"Refused on {at.InUtc().Date:yyyy-MM-dd}: {not.Refusal.Sentence}");
            break;
    }
}

void Add(Quote quote)
{
    foreach (var effect in quote.Grants)
    {
        Sum(effect.Credit, effect.ProductId, effect.Kind == GrantEffectKind.Granted ? (effect.Units, 0m, 0m) : (0m, 0m, effect.Units));
    }
}

void Sum(string kind, string product, (decimal Granted, decimal Used, decimal Lapsed) more)
{
    var sum = sums.GetValueOrDefault((kind, product));
    sums[(kind, product)] = (sum.Granted + more.Granted, sum.Used + more.Used, sum.Lapsed + more.Lapsed);
}

static Instant Day(int year, int month) => Instant.FromUtc(year, month, 1, 0, 0);

static Allowance Credits(string kind, decimal units) => new() { Kind = kind, Units = units, Rollover = Rollover.None };

static AddOn Pack(string id, decimal price, Allowance credits) =>
    new() { Id = id, Name = id, Prices = [Price.Of(price, "EUR", BillingInterval.Month)], Allowances = [credits] };
