<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// What do two more seats cost in the middle of a month, and what happens to a seat that is given back?
var catalog = Catalog.Of(new Plan { Id = "licence", Name = "Licence", Rank = 1, Prices = [Price.Of(50m, "EUR", BillingInterval.Month)] });
var (policy, facts) = (Kaspr.Policy(), Facts.None with { MembersInUse = 3 });
var three = Cart.Of("licence", BillingInterval.Month) with { Quantity = 3 };
var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var held = Billing.Price(nothing, Change.To(three), facts, catalog, policy, Instant.FromUtc(2026, 4, 1, 0, 0)).OrThrow().SubscriptionAfter;
var more = Billing.Price(held, Change.To(three with { Quantity = 5 }), facts, catalog, policy, Instant.FromUtc(2026, 4, 16, 0, 0)).OrThrow();
more.Dump("Two more on 16 April");
var fewer = Change.To(more.SubscriptionAfter.Cart() with { Quantity = 4 });
var less = Billing.Price(more.SubscriptionAfter, fewer, facts, catalog, policy, Instant.FromUtc(2026, 4, 20, 0, 0)).OrThrow();
less.Dump("One less on 20 April: nothing now");
less.SubscriptionAfter.Pending!.EffectiveAt.Dump("It leaves at");
var full = facts with { MembersInUse = 5 };
Billing.Price(more.SubscriptionAfter, fewer, full, catalog, policy, Instant.FromUtc(2026, 4, 20, 0, 0)).Dump("With five members");