using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests;

/// <summary>What a programmer can do wrong: a framework exception that names the parameter and the value, and never a wrong number.</summary>
public class MisuseExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));

    [Fact]
    public void A_plan_that_the_catalog_does_not_have() => Refuses<ArgumentException>(
        () => WhaleBooks.Ask(Personal, Yearly("enterprise"), "2026-07-02"),
        "id",
        "The catalog has no plan 'enterprise'; it has 'free', 'personal', 'company'.");

    [Fact]
    public void An_add_on_that_the_catalog_does_not_have() => Refuses<ArgumentException>(
        () => WhaleBooks.Ask(Personal, Yearly("personal").With("fax"), "2026-07-02"),
        "id",
        "The catalog has no add-on 'fax'; it has none.");

    [Fact]
    public void A_plan_that_is_held_and_gone_from_the_catalog() => Refuses<ArgumentException>(
        () => Billing.Price(
            Personal,
            Change.To(Yearly("company")),
            Facts.None,
            Catalog.Of(WhaleBooks.Catalog.Plan("company")),
            WhaleBooks.Policy,
            WhaleBooks.At("2026-07-02")),
        "id",
        "The catalog has no plan 'personal'; it has 'company'.");

    [Fact]
    public void A_currency_that_does_not_exist()
    {
        Refuses<ArgumentException>(() => Price.Of(1m, "EURO", BillingInterval.Month), "code", "EURO");
        Refuses<ArgumentException>(() => Price.Of(1m, "eur", BillingInterval.Month), "code", "eur");
        Refuses<ArgumentException>(() => Subscription.NotStarted("S", "BTC", DateTimeZone.Utc), "code", "BTC");
        Refuses<ArgumentException>(
            () => new Price { Model = new PriceModel.PerUnit(1m), Currency = default, Every = BillingInterval.Month }, "Currency", "A price needs a currency.");
        Refuses<ArgumentException>(() => Personal with { Currency = default }, "Currency", "A subscription needs a currency.");
    }

    [Fact]
    public void Money_credit_in_another_currency()
    {
        var dollars = Facts.None with { Credit = MoneyCredit.Of(Money.Of(30m, "USD")) };
        const string Sentence = "The money credit of USD 30.00 cannot be used for a subscription in EUR.";
        var drawn = Assert.Throws<InvalidOperationException>(() => WhaleBooks.Ask(Personal, Yearly("company"), "2026-07-02", dollars));
        Assert.Equal(Sentence, drawn.Message);
        var company = WhaleBooks.Buy("2026-01-01", Yearly("company"));
        var raised = Assert.Throws<InvalidOperationException>(() => WhaleBooks.Ask(company, Yearly("personal"), "2026-04-01", dollars));
        Assert.Equal(Sentence, raised.Message);
    }

    [Fact]
    public void Parts_of_a_subscription_in_another_currency()
    {
        var plan = Personal.Plan!;
        var usd = Money.Of(100m, "USD");
        Mixed(
            Personal with { Plan = plan with { SoldAt = Price.Of(100m, "USD", BillingInterval.Year) } },
            "'personal' is sold at USD 100.00 per year");
        Mixed(Personal with { Plan = plan with { Lots = [plan.Lots[0] with { Billed = usd }] } }, "a lot of 'personal' holds USD 100.00");
        Mixed(Personal with { Plan = plan with { Lots = [plan.Lots[0] with { Paid = usd }] } }, "a lot of 'personal' holds USD 100.00");
        Mixed(Personal with { Plan = plan with { Lots = [plan.Lots[0] with { Carried = usd }] } }, "a lot of 'personal' holds USD 100.00");
        Mixed(Personal with { Plan = plan with { Lots = [plan.Lots[0] with { Credited = usd }] } }, "a lot of 'personal' holds USD 100.00");
        Mixed(
            Personal with { NextInvoice = [new WaitingCharge { Since = WhaleBooks.At("2026-02-01"), Amount = usd }] },
            "USD 100.00 waits for its next invoice");
        Mixed(
            Personal with { AddOns = [plan with { ProductId = "fax", SoldAt = Price.Of(1m, "USD", BillingInterval.Year) }] },
            "'fax' is sold at USD 1.00 per year");

        static void Mixed(Subscription subscription, string but)
        {
            var sentence = $"The subscription 'S-1' is billed in EUR, and {but}.";
            Refuses<ArgumentException>(() => WhaleBooks.Ask(subscription, Yearly("company"), "2026-07-02"), "subscription", sentence);
            Refuses<ArgumentException>(() => Worth(subscription, WhaleBooks.At("2026-07-02")), "subscription", sentence);
        }
    }

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
        const string Ended = "The current term 2026-01-01T00:00:00Z/2027-01-01T00:00:00Z of the subscription 'S-1' has ended; it is renewed first.";
        Refuses<ArgumentOutOfRangeException>(() => WhaleBooks.Ask(Personal, Yearly("company"), "2027-01-01"), "at", Ended);
        Refuses<ArgumentOutOfRangeException>(() => WhaleBooks.Ask(Personal, Yearly("company"), "2027-03-01"), "at", Ended);
        Assert.IsType<Quote>(WhaleBooks.Ask(Personal, Yearly("company"), "2026-01-01"));
        Assert.IsType<Quote>(WhaleBooks.Ask(Personal, Yearly("company"), "2026-12-31T23:59:59Z"));
    }

    [Fact]
    public void Negative_figures()
    {
        var lot = Personal.Plan!.Lots[0];
        var debt = Money.Of(-0.01m, "EUR");
        OutOfRange(() => Price.Of(-1m, "EUR", BillingInterval.Month), "Amount", "Amount is -1; it must not be negative.");
        OutOfRange(() => Yearly("personal", 0), "Quantity", "Quantity is 0; it must be 1 or more.");
        OutOfRange(() => new CartAddOn { Id = "fax", Quantity = -1 }, "Quantity", "Quantity is -1; it must be 1 or more.");
        OutOfRange(() => Personal.Plan! with { Quantity = 0 }, "Quantity", "Quantity is 0; it must be 1 or more.");
        OutOfRange(() => new SeatLimits { Least = 0 }, "Least", "Least is 0; it must be 1 or more.");
        OutOfRange(() => new SeatLimits { Most = -5 }, "Most", "Most is -5; it must be 1 or more.");
        OutOfRange(() => Credits("phone", -1m), "Units", "Units is -1; it must not be negative.");
        OutOfRange(() => Facts.None with { MembersInUse = -1 }, "MembersInUse", "MembersInUse is -1; it must be 0 or more.");
        OutOfRange(() => MoneyCredit.Of(debt), "Left", "Left is EUR -0.01; it must not be negative.");
        OutOfRange(() => lot with { Quantity = 0 }, "Quantity", "Quantity is 0; it must be 1 or more.");
        OutOfRange(() => lot with { Above = -1 }, "Above", "Above is -1; it must be 0 or more.");
        OutOfRange(() => lot with { Billed = debt }, "Billed", "Billed is EUR -0.01; it must not be negative.");
        OutOfRange(() => lot with { Paid = debt }, "Paid", "Paid is EUR -0.01; it must not be negative.");
        OutOfRange(() => lot with { Carried = debt }, "Carried", "Carried is EUR -0.01; it must not be negative.");
        OutOfRange(() => lot with { Credited = debt }, "Credited", "Credited is EUR -0.01; it must not be negative.");
        var grant = Kaspr.Buy("2026-04-01", Monthly("licence")).Grants[0];
        OutOfRange(() => grant with { Used = -1m }, "Used", "Used is -1; it must not be negative.");
        OutOfRange(() => grant with { Granted = -0.5m }, "Granted", "Granted is -0.5; it must not be negative.");

        static void OutOfRange(Func<object?> misuse, string parameter, string sentence) =>
            Refuses<ArgumentOutOfRangeException>(misuse, parameter, sentence);
    }

    [Fact]
    public void A_price_finer_than_12_decimals()
    {
        Refuses<ArgumentOutOfRangeException>(
            () => Price.Of(0.0000000000001m, "EUR", BillingInterval.Month), "Amount", "A price has at most 12 decimals.");
        Assert.Equal(new Fraction(1, 10_000_000_000), Price.Of(0.000000000001m, "EUR", BillingInterval.Month).For(1));
        Assert.Equal("EUR 75.00 per month", Price.Of(75.0000000000000m, "EUR", BillingInterval.Month).ToString());
    }

    [Fact]
    public void An_amount_finer_than_the_minor_unit() => Refuses<ArgumentException>(
        () => Money.Of(75.005m, "EUR"), "amount", "75.005 is finer than the minor unit of EUR");

    [Theory]
    [InlineData("92233720368547758.07", 2)]
    [InlineData("79228162514264337593543950335", 1)]
    [InlineData("79228162514264337593543950335", int.MaxValue)]
    public void A_price_too_high_is_an_overflow_and_never_a_wrong_number(string price, int quantity)
    {
        var amount = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture);
        var shop = new Shop(WhaleBooks.Policy, Catalog.Of(Plan("personal", 1, Price.Of(amount, "EUR", BillingInterval.Year))));
        Assert.Throws<OverflowException>(() => shop.Ask(shop.NotStarted(), Yearly("personal", quantity), "2026-01-01"));
    }

    [Fact]
    public void The_highest_amount_is_still_exact()
    {
        var shop = new Shop(WhaleBooks.Policy, Catalog.Of(Plan("personal", 1, Price.Of(92233720368547758.07m, "EUR", BillingInterval.Year))));
        Assert.Equal(
            "Service -92233720368547758.07; Payment +92233720368547758.07",
            Written.Entries(shop.Quote(shop.NotStarted(), Yearly("personal"), "2026-01-01")));
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
        Null(() => policy with { Direction = null! }, "Direction");
        Null(() => policy with { Eligibility = null! }, "Eligibility");
        Null(() => policy with { Measure = null! }, "Measure");
        Null(() => policy with { Rounding = null! }, "Rounding");
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
        var policy = WhaleBooks.Policy with { Rules = [Rule.For(new Case { Changes = What.Start }, Treatment.AtPeriodEnd)] };
        Refuses<ArgumentException>(
            () => (WhaleBooks with { Policy = policy }).Ask(Personal, Yearly("company"), "2026-07-02"),
            "rules",
            "the last rule must match everything.");
    }

    [Fact]
    public void Facts_that_the_policy_asks_for_and_nobody_knows()
    {
        Refuses<ArgumentException>(
            () => SmrtPhone.Ask(Standard, Monthly("pro"), "2026-04-16", Facts.None),
            "facts",
            "The policy asks for the role of the one who asks; it is not known.");
        Refuses<ArgumentException>(
            () => Kaspr.Ask(Kaspr.Buy("2026-04-01", Monthly("licence")), Monthly("licence", 2), "2026-04-16", Facts.None),
            "facts",
            "The policy asks for the number of members in use; it is not known.");
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
            () => Measure.Days with { Grain = (Grain)99 }, "Grain", "Grain is 99; it is none of CalendarDays, Seconds, MonthsNotStarted, Terms, ");
        Refuses<ArgumentOutOfRangeException>(
            () => Measure.Days with { ChangeDay = (ChangeDay)(-1) }, "ChangeDay", "ChangeDay is -1; it is none of New, Old, Both.");
        Refuses<ArgumentOutOfRangeException>(
            () => WhaleBooks.Policy with { Pending = (PendingPolicy)7 }, "Pending", "Pending is 7; it is none of NewestReplaces, Kept, Merged, NewerRefused.");
        Refuses<ArgumentOutOfRangeException>(() => Rule.Refuse((RefusalCode)99, Case.Otherwise), "Reason", "Reason is 99");
    }

    private static Money Worth(Subscription subscription, Instant at) =>
        Billing.UnusedValue(subscription, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, at);

    private static void Refuses<TException>(Func<object?> misuse, string parameter, string sentence)
        where TException : ArgumentException
    {
        var thrown = Assert.Throws<TException>(misuse);
        Assert.Equal(parameter, thrown.ParamName);
        Assert.Contains(sentence, thrown.Message, StringComparison.Ordinal);
    }
}
