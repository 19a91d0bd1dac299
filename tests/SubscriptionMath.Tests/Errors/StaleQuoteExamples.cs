using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>A quote that is not as good as before, and one that is.</summary>
public class StaleQuoteExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));
    private static readonly Subscription Licence = Kaspr.Buy("2026-04-01", Monthly("licence", 5));

    [Fact]
    public void StaleQuote_when_the_subscription_has_moved_on()
    {
        var (first, second) = (SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-11"), SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16"));
        var moved = SmrtPhone.Accept(Standard, first);
        IsStale("The quote was made for version 1 of the subscription, which is at 2 now.", Billing.Accept(moved, second, SmrtPhone.Facts));
        IsStale("The quote was made for version 1 of the subscription, which is at 2 now.", Billing.Accept(moved, first, SmrtPhone.Facts));
    }

    [Fact]
    public void StaleQuote_when_the_credit_that_it_draws_on_has_changed()
    {
        var drawn = Facts.None with { Credit = MoneyCredit.Of(Money.Of(30m, "EUR")) };
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02", drawn);
        Assert.Equal("Service +50.14 -120.33; Balance +30.00; Payment +40.19", Written.Entries(quote));
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Personal, quote, Facts.None with { Credit = MoneyCredit.Of(Money.Of(10m, "EUR")) }));
        Assert.Empty(Billing.Accept(Personal, quote, drawn).OrThrow().Credit.Lots);
    }

    [Fact]
    public void StaleQuote_when_the_members_or_the_role_have_changed()
    {
        var seats = Kaspr.Quote(Licence, Monthly("licence", 6), "2026-04-16", Kaspr.Facts with { MembersInUse = 6 });
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Licence, seats, Kaspr.Facts with { MembersInUse = 7 }));
        var pro = SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16");
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Standard, pro, Facts.None with { AskedBy = Roles.Member }));
    }

    /// <summary>In Prague 2 July ends at 22:00 UTC.</summary>
    [Fact]
    public void StaleQuote_when_the_day_of_the_quote_is_over()
    {
        var shop = WhaleBooks with { Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"], Policy = WhaleBooks.Policy.WithQuoteValidity(QuoteValidity.ToEndOfDay) };
        var held = shop.Buy("2026-01-01", Yearly("personal"));
        var quote = shop.Quote(held, Yearly("company"), "2026-07-02T07:30:00Z");
        Assert.Equal(shop.At("2026-07-02T22:00:00Z"), quote.GoodUntil);
        Assert.Equal(quote.SubscriptionAfter, Billing.Accept(held, quote, Facts.None, shop.At("2026-07-02T21:59:59Z")).OrThrow().Subscription);
        IsStale(
            "The quote was good until 2026-07-02T22:00:00Z; it was to be accepted at 2026-07-02T22:00:00Z.",
            Billing.Accept(held, quote, Facts.None, shop.At("2026-07-02T22:00:00Z")), StaleReason.Time);
    }

    [Fact]
    public void StaleQuote_when_the_day_is_over_at_which_its_payment_fails()
    {
        var shop = WhaleBooks with { Policy = WhaleBooks.Policy.WithQuoteValidity(QuoteValidity.ToEndOfDay) };
        var quote = shop.Quote(Personal, Yearly("company"), "2026-07-02T09:30:00Z");
        var owed = Billing.AcceptUnpaid(Personal, quote, Facts.None, shop.At("2026-07-02T23:59:59Z")).OrThrow().Subscription;
        Assert.Equal(Money.Of(70.19m, "EUR"), Assert.Single(owed.NextInvoice).Amount);
        IsStale(
            "The quote was good until 2026-07-03T00:00:00Z; it was to be accepted at 2026-07-03T00:00:00Z.",
            Billing.AcceptUnpaid(Personal, quote, Facts.None, shop.At("2026-07-03")), StaleReason.Time);
    }

    [Fact]
    public void StaleQuote_when_its_minutes_are_over()
    {
        var shop = WhaleBooks with { Policy = WhaleBooks.Policy.WithQuoteValidity(QuoteValidity.ForMinutes(30)) };
        var quote = shop.Quote(Personal, Yearly("company"), "2026-07-02T09:30:00Z");
        Assert.IsType<Accepted>(Billing.Accept(Personal, quote, Facts.None, shop.At("2026-07-02T09:59:59Z")));
        IsStale(
            "The quote was good until 2026-07-02T10:00:00Z; it was to be accepted at 2026-07-02T10:00:00Z.",
            Billing.Accept(Personal, quote, Facts.None, shop.At("2026-07-02T10:00:00Z")), StaleReason.Time);
        Assert.Throws<ArgumentOutOfRangeException>(() => QuoteValidity.ForMinutes(0));
    }

    [Fact]
    public void StaleQuote_when_the_term_has_ended_since_whatever_the_policy_says()
    {
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-12-31");
        Assert.Null(quote.GoodUntil);
        IsStale(
            "The quote was good until 2027-01-01T00:00:00Z; it was to be accepted at 2027-01-01T00:05:00Z.",
            Billing.Accept(Personal, quote, Facts.None, WhaleBooks.At("2027-01-01T00:05:00Z")), StaleReason.Time);
        var cancel = Billing.Price(Personal, Change.Cancel(), Facts.None, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At("2026-12-31")).OrThrow();
        Assert.IsType<Accepted>(Billing.Accept(Personal, cancel, Facts.None, WhaleBooks.At("2027-01-01T00:05:00Z")));
    }

    [Fact]
    public void StaleQuote_when_the_catalog_or_the_policy_was_edited_and_gives_another_price()
    {
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02");
        var dearer = Edited("company", Price.Of(250m, "EUR", BillingInterval.Year));
        IsStale("The catalog or the policy was edited since the quote was made, and give another price now.", Now(dearer, WhaleBooks.Policy), StaleReason.CatalogOrPolicy);
        IsStale(
            "The catalog or the policy was edited since the quote was made: The plan 'company' is not offered.",
            Now(Catalog.Of([.. WhaleBooks.Catalog.Plans.Where(plan => plan.Id != "company")]), WhaleBooks.Policy), StaleReason.CatalogOrPolicy);
        IsStale(
            "The catalog or the policy was edited since the quote was made, and give another price now.",
            Now(WhaleBooks.Catalog, WhaleBooks.Policy.WithMeasure(Measure.MonthsNotStarted)), StaleReason.CatalogOrPolicy);

        // Another plan costs more, and a failed payment has another effect: nothing of it is in the quote.
        Assert.IsType<Accepted>(Now(Edited("free", Price.Of(0m, "EUR", BillingInterval.Year), Price.Of(9m, "EUR", BillingInterval.Month)), WhaleBooks.Policy));
        Assert.IsType<Accepted>(Now(WhaleBooks.Catalog, WhaleBooks.Policy.WithFailedPayment(FailedPayment.StandsAndIsOwed)));

        Acceptance Now(Catalog catalog, BillingPolicy policy) =>
            Billing.Accept(Personal, quote, Facts.None, catalog, policy, WhaleBooks.At("2026-07-02T12:00:00Z"));

        static Catalog Edited(string id, params Price[] prices) => WhaleBooks.Catalog with
        {
            Plans = [.. WhaleBooks.Catalog.Plans.Select(plan => plan.Id == id ? plan with { Prices = [.. prices] } : plan)],
        };
    }

    [Fact]
    public void StaleQuote_of_a_renewal_when_the_price_of_the_catalog_was_edited()
    {
        var policy = WhaleBooks.Policy with { Renewal = WhaleBooks.Policy.Renewal with { Price = RenewalPrice.FromCatalog } };
        var renewal = Lifecycle.PriceNext(Personal, Facts.None, WhaleBooks.Catalog, policy)!;
        var dearer = WhaleBooks.Catalog with
        {
            Plans = [.. WhaleBooks.Catalog.Plans.Select(plan => plan.Id == "personal" ? plan with { Prices = [Price.Of(120m, "EUR", BillingInterval.Year)] } : plan)],
        };
        Assert.IsType<Accepted>(Billing.Accept(Personal, renewal, Facts.None, WhaleBooks.Catalog, policy, renewal.At));
        Assert.Equal(
            StaleReason.CatalogOrPolicy, Assert.IsType<Stale>(Billing.Accept(Personal, renewal, Facts.None, dearer, policy, renewal.At)).Reason);
        var ahead = Billing.Renew(Personal, Facts.None, WhaleBooks.Catalog, policy, WhaleBooks.At("2026-12-20")).OrThrow();
        Assert.IsType<Accepted>(Billing.Accept(Personal, ahead, Facts.None, WhaleBooks.Catalog, policy, ahead.At));
        var collected = Billing.Collect(Personal, Facts.None, policy, WhaleBooks.At("2026-07-02"));
        Assert.IsType<Accepted>(Billing.Accept(Personal, collected, Facts.None, dearer, policy, collected.At));
    }

    [Fact]
    public void A_stale_quote_tells_the_versions_or_the_fact()
    {
        var first = SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-11");
        var moved = Assert.IsType<Stale>(Billing.Accept(SmrtPhone.Accept(Standard, first), first, SmrtPhone.Facts));
        Assert.Equal((StaleReason.Version, "1", "2"), (moved.Reason, moved.Refusal.Asked, moved.Refusal.Available[0]));
        var seats = Kaspr.Quote(Licence, Monthly("licence", 6), "2026-04-16", Kaspr.Facts with { MembersInUse = 6 });
        var stale = Assert.IsType<Stale>(Billing.Accept(Licence, seats, Kaspr.Facts with { MembersInUse = 7 }));
        Assert.Equal((StaleReason.Fact, nameof(Facts.MembersInUse)), (stale.Reason, stale.Refusal.Subject));
    }

    /// <summary>Forgotten rates are no bill without tax; a sale without tax says so.</summary>
    [Fact]
    public void FactNotKnown_when_the_policy_requires_the_rates_of_tax()
    {
        var policy = WhaleBooks.Policy with { Invoicing = WhaleBooks.Policy.Invoicing with { RequiresTaxes = true } };
        var (change, at) = (Change.To(Yearly("company")), WhaleBooks.At("2026-07-02"));
        const string Sentence = "The policy needs the rates of tax, which the caller did not supply.";
        Misusing.Refuses<ArgumentException>(() => Billing.Price(Personal, change, Facts.None, WhaleBooks.Catalog, policy, at), "facts", Sentence);
        Misusing.Refuses<ArgumentException>(() => Billing.Renew(Personal, Facts.None, WhaleBooks.Catalog, policy, at), "facts", Sentence);
        Misusing.Refuses<ArgumentException>(() => Billing.Collect(Personal, Facts.None, policy, at), "facts", Sentence);
        Misusing.Refuses<ArgumentException>(() => Lifecycle.PriceNext(Personal, Facts.None, WhaleBooks.Catalog, policy), "facts", Sentence);
        Misusing.Refuses<ArgumentException>(
            () => Lifecycle.Advance(Personal, Facts.None, WhaleBooks.Catalog, policy, WhaleBooks.At("2028-01-01")), "facts", Sentence);
        Assert.Equal(RefusalCode.FactNotKnown, Billing.Compare(Personal, change, Facts.None, WhaleBooks.Catalog, at, policy)[0].Refusal!.Code);
        Assert.IsType<Quote>(Billing.Price(Personal, change, Facts.None with { Taxes = TaxRates.None }, WhaleBooks.Catalog, policy, at));
    }

    [Fact]
    public void A_quote_is_as_good_as_before_when_a_fact_has_changed_that_it_did_not_read()
    {
        var standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var quote = PhotoDeck.Quote(standard, Yearly("premium"), "2026-06-01");
        var changed = new Facts { Credit = MoneyCredit.Of(Money.Of(5m, "EUR")), MembersInUse = 3, AskedBy = Roles.Member };
        var accepted = Billing.Accept(standard, quote, changed).OrThrow();
        Assert.Equal(quote.SubscriptionAfter, accepted.Subscription);
        Assert.Equal(changed.Credit, accepted.Credit);
    }

    private static void IsStale(string sentence, Acceptance acceptance, StaleReason? reason = null)
    {
        var stale = Assert.IsType<Stale>(acceptance);
        Assert.Equal(reason ?? (sentence.Contains("version", StringComparison.Ordinal) ? StaleReason.Version : StaleReason.Fact), stale.Reason);
        Assert.Equal((RefusalCode.StaleQuote, sentence), (stale.Refusal.Code, stale.Refusal.Message));
        Assert.Equal($"StaleQuote: {sentence}", Assert.Throws<InvalidOperationException>(stale.OrThrow).Message);
    }
}
