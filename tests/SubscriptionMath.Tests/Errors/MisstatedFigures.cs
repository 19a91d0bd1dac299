using static SubscriptionMath.Tests.Errors.Misusing;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>Figures that cannot be: negative, too fine, too high, of a currency that does not exist or does not fit.</summary>
public class MisstatedFigures
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));

    [Fact]
    public void A_currency_that_does_not_exist()
    {
        Refuses<ArgumentException>(() => Price.Of(1m, "EURO", BillingInterval.Month), "code", "EURO");
        Refuses<ArgumentException>(() => Price.Of(1m, "eur", BillingInterval.Month), "code", "eur");
        Refuses<ArgumentException>(() => Subscription.NotStarted("S", "BTC", DateTimeZone.Utc), "code", "BTC");
        Refuses<ArgumentException>(
            () => new Price { Model = new PriceModel.PerUnit(1m), Currency = default, Interval = BillingInterval.Month }, "Currency", "A price needs a currency.");
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
            Personal with { NextInvoice = [new DeferredCharge { Since = WhaleBooks.At("2026-02-01"), Amount = usd }] },
            "USD 100.00 is deferred to its next invoice");
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
}
