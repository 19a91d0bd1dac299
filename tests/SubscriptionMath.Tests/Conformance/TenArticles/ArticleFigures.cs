using static SubscriptionMath.Tests.Conformance.TenArticles.ArticleCustomer;

namespace SubscriptionMath.Tests.Conformance.TenArticles;

/// <summary>One figure of a page, what the library answers, and why the two differ if they do.</summary>
/// <param name="Page">The vendor of the page; the addresses are those of <see cref="ArticlePolicies"/>.</param>
/// <param name="Asked">The case of the figure.</param>
/// <param name="Printed">The figure as printed.</param>
/// <param name="Answer">The library's answer.</param>
/// <param name="Missing">The answer that is missing, for a figure that the policy alone does not give; null otherwise.</param>
/// <param name="WithInput">The answer with an input of the caller, where that stands in for the missing one; null otherwise.</param>
internal sealed record ArticleFigure(string Page, string Asked, string Printed, Func<string> Answer, string? Missing = null, Func<string>? WithInput = null);

/// <summary>The figures that the ten pages print, each once. The catalogs are those of the pages.</summary>
internal static class ArticleFigures
{
    private static readonly BillingInterval Month = BillingInterval.Month;

    private static readonly BillingInterval Year = BillingInterval.Year;

    private static readonly BillingInterval TwoYears = BillingInterval.Years(2);

    private static readonly BillingInterval ThirtyDays = BillingInterval.Days(30);

    public static ArticleFigure[] All { get; } = [.. Changes(), .. Starts(), .. Ends(), .. Pauses()];

    private static ArticleFigure[] Changes() =>
    [
        // 228.00 x 122/365 = 76.208
        new("Checkwork", "an eleventh user on 1 September", "76.21", () => Due(TenUsers().Makes("2025-09-01", Users(11)))),
        new("Checkwork", "all eleven users on 1 January", "2508.00", () => In(TenUsers().Holds("2025-09-01", Users(11)).Bill("2026-01-01"))),
        // 30.00 x 14/28; the page leaves out the day of the change
        new("RotoQL", "by month, up on 14 February", "15.00", () => Due(RotoByMonth("premium").Makes("2018-02-14", Cart.Of("pro", Month)))),
        new("RotoQL", "by month, down on 15 February: March", "29.99",
            () => In(RotoByMonth("pro").Holds("2018-02-15", Cart.Of("premium", Month)).Bill("2018-03-01"))),
        // 300.00 x 364/365 = 299.178; this page counts the day of the change
        new("RotoQL", "by year, up on 2 January", "299.18", () => Due(RotoByYear("premium").Makes("2018-01-02", Cart.Of("pro", Year)))),
        new("RotoQL", "by year, down on 2 January: the year after", "299.00",
            () => In(RotoByYear("pro").Holds("2018-01-02", Cart.Of("premium", Year)).Bill("2019-01-01"))),
        // 3.5 of 12 months used: 9 left of 60.00 a year
        new("Openprovider", "a year, up after three and a half months", "45.00", () => Due(Licence(Year).Makes("2016-04-16", Cart.Of("fifteen", Year)))),
        new("Openprovider", "its renewal, 12 x 15", "180.00", () => In(Licence(Year).Holds("2016-04-16", Cart.Of("fifteen", Year)).Bill("2017-01-01"))),
        new("Openprovider", "a month, up", "5.00", () => Due(Licence(Month).Makes("2016-01-16", Cart.Of("fifteen", Month)))),
        new("Openprovider", "its renewal", "15.00", () => In(Licence(Month).Holds("2016-01-16", Cart.Of("fifteen", Month)).Bill("2016-02-01"))),
        new("aMember Pro", "the unused amount after 10 of 30 days", "20.00", () => In(AMember().Makes("2014-11-11", Cart.Of("b", Year)).Totals.Credited)),
        new("aMember Pro", "the first year", "280.00", () => Due(AMember().Makes("2014-11-11", Cart.Of("b", Year)))),
        new("aMember Pro", "each later year", "300.00", () => In(AMember().Holds("2014-11-11", Cart.Of("b", Year)).Bill("2015-11-11"))),
        new("GSheetConnector", "one site to ten, after five months", "70.00", () => Due(Sites().Makes("2020-03-01", Cart.Of("ten", Year)))),
        new("GSheetConnector", "the renewal on the old date", "99.00", () => In(Sites().Holds("2020-03-01", Cart.Of("ten", Year)).Bill("2020-10-01"))),
        new("GSheetConnector", "active until, renewed", "2021-10-01",
            () => Day(Sites().Holds("2020-03-01", Cart.Of("ten", Year)).Until("2020-10-01").LastDay.PlusDays(1))),
        new("RotoQL", "VIP by month beside Premium by year, \"$99-$29\"", "60.00",
            () => Due(RotoVip().Makes("2018-02-01", Cart.Of("vip", Month))), "a price less that of another subscription; and 99 - 29 is 70"),
    ];

    private static ArticleFigure[] Starts() =>
    [
        // 27 to 30 September are 4 of 30 days; the bill of 1 October has October as well
        new("Tesco Mobile", "four days of September", "4.00", () => In(TescoCustomer("2021-09-27").First.Totals.OnNextInvoice)),
        new("Tesco Mobile", "the first bill, with October", "34.00", () => In(TescoCustomer("2021-09-27").Customer.Bill("2021-10-01"))),
        new("Tesco Mobile", "an add-on in the middle of November", "5.00", () => In(WithData(out _).Totals.OnNextInvoice)),
        new("Tesco Mobile", "its data at once, in GB", "5", () =>
        {
            WithData(out var customer);
            return $"{CreditPool.Of(customer.Held, "GB", At("2021-11-16")).Balance:0}";
        }),
        new("Tesco Mobile", "the add-on's second month", "10.00", () =>
        {
            WithData(out var customer);
            return In(customer.BillOf("2021-12-01", "5 GB"));
        }),
        // 16 to 30 April are 15 of 30 days; with the 15th they are 16, and 5.33
        new("MTH Networks", "the first bill, connected on the 15th", "15.00", () => In(Mobile(null).Bill("2021-05-01")),
            "a first purchase whose own day is not charged; ChangeDay is asked of changes only", () => In(Mobile(new Fraction(1, 2)).Bill("2021-05-01"))),
        new("MTH Networks", "the bill after the first", "2021-06-01", () => Day(Mobile(null).Until("2021-06-15").BillDays.Last())),
    ];

    private static ArticleFigure[] Ends() =>
    [
        // 299.00 x 364/365 = 298.181
        new("RotoQL", "by year, canceled on 2 January: refund", "298.18", () => In(RotoByYear("premium").Leaves("2018-01-02").Totals.Refunded)),
        // 185.00 - 3 x 18.00
        new("VOIPo", "left after three months: refund", "131.00", () => In(Phone().Leaves("2011-04-01").Totals.Refunded)),
        // 12 x 18.00 = 216.00, more than was paid
        new("VOIPo", "left after a year: refund", "0.00", () => In(Phone().Leaves("2012-01-01").Totals.Refunded)),
        new("VOIPo", "left in the first thirty days: full refund", "185.00", () => In(Phone().Leaves("2011-01-20").Totals.Refunded)),
    ];

    private static ArticleFigure[] Pauses() =>
    [
        // 16 to 30 April are half of April
        new("Wodboard", "paused on 15 April: credit note", "50.00",
            () => In(Member().Makes("2021-04-15", Paused, "2021-04-15").Totals.ToCredit)),
        new("Wodboard", "the credit used on resuming", "50.00",
            () => In(Member().Holds("2021-04-15", Paused, "2021-04-15").Makes("2021-06-10", Cart.Of("gym", Month)).Totals.FromCredit)),
        new("Wodboard", "a pause on 15 May: the bill of 1 May", "50.00",
            () => In(Member().Holds("2021-04-20", Paused, "2021-05-15").Bill("2021-05-01")),
            "a renewal up to a pending pause; the caller asks for the stub up to it, 15 of 30 days",
            () => In(Member().Bills("2021-04-20", "2021-05-16").Holds("2021-04-20", Paused, "2021-05-16").Bill("2021-05-01"))),
        // 30 days of November are moved behind 31 May
        new("Amilia", "a year to 31 May, paused for November: its last day", "2021-06-30",
            () => Day(Gym().Holds("2020-11-01", Cart.Of("gym", Year) with { Paused = true }).Holds("2020-12-01", Cart.Of("gym", Year)).LastDay)),
    ];

    private static Cart Paused => Cart.Of("gym", Month) with { Paused = true };

    private static Cart Users(int users) => Cart.Of("user", Year) with { Quantity = users };

    private static ArticleCustomer TenUsers() =>
        new ArticleCustomer(ArticlePolicies.Checkwork, "USD", Plan("user", 1, Usd(228m, Year))).Holds("2025-01-01", Users(10));

    private static ArticleCustomer RotoByMonth(string plan) =>
        new ArticleCustomer(ArticlePolicies.RotoQl, "USD", Plan("premium", 1, Usd(29.99m, Month)), Plan("pro", 2, Usd(59.99m, Month)))
            .Holds("2018-02-01", Cart.Of(plan, Month));

    private static ArticleCustomer RotoByYear(string plan) =>
        new ArticleCustomer(ArticlePolicies.RotoQl, "USD", Plan("premium", 1, Usd(299m, Year)), Plan("pro", 2, Usd(599m, Year)))
            .Holds("2018-01-01", Cart.Of(plan, Year));

    private static ArticleCustomer RotoVip() => new(ArticlePolicies.RotoQl, "USD", Plan("vip", 3, Usd(99m, Month)));

    private static ArticleCustomer Licence(BillingInterval interval) => new ArticleCustomer(
        ArticlePolicies.Openprovider, "EUR",
        Plan("ten", 1, Price.Of(120m, "EUR", Year), Price.Of(10m, "EUR", Month)),
        Plan("fifteen", 2, Price.Of(180m, "EUR", Year), Price.Of(15m, "EUR", Month))).Holds("2016-01-01", Cart.Of("ten", interval));

    private static ArticleCustomer AMember() =>
        new ArticleCustomer(ArticlePolicies.AMember, "USD", Plan("a", 1, Usd(30m, ThirtyDays)), Plan("b", 2, Usd(300m, Year)))
            .Holds("2014-11-01", Cart.Of("a", ThirtyDays));

    private static ArticleCustomer Sites() =>
        new ArticleCustomer(ArticlePolicies.GSheetConnector, "USD", Plan("one", 1, Usd(29m, Year)), Plan("ten", 2, Usd(99m, Year)))
            .Holds("2019-10-01", Cart.Of("one", Year));

    private static ArticleCustomer Phone() =>
        new ArticleCustomer(ArticlePolicies.Voipo, "USD", Plan("phone", 1, Usd(185m, TwoYears), Usd(18m, Month)))
            .Holds("2011-01-01", Cart.Of("phone", TwoYears));

    private static (ArticleCustomer Customer, Quote First) TescoCustomer(string day)
    {
        var plan = Plan("plan", 1, Price.Of(30m, "EUR", Month)) with { AddOns = ["data"] };
        var data = new AddOn
        {
            Id = "data",
            Name = "5 GB",
            Prices = [Price.Of(10m, "EUR", Month)],
            Allowances = [new Allowance { Kind = "GB", Units = 5m, Rollover = Rollover.None }],
        };
        var customer = new ArticleCustomer(ArticlePolicies.TescoMobile, "EUR") { Catalog = Catalog.Of(plan) with { AddOns = [data] } };
        return (customer, customer.Makes(day, Cart.Of("plan", Month)));
    }

    private static Quote WithData(out ArticleCustomer customer)
    {
        customer = TescoCustomer("2021-09-27").Customer;
        return customer.Makes("2021-11-16", Cart.Of("plan", Month) with { AddOns = [new CartAddOn { Id = "data" }] });
    }

    private static ArticleCustomer Mobile(Fraction? left)
    {
        var customer = new ArticleCustomer(ArticlePolicies.MonkeyTree, "GBP", Plan("sim", 1, Price.Of(10m, "GBP", Month)))
        {
            Facts = Facts.None with { TimeLeft = left },
        };
        customer.Makes("2021-04-15", Cart.Of("sim", Month));
        customer.Facts = customer.Facts with { TimeLeft = null };
        return customer;
    }

    private static ArticleCustomer Member() =>
        new ArticleCustomer(ArticlePolicies.Wodboard, "GBP", Plan("gym", 1, Price.Of(100m, "GBP", Month))).Holds("2021-04-01", Cart.Of("gym", Month));

    private static ArticleCustomer Gym() =>
        new ArticleCustomer(ArticlePolicies.Amilia, "CAD", Plan("gym", 1, Price.Of(600m, "CAD", Year))).Holds("2020-06-01", Cart.Of("gym", Year));

    private static Price Usd(decimal amount, BillingInterval interval) => Price.Of(amount, "USD", interval);

    private static string Due(Quote quote) => In(quote.Totals.DueNow);

    private static string In(Money amount) => $"{amount}".Split(' ')[1];

    private static string Day(LocalDate day) => $"{day:uuuu-MM-dd}";
}
