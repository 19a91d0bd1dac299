using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Resumptions in a trial, and of what is not charged.</summary>
public sealed class ResumptionExamples
{
    private static readonly Treatment Anew = new(
        Timing.Now, TrialFate.Kept, TermRule.AlignedTo(Anchor.OnDay(1)), UnusedValue.None, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>Fourteen days tried from 1 April, paused on the 5th with ten left, resumed on the 8th: to the 18th; where the time runs on, to the 15th as before.</summary>
    [Theory]
    [InlineData(true, "2026-04-18")]
    [InlineData(false, "2026-04-15")]
    public void A_trial_that_is_kept_goes_on_though_the_rule_begins_a_term_anew(bool keepsTimeLeft, string end)
    {
        var (shop, quote) = Resumed(Anew, keepsTimeLeft);
        Assert.Empty(quote.Entries);
        Assert.Equal((shop.At(end), shop.At(end)), (quote.SubscriptionAfter.Trial!.Term.End, quote.SubscriptionAfter.Term!.Value.End));
    }

    /// <summary>From the 8th to 1 May 23 of 30 days of EUR 30.00 are billed, and no trial runs beside them.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_trial_that_the_rule_ends_is_over_and_the_rest_of_the_month_is_billed(bool keepsTimeLeft)
    {
        var (shop, quote) = Resumed(Anew with { Trial = TrialFate.Ended }, keepsTimeLeft);
        Assert.Equal("Service -23.00; Payment +23.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-04-08", "2026-05-01"), quote.SubscriptionAfter.Term);
        Assert.Equal("2026-05-01: Renewal, Service -30.00; Payment +30.00", Written.Step(shop.Advance(quote.SubscriptionAfter, "2026-05-01").Steps[^1]));
    }

    /// <summary>EUR 30.00 a month to 1 May, on hold from 21 April to 21 May: the month from then on is not charged where the rule waives it.</summary>
    [Fact]
    public void After_a_pause_that_outlasted_the_term_the_next_one_is_waived_where_the_rule_says_so()
    {
        var shop = Of(Treatments.Resumption with { PaymentTiming = PaymentTiming.Waived }, keepsTimeLeft: false, Club.Open.Catalog);
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("basic") with { Paused = true }, "2026-04-21");
        var quote = shop.Quote(paused, Monthly("basic"), "2026-05-21");
        Assert.Equal("Service -30.00; Goodwill +30.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-05-21", "2026-06-21"), quote.SubscriptionAfter.Term);
    }

    /// <summary>
    /// A locker at EUR 15.00 a month is not renewed. On hold from 21 April with ten of thirty days left, the plan and the locker give back EUR 10.00 and 5.00 as a new month
    /// begins on 21 May, and the plan alone goes on.
    /// </summary>
    [Fact]
    public void A_resumption_that_begins_anew_ends_an_add_on_that_runs_out()
    {
        var anew = Anew with { Term = TermRule.Restarted, Unused = UnusedValue.OfAllLots, NewPrice = NewPrice.Full, Surplus = Surplus.ToBalance };
        var catalog = Club.Open.Catalog with { AddOns = [AddOn("locker", Counter.Monthly(15m)) with { RunsOut = true }, .. Club.Open.Catalog.AddOns.Where(addOn => addOn.Id != "locker")] };
        var shop = Of(anew, keepsTimeLeft: true, catalog);
        var cart = Monthly("basic").With("locker");
        var paused = shop.Change(shop.Buy("2026-04-01", cart), cart with { Paused = true }, "2026-04-21");
        var quote = shop.Quote(paused, cart, "2026-05-21");
        Assert.Equal("Service +10.00 +5.00 -30.00; Payment +15.00", Written.Entries(quote));
        Assert.Equal(("locker", 0), (Assert.Single(quote.EndedAddOns), quote.SubscriptionAfter.AddOns.Count));
        Assert.Equal(shop.Term("2026-05-21", "2026-06-21"), quote.SubscriptionAfter.Term);
    }

    private static (Shop Shop, Quote Quote) Resumed(Treatment resume, bool keepsTimeLeft)
    {
        var shop = Of(resume, keepsTimeLeft, Club.WithTrial(BillingInterval.Days(14)).Catalog);
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("basic") with { Paused = true }, "2026-04-05");
        return (shop, shop.Quote(paused, Monthly("basic"), "2026-04-08"));
    }

    private static Shop Of(Treatment resume, bool keepsTimeLeft, Catalog catalog)
    {
        var holds = Treatments.Resumption with { Term = keepsTimeLeft ? TermRule.TimeLeftKept : TermRule.EndKept };
        return Club.With(policy => policy with
        {
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Pause }, holds), Rule.For(new Case { Changes = ChangeKinds.Resume }, resume),
                .. policy.Rules.Where(rule => rule.When.Changes is not (ChangeKinds.Pause or ChangeKinds.Resume)),
            ],
        }) with
        { Catalog = catalog };
    }
}
