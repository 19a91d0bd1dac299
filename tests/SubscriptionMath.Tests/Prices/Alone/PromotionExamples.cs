namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>Paid credit and gifts stay separate all the way: into a purchase, through a change, and back.</summary>
public class PromotionExamples
{
    private static readonly Treatment Usual = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.Refunded(RefundRest.ToBalance));

    private static readonly CreditLot Gift = new() { Left = Money.Of(10m, "EUR"), Source = CreditSource.Promotion, Expires = null };

    /// <summary>A month at EUR 30.00 or EUR 60.00; what is unused is refunded at any change and at the end.</summary>
    internal static Shop Refunds { get; } = Shops.WhaleBooks with
    {
        Catalog = Catalog.Of(
            Shops.Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month)),
            Shops.Plan("pro", 2, Price.Of(60m, "EUR", BillingInterval.Month))),
        Policy = Shops.WhaleBooks.Policy with
        {
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Usual with { Term = TermRule.Restarted, Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited }),
                Rule.For(new Case { Changes = ChangeKinds.End }, Usual),
                Rule.Otherwise(Usual),
            ],
            Balance = new(BalanceUses.All, CreditOrder.By(CreditKey.PromotionalFirst), BalanceLoss.Never, BalanceLoss.Never, PromotionValue.Returned),
        },
    };

    [Fact]
    public void A_refund_pays_back_money_and_the_gift_returns_as_a_gift()
    {
        // EUR 30.00 for April: EUR 10.00 a gift, EUR 20.00 in money. Half of it is unused: EUR 5.00 of the gift, EUR 10.00 of the money.
        var bought = Refunds.Quote(Refunds.NotStarted(), Shops.Monthly("basic"), "2026-04-01", With(Gift));
        Assert.Equal("Service -30.00; Promotion +10.00; Payment +20.00", Written.Entries(bought));
        Assert.Equal([Gift], bought.SubscriptionAfter.Plan!.Lots[0].Promotion);

        var ended = End(bought.SubscriptionAfter, "2026-04-16");
        Assert.Equal("Service +15.00; Payment -10.00; Promotion -5.00", Written.Entries(ended));
        Assert.Equal(With(Gift with { Left = Money.Of(5m, "EUR") }).Credit, ended.CreditAfter);
        Assert.Equal(["Unused time on Basic, 16 Apr to 1 May 2026: 15 of 30 days of EUR 30.00 = EUR 15.00", "Refunded", "Back as promotional credit"], Explanation.Of(ended));
    }

    [Fact]
    public void What_a_gift_paid_alone_is_never_refunded()
    {
        var bought = Refunds.Quote(Refunds.NotStarted(), Shops.Monthly("basic"), "2026-04-01", With(Gift with { Left = Money.Of(50m, "EUR") }));
        Assert.Equal("Service +15.00; Promotion -15.00", Written.Entries(End(bought.SubscriptionAfter, "2026-04-16")));
    }

    [Fact]
    public void A_gift_goes_on_into_what_is_bought_instead_and_the_way_back_finds_everything_where_it_was()
    {
        var basic = Refunds.Quote(Refunds.NotStarted(), Shops.Monthly("basic"), "2026-04-01", With(Gift)).SubscriptionAfter;
        var pro = Refunds.Change(basic, Shops.Monthly("pro"), "2026-04-16");
        Assert.Equal([Gift with { Left = Money.Of(5m, "EUR") }], pro.Plan!.Lots[0].Promotion);

        var back = Refunds.Quote(pro, Shops.Monthly("basic"), "2026-04-16");
        Assert.Equal("Service +30.00 -15.00; Payment -15.00", Written.Entries(back));
        Assert.Equal(pro.Plan.Lots[0].Promotion, back.SubscriptionAfter.Plan!.Lots[0].Promotion);
    }

    [Fact]
    public void A_gift_spent_once_is_gone_where_the_policy_says_so()
    {
        var once = Refunds with { Policy = Refunds.Policy with { Balance = Refunds.Policy.Balance with { Promotion = PromotionValue.Forfeited } } };
        var bought = once.Quote(once.NotStarted(), Shops.Monthly("basic"), "2026-04-01", With(Gift));
        var ended = Billing.Price(bought.SubscriptionAfter, Change.Cancel(), Facts.None, once.Catalog, once.Policy, once.At("2026-04-16")).OrThrow();
        Assert.Equal("Service +15.00; Payment -10.00; Forfeited -5.00", Written.Entries(ended));
    }

    [Fact]
    public void A_gift_returns_with_its_expiry_and_not_at_all_after_it()
    {
        var until = Gift with { Expires = Refunds.At("2026-04-16"), Priority = 3 };
        var bought = Refunds.Quote(Refunds.NotStarted(), Shops.Monthly("basic"), "2026-04-01", With(until)).SubscriptionAfter;

        // 16 of 30 days of EUR 30.00 are EUR 16.00; a third of it is the gift's.
        var before = End(bought, "2026-04-15");
        Assert.Equal([until with { Left = Money.Of(5.33m, "EUR") }], before.CreditAfter.Lots);
        Assert.Equal("Service +15.00; Payment -10.00; Forfeited -5.00", Written.Entries(End(bought, "2026-04-16")));
    }

    [Fact]
    public void Seats_that_leave_take_their_part_of_the_gift()
    {
        // Three seats for EUR 90.00, EUR 10.00 of it a gift: the seat that leaves at once takes EUR 3.33 of it.
        var three = Refunds.Quote(Refunds.NotStarted(), Shops.Monthly("basic", 3), "2026-04-01", With(Gift)).SubscriptionAfter;
        var two = Refunds.Quote(three, Shops.Monthly("basic", 2), "2026-04-01");
        Assert.Equal("Service +30.00; Payment -26.67; Promotion -3.33", Written.Entries(two));
        Assert.Equal([Gift with { Left = Money.Of(6.67m, "EUR") }], two.SubscriptionAfter.Plan!.Lots[0].Promotion);
    }

    [Fact]
    public void A_lot_holds_no_more_of_a_gift_than_was_paid()
    {
        var held = Refunds.Quote(Refunds.NotStarted(), Shops.Monthly("basic"), "2026-04-01", With(Gift)).SubscriptionAfter;
        var lot = held.Plan!.Lots[0];
        var paid = Assert.Throws<ArgumentException>(() => lot with { Promotion = [Gift with { Source = CreditSource.Paid }] });
        Assert.StartsWith("EUR 10.00 of Paid credit is not promotional credit.", paid.Message, StringComparison.Ordinal);

        var wrong = held with { Plan = held.Plan with { Lots = [lot with { Paid = Money.Of(9m, "EUR") }] } };
        var thrown = Assert.Throws<ArgumentException>(() => Refunds.Quote(wrong, Shops.Monthly("pro"), "2026-04-16"));
        Assert.StartsWith("The subscription 'S-1' holds a lot of 'basic' of which EUR 9.00 was paid, and EUR 10.00 of it with promotional credit.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gift_does_not_pay_for_what_was_given_back_as_credit_before_it_was_paid()
    {
        // EUR 37.50 of a second seat wait for May. The seat goes, and they are credit at once; in May they are paid with that credit, or else in money.
        var shop = Shops.SmrtPhone;
        var up = shop.Change(shop.Buy("2026-04-01", Shops.Monthly("standard")), Shops.Monthly("standard", 2), "2026-04-16");
        var down = shop.Quote(up, Shops.Monthly("standard"), "2026-04-16");
        Assert.Equal("Service +37.50; Balance -37.50", Written.Entries(down));
        Assert.Equal(Money.Of(37.5m, "EUR"), down.SubscriptionAfter.NextInvoice[^1].Credited);

        var gift = Gift with { Left = Money.Of(200m, "EUR") };
        Assert.Equal("NextInvoice -37.50; Service -75.00; Balance +37.50; Promotion +75.00", InMay(gift, down.CreditAfter.Lots[0]));
        Assert.Equal("NextInvoice -37.50; Service -75.00; Promotion +75.00; Payment +37.50", InMay(gift));

        string InMay(params ReadOnlySpan<CreditLot> lots) => Written.Entries((Quote)Assert.Single(
            shop.Advance(down.SubscriptionAfter, "2026-05-01", shop.Facts with { Credit = new MoneyCredit { Lots = Sequence.Of(lots) } }).Steps).Answer);
    }

    internal static Facts With(params ReadOnlySpan<CreditLot> lots) => Facts.None with { Credit = new MoneyCredit { Lots = Sequence.Of(lots) } };

    private static Quote End(Subscription subscription, string day) =>
        Billing.Price(subscription, Change.Cancel(), Facts.None, Refunds.Catalog, Refunds.Policy, Refunds.At(day)).OrThrow();
}
