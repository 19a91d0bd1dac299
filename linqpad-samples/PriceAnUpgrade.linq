<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

var catalog = Catalog.Of(
    new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
    new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });
var policy = WhaleBooks.Policy();
var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var purchase = Change.To(Cart.Of("personal", BillingInterval.Year));
var personal = Billing.Price(nothing, purchase, Facts.None, catalog, policy, Instant.FromUtc(2026, 1, 1, 0, 0)).OrThrow().SubscriptionAfter;
var upgrade = Change.To(personal.Cart() with { PlanId = "company" });
var quote = Billing.Price(personal, upgrade, Facts.None, catalog, policy, Instant.FromUtc(2026, 7, 2, 9, 30)).OrThrow();
for (var entry = 0; entry < quote.Entries.Count; entry++)
    Console.WriteLine($"{quote.Entries[entry].Amount,11}  {Explanation.Of(quote, entry)}");
