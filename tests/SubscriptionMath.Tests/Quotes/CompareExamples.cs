using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>One change under many policies.</summary>
public sealed class CompareExamples
{
    private static readonly Subscription Personal = Shops.WhaleBooks.Buy("2026-01-01", Yearly("personal"));

    private static readonly Instant July2 = Instant.FromUtc(2026, 7, 2, 0, 0);

    [Fact]
    public void Each_policy_answers_in_its_row_in_their_order()
    {
        var rows = Compare(AskedByTheOwner, Yearly("company"), Vendors.WhaleBooks.Policy(), Vendors.PhotoDeck.Policy(), Vendors.SmrtPhone.Policy());

        Assert.Equal(["WhaleBooks", "PhotoDeck", "smrtPhone"], rows.Select(row => row.Policy));
        Assert.Equal(["EUR 70.19", "EUR 189.86", "EUR 0.00"], rows.Select(row => $"{row.DueNow}"));
        Assert.Equal(["EUR 0.00", "EUR 0.00", "EUR 70.19"], rows.Select(row => $"{row.OnNextInvoice}"));
        Assert.Equal([2027, 2027, 2027], rows.Select(row => row.TermEnd!.Value.InUtc().Year));
        Assert.Equal([1, 7, 1], rows.Select(row => row.TermEnd!.Value.InUtc().Month));
        Assert.All(rows.AsEnumerable(), row => Assert.Null(row.PendingUntil));
    }

    [Fact]
    public void A_row_is_what_the_policy_answers_alone() => Assert.All(
        EveryVendor.Defaults,
        vendor => Assert.Equal(
            Billing.Price(Personal, Change.To(Yearly("company")), Known, Shops.WhaleBooks.Catalog, vendor.Policy, July2),
            Billing.Compare(Personal, Change.To(Yearly("company")), Known, Shops.WhaleBooks.Catalog, July2, vendor.Policy)[0].Answer));

    [Fact]
    public void A_fact_that_one_policy_asks_for_and_nobody_knows_does_not_hide_the_others()
    {
        var rows = Compare(Facts.None, Yearly("company"), Vendors.SmrtPhone.Policy(), Vendors.Kaspr.Policy(), Vendors.WhaleBooks.Policy());

        Assert.Equal("The policy needs the role of the person who asks, which the caller did not supply.", rows[0].Refusal!.Message);
        Assert.Equal("The policy needs the number of members in use, which the caller did not supply.", rows[1].Refusal!.Message);
        Assert.Equal([RefusalCode.FactNotKnown, RefusalCode.FactNotKnown, null], rows.Select(row => row.Refusal?.Code));
        Assert.Null(rows[0].DueNow ?? rows[0].OnNextInvoice ?? rows[0].Credit ?? rows[0].Forfeited);
        Assert.Null(rows[0].TermEnd ?? rows[0].PendingUntil);
        Assert.Equal("EUR 70.19", $"{rows[2].DueNow}");
    }

    [Fact]
    public void What_is_wrong_for_all_of_them_is_thrown() => Assert.Equal(
        "catalog",
        Assert.Throws<ArgumentException>(() => Billing.Compare(
            Personal, Change.To(Yearly("company")), Known, Catalog.Of(Shops.WhaleBooks.Catalog.Plan("company")), July2, Vendors.WhaleBooks.Policy())).ParamName);

    [Fact]
    public void A_plan_that_nobody_sells_is_refused_in_each_row() => Assert.Equal(
        RefusalCode.ProductNotOffered, Assert.Single(Compare(Known, Yearly("no such plan"), Vendors.WhaleBooks.Policy())).Refusal!.Code);

    [Fact]
    public void Credit_that_pays_falls_and_a_refund_is_less_than_nothing_due()
    {
        var facts = Facts.None with { Credit = MoneyCredit.Of(Money.Of(20m, "EUR")) };
        Assert.Equal(("EUR 50.19", "EUR -20.00"), Compare(facts, Yearly("company"), Vendors.WhaleBooks.Policy()) is [var row] ? ($"{row.DueNow}", $"{row.Credit}") : default);
    }

    [Fact]
    public void What_waits_says_until_when() =>
        Assert.Equal(
            Instant.FromUtc(2027, 1, 1, 0, 0),
            Billing.Compare(Personal, Change.Cancel(), Known, Shops.WhaleBooks.Catalog, July2, Vendors.WhaleBooks.Policy())[0].PendingUntil);

    private static Facts Known => AskedByTheOwner with { MembersInUse = 1 };

    private static Sequence<PolicyAnswer> Compare(Facts facts, Cart cart, params ReadOnlySpan<BillingPolicy> policies) =>
        Billing.Compare(Personal, Change.To(cart), facts, Shops.WhaleBooks.Catalog, July2, policies);
}
