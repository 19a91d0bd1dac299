using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Pauses that give the time left back as they begin; another term begins at the resumption. EUR 30.00 a month.</summary>
public sealed class CreditedPauseExamples
{
    private static readonly Treatment Credits = Treatments.Resumption with { Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance };

    private static readonly Cart Paused = Monthly("basic") with { Paused = true };

    /// <summary>
    /// support.youcanbook.me, article 587: "Any remaining time left on your current billing cycle will be added as an account credit", which is used before the next charge.
    /// Twenty of thirty days are left on 11 April; the month from 21 May costs 30.00 less 20.00.
    /// </summary>
    [Fact]
    public void YouCanBookMe_gives_the_rest_as_credit_at_the_pause_and_uses_it_at_the_resumption()
    {
        var shop = Pausing(Credits);
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-06-21", shop.Asks("2026-04-11", Paused), Resume(shop, "2026-05-21"));
        Assert.Equal(
            ["2026-04-11: Change, Service +20.00; Balance -20.00", "2026-05-21: Change, Service -30.00; Balance +20.00; Payment +10.00", "2026-06-21: Renewal, Service -30.00; Payment +30.00"],
            life.Told());
        Assert.Equal((Status.Paused, shop.Term("2026-04-01", "2026-04-11")), (life.Steps[0].Subscription.Status, life.Steps[0].Subscription.Term));
        Assert.Equal(shop.Term("2026-05-21", "2026-06-21"), life.Steps[1].Subscription.Term);
    }

    /// <summary>
    /// help.styletheory.co, article 4197637: with a billing date of the 1st a pause on the 15th gives "approximately 15 days worth of unused credit (for a 30-day month)", discounted on
    /// the next billing; the end is named with the pause, and "you will be charged for the rest of that billing cycle", pro-rated. Here 15 to 30 June are 16 of 30 days, and 16 of the
    /// 31 days of July are 15.48.
    /// </summary>
    [Fact]
    public void Style_Theory_gives_unused_days_on_the_next_bill_and_charges_the_rest_of_the_cycle_at_the_resumption()
    {
        var rest = new Treatment(Timing.Now, TrialFate.Kept, TermRule.Aligned, UnusedValue.None, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.Forfeited);
        var shop = Pausing(Credits with { Surplus = Surplus.ToNextInvoice }, rest);
        var life = shop.Live(shop.Buy("2026-06-01", Monthly("basic")), "2026-08-01", shop.Asks("2026-06-15", Paused with { PausedUntil = shop.At("2026-07-16") }));
        Assert.Equal(
            ["2026-06-15: Change, Service +16.00; NextInvoice -16.00", "2026-07-16: PendingChange, NextInvoice +16.00; Service -15.48; Balance -0.52", "2026-08-01: Renewal, Service -30.00; Balance +0.52; Payment +29.48"],
            life.Told());
        Assert.Equal(shop.Term("2026-07-16", "2026-08-01"), life.Steps[1].Subscription.Term);
    }

    [Fact]
    public void A_pause_on_a_date_gives_back_what_is_left_on_that_date_and_add_ons_with_it()
    {
        // 10 of 30 days of 30.00 and of the locker at 6.00 are left on 21 April.
        var shop = Pausing(Credits with { Timing = Timing.OnDate }) with
        {
            Catalog = Club.Open.Catalog with { AddOns = [AddOn("locker", Counter.Monthly(6m)), .. Club.Open.Catalog.AddOns.Where(addOn => addOn.Id != "locker")] },
        };
        var cart = Monthly("basic").With("locker");
        var held = shop.Buy("2026-04-01", cart);
        var asked = Billing.Price(held, Change.To(cart with { Paused = true }) with { Date = shop.At("2026-04-21") }, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        Assert.Empty(asked.Entries);
        var due = shop.Advance(asked.SubscriptionAfter, "2026-05-01");
        Assert.Equal(["2026-04-21: PendingChange, Service +10.00 +2.00; Balance -12.00"], due.Steps.Select(Written.Step));
        Assert.Equal("Service -30.00 -6.00; Payment +36.00", Written.Entries(shop.Quote(due.Subscription, cart, "2026-05-21")));
    }

    /// <summary>In arrears ten of thirty days were used, which are 10.00 at the pause; none is charged for the hold.</summary>
    [Fact]
    public void A_price_in_arrears_is_charged_up_to_the_pause()
    {
        var shop = Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears });
        shop = shop with { Policy = shop.Policy.WithRule(Rule.For(new Case { Changes = ChangeKinds.Pause }, Credits)).WithRule(Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption)) };
        var cart = Monthly(shop.Catalog.Plans[0].Id);
        var life = shop.Live(shop.Buy("2026-04-01", cart), "2026-06-21", shop.Asks("2026-04-11", cart with { Paused = true }), Resume(shop, "2026-05-21"));
        Assert.Equal(["2026-04-11: Change, Service -10.00; Payment +10.00", "2026-05-21: Change, ", "2026-06-21: Renewal, Service -30.00; Payment +30.00"], life.Told());
    }

    /// <summary>Nothing was paid for a trial, which runs on as in any other pause.</summary>
    [Fact]
    public void A_trial_gives_nothing_back()
    {
        var shop = Pausing(Credits) with { Catalog = Club.WithTrial(BillingInterval.Days(14)).Catalog };
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-04-15", shop.Asks("2026-04-05", Paused), Resume(shop, "2026-04-08"));
        Assert.Equal(["2026-04-05: Change, ", "2026-04-08: Change, ", "2026-04-15: TrialEnd, Service -30.00; Payment +30.00"], life.Told());
    }

    /// <summary>The value was given at the pause, so a cancellation during it has none to give.</summary>
    [Fact]
    public void A_cancellation_in_the_pause_gives_nothing_more()
    {
        var shop = Pausing(Credits);
        shop = shop with { Policy = shop.Policy.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Credits with { Trial = TrialFate.Ended, Surplus = Surplus.Refunded(RefundRest.ToBalance) })) };
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Paused, "2026-04-11");
        var quote = Billing.Price(paused, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-21")).OrThrow();
        Assert.Empty(quote.Entries);
        Assert.Equal(Status.Expired, quote.SubscriptionAfter.Status);
    }

    private static Shop Pausing(Treatment pause, Treatment? resumes = null)
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Pause }, pause));
        return shop with { Policy = PolicyCheck.Checked(shop.Policy.WithRule(Rule.For(new Case { Changes = ChangeKinds.Resume }, resumes ?? Treatments.Resumption))) };
    }

    private static Command.Resume Resume(Shop shop, string day) => new() { At = shop.At(day) };
}
