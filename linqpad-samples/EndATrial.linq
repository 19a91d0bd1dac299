<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// What is due when a customer goes up in the middle of a trial, and what if nothing is asked for?
var catalog = Catalog.Of(
    new Plan
    {
        Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)],
        Trial = new TrialOffer(BillingInterval.Days(14)),
    },
    new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });
var policy = WhaleBooks.Policy();
var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var purchase = Change.To(Cart.Of("personal", BillingInterval.Year));
var inTrial = Billing.Price(nothing, purchase, Facts.None, catalog, policy, Instant.FromUtc(2026, 1, 1, 0, 0)).OrThrow().SubscriptionAfter;
inTrial.Trial!.Term.Dump("The trial");
var upgrade = Change.To(inTrial.Cart() with { PlanId = "company" });
Billing.Price(inTrial, upgrade, Facts.None, catalog, policy, Instant.FromUtc(2026, 1, 8, 0, 0)).Dump("Up in the trial: two payments");
Lifecycle.PriceNext(inTrial, Facts.None, catalog, policy).Dump("The trial ends by itself");