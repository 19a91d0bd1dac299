<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// What does a customer have after a cancellation, until when, and can it be taken back?
var catalog = Catalog.Of(
    new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
    new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });
var policy = WhaleBooks.Policy();
var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var purchase = Change.To(Cart.Of("personal", BillingInterval.Year));
var held = Billing.Price(nothing, purchase, Facts.None, catalog, policy, Instant.FromUtc(2026, 1, 1, 0, 0)).OrThrow().SubscriptionAfter;
var (june, july) = (Instant.FromUtc(2026, 6, 1, 0, 0), Instant.FromUtc(2026, 7, 1, 0, 0));
var canceled = Billing.Price(held, Change.Cancel(), Facts.None, catalog, policy, june).OrThrow().SubscriptionAfter;
canceled.Status.Dump("Status");
canceled.HasServiceAt(july).Dump("Service in July");
Lifecycle.NextEvent(canceled, Facts.None, policy).Dump("What comes next");
Billing.Price(canceled, Change.To(held.Cart() with { PlanId = "company" }), Facts.None, catalog, policy, july).Dump("An upgrade meanwhile");
var resumed = Billing.Price(canceled, Change.To(held.Cart()), Facts.None, catalog, policy, july).OrThrow();
resumed.SubscriptionAfter.Status.Dump("Taken back");