namespace SubscriptionMath.Tests.Prices;

/// <summary>The rounding remainder of one bill counts with the next credit: no customer gets back more than was billed.</summary>
public sealed class RemainderExamples
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    [Theory]
    [InlineData(RoundingStage.Net, "EUR", 0.004, "2026-04-01")] // 999 x 0.4 of a cent, each billed at 0
    [InlineData(RoundingStage.Invoice, "EUR", 0.004, "2026-04-01")]
    [InlineData(RoundingStage.Lines, "EUR", 0.004, "2026-04-01")]
    [InlineData(RoundingStage.Net, "EUR", 0.008, "2026-04-16")] // the same at half a period
    [InlineData(RoundingStage.Net, "JPY", 0.4, "2026-04-01")]
    [InlineData(RoundingStage.Net, "KWD", 0.0004, "2026-04-01")]
    [InlineData(RoundingStage.Net, "KWD", 0.000001, "2026-04-01")] // a thousandth of a fils
    public void A_thousand_seats_bought_one_by_one_for_nothing_give_nothing_back(RoundingStage stage, string currency, decimal price, string day)
    {
        var shop = Of(stage, currency, price);
        var held = shop.Buy("2026-04-01", Seats(1));
        var paid = 0L;
        for (var seats = 2; seats <= 1000; seats++)
        {
            var quote = shop.Quote(held, Seats(seats), day);
            (held, paid) = (shop.Accept(held, quote), paid + quote.Totals.DueNow.Minor);
        }

        Assert.Equal(0, paid);
        Assert.Equal(0, shop.Quote(held, Seats(1), day).Totals.ToCredit.Minor);
    }

    [Theory]
    [InlineData("2026-04-01", 0)] // 4.00 for 1,000 at once, bought for it: all of it comes back but for the first
    [InlineData("2026-04-16", 0)]
    public void What_was_bought_at_once_comes_back_whatever_its_lots(string day, long over)
    {
        var shop = Of(RoundingStage.Net, "EUR", 0.004m);
        var one = shop.Buy("2026-04-01", Seats(1));
        var there = shop.Quote(one, Seats(1001), day);
        var back = shop.Quote(shop.Accept(one, there), Seats(1), day);
        Assert.Equal(over, there.Totals.DueNow.Minor - back.Totals.ToCredit.Minor);
    }

    [Fact]
    public void On_the_last_day_of_the_month_two_seats_of_12_yen_are_no_yen_of_credit()
    {
        // 12 x 1/30 is 0.4: each is billed at 0, both together would be 0.8 and so 1.
        var shop = Of(RoundingStage.Net, "JPY", 12m);
        var held = shop.Buy("2026-04-01", Seats(1));
        for (var round = 0; round < 20; round++)
        {
            held = shop.Change(held, Seats(2), "2026-04-30");
            held = shop.Change(held, Seats(3), "2026-04-30");
            var down = shop.Quote(held, Seats(1), "2026-04-30");
            Assert.Equal(0, down.Totals.ToCredit.Minor);
            held = shop.Accept(held, down);
        }
    }

    [Fact]
    public void Two_add_ons_bought_together_for_a_cent_give_back_one_cent_apart_however_often()
    {
        // Half of 0.01 each: 0.005 + 0.005 is 0.01; apart each would be 0.01 by itself.
        var shop = Of(RoundingStage.Net, "EUR", 10m);
        var (held, net) = (shop.Buy("2026-04-01", Seats(1)), 0L);
        for (var round = 0; round < 50; round++)
        {
            foreach (var cart in new[] { With("x", "y"), With("y"), With() })
            {
                var quote = shop.Quote(held, cart, "2026-04-16");
                net += quote.Totals.Net.Minor;
                held = shop.Accept(held, quote);
                Assert.InRange(net, 0, 1);
            }
        }

        Assert.Equal(0, net);
    }

    [Theory]
    [InlineData(RoundingStage.Net, 0.014, "2026-04-20", 1)] // 1.4 is billed at 1; 11 of 30 days are 0.513, and would be 1 again and again
    [InlineData(RoundingStage.Net, 0.009, "2026-04-16", 1)] // 0.9 is billed at 1; half of it is 0.45, and would be nothing again and again
    [InlineData(RoundingStage.Lines, 0.014, "2026-04-20", 2)] // beside what was left before stands what this line and the one that it was bought on leave
    [InlineData(RoundingStage.Lines, 0.009, "2026-04-16", 2)]
    public void The_sum_of_all_roundings_stays_bounded_after_any_number_of_rounds(RoundingStage stage, decimal price, string drop, int bound)
    {
        var shop = Of(stage, "EUR", 10m, price);
        var held = shop.Buy("2026-04-01", Seats(1));
        var (net, exact) = (0L, Fraction.Zero);
        for (var round = 0; round < 40; round++)
        {
            foreach (var (cart, day) in new[] { (With("x"), $"2026-{4 + (round % 8):00}-01"), (With(), $"2026-{4 + (round % 8):00}{drop[7..]}") })
            {
                held = shop.Advance(held, day).Subscription;
                var quote = shop.Quote(held, cart, day);
                net += quote.Totals.Net.Minor;
                exact -= quote.Lines.Aggregate(Fraction.Zero, (sum, line) => sum + line.Exact);
                held = shop.Accept(held, quote);
            }

            if (round % 8 == 7)
                held = shop.Buy("2026-04-01", Seats(1)) with { Remainder = held.Remainder };

            Assert.True((exact - Fraction.Of(net)).Abs() < Fraction.Of(bound), $"{exact} and {net} after {round + 1} rounds");
        }
    }

    [Fact]
    public void What_a_replacement_leaves_is_not_lost_with_what_replaces_it()
    {
        // 0.014 for x; replaced by y on the 10th; y dropped on the 20th: three settlements a month, all of one account.
        var shop = Of(RoundingStage.Net, "EUR", 10m, 0.014m);
        var held = shop.Buy("2026-04-01", Seats(1));
        var (net, exact) = (0L, Fraction.Zero);
        for (var month = 4; month <= 12; month++)
        {
            foreach (var (cart, day) in new[] { (With("x"), "01"), (With("y"), "10"), (With(), "20") })
            {
                held = shop.Advance(held, $"2026-{month:00}-{day}").Subscription;
                var quote = shop.Quote(held, cart, $"2026-{month:00}-{day}");
                (net, exact) = (net + quote.Totals.Net.Minor, exact - quote.Lines.Aggregate(Fraction.Zero, (sum, line) => sum + line.Exact));
                held = shop.Accept(held, quote);
            }

            Assert.True((exact - Fraction.Of(net)).Abs() < Fraction.One, $"{exact} and {net} in month {month}");
        }
    }

    private static Cart Seats(int seats) => Cart.Of("p", BillingInterval.Month) with { Quantity = seats };

    private static Cart With(params string[] addOns) => Seats(1) with { AddOns = [.. addOns.Select(id => new CartAddOn { Id = id })] };

    private static Shop Of(RoundingStage stage, string currency, decimal price, decimal addOn = 0.01m) => new(
        Lives.Club.Policy.WithRounding(new(RoundingMode.HalfAwayFromZero, stage)) with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }), Rule.Otherwise(Now)],
        },
        new Catalog
        {
            Plans = [Shops.Plan("p", 1, Price.Of(price, currency, BillingInterval.Month)) with { AddOns = ["x", "y"] }],
            AddOns = [Shops.AddOn("x", Price.Of(addOn, currency, BillingInterval.Month)), Shops.AddOn("y", Price.Of(addOn, currency, BillingInterval.Month))],
        })
    {
        Currency = currency,
    };
}
