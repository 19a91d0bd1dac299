<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// Which usage credits are used first, how many are left, and when do they lapse?
var month = BillingInterval.Month;
var catalog = new Catalog
{
    Plans =
    [
        new Plan
        {
            Id = "licence", Name = "Licence", Rank = 1, Prices = [Price.Of(50m, "EUR", month)], AddOns = ["phone 50"],
            Allowances = [new Allowance { Kind = "phone", Units = 100m, Rollover = Rollover.None }],
        },
    ],
    AddOns =
    [
        new AddOn
        {
            Id = "phone 50", Name = "50 Phone", Prices = [Price.Of(15m, "EUR", month)],
            Allowances = [new Allowance { Kind = "phone", Units = 50m, Rollover = Rollover.None }],
        },
    ],
};
var (policy, facts) = (Kaspr.Policy(), Facts.None with { MembersInUse = 1 });
var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var cart = Cart.Of("licence", month) with { AddOns = [new CartAddOn { Id = "phone 50" }] };
var held = Billing.Price(nothing, Change.To(cart), facts, catalog, policy, Instant.FromUtc(2026, 4, 1, 0, 0)).OrThrow().SubscriptionAfter;
var middle = Instant.FromUtc(2026, 4, 16, 0, 0);
var spent = (Spent)Billing.Spend(held, "phone", 120m, policy, middle);
spent.Uses.Select(use => $"{use.Units} of {use.ProductId}").Dump("120 are used");
CreditExpiry.LeftAt(spent.Subscription.Grants, "phone", middle).Dump("Left");
((NotSpent)Billing.Spend(spent.Subscription, "phone", 31m, policy, middle)).Refusal.Message.Dump("31 more");
Lifecycle.PriceNext(spent.Subscription, facts, catalog, policy)!.Grants
    .Select(effect => $"{effect.Kind} {effect.Units} of {effect.ProductId}").Dump("On 1 May");