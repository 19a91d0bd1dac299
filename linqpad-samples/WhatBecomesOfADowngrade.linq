<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// What becomes of the money for the time left when a customer goes down? One vendor keeps it as credit, the other turns it into time.
var catalog = Catalog.Of(
    new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
    new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });
var (july, nothing) = (Instant.FromUtc(2026, 7, 2, 0, 0), Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc));
foreach (var policy in new[] { WhaleBooks.Policy(), PhotoDeck.Policy() })
{
    var purchase = Change.To(Cart.Of("company", BillingInterval.Year));
    var held = Billing.Price(nothing, purchase, Facts.None, catalog, policy, Instant.FromUtc(2026, 1, 1, 0, 0)).OrThrow().SubscriptionAfter;
    var down = Billing.Price(held, Change.To(held.Cart() with { PlanId = "personal" }), Facts.None, catalog, policy, july).OrThrow();
    down.Dump(policy.Name);
    down.SubscriptionAfter.Term!.Value.Dump("The term afterwards");
    down.CreditAfter.LeftAt(july, held.Currency).Dump("The credit afterwards");
}