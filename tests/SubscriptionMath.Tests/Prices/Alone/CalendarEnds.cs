namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>Beyond the year 9999 there is no calendar: the error is the library's own and names the figures.</summary>
public sealed class CalendarEnds
{
    private static readonly Treatment Anew = new(Timing.Now, TrialFate.Ended, TermRule.DaysCarried, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);
    private static readonly Treatment Resting = new(Timing.Now, TrialFate.Kept, TermRule.TimeLeftKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    [Fact]
    public void Days_carried_beyond_the_calendar_are_an_error_that_names_them()
    {
        // From 1 January 9998 a year; left on 2 March for another, to 2 March 9999: of the old one 305 days are left, which end on 1 January 10000.
        var held = Sold.Buy("9998-01-01", Cart.Of("a", BillingInterval.Year));
        var thrown = Assert.Throws<OverflowException>(() => Sold.Quote(held, Cart.Of("b", BillingInterval.Year), "9998-03-02"));
        Assert.Equal("305 days after 9999-03-02 lie beyond the calendar, which ends with the year 9999.", thrown.Message);
    }

    [Fact]
    public void A_pause_that_carries_time_beyond_the_calendar_is_an_error_that_names_the_days()
    {
        // A year to 1 July 9999, at rest from 1 August 9998 to 1 March 9999: its end is 212 days later.
        var held = Sold.Buy("9998-07-01", Cart.Of("a", BillingInterval.Year));
        var paused = Sold.Change(held, Cart.Of("a", BillingInterval.Year) with { Paused = true }, "9998-08-01");
        var thrown = Assert.Throws<OverflowException>(() => Sold.Quote(paused, Cart.Of("a", BillingInterval.Year), "9999-03-01"));
        Assert.Equal("212 days after 9999-07-01 lie beyond the calendar, which ends with the year 9999.", thrown.Message);
    }

    private static Shop Sold { get; } = new(
        Counter.Policy(Anew, Anew, Anew) with
        {
            Rules =
            [
                Counter.Policy(Anew, Anew, Anew).Rules[0], Rule.For(new Case { Changes = ChangeKinds.Pause }, Resting),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Resting with { Term = TermRule.EndKept }), Rule.Otherwise(Anew),
            ],
        },
        new Catalog { Plans = [Plan("a", 1), Plan("b", 2)] });

    private static Plan Plan(string id, int rank) => new() { Id = id, Name = id, Rank = rank, Prices = [Price.Of(365m, "EUR", BillingInterval.Year)] };
}
