using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Trials that begin anew or are counted from the start, and the term after one: each answer beside the others on the same dates.</summary>
public sealed class TrialAxesExamples
{
    private static readonly Treatment Anew = new(
        Timing.Now, TrialFate.Ended, TermRule.Restarted, UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance);

    /// <summary>Basic at EUR 30.00 with ten days of trial, Plus at EUR 60.00 with thirteen, Bare at EUR 90.00 without.</summary>
    private static Shop Shop(TrialFate fate, Treatment? start = null) => new(
        AxesShop.Policy(start ?? AxesShop.FirstPurchase, AxesShop.AtOnce, Anew with { Trial = fate }),
        Catalog.Of(
            Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { Trial = new(BillingInterval.Days(10)) },
            Plan("plus", 2, Price.Of(60m, "EUR", BillingInterval.Month)) with { Trial = new(BillingInterval.Days(13)) },
            Plan("bare", 3, Price.Of(90m, "EUR", BillingInterval.Month))));

    [Theory]
    [InlineData(TrialFate.Restarted, "2026-03-21")]
    [InlineData(TrialFate.FromTheStart, "2026-03-18")]
    public void A_trial_begins_anew_or_is_counted_from_the_start(TrialFate fate, string end)
    {
        var shop = Shop(fate);
        var quote = shop.Quote(shop.Buy("2026-03-05", Monthly("basic")), Monthly("plus"), "2026-03-08");
        Assert.Empty(quote.Entries);
        Assert.Equal(shop.At(end), quote.SubscriptionAfter.Trial!.Term.End);
        Assert.Equal($"{end}: TrialEnd, Service -60.00; Payment +60.00", Written.Step(Assert.Single(shop.Advance(quote.SubscriptionAfter, end).Steps)));
    }

    [Theory]
    [InlineData(TrialFate.Restarted)]
    [InlineData(TrialFate.FromTheStart)]
    public void A_plan_without_a_trial_ends_the_one_that_runs(TrialFate fate)
    {
        var shop = Shop(fate);
        var quote = shop.Quote(shop.Buy("2026-03-05", Monthly("basic")), Monthly("bare"), "2026-03-08");
        Assert.Equal("Service -90.00; Payment +90.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-03-05", "2026-03-08"), quote.SubscriptionAfter.Trial!.Term);
        Assert.Equal(shop.Term("2026-03-08", "2026-04-08"), quote.TermAfter);
    }

    /// <summary>On the first day of a month that was paid for all of it is given back, and nothing is charged before the new trial's end.</summary>
    [Fact]
    public void From_a_paid_plan_a_trial_begins_anew()
    {
        var shop = Shop(TrialFate.Restarted);
        var paid = shop.Advance(shop.Buy("2026-03-05", Monthly("basic")), "2026-03-15").Subscription;
        var quote = shop.Quote(paid, Monthly("plus"), "2026-03-15");
        Assert.Equal("Service +30.00; Balance -30.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-03-15", "2026-03-28"), quote.TermAfter);
        Assert.True(quote.SubscriptionAfter.InTrial(shop.At("2026-03-15")));
    }

    /// <summary>Three days later the trial of thirteen days would still run, five days later it would not.</summary>
    [Theory]
    [InlineData("2026-03-17", true)]
    [InlineData("2026-03-18", false)]
    public void Counted_from_the_start_a_trial_may_run_again_but_not_when_it_would_be_over(string day, bool runs)
    {
        var shop = Shop(TrialFate.FromTheStart);
        var paid = shop.Advance(shop.Buy("2026-03-05", Monthly("basic")), "2026-03-15").Subscription;
        var quote = shop.Quote(paid, Monthly("plus"), day);
        Assert.Equal(runs, quote.SubscriptionAfter.InTrial(shop.At(day)));
        Assert.Equal(runs ? 0m : 60m, quote.Totals.NewPrice.Amount);
    }

    [Fact]
    public void Who_began_without_a_trial_gets_none_that_is_counted_from_the_start()
    {
        var shop = Shop(TrialFate.FromTheStart);
        var quote = shop.Quote(shop.Buy("2026-03-05", Monthly("bare")), Monthly("plus"), "2026-03-06");
        Assert.Null(quote.SubscriptionAfter.Trial);
        Assert.Equal(60m, quote.Totals.NewPrice.Amount);
    }

    /// <summary>Ten days from 5 March: a month from the 15th; or the rest of the month that began on the 5th; or of March, and calendar months after it.</summary>
    [Theory]
    [InlineData("restarted", "2026-04-15", "-30.00", "2026-05-15")]
    [InlineData("aligned", "2026-04-05", "-30.00", "2026-05-05")]
    [InlineData("aligned, rest", "2026-04-05", "-20.32", "2026-05-05")]
    [InlineData("calendar, rest", "2026-04-01", "-16.45", "2026-05-01")]
    [InlineData("calendar, free", "2026-04-01", null, "2026-05-01")]
    public void The_first_term_after_a_trial_is_aligned_as_a_first_purchase_is(string answer, string end, string? service, string next)
    {
        var shop = Shop(TrialFate.Kept, AxesShop.FirstPurchase with
        {
            Term = answer[0] == 'r' ? TermRule.Restarted : answer[0] == 'a' ? TermRule.Aligned : TermRule.AlignedTo(Anchor.OnDay(1)),
            NewPrice = answer.Contains("rest,", StringComparison.Ordinal) || answer.EndsWith("rest", StringComparison.Ordinal) ? NewPrice.ForTheRest
                : answer.EndsWith("free", StringComparison.Ordinal) ? NewPrice.NothingUntilRenewal : NewPrice.Full,
        });
        var life = shop.Advance(shop.Buy("2026-03-05", Monthly("basic")), end);
        Assert.Equal(shop.Term("2026-03-15", end), life.Steps[0].Subscription.Term);
        Assert.Equal(service is null ? "" : $"Service {service}; Payment +{service[1..]}", Written.Entries((Quote)life.Steps[0].Answer));
        Assert.Equal(shop.Term(end, next), life.Subscription.Term);
    }

    [Fact]
    public void The_sum_alone_gives_the_same_trials()
    {
        var trial = Term.Of(new(2026, 3, 5), new(2026, 3, 15), DateTimeZone.Utc);
        var (at, offer) = (Instant.FromUtc(2026, 3, 8, 0, 0), new TrialOffer(BillingInterval.Days(13)));
        Term After(TrialFate fate) => TrialTermination.After(trial, at, fate, offer, DateTimeZone.Utc);
        Assert.Equal(Term.Of(new(2026, 3, 8), new(2026, 3, 21), DateTimeZone.Utc), After(TrialFate.Restarted));
        Assert.Equal(Term.Of(new(2026, 3, 5), new(2026, 3, 18), DateTimeZone.Utc), After(TrialFate.FromTheStart));
        Assert.Equal(trial, After(TrialFate.Kept));
        Assert.Equal(trial.Until(at), After(TrialFate.Ended));
        Assert.Equal(trial.Until(at), TrialTermination.After(trial, at, TrialFate.FromTheStart));
        Assert.Equal(trial.Until(at), TrialTermination.After(trial, at, TrialFate.FromTheStart, new TrialOffer(BillingInterval.Days(3)), DateTimeZone.Utc));
    }
}
