<Query Kind="Statements">
  <NuGetReference>SubscriptionMath</NuGetReference>
  <Namespace>NodaTime</Namespace>
  <Namespace>SubscriptionMath</Namespace>
  <Namespace>SubscriptionMath.Vendors</Namespace>
</Query>

// How do two years go: a downgrade, credit that pays a renewal, a payment that fails, the end?
var catalog = Catalog.Of(
    new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
    new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });
var policy = WhaleBooks.Policy();
var script = Script.Of(
    new Command.Ask { At = Instant.FromUtc(2026, 1, 1, 0, 0), Change = Change.To(Cart.Of("company", BillingInterval.Year)) },
    new Command.Ask { At = Instant.FromUtc(2026, 7, 2, 0, 0), Change = Change.To(Cart.Of("personal", BillingInterval.Year)) },
    new Command.Ask { At = Instant.FromUtc(2027, 3, 1, 0, 0), Change = Change.To(Cart.Of("company", BillingInterval.Year)) },
    new Command.Ask { At = Instant.FromUtc(2027, 9, 1, 0, 0), Change = Change.Cancel() })
    with { PaymentsFail = [new Term(Instant.FromUtc(2027, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 4, 0, 0))] };
Timeline.Of(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc), Facts.None)
    .Play(script, catalog, policy, Instant.FromUtc(2028, 1, 1, 0, 0))
    .Dump("Two years of one subscription");