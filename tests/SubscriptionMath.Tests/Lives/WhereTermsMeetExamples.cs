using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Terms that begin, end or are given back at one instant, and dates that are moved with usage credits.</summary>
public sealed class WhereTermsMeetExamples
{
    /// <summary>
    /// EUR 31.00 for May, all of it given back. If the day of the change is the old item's, it is used already at the first instant: 30 days are left, and one is
    /// conceded. The new plan at 62.00 then has 30 days; if both have the day, 31. On the last day no day is left, and the old plan gives back 31 all the same.
    /// </summary>
    [Theory]
    [InlineData(ChangeDay.New, "2026-05-01", "Service +31.00; Payment -31.00", "Service +31.00 -62.00; Payment +31.00")]
    [InlineData(ChangeDay.Old, "2026-05-01", "Goodwill +1.00; Service +30.00; Payment -31.00", "Goodwill +1.00; Service +30.00 -60.00; Payment +29.00")]
    [InlineData(ChangeDay.Both, "2026-05-01", "Goodwill +1.00; Service +30.00; Payment -31.00", "Goodwill +1.00; Service +30.00 -62.00; Payment +31.00")]
    [InlineData(ChangeDay.Old, "2026-05-31", "Goodwill +31.00; Payment -31.00", "Goodwill +31.00; Payment -31.00")]
    [InlineData(ChangeDay.Both, "2026-05-31", "Goodwill +31.00; Payment -31.00", "Goodwill +31.00; Service -2.00; Payment -29.00")]
    public void A_whole_term_is_given_back_whoever_has_the_day_of_the_change(ChangeDay whose, string day, string ended, string changed)
    {
        var all = AxesShop.AtOnce with
        {
            Unused = UnusedValue.OfTheWholeTerm,
            Surplus = Surplus.Refunded(RefundRest.ToBalance),
            Measure = Measure.Days with { ChangeDay = whose },
        };
        var shop = new Shop(
            AxesShop.Policy(AxesShop.FirstPurchase, all, all),
            Catalog.Of(Plan("basic", 1, Price.Of(31m, "EUR", BillingInterval.Month)), Plan("plus", 2, Price.Of(62m, "EUR", BillingInterval.Month))));
        var may = shop.Buy("2026-05-01", Monthly("basic"));
        Assert.Equal(ended, Written.Entries(Billing.Price(may, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(day)).OrThrow()));
        Assert.Equal(changed, Written.Entries(shop.Quote(may, Monthly("plus"), day)));
    }

    /// <summary>A year of storage from 1 May 2026 ends on 1 May 2027, as a month of Basic does: both are renewed on one bill, 30.00 and 73.00.</summary>
    [Fact]
    public void An_add_on_whose_year_ends_as_the_plan_s_month_does_is_renewed_on_the_same_bill()
    {
        var life = Stored();
        Assert.Equal("2027-05-01: Renewal, Service -30.00 -73.00; Payment +103.00", life.Told().Last());
        Assert.Equal((Year.Term("2027-05-01", "2027-06-01"), Year.Term("2027-05-01", "2028-05-01")), (life.Subscription.Term, life.Subscription.AddOns[0].Term));
    }

    /// <summary>The same, dropped two weeks before: it ends with the month, at the very end of its year. Nothing is billed or given back for it.</summary>
    [Fact]
    public void An_add_on_that_was_dropped_ends_as_the_new_term_begins()
    {
        var life = Stored(Year.Asks("2027-04-15", Monthly("basic")));
        Assert.Equal("2027-05-01: PendingChange, Service -30.00; Payment +30.00", life.Told().Last());
        Assert.Equal(["storage"], ((Quote)life.Steps[^1].Answer).EndedAddOns);
        Assert.Empty(life.Subscription.AddOns);
    }

    /// <summary>
    /// On 1 May 2027 the renewal comes first, and then a year of Basic begins at the same instant: 30.00 and 365.00. The add-on's new year is begun anew with it, and
    /// what was paid for it a moment before is forfeited, since this club gives nothing back for add-ons.
    /// </summary>
    [Fact]
    public void A_term_that_begins_anew_at_the_instant_of_the_renewal_comes_after_it()
    {
        var life = Stored(Year.Asks("2027-05-01", Yearly("basic") with { AddOns = [Storage] }));
        Assert.Equal(
            ["2027-05-01: Renewal, Service -30.00 -73.00; Payment +103.00", "2027-05-01: Change, Service +30.00 +73.00 -365.00 -73.00; Forfeited -73.00; Payment +408.00"],
            life.Told().TakeLast(2));
    }

    /// <summary>
    /// A hundred calls a month, and May's billing put off on 11 April: April has its hundred to 1 May, and the time to 16 May, free as it is, a hundred of its own. The
    /// renewal on the 16th brings the next.
    /// </summary>
    [Fact]
    public void A_billing_date_that_is_put_off_has_the_credits_of_the_months_it_reaches_into()
    {
        var held = Put(Calls(), "2026-05-16");
        Assert.Equal("100 to 2026-05-01, 100 to 2026-05-16", Told(held));
        Assert.Equal("100 to 2026-05-01, 100 to 2026-06-01, 100 to 2026-06-16", Told(Put(Calls(), "2026-06-16")));
        Assert.Equal("100 to 2026-06-16", Told(Moves.Advance(held, "2026-05-16").Subscription));
    }

    /// <summary>
    /// Put off day by day, or past a date and back, the credits are those of the last date alone: a hundred for April, and one for what of May is reached. Each step brought
    /// a hundred of its own before.
    /// </summary>
    [Theory]
    [InlineData("100 to 2026-05-01, 100 to 2026-05-04", "2026-05-02", "2026-05-03", "2026-05-04")]
    [InlineData("100 to 2026-05-01, 100 to 2026-06-01, 100 to 2026-06-10", "2026-05-02", "2026-06-10")]
    [InlineData("100 to 2026-05-01, 100 to 2026-05-03", "2026-06-16", "2026-05-03")]
    [InlineData("100 to 2026-05-01", "2026-05-16", "2026-05-01")]
    [InlineData("100 to 2026-05-01", "2026-04-20", "2026-05-01")] // April is cut, and goes on
    [InlineData("100 to 2026-04-25", "2026-04-20", "2026-04-22", "2026-04-25")]
    [InlineData("100 to 2026-05-01, 100 to 2026-05-16", "2026-04-20", "2026-05-16")]
    public void A_date_that_is_moved_in_steps_brings_no_more_than_one_moved_at_once(string grants, params string[] dates) =>
        Assert.Equal(grants, Told(dates.Aggregate(Calls(), Put)));

    /// <summary>Of April's hundred thirty are used. The date is brought forward to 20 April and put off to 1 May again: seventy are left, as before.</summary>
    [Fact]
    public void Calls_that_were_used_stay_used_when_the_date_is_moved_there_and_back()
    {
        var held = Billing.Spend(Calls(), "call", 30m, Moves.Policy, Moves.At("2026-04-10")).OrThrow().Subscription;
        held = Put(Put(held, "2026-04-20"), "2026-05-01");
        Assert.Equal(70m, CreditPool.Of(held, "call", Moves.At("2026-04-11")).Balance);
        Assert.Equal(70m, CreditPool.Of(held, "call", Moves.At("2026-04-30")).Balance);
    }

    private static CartAddOn Storage { get; } = new() { Id = "storage", Interval = BillingInterval.Year };

    /// <summary>The club in which an add-on has a term of its own.</summary>
    private static Shop Year { get; } = Club.WithRule(Rule.For(
        new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Up },
        new(Timing.Now, TrialFate.Ended, TermRule.OwnTerm, UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance)));

    private static Shop Moves { get; } = MovedBillingExamples.Moving(
        MovedBillingExamples.Kept,
        Counter.Of(Counter.Monthly(30m)) with { Catalog = Catalog.Of(Plan("p1", 0, Counter.Monthly(30m)) with { Allowances = [Credits("call", 100m)] }) });

    private static Timeline Stored(params ReadOnlySpan<Command> then) => Year.Live(
        Year.Buy("2026-04-01", Monthly("basic")), "2027-05-01", [Year.Asks("2026-05-01", Monthly("basic") with { AddOns = [Storage] }), .. then]);

    private static Subscription Calls() => Moves.Buy("2026-04-01", Counter.Cart("p1"));

    private static Subscription Put(Subscription held, string to) => MovedBillingExamples.Move(Moves, held, to, "2026-04-11").SubscriptionAfter;

    private static string Told(Subscription held) => string.Join(", ", held.Grants.Select(grant => $"{grant.Granted:0} to {grant.Expires!.Value.InUtc().Date:uuuu-MM-dd}"));
}
