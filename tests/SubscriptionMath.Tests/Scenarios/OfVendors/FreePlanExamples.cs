using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Scenarios.OfVendors;

/// <summary>WhaleBooks after the fall to the free plan, and the figures that it shows.</summary>
public sealed class FreePlanExamples
{
    [Theory]
    [InlineData("2027-03-01", "2028-03-01")]
    [InlineData("2027-12-31", "2028-12-31")]
    public void From_free_to_paid_is_a_first_purchase_of_a_whole_year(string day, string end)
    {
        // Personal for 2026, canceled; the free plan from 1 January 2027 on has a term that nobody bought.
        var free = WhaleBooks.Advance(WhaleBooks.Cancel(WhaleBooks.Buy("2026-01-01", Yearly("personal")), "2026-06-01"), "2027-01-01").Subscription;
        Assert.Equal("free", free.Plan!.ProductId);
        var company = WhaleBooks.Quote(free, Yearly("company"), day);
        Assert.Equal("Service -240.00; Payment +240.00", Written.Entries(company));
        Assert.Equal(WhaleBooks.Term(day, end), company.TermAfter);
    }

    [Fact]
    public void The_unused_credit_shown_has_the_overpayment_in_it()
    {
        // 3-C: 105.48 of overpayment on 1 April; on 1 October 92 of 365 days of 100.00 are left, 25.21.
        var company = WhaleBooks.Buy("2026-01-01", Yearly("company"));
        var down = WhaleBooks.Quote(company, Yearly("personal"), "2026-04-01");
        var facts = WhaleBooks.Facts with { Credit = down.CreditAfter };
        Assert.Equal(130.69m, Billing.UnusedCredit(down.SubscriptionAfter, facts, WhaleBooks.Policy, WhaleBooks.At("2026-10-01")).Amount);
        Assert.Equal(105.48m, Billing.UnusedCredit(down.SubscriptionAfter, facts, WhaleBooks.Policy, WhaleBooks.At("2027-01-01")).Amount);
    }

    [Fact]
    public void A_downgrade_that_costs_more_than_the_credit_takes_place_without_payment()
    {
        // Company at 190.00 in a promotion, 275 of 365 days of it are 143.15; of 240.00 they are 180.82.
        var promotion = WhaleBooks with { Catalog = Catalog.Of(Plan("company", 2, Price.Of(190m, "EUR", BillingInterval.Year))) };
        var dearer = WhaleBooks with
        {
            Catalog = Catalog.Of(Plan("personal", 1, Price.Of(240m, "EUR", BillingInterval.Year)), Plan("company", 2, Price.Of(300m, "EUR", BillingInterval.Year))),
        };
        var down = dearer.Quote(promotion.Buy("2026-01-01", Yearly("company")), Yearly("personal"), "2026-04-01");
        Assert.Equal("Service +143.15 -180.82; Goodwill +37.67", Written.Entries(down));
        Assert.Equal((0m, 0m, 37.67m), (down.Totals.DueNow.Amount, down.Totals.OnNextInvoice.Amount, down.Totals.Goodwill.Amount));
        Assert.Equal("1 x 240, billed 143.15, paid 143.15, carried 143.15, credited 0.00, Conversion", Written.Lot(down.SubscriptionAfter.Plan!.Lots[0]));
        Assert.Equal("Not charged: the new price beyond the unused value", Explanation.Of(down)[2]);
    }

    [Fact]
    public void The_exact_figure_stands_beside_the_approximate_one()
    {
        // Personal to Company at noon on 2 July: 183 of 365 days by day, 70.19; by the second 182.5 days, half of 140.00.
        var exact = WhaleBooks with { Policy = Vendors.WhaleBooks.Policy(unit: ProrationUnit.Seconds) };
        var personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
        Assert.Equal(70.19m, WhaleBooks.Quote(personal, Yearly("company"), "2026-07-02T12:00:00Z").Totals.DueNow.Amount);
        Assert.Equal(70.00m, exact.Quote(personal, Yearly("company"), "2026-07-02T12:00:00Z").Totals.DueNow.Amount);
    }

    [Fact]
    public void Deleting_the_account_at_Kaspr_ends_the_subscription_at_once()
    {
        var now = Treatment.AtPeriodEnd with { Timing = Timing.Now };
        var deletes = Kaspr with { Policy = Vendors.Kaspr.Policy(cancellation: now) };
        var ended = deletes.Cancel(deletes.Buy("2026-04-01", Monthly("licence")), "2026-04-16");
        Assert.Equal((Status.Expired, (Item?)null), (ended.Status, ended.Plan));
    }
}
