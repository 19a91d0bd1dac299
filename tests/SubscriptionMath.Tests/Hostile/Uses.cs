using SubscriptionMath.Scenarios;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Hostile;

/// <summary>Checks and prices what was read. Pricing throws for nothing that was read, but for a change to a product that is not sold.</summary>
internal static class Uses
{
    private static readonly Shop[] Sellers = [WhaleBooks, PhotoDeck, Kaspr, SmrtPhone];

    internal static void OfPolicy(BillingPolicy policy)
    {
        if (PolicyCheck.Contradictions(policy).Any(one => !one.IsWarning))
            throw new InvalidOperationException("A policy that contradicts itself was read.");

        foreach (var shop in new[] { WhaleBooks with { Policy = policy }, Kaspr with { Policy = policy } })
        {
            var plan = shop.Catalog.Plans[^1];
            var cart = Cart.Of(plan.Id, plan.Prices[0].Interval);
            var bought = Billing.Price(shop.NotStarted(), Change.To(cart), AskedByTheOwner with { MembersInUse = 1 }, shop.Catalog, policy, shop.At("2026-01-31"));
            if (bought is Quote quote)
                Ask(shop, quote.SubscriptionAfter, AskedByTheOwner with { MembersInUse = 1 });
        }
    }

    internal static void OfCatalog(Catalog catalog)
    {
        foreach (var plan in catalog.Plans.Take(5))
        {
            foreach (var price in plan.Prices.Take(3))
            {
                var shop = new Shop(WhaleBooks.Policy, catalog) { Currency = price.Currency.Code };
                var cart = Cart.Of(plan.Id, price.Interval) with { Quantity = plan.Seats.Least };
                if (Billing.Price(shop.NotStarted(), Change.To(cart), Facts.None, catalog, shop.Policy, shop.At("2026-01-31")) is Quote quote)
                    Ask(shop, quote.SubscriptionAfter, Facts.None);
            }
        }
    }

    internal static void OfSubscription(Subscription held)
    {
        foreach (var shop in Sellers)
        {
            if (held.Plan is null || shop.Catalog.Plans.Any(plan => plan.Id == held.Plan.ProductId))
                Ask(shop with { Currency = held.Currency.Code }, held, AskedByTheOwner with { MembersInUse = 1 });
        }
    }

    internal static void OfChange(Change change)
    {
        var held = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
        foreach (var day in new[] { "2026-01-01", "2026-07-02", "2026-12-31" })
            Asked(() => Billing.Price(held, change, Facts.None, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At(day)));
    }

    internal static void OfFacts(Facts facts)
    {
        var held = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
        Asked(() => Billing.Price(held, Change.To(Yearly("company")), facts, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At("2026-07-02")));
        Asked(() => Lifecycle.PriceNext(held, facts, WhaleBooks.Catalog, WhaleBooks.Policy));
    }

    internal static void OfAnswer(Answer answer)
    {
        if (answer is not Quote quote)
            return;

        _ = Explanation.Of(quote);
        _ = BillingJson.DerivedId(quote);
        _ = quote.Totals;
        var held = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
        Asked(() => Billing.Accept(held, quote, Facts.None));
    }

    internal static void OfScript(Script script) => Asked(() =>
        Timeline.Of(WhaleBooks.NotStarted(), Facts.None).Play(script, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At("2028-01-01")));

    internal static void OfTimeline(Timeline timeline)
    {
        var until = timeline.Until ?? WhaleBooks.At("2026-01-01");
        Asked(() => timeline.Play(Script.Empty, WhaleBooks.Catalog, WhaleBooks.Policy, until + Duration.FromDays(400)));
    }

    internal static void OfScenario(object read)
    {
        try
        {
            _ = ScenarioRunner.Play((Scenario)read);
        }
        catch (ScenarioException wrong) when (wrong.Path.StartsWith('$'))
        {
            // A step that cannot be priced is told with its place.
        }
    }

    /// <summary>All that can be asked of a subscription, at the instants that matter in its term.</summary>
    private static void Ask(Shop shop, Subscription held, Facts facts)
    {
        var (catalog, policy) = (shop.Catalog, shop.Policy);
        Asked(() => Lifecycle.PriceNext(held, facts, catalog, policy));
        if (held.Plan is not { } plan || held.Term is not { } term)
            return;

        var middle = term.Start + ((term.End - term.Start) / 2);
        foreach (var at in new[] { term.Start, middle, term.End - Duration.Epsilon, term.End }.Where(at => !(at < term.Start)).Distinct())
        {
            Asked(() => Billing.Price(held, Change.Cancel(), facts, catalog, policy, at));
            Asked(() => Billing.Price(held, Change.To(held.Cart() with { Paused = true }), facts, catalog, policy, at));
            Asked(() => Billing.Price(held, Change.To(held.Cart() with { Quantity = plan.Quantity == int.MaxValue ? 1 : plan.Quantity + 1, AddOns = [] }), facts, catalog, policy, at));
            foreach (var other in catalog.Plans.Take(4))
                Asked(() => Billing.Price(held, Change.To(Cart.Of(other.Id, other.Prices[0].Interval) with { Quantity = 2 }), facts, catalog, policy, at));

            Asked(() => Billing.Renew(held, facts, catalog, policy, at));
            Asked(() => Billing.Collect(held, facts, policy, at));
            Asked(() => Billing.Spend(held, "calls", 3m, policy, at));
            Asked(() => Billing.UnusedValue(held, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, at));
        }
    }

    /// <summary>A question; the caller's own misuse is an error that names the argument, and a sum that is too large has its own.</summary>
    private static void Asked(Action question)
    {
        try
        {
            question();
        }
        catch (ArgumentException misuse) when (misuse.ParamName is not null)
        {
            // An unknown product, another currency, an instant outside the term: the architecture lists them.
        }
        catch (OverflowException)
        {
            // Its message is its own.
        }
    }
}
