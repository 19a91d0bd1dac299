namespace SubscriptionMath.Tests.Lives;

/// <summary>Lots that were billed below their price, or paid with the value of others.</summary>
public sealed class SoldBelowPriceExamples
{
    /// <summary>
    /// Three seats at 10.00, then at 30.00 each with the difference waived: 30.00 were billed for them. The first seat that leaves at once is worth that, and takes all of it. The
    /// two that stay were billed 20.00 and have nothing left; the next one leaves 10.00 billed and credited, not 20.00 credited of 10.00.
    /// </summary>
    [Fact]
    public void What_one_seat_took_of_a_waived_price_is_credited_on_those_that_stay_up_to_what_was_billed_for_them()
    {
        var shop = Counter.Of(Counter.Monthly(10m), Counter.Monthly(30m));
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest with { PaymentTiming = PaymentTiming.Waived }) };
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 3)), Counter.Cart("p2", 3), "2026-04-01");

        foreach (var (seats, entries, billed) in new[] { (2, "Service +30.00; Balance -30.00", 20m), (1, "", 10m) })
        {
            var quote = shop.Quote(held, Counter.Cart("p2", seats), "2026-04-01");
            Assert.Equal(entries, Written.Entries(quote));
            held = shop.Accept(held, quote);
            Assert.Equal((billed, billed), (held.Plan!.Lots[0].Billed.Amount, held.Plan.Lots[0].Credited.Amount));
            Assert.Empty(SubscriptionCheck.Inconsistencies(held));
        }
    }

    /// <summary>
    /// A gift pays 30.00 for April; on the 16th the same plan begins anew with a second seat, at 60.00 from the gift, and the 15.00 that were left buy seven of the 31 days from
    /// 16 May, for 13.55. That time is the gift's as well: given back, it is a gift again, and no credit that counts as paid.
    /// </summary>
    [Fact]
    public void Time_that_is_bought_beside_a_full_price_is_a_gift_where_the_unused_value_was()
    {
        var anew = Counter.Full with { Term = TermRule.Restarted, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        var shop = Counter.Of(Counter.Monthly(30m));
        shop = shop with { Policy = Counter.Policy(anew, anew, anew) };
        shop = shop with { Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.End }, Counter.Free), .. shop.Policy.Rules] } };
        var gift = new MoneyCredit { Lots = [new CreditLot { Left = Money.Of(1000m, "EUR"), Source = CreditSource.Promotion, Expires = null }] };
        var facts = Facts.None with { Credit = gift };

        var bought = shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts);
        Assert.Equal("Service -30.00; Promotion +30.00", Written.Entries(bought));
        var held = shop.Accept(shop.NotStarted(), bought, facts);
        facts = facts with { Credit = bought.CreditAfter };
        var two = shop.Quote(held, Counter.Cart("p1", 2), "2026-04-16", facts);
        held = shop.Accept(held, two, facts);
        facts = facts with { Credit = two.CreditAfter };
        var time = held.Plan!.Lots[^1];
        Assert.Equal((13.55m, 13.55m, 13.55m), (time.Paid.Amount, time.Carried.Amount, time.Promotion.Sum(lot => lot.Left.Amount)));

        var ended = Billing.Price(held, Change.Cancel(), facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
        Assert.Equal("Service +60.00 +13.55; Promotion -73.55", Written.Entries(ended));
    }

    /// <summary>
    /// 15.00 of April are left on the 16th, and buy seven of the 31 days from 16 May, for 13.55; 1.45 are lost. The new price of 60.00 is waived, and the time is not: it is worth
    /// what it was bought with.
    /// </summary>
    [Theory]
    [InlineData(RoundingStage.Lines)]
    [InlineData(RoundingStage.Net)]
    public void Beside_a_waived_price_the_time_that_the_unused_value_bought_is_billed_in_full(RoundingStage stage)
    {
        var anew = Counter.Full with { Term = TermRule.Restarted, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor), PaymentTiming = PaymentTiming.Waived };
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(60m));
        shop = shop with { Policy = Counter.Policy(anew, anew, anew) with { Proration = new() { Rounding = new Rounding(RoundingMode.HalfAwayFromZero, stage) } } };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));

        var quote = shop.Quote(held, Counter.Cart("p2"), "2026-04-16");
        Assert.Equal("Service +15.00 -60.00 -13.55; Goodwill +60.00; Forfeited -1.45", Written.Entries(quote));
        Assert.Equal([0m, 13.55m], shop.Accept(held, quote).Plan!.Lots.Select(lot => lot.Billed.Amount));
    }
}
