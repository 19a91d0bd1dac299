using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>What a customer can cause is refused, with the values as data: the product, the value asked for, and those to be had.</summary>
public sealed class RefusedValueExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
    private static readonly Subscription Licence = Kaspr.Buy("2026-04-01", Monthly("licence", 5));

    [Fact]
    public void ProductNotOffered_for_a_plan_that_nobody_sells() => Says(
        WhaleBooks.Ask(Personal, Yearly("enterprise"), "2026-07-02"),
        "ProductNotOffered: The plan 'enterprise' is not offered. [enterprise: enterprise, not free, personal, company]");

    [Fact]
    public void ProductNotOffered_for_an_add_on_that_nobody_sells()
    {
        Says(
            PhotoDeck.Ask(Standard, Yearly("standard").With("fax"), "2026-02-01"),
            "ProductNotOffered: The add-on 'fax' is not offered. [fax: fax, not storage, microjobs]");
        Says(
            WhaleBooks.Ask(WhaleBooks.NotStarted(), Yearly("personal").With("fax"), "2026-02-01"),
            "ProductNotOffered: The add-on 'fax' is not offered. [fax: fax, not ]");
    }

    [Fact]
    public void AddOnNotOffered_tells_which_one() => Says(
        Kaspr.Ask(Licence, Monthly("solo").With("phone50"), "2026-04-16"),
        "AddOnNotOffered: Phone50 is not offered with Solo. [phone50: phone50, not ]");

    [Fact]
    public void IntervalNotOffered_tells_the_intervals_in_the_currency()
    {
        Says(
            WhaleBooks.Ask(Personal, Monthly("company"), "2026-07-02"),
            "IntervalNotOffered: Company is not sold per month in EUR. [company: month, not year]");
        Says(
            PhotoDeck.Ask(
                Standard, Yearly("standard") with { AddOns = [new CartAddOn { Id = "storage", Interval = BillingInterval.Months(3) }] }, "2026-02-01"),
            "IntervalNotOffered: Storage is not sold per 3 months in EUR. [storage: 3 months, not year]");
    }

    [Fact]
    public void CurrencyNotOffered_tells_the_currencies() => Says(
        (WhaleBooks with { Currency = "USD" }).Ask((WhaleBooks with { Currency = "USD" }).NotStarted(), Yearly("company"), "2026-01-01"),
        "CurrencyNotOffered: Company is not sold in USD. [company: USD, not EUR]");

    [Fact]
    public void SeatsNotOffered_tells_the_least_and_the_most() => Says(
        Kaspr.Ask(Licence, Monthly("solo", 5), "2026-04-16"),
        "SeatsNotOffered: Solo is not sold with 5 seats; it takes 1 or more, and at most 1. [solo: 5, not 1, 1]");

    [Fact]
    public void MembersOverSeats_tells_the_seats_needed() => Says(
        Kaspr.Ask(Licence, Monthly("licence"), "2026-04-16", Kaspr.Facts with { MembersInUse = 2 }),
        "MembersOverSeats: 2 members use a seat; the cart has 1 seat. [licence: 1, not 2]");

    [Fact]
    public void NotEnoughCredits_tells_the_kind_the_use_and_the_rest() => Says(
        Assert.IsType<NotSpent>(Billing.Spend(Personal, "export", 1.5m, WhaleBooks.Policy, WhaleBooks.At("2026-07-02"))).Refusal,
        "NotEnoughCredits: Requested 1.5 export credits; 0 are available. [export: 1.5, not 0]");

    [Fact]
    public void A_change_when_the_renewal_is_due_is_refused_and_not_thrown()
    {
        Says(
            WhaleBooks.Ask(Personal, Yearly("company"), "2027-01-01"),
            "RenewalDue: The term has ended and its renewal is not paid; renew it first. [: , not ]");
        Says(
            WhaleBooks.Ask(Personal, Yearly("company"), "2029-03-01"),
            "RenewalDue: The term has ended and its renewal is not paid; renew it first. [: , not ]");
    }

    [Fact]
    public void The_values_of_a_refusal_are_kept_in_its_JSON()
    {
        var refused = WhaleBooks.Ask(Personal, Monthly("company"), "2026-07-02");
        Assert.Equal(
            """{"kind":"refused","code":"intervalNotOffered","message":"Company is not sold per month in EUR.","subject":"company","asked":"month","available":["year"]}""",
            BillingJson.Write(refused));
        Assert.Equal(refused, BillingJson.Read<Answer>(BillingJson.Write(refused)));
        var bare = WhaleBooks.Ask(Personal, Yearly("free"), "2026-07-02");
        Assert.DoesNotContain("subject", BillingJson.Write(bare), StringComparison.Ordinal);
        Assert.Equal(bare, BillingJson.Read<Answer>(BillingJson.Write(bare)));
    }

    private static void Says(Answer answer, string expected)
    {
        var refused = Assert.IsType<Refused>(answer);
        Assert.Equal(
            expected,
            $"{refused.Code}: {refused.Message} [{refused.Subject}: {refused.Asked}, not {string.Join(", ", refused.Available)}]");
    }
}
