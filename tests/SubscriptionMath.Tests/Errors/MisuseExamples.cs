using static SubscriptionMath.Tests.Errors.Misusing;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>Misuse by the programmer: a framework exception names the parameter and the value; there is never a wrong number.</summary>
public class MisuseExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));

    [Fact]
    public void A_product_that_the_catalog_does_not_have()
    {
        Refuses<ArgumentException>(
            () => WhaleBooks.Catalog.Plan("enterprise"), "id", "The catalog has no plan 'enterprise'; it has 'free', 'personal', 'company'.");
        Refuses<ArgumentException>(() => WhaleBooks.Catalog.AddOn("fax"), "id", "The catalog has no add-on 'fax'; it has none.");
    }

    [Fact]
    public void An_add_on_that_is_held_and_gone_from_the_catalog()
    {
        var held = PhotoDeck.Buy("2026-01-01", Yearly("standard").With("storage"));
        var without = PhotoDeck with { Catalog = PhotoDeck.Catalog with { AddOns = default } };
        Refuses<ArgumentException>(
            () => without.Ask(held, held.Cart(), "2026-02-01"), "catalog", "The catalog has no add-on 'storage'; it has none.");
        Refuses<ArgumentException>(
            () => without.Ask(held, Yearly("standard"), "2026-02-01"), "catalog", "The catalog has no add-on 'storage'; it has none.");
    }

    [Fact]
    public void A_money_credit_that_expires_before_it_can_be_drawn()
    {
        var credit = new CreditLot
        {
            Left = Money.Of(5m, "EUR"),
            Source = CreditSource.Paid,
            Effective = WhaleBooks.At("2026-05-01"),
            Expires = WhaleBooks.At("2026-04-01"),
        };
        var facts = Facts.None with { Credit = new MoneyCredit { Lots = [credit] } };
        Refuses<ArgumentException>(() => WhaleBooks.Ask(Personal, Yearly("company"), "2026-07-02", facts), "facts", "EUR 5.00");
    }

    [Fact]
    public void A_plan_that_is_held_and_gone_from_the_catalog() => Refuses<ArgumentException>(
        () => Billing.Price(
            Personal,
            Change.To(Yearly("company")),
            Facts.None,
            Catalog.Of(WhaleBooks.Catalog.Plan("company")),
            WhaleBooks.Policy,
            WhaleBooks.At("2026-07-02")),
        "catalog",
        "The catalog has no plan 'personal'; it has 'company'.");

    [Fact]
    public void A_status_that_does_not_go_with_the_plan()
    {
        Refuses<ArgumentException>(
            () => WhaleBooks.Ask(Personal with { Plan = null }, Yearly("company"), "2026-07-02"),
            "subscription",
            "The subscription 'S-1' is Active and holds no plan.");
        Refuses<ArgumentException>(
            () => WhaleBooks.Ask(Personal with { Status = Status.NotStarted }, Yearly("company"), "2026-07-02"),
            "subscription",
            "The subscription 'S-1' is NotStarted and holds the plan 'personal'.");
    }

    [Fact]
    public void An_end_before_its_start()
    {
        var start = WhaleBooks.At("2026-01-01");
        Refuses<ArgumentOutOfRangeException>(() => new Term(start, start - Duration.FromSeconds(1)), "end", "2025-12-31T23:59:59Z");
        Refuses<ArgumentOutOfRangeException>(() => WhaleBooks.Term("2027-01-01", "2026-01-01"), "end", "2026-01-01T00:00:00Z");
        Refuses<ArgumentException>(
            () => Personal.Plan!.Lots[0] with { Period = new Term(start, start) }, "Period", "2026-01-01T00:00:00Z/2026-01-01T00:00:00Z");
    }

    [Fact]
    public void A_change_outside_the_current_term()
    {
        Refuses<ArgumentOutOfRangeException>(
            () => WhaleBooks.Ask(Personal, Yearly("company"), "2025-12-31T23:59:59Z"),
            "at",
            "The change lies before the current term 2026-01-01T00:00:00Z/2027-01-01T00:00:00Z of the subscription 'S-1'.");
        Assert.IsType<Quote>(WhaleBooks.Ask(Personal, Yearly("company"), "2026-01-01"));
        Assert.IsType<Quote>(WhaleBooks.Ask(Personal, Yearly("company"), "2026-12-31T23:59:59Z"));
    }

    [Fact]
    public void Nothing_where_something_is_needed()
    {
        var (change, at) = (Change.To(Yearly("company")), WhaleBooks.At("2026-07-02"));
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02");
        var (catalog, policy) = (WhaleBooks.Catalog, WhaleBooks.Policy);
        Null(() => Billing.Price(null!, change, Facts.None, catalog, policy, at), "subscription");
        Null(() => Billing.Price(Personal, null!, Facts.None, catalog, policy, at), "change");
        Null(() => Billing.Price(Personal, change, null!, catalog, policy, at), "facts");
        Null(() => Billing.Price(Personal, change, Facts.None, null!, policy, at), "catalog");
        Null(() => Billing.Price(Personal, change, Facts.None, catalog, null!, at), "policy");
        Null(() => Billing.Accept(null!, quote, Facts.None), "subscription");
        Null(() => Billing.Accept(Personal, null!, Facts.None), "quote");
        Null(() => Billing.Accept(Personal, quote, null!), "facts");
        Null(() => Billing.UnusedValue(null!, UnusedValue.OfAllLots, Measure.Days, RoundingMode.Floor, at), "subscription");
        Null(() => Billing.UnusedValue(Personal, null!, Measure.Days, RoundingMode.Floor, at), "answer");
        Null(() => Billing.UnusedValue(Personal, UnusedValue.OfAllLots, null!, RoundingMode.Floor, at), "measure");
        Null(() => Change.To(null!), "cart");
        Null(() => Facts.None with { Credit = null! }, "Credit");
        Null(() => Subscription.NotStarted("S", "EUR", null!), "Zone");
        Null(() => Personal.Plan! with { SoldAt = null! }, "SoldAt");
        Null(() => policy.WithDirection(null!), "Direction");
        Null(() => policy.WithEligibility(null!), "Eligibility");
        Null(() => policy.WithMeasure(null!), "Measure");
        Null(() => policy.WithRounding(null!), "Rounding");
        Null(() => policy with { AddOns = null! }, "AddOns");
        Null(() => policy with { Balance = null! }, "Balance");
        Null(() => policy with { Allowances = null! }, "Allowances");
        Null(() => Rule.Otherwise(null!), "Then");
        Null(() => Rule.For(null!, Treatment.AtPeriodEnd), "When");
        Null(() => Treatment.AtPeriodEnd with { Timing = null! }, "Timing");
        Null(() => Treatment.AtPeriodEnd with { Term = null! }, "Term");
        Null(() => Treatment.AtPeriodEnd with { Unused = null! }, "Unused");
        Null(() => Treatment.AtPeriodEnd with { Surplus = null! }, "Surplus");
        Null(() => new AddOnPolicy(AddOnFate.EndWithThePlan, null!), "EndedValue");
        Null(() => policy.AddOns with { EndedValue = null! }, "EndedValue");
        Null(() => Explanation.Of(null!), "quote");
        Null(() => PolicyCheck.Contradictions(null!), "policy");
        Null(() => Proration.TimeLeft(Personal.Term!.Value, at, null!, DateTimeZone.Utc), "measure");
        Null(() => Proration.TimeLeft(Personal.Term!.Value, at, Measure.Days, null!), "zone");
        Null(() => CreditExpiry.LeftAt(null!, at), "lot");

        static void Null(Func<object?> misuse, string parameter) =>
            Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(misuse).ParamName);
    }

    [Fact]
    public void No_name()
    {
        Refuses<ArgumentException>(() => Plan(" ", 1, Price.Of(1m, "EUR", BillingInterval.Month)), "Id", "");
        Refuses<ArgumentException>(() => WhaleBooks.Catalog.Plan("free") with { Name = "" }, "Name", "");
        Refuses<ArgumentException>(() => Yearly(""), "PlanId", "");
        Refuses<ArgumentException>(() => Subscription.NotStarted("", "EUR", DateTimeZone.Utc), "Id", "");
        Refuses<ArgumentException>(() => WhaleBooks.Policy with { Name = "" }, "Name", "");
    }

    [Fact]
    public void No_price_or_two_for_the_same_interval()
    {
        Refuses<ArgumentException>(() => Plan("standard", 1), "Prices", "At least one price is needed; a free plan has a price of zero.");
        Refuses<ArgumentException>(
            () => Plan("standard", 1, Price.Of(75m, "EUR", BillingInterval.Months(12)), Price.Of(80m, "EUR", BillingInterval.Year)),
            "Prices",
            "There are two prices per year in EUR.");
        var both = Plan("standard", 1, Price.Of(75m, "EUR", BillingInterval.Month), Price.Of(80m, "USD", BillingInterval.Month));
        Refuses<ArgumentException>(
            () => both with { Prices = [both.Prices[0], both.Prices[0].Times(0.5m)] }, "Prices", "There are two prices per month in EUR.");
    }

    [Fact]
    public void Two_products_with_the_same_id()
    {
        var plan = WhaleBooks.Catalog.Plan("personal");
        Refuses<ArgumentException>(() => Catalog.Of(plan, plan with { Rank = 2 }), "Plans", "There are two plans with the id 'personal'.");
        var storage = PhotoDeck.Catalog.AddOn("storage");
        Refuses<ArgumentException>(
            () => PhotoDeck.Catalog with { AddOns = [storage, storage with { Name = "Other" }] },
            "AddOns",
            "There are two add-ons with the id 'storage'.");
    }

    [Fact]
    public void A_policy_without_a_rule_for_everything_else()
    {
        var policy = WhaleBooks.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Treatment.AtPeriodEnd)] };
        Refuses<ArgumentException>(
            () => (WhaleBooks with { Policy = policy }).Ask(Personal, Yearly("company"), "2026-07-02"),
            "policy",
            "'rules' and 'no rule for everything else': The last rule has to match everything.");
    }

    [Fact]
    public void Facts_that_the_policy_asks_for_and_nobody_knows()
    {
        Refuses<ArgumentException>(
            () => SmrtPhone.Ask(Standard, Monthly("pro"), "2026-04-16", Facts.None),
            "facts",
            "The policy needs the role of the person who asks, which the caller did not supply.");
        Refuses<ArgumentException>(
            () => Kaspr.Ask(Kaspr.Buy("2026-04-01", Monthly("licence")), Monthly("licence", 2), "2026-04-16", Facts.None),
            "facts",
            "The policy needs the number of members in use, which the caller did not supply.");
    }

    [Fact]
    public void A_quote_for_another_subscription() => Refuses<ArgumentException>(
        () => Billing.Accept(Personal with { Id = "S-2" }, WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02"), Facts.None),
        "quote",
        "The quote was made for the subscription 'S-1', not for 'S-2'.");

    [Fact]
    public void A_cart_of_a_subscription_that_holds_nothing() => Assert.Equal(
        "The subscription 'S-1' holds no plan.",
        Assert.Throws<InvalidOperationException>(() => WhaleBooks.NotStarted().Cart()).Message);

    [Fact]
    public void An_answer_that_does_not_exist()
    {
        Refuses<ArgumentOutOfRangeException>(
            () => Measure.Days with { Unit = (ProrationUnit)99 }, "Unit", "Unit is 99; it is none of CalendarDays, Seconds, ");
        Refuses<ArgumentOutOfRangeException>(
            () => Measure.Days with { ChangeDay = (ChangeDay)(-1) }, "ChangeDay", "ChangeDay is -1; it is none of New, Old, Both.");
        Refuses<ArgumentOutOfRangeException>(
            () => WhaleBooks.Policy.WithPending((PendingPolicy)7), "Pending", "Pending is 7; it is none of NewestReplaces, Kept, Merged, NewerRefused.");
        Refuses<ArgumentOutOfRangeException>(() => Rule.Refuse((RefusalCode)99, Case.Otherwise), "Reason", "Reason is 99");
    }
}
