<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// What would the same upgrade cost under the rules of other vendors?
var catalog = Catalog.Of(
    new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
    new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });
var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
var facts = Facts.None with { AskedBy = Roles.Owner, MembersInUse = 1 };
var purchase = Change.To(Cart.Of("personal", BillingInterval.Year));
var held = Billing.Price(nothing, purchase, facts, catalog, WhaleBooks.Policy(), Instant.FromUtc(2026, 1, 1, 0, 0)).OrThrow().SubscriptionAfter;
var upgrade = Change.To(held.Cart() with { PlanId = "company" });
BillingPolicy[] policies =
[
    WhaleBooks.Policy(), PhotoDeck.Policy(), SmrtPhone.Policy(), Obi.FullPriceAndCycleReset(),
    Stripe.Classic(), Recurly.Now(), Lago.Policy(), Apple.Policy(), GooglePlay.WithTimeProration(),
];
Billing.Compare(held, upgrade, facts, catalog, Instant.FromUtc(2026, 7, 2, 0, 0), policies)
    .Select(row => new { row.Policy, Now = $"{row.DueNow}", Later = $"{row.OnNextInvoice}", Until = $"{row.TermEnd:uuuu-MM-dd}", Why = row.Refusal?.Message })
    .Dump("Personal to Company on 2 July");