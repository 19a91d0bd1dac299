using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Pauses that carry the date of their end, the credit for the days on hold, and the billing day after them.</summary>
public sealed class ResumeDateExamples
{
    private static readonly Treatment Holds = Treatments.Resumption;

    /// <summary>The days on hold go back with the resumption, and lower the next invoice; the billing day stays.</summary>
    private static readonly Treatment CreditsTheHold = new(
        Timing.Now, TrialFate.Kept, TermRule.Aligned, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.NextInvoice, Surplus.ToNextInvoice);

    /// <summary>
    /// Zoho Billing (help.zoho.com, "credits on unused period"): USD 300.00 for June, paused on the 10th and resumed on the 15th, is USD 10.00 a day for five
    /// days: a credit of USD 50.00, created with the resumption. The page says so when the resume date is given with the pause. So July is 250.00.
    /// </summary>
    [Fact]
    public void Five_days_on_hold_lower_the_next_invoice_by_five_days()
    {
        var shop = With(Holds, CreditsTheHold) with { Currency = "USD", Catalog = Catalog.Of(Plan("p1", 0, Price.Of(300m, "USD", BillingInterval.Month))) };
        var life = shop.Live(shop.Buy("2026-06-01", Monthly("p1")), "2026-07-01", Rests(shop, "2026-06-10", "2026-06-15", "p1"));
        Assert.Equal(
            ["2026-06-10: Change, ", "2026-06-15: PendingChange, Service +210.00 -160.00; NextInvoice -50.00", "2026-07-01: Renewal, NextInvoice +50.00; Service -300.00; Payment +250.00"],
            life.Told());
        Assert.Equal(shop.Term("2026-07-01", "2026-08-01"), life.Subscription.Term);
    }

    /// <summary>Kept time: twenty days are left on 11 April and on 21 April, so that the end moves to 11 May, and the billing day with it.</summary>
    [Fact]
    public void Time_kept__the_billing_day_moves_with_the_days_on_hold()
    {
        var life = Club.Open.Live(Club.Open.Buy("2026-04-01", Monthly("basic")), "2026-06-11", Rests(Club.Open, "2026-04-11", "2026-04-21"));
        Assert.Equal(
            ["2026-04-11: Change, ", "2026-04-21: PendingChange, ", "2026-05-11: Renewal, Service -30.00; Payment +30.00", "2026-06-11: Renewal, Service -30.00; Payment +30.00"],
            life.Told());
    }

    /// <summary>A hold from 21 April to 21 May outlasts the term. A new month begins on the 21st, or 11 of 31 days of 30.00 (10.65) lead to the old billing day.</summary>
    [Fact]
    public void After_a_hold_that_outlasts_the_term_the_billing_day_moves_or_stays()
    {
        Assert.Equal(["2026-05-21: PendingChange, Service -30.00; Payment +30.00", "2026-06-21: Renewal, Service -30.00; Payment +30.00"], Told(Holds));
        var toTheOldDay = Holds with { Term = TermRule.Aligned, NewPrice = NewPrice.ForTheRest };
        Assert.Equal(["2026-05-21: PendingChange, Service +10.00 -10.65; Forfeited -10.00; Payment +10.65", "2026-06-01: Renewal, Service -30.00; Payment +30.00"], Told(toTheOldDay));

        static IEnumerable<string> Told(Treatment resume)
        {
            var shop = With(Holds, resume);
            return shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-06-21", Rests(shop, "2026-04-21", "2026-05-21")).Told().Skip(1).Take(2);
        }
    }

    [Fact]
    public void A_pause_that_waits_for_the_end_of_the_term_keeps_its_date()
    {
        // The pause begins with May, and 15 May begins the next month.
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatment.AtPeriodEnd));
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-06-15", Rests(shop, "2026-04-11", "2026-05-15"));
        Assert.Equal(
            ["2026-04-11: Change, ", "2026-05-01: PendingChange, ", "2026-05-15: PendingChange, Service -30.00; Payment +30.00", "2026-06-15: Renewal, Service -30.00; Payment +30.00"],
            life.Told());
    }

    [Fact]
    public void The_customer_resumes_earlier_moves_the_date_or_withdraws_it()
    {
        var shop = Club.Open;
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Until("2026-04-21"), "2026-04-11");
        Assert.Equal((BillingReason.PendingChange, shop.At("2026-04-21")), (Next(paused)!.BillingReason, Next(paused)!.At));

        var earlier = shop.Change(paused, Monthly("basic"), "2026-04-13");
        Assert.Equal((Status.Active, null, shop.At("2026-05-03")), (earlier.Status, earlier.Pending, earlier.Term!.Value.End));
        Assert.Equal(shop.At("2026-04-25"), Next(shop.Change(paused, Until("2026-04-25"), "2026-04-13"))!.At);
        Assert.Null(Next(shop.Change(paused, paused.Cart(), "2026-04-13")));

        DueEvent? Next(Subscription held) => Lifecycle.NextEvent(held, shop.Facts, shop.Policy);
    }

    [Fact]
    public void A_pause_that_ends_before_it_begins_is_refused()
    {
        var shop = Club.Open;
        var held = shop.Buy("2026-04-01", Monthly("basic"));
        Assert.Equal(RefusalCode.DateHasPassed, ((Refused)shop.Ask(held, Until("2026-04-11"), "2026-04-11")).Code);
        Assert.Equal(RefusalCode.DateHasPassed, ((Refused)shop.Ask(shop.Change(held, Until("2026-04-21"), "2026-04-11"), Until("2026-04-12"), "2026-04-12")).Code);

        var waits = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatment.AtPeriodEnd));
        Assert.Equal(RefusalCode.DateHasPassed, ((Refused)waits.Ask(held, Until("2026-05-01"), "2026-04-11")).Code);
    }

    [Fact]
    public void Canceled_in_the_pause_it_does_not_resume()
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.Now }));
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-08-01", Rests(shop, "2026-04-11", "2026-04-21"), shop.Ends("2026-04-15"));
        Assert.Equal(["2026-04-11: Change, ", "2026-04-15: Change, Service +20.00; Forfeited -20.00"], life.Told());
    }

    private static Shop With(Treatment pause, Treatment resume) => Club.With(policy => policy with
    {
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Pause }, pause), Rule.For(new Case { Changes = ChangeKinds.Resume }, resume),
            .. policy.Rules.Where(rule => rule.When.Changes is not (ChangeKinds.Pause or ChangeKinds.Resume)),
        ],
    });

    private static Cart Until(string day) => Monthly("basic") with { Paused = true, PausedUntil = Club.Open.At(day) };

    private static Command Rests(Shop shop, string day, string until, string plan = "basic") =>
        shop.Asks(day, Monthly(plan) with { Paused = true, PausedUntil = shop.At(until) });
}
