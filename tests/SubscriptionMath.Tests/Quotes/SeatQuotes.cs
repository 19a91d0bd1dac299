using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>Whole quotes of seats: added, given back, taken over, and what becomes of their allotment.</summary>
public class SeatQuotes
{
    [Fact]
    public void S2_E_seats_are_added_for_the_rest_of_the_term()
    {
        var three = Kaspr.Buy("2026-04-01", Monthly("licence", 3));
        var quote = Kaspr.Quote(three, Monthly("licence", 5), "2026-04-16");
        Assert.Equal("Service -50.00; Payment +50.00", Written.Entries(quote));
        Assert.Equal("Granted 200 phone of licence", Written.Grants(quote));
        Assert.Equal(
            [
                "3 x 50, billed 150.00, paid 150.00, carried 0.00, credited 0.00, Purchase",
                "2 x 50, billed 50.00, paid 50.00, carried 0.00, credited 0.00, Purchase",
            ],
            quote.SubscriptionAfter.Plan!.Lots.Select(Written.Lot));

        var full = Kaspr with { Policy = SubscriptionMath.Vendors.Kaspr.Policy(seatAdded: NewPrice.Full) };
        Assert.Equal("Service -100.00; Payment +100.00", Written.Entries(full.Quote(three, Monthly("licence", 5), "2026-04-16")));

        var yearly = Kaspr.Buy("2026-01-15", Yearly("licence", 3));
        Assert.Equal("Service -576.00; Payment +576.00", Written.Entries(Kaspr.Quote(yearly, Yearly("licence", 5), "2026-06-10"))); // 219/365
    }

    [Fact]
    public void The_allotment_of_an_added_seat_is_prorated_in_whole_units_where_the_policy_says_so()
    {
        var shop = Kaspr with { Policy = SubscriptionMath.Vendors.Kaspr.Policy(seatAllotment: Allotment.ForTheRest) };
        var one = shop.Buy("2026-04-01", Monthly("licence"));
        Assert.Equal("Granted 36 phone of licence", Written.Grants(shop.Quote(one, Monthly("licence", 2), "2026-04-20"))); // 100 x 11/30 = 36.7
    }

    [Fact]
    public void Fewer_seats_wait_for_the_renewal()
    {
        var five = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        var quote = Kaspr.Quote(five, Monthly("licence", 3), "2026-04-16");
        Assert.Empty(quote.Entries);
        Assert.Equal(5, quote.SubscriptionAfter.Plan!.Quantity);
        Assert.Equal(
            new PendingChange { RequestedAt = Kaspr.At("2026-04-16"), EffectiveAt = Kaspr.At("2026-05-01"), Cart = Monthly("licence", 3) },
            quote.SubscriptionAfter.Pending);
    }

    [Fact]
    public void A_replaced_plan_takes_over_the_old_quantity_until_the_renewal()
    {
        var five = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        var quote = Kaspr.Quote(five, Monthly("business", 3), "2026-04-16");
        Assert.Equal("Service +125.00 -200.00; Payment +75.00", Written.Entries(quote)); // five seats: 15/30 of 250.00 and of 400.00
        Assert.Equal(("business", 5), (quote.SubscriptionAfter.Plan!.ProductId, quote.SubscriptionAfter.Plan.Quantity));
        Assert.Equal(Monthly("business", 3), quote.SubscriptionAfter.Pending!.Cart);
        Assert.Equal("5 x 80, billed 200.00, paid 200.00, carried 125.00, credited 0.00, Conversion", Written.Lot(OnlyLot(quote)));
    }

    [Fact]
    public void A_restart_counts_as_a_renewal_for_the_seats()
    {
        var five = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        var quote = Kaspr.Quote(five, Yearly("licence", 3), "2026-04-16");
        Assert.Equal("Service +125.00 -1440.00; Payment +1315.00", Written.Entries(quote));
        Assert.Equal(3, quote.SubscriptionAfter.Plan!.Quantity);
        Assert.Null(quote.SubscriptionAfter.Pending);
        Assert.Equal(Kaspr.Term("2026-04-16", "2027-04-16"), quote.TermAfter);
    }

    [Fact]
    public void The_newest_seats_leave_first()
    {
        var three = SmrtPhone.Buy("2026-04-01", Monthly("standard", 3));
        var five = SmrtPhone.Quote(three, Monthly("standard", 5), "2026-04-11");
        Assert.Equal("Service -100.00; NextInvoice +100.00", Written.Entries(five)); // 20/30 of 2 x 75.00
        var four = SmrtPhone.Quote(five.SubscriptionAfter, Monthly("standard", 4), "2026-04-16");
        Assert.Equal("Service +37.50; Balance -37.50", Written.Entries(four));
        Assert.Equal(
            [
                "3 x 75, billed 225.00, paid 225.00, carried 0.00, credited 0.00, Purchase",
                "1 x 75, billed 50.00, paid 0.00, carried 0.00, credited 0.00, Purchase, awaits invoice",
            ],
            four.SubscriptionAfter.Plan!.Lots.Select(Written.Lot));
    }
}
