using static SubscriptionMath.Tests.Errors.Refusing;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>Refusals because of how the subscription stands: paused, ended, due for a renewal, with a change pending.</summary>
public class StandingRefusals
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));

    [Fact]
    public void ChangeWhileCanceled_at_WhaleBooks_needs_a_resumption_first()
    {
        var canceled = WhaleBooks.Cancel(Personal, "2026-06-01");
        const string Sentence = "The subscription is canceled and runs to the end of its term; resume it before changing it.";
        Refuses(RefusalCode.ChangeWhileCanceled, Sentence, WhaleBooks.Ask(canceled, Yearly("company"), "2026-07-02"));
        Refuses(RefusalCode.ChangeWhileCanceled, Sentence, WhaleBooks.Ask(canceled, Yearly("free"), "2026-07-02"));
    }

    [Fact]
    public void ChangePending_where_the_newer_change_is_refused_until_the_older_is_withdrawn()
    {
        const string Sentence = "Another change is pending; withdraw it first.";
        var shop = Club.With(policy => policy.WithPending(PendingPolicy.NewerRefused));
        var waiting = shop.Change(shop.Buy("2026-04-01", Monthly("plus")), Monthly("basic"), "2026-04-10");
        Refuses(RefusalCode.ChangePending, Sentence, shop.Ask(waiting, Monthly("plus", 2), "2026-04-11"));
        Refuses(RefusalCode.ChangePending, Sentence, Billing.Renew(waiting, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")));
        Assert.Null(shop.Change(waiting, Monthly("plus"), "2026-04-11").Pending);
        Assert.Equal(Status.NonRenewing, shop.Cancel(waiting, "2026-04-11").Status);
    }

    [Fact]
    public void ChangeWhilePaused_and_a_pause_beside_another_change()
    {
        const string Sentence = "A paused subscription can only be resumed or canceled; make other changes before or after the pause.";
        var basic = Club.Open.Buy("2026-04-01", Monthly("basic"));
        var paused = Club.Open.Change(basic, Monthly("basic") with { Paused = true }, "2026-04-11");
        Refuses(RefusalCode.ChangeWhilePaused, Sentence, Club.Open.Ask(paused, Monthly("plus") with { Paused = true }, "2026-04-12"));
        Refuses(RefusalCode.ChangeWhilePaused, Sentence, Club.Open.Ask(paused, Monthly("plus"), "2026-04-12"));
        Refuses(RefusalCode.ChangeWhilePaused, Sentence, Club.Open.Ask(basic, Monthly("plus") with { Paused = true }, "2026-04-12"));
    }

    [Fact]
    public void PauseNotOffered_where_no_rule_names_a_pause() => Refuses(
        RefusalCode.PauseNotOffered,
        "Pauses are not offered.",
        WhaleBooks.Ask(Personal, Yearly("personal") with { Paused = true }, "2026-07-02"));

    [Fact]
    public void InContract_by_a_vendor_of_a_minimum_stay_until_its_last_day()
    {
        var shop = Club.WithRule(Rule.Refuse(RefusalCode.InContract, new Case { Changes = ChangeKinds.End, InContract = true }));
        var price = Price.Of(30m, "EUR", BillingInterval.Month) with { Contract = new(BillingInterval.Months(3), AfterContract.GoesOn) };
        shop = shop with { Catalog = Catalog.Of(Plan("basic", 1, price)) };
        var held = shop.Advance(shop.Buy("2026-03-01", Monthly("basic")), "2026-05-01").Subscription;
        Refuses(
            RefusalCode.InContract,
            "The contract has not ended; the plan runs to the contract's end.",
            Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-05-31")));
    }

    [Fact]
    public void NothingToResume_in_a_life_that_runs_or_has_ended()
    {
        const string Sentence = "The subscription is neither canceled nor paused; there is nothing to resume.";
        Refuses(RefusalCode.NothingToResume, Sentence, Last(Club.Open.Live(
            Club.Open.Buy("2026-04-01", Monthly("basic")), "2026-04-11", new Command.Resume { At = Club.Open.At("2026-04-11") })));
        Refuses(RefusalCode.NothingToResume, Sentence, Last(Club.Open.Live(
            Club.Open.Buy("2026-04-01", Monthly("basic")), "2026-05-02", Club.Open.Ends("2026-04-11"), new Command.Resume { At = Club.Open.At("2026-05-02") })));
    }

    [Fact]
    public void NothingToRenew_of_what_was_canceled_rests_or_is_not_there()
    {
        const string Sentence = "The subscription has no next term to buy: it holds nothing, was canceled or is paused.";
        var basic = Club.Open.Buy("2026-04-01", Monthly("basic"));
        Refuses(RefusalCode.NothingToRenew, Sentence, Renew(Club.Open.Cancel(basic, "2026-04-11")));
        Refuses(RefusalCode.NothingToRenew, Sentence, Renew(Club.Open.Change(basic, Monthly("basic") with { Paused = true }, "2026-04-11")));
        Refuses(RefusalCode.NothingToRenew, Sentence, Renew(Club.Open.NotStarted()));

        static Answer Renew(Subscription subscription) =>
            Billing.Renew(subscription, Club.Open.Facts, Club.Open.Catalog, Club.Open.Policy, Club.Open.At("2026-04-20"));
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2027-03-01")]
    public void RenewalDue_for_a_change_that_races_with_the_renewal(string day)
    {
        // The term ends on 1 January; the change is no misuse, and comes after the renewal.
        Refuses(RefusalCode.RenewalDue, "The term has ended and its renewal is not paid; renew it first.", WhaleBooks.Ask(Personal, Yearly("company"), day));
        var renewed = WhaleBooks.Advance(Personal, "2027-01-01").Subscription;
        Assert.IsType<Quote>(WhaleBooks.Ask(renewed, Yearly("company"), day));
        Assert.IsType<Quote>(Billing.Price(Personal, Change.Cancel(), WhaleBooks.Facts, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At(day)));
    }

    [Theory]
    [InlineData(SecondCancellation.LaterRefused, "2026-06-10", "2026-06-20", true)]
    [InlineData(SecondCancellation.LaterRefused, "2026-06-20", "2026-06-10", false)]
    [InlineData(SecondCancellation.EarlierRefused, "2026-06-20", "2026-06-10", true)]
    [InlineData(SecondCancellation.EarlierRefused, "2026-06-10", "2026-06-20", false)]
    [InlineData(SecondCancellation.Refused, "2026-06-10", "2026-06-20", true)]
    [InlineData(SecondCancellation.Refused, "2026-06-10", "2026-06-10", false)]
    [InlineData(null, "2026-06-10", "2026-06-20", false)]
    public void CancellationPending_where_the_policy_keeps_the_older_one(SecondCancellation? policy, string older, string newer, bool refused)
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.OnDate }));
        shop = shop with { Policy = shop.Policy.WithSecondCancellation(policy) };
        Answer Ends(Subscription of, string day) => Billing.Price(of, Change.Cancel() with { Date = shop.At(day) }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-06-02"));
        var held = shop.Buy("2026-06-01", Monthly("basic"));
        var ending = shop.Accept(held, Ends(held, older).OrThrow());
        if (refused)
            Refuses(RefusalCode.CancellationPending, "The subscription is already canceled, with another end; withdraw that cancellation first.", Ends(ending, newer));
        else
            Assert.Equal(shop.At(newer), Ends(ending, newer).OrThrow().SubscriptionAfter.Pending!.EffectiveAt);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "2026-06-02")]
    [InlineData(true, "2026-07-01")]
    [InlineData(false, null)]
    public void A_first_purchase_on_a_date_is_kept_until_it_begins_where_the_policy_says_so(bool kept, string? date)
    {
        var start = Club.Policy.Rules.OfType<Rule.Treated>().First().Then with { Timing = Timing.OnDate };
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Start }, start));
        shop = shop with { Policy = shop.Policy.WithKeepsPendingStart(kept) };
        var waits = shop.Accept(shop.NotStarted(), Billing.Price(
            shop.NotStarted(), Change.To(Monthly("basic")) with { Date = shop.At("2026-07-01") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-06-01")).OrThrow());
        var end = Change.Cancel() with { Date = date is null ? null : shop.At(date) };
        var answer = Billing.Price(waits, end, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-06-02"));
        if (kept && date != "2026-07-01")
            Refuses(RefusalCode.TimingNotOffered, "The first purchase is kept until it begins; the customer can cancel it from its start on.", answer);
        else
            Assert.Null(answer.OrThrow().SubscriptionAfter.Pending);
    }

    [Fact]
    public void NothingToCancel_before_the_first_purchase_and_after_the_end()
    {
        const string Sentence = "The subscription holds nothing to cancel.";
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.Now }));
        var ended = shop.Cancel(shop.Buy("2026-04-01", Monthly("basic")), "2026-04-11");
        foreach (var subscription in new[] { ended, shop.NotStarted() })
        {
            Refuses(RefusalCode.NothingToCancel, Sentence, Billing.Price(
                subscription, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-12")));
        }
    }

    [Fact]
    public void RenewalDue_for_a_change_after_a_term_whose_renewal_failed()
    {
        var life = Club.Open.Live(
            Club.Open.Buy("2026-04-01", Monthly("basic")),
            "2026-05-02",
            Script.Of(Club.Open.Asks("2026-05-02", Monthly("plus"))) with { PaymentsFail = [Club.Open.Term("2026-05-01", "2026-05-08")] });
        Assert.Equal(["2026-05-01: Renewal, Service -30.00; Payment +30.00 (NotPaid)", "2026-05-02: RenewalDue"], life.Told());
        Refuses(RefusalCode.RenewalDue, "The term has ended and its renewal is not paid; renew it first.", Last(life));
    }
}
