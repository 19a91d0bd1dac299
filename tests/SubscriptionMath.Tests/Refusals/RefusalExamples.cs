using System.Reflection;
using SubscriptionMath.Tests.Lives;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests;

/// <summary>Each reason to refuse, at a vendor that has it; the name of a test begins with its code.</summary>
public class RefusalExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));
    private static readonly Subscription Licence = Kaspr.Buy("2026-04-01", Monthly("licence", 5));

    [Fact]
    public void Every_code_has_an_example()
    {
        var examples = typeof(RefusalExamples).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).ToList();
        Assert.DoesNotContain(
            Enum.GetNames<RefusalCode>(),
            code => !examples.Exists(example => example.Name.StartsWith(code + "_", StringComparison.Ordinal)));
    }

    [Fact]
    public void PaidToFree_at_WhaleBooks_is_by_expiry_only() => Refuses(
        RefusalCode.PaidToFree,
        "A paid plan cannot be changed to the free one directly; terminate the subscription and let its term end.",
        WhaleBooks.Ask(Personal, Yearly("free"), "2026-07-02"));

    [Fact]
    public void ChangeWhileTerminated_at_WhaleBooks_needs_a_resumption_first()
    {
        var terminated = WhaleBooks.Terminate(Personal, "2026-06-01");
        const string Sentence = "The subscription is terminated and runs to the end of its term; resume it before changing it.";
        Refuses(RefusalCode.ChangeWhileTerminated, Sentence, WhaleBooks.Ask(terminated, Yearly("company"), "2026-07-02"));
        Refuses(RefusalCode.ChangeWhileTerminated, Sentence, WhaleBooks.Ask(terminated, Yearly("free"), "2026-07-02"));
    }

    [Fact]
    public void DowngradeNotOffered_by_a_vendor_of_the_only_way_up()
    {
        var onlyUp = SmrtPhone with
        {
            Policy = SmrtPhone.Policy with
            {
                Name = "only up",
                Rules = [Rule.Refuse(RefusalCode.DowngradeNotOffered, new Case { Direction = Direction.Down }), .. SmrtPhone.Policy.Rules],
            },
        };
        var pro = onlyUp.Buy("2026-04-01", Monthly("pro"));
        Refuses(RefusalCode.DowngradeNotOffered, "Downgrades are not offered.", onlyUp.Ask(pro, Monthly("standard"), "2026-04-11"));
        Assert.Equal("Service +37.50 -62.50; NextInvoice +25.00", Written.Entries(onlyUp.Quote(Standard, Monthly("pro"), "2026-04-16")));
    }

    [Fact]
    public void SameAddOnTwice_at_PhotoDeck_where_40_GB_and_40_GB_are_not_80()
    {
        var standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        Refuses(
            RefusalCode.SameAddOnTwice,
            "The cart holds Storage twice; ask for it once, with the quantity wanted.",
            PhotoDeck.Ask(standard, Yearly("standard").With("storage", "storage"), "2026-02-01"));
    }

    [Fact]
    public void MembersOverSeats_at_Kaspr_where_the_sixth_member_finds_no_seat()
    {
        Refuses(
            RefusalCode.MembersOverSeats,
            "6 members are in use and the cart has 5 seats.",
            Kaspr.Ask(Licence, Monthly("licence", 5).With("phone50"), "2026-04-16", Kaspr.Facts with { MembersInUse = 6 }));
        Refuses(
            RefusalCode.MembersOverSeats,
            "2 members are in use and the cart has 1 seat.",
            Kaspr.Ask(Licence, Monthly("licence"), "2026-04-16", Kaspr.Facts with { MembersInUse = 2 }));
    }

    [Fact]
    public void SeatsNotOffered_outside_the_limits_of_the_plan()
    {
        Refuses(
            RefusalCode.SeatsNotOffered,
            "Solo is not sold with 5 seats; it takes 1 or more, and at most 1.",
            Kaspr.Ask(Licence, Monthly("solo", 5), "2026-04-16"));
        var team = Kaspr with
        {
            Catalog = Catalog.Of([.. Kaspr.Catalog.Plans.Select(plan => plan with { Seats = new() { Least = 3 } })]),
        };
        Refuses(
            RefusalCode.SeatsNotOffered,
            "Licence is not sold with 1 seat; it takes 3 or more.",
            team.Ask(Licence, Monthly("licence"), "2026-04-16"));
    }

    [Fact]
    public void RoleNotPermitted_at_smrtPhone_for_a_member() => Refuses(
        RefusalCode.RoleNotPermitted,
        "It was asked by a member; the owner or somebody with billing permission may change the subscription.",
        SmrtPhone.Ask(Standard, Monthly("pro"), "2026-04-16", Facts.None with { AskedBy = Roles.Member }));

    [Fact]
    public void AddOnNotOffered_with_a_plan_that_does_not_list_it() => Refuses(
        RefusalCode.AddOnNotOffered,
        "Phone50 is not offered with Solo.",
        Kaspr.Ask(Licence, Monthly("solo").With("phone50"), "2026-04-16"));

    [Fact]
    public void IntervalNotOffered_of_a_plan_or_an_add_on()
    {
        Refuses(
            RefusalCode.IntervalNotOffered,
            "Company is not sold per month in EUR.",
            WhaleBooks.Ask(Personal, Monthly("company"), "2026-07-02"));
        Refuses(
            RefusalCode.IntervalNotOffered,
            "Storage is not sold per 3 months in EUR.",
            PhotoDeck.Ask(
                PhotoDeck.Buy("2026-01-01", Yearly("standard")),
                Yearly("standard") with { AddOns = [new CartAddOn { Id = "storage", Every = BillingInterval.Months(3) }] },
                "2026-02-01"));
    }

    [Fact]
    public void IntervalNotOffered_in_the_currency_of_the_subscription() => Refuses(
        RefusalCode.IntervalNotOffered,
        "Company is not sold per year in USD.",
        (WhaleBooks with { Currency = "USD" }).Ask(
            (WhaleBooks with { Currency = "USD" }).NotStarted(), Yearly("company"), "2026-01-01"));

    [Fact]
    public void TimingNotStated_at_Obi_where_the_customer_chooses() => Refuses(
        RefusalCode.TimingNotStated,
        "The change has to say whether it takes effect now or at the period's end.",
        Obi.Ask(Obi.Buy("2026-04-01", Monthly("starter")), Monthly("business"), "2026-04-16"));

    [Fact]
    public void TimingNotOffered_where_the_policy_has_one_answer()
    {
        Refuses(
            RefusalCode.TimingNotOffered,
            "This change only takes effect at once.",
            WhaleBooks.Ask(Personal, Yearly("company"), "2026-07-02", timing: RequestedTiming.AtPeriodEnd));
        Refuses(
            RefusalCode.TimingNotOffered,
            "This change only takes effect at the period's end.",
            ObiFullPrice.Ask(Obi.Buy("2026-04-01", Monthly("agency")), Monthly("business"), "2026-04-16", timing: RequestedTiming.Now));
    }

    [Fact]
    public void ChangePending_where_the_newer_change_is_refused_until_the_older_is_withdrawn()
    {
        const string Sentence = "Another change is pending; withdraw it first.";
        var shop = Club.With(policy => policy with { Pending = PendingPolicy.NewerRefused });
        var waiting = shop.Change(shop.Buy("2026-04-01", Monthly("plus")), Monthly("basic"), "2026-04-10");
        Refuses(RefusalCode.ChangePending, Sentence, shop.Ask(waiting, Monthly("plus", 2), "2026-04-11"));
        Refuses(RefusalCode.ChangePending, Sentence, Billing.Renew(waiting, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")));
        Assert.Null(shop.Change(waiting, Monthly("plus"), "2026-04-11").Pending);
        Assert.Equal(Status.Terminated, shop.Terminate(waiting, "2026-04-11").Status);
    }

    [Fact]
    public void ChangeWhilePaused_and_a_pause_beside_another_change()
    {
        const string Sentence = "A paused subscription is only resumed or terminated; other changes come before or after the pause.";
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
    public void NextBillingNotOffered_where_no_rule_moves_it() => Refuses(
        RefusalCode.NextBillingNotOffered,
        "The next billing cannot be moved to that date.",
        Billing.Price(
            Personal, Change.To(Personal.Cart()) with { NextBilling = WhaleBooks.At("2026-08-01") }, Facts.None, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At("2026-07-02")));

    [Fact]
    public void NothingToResume_in_a_life_that_runs_or_has_ended()
    {
        const string Sentence = "The subscription is neither terminated nor paused; there is nothing to resume.";
        Refuses(RefusalCode.NothingToResume, Sentence, Last(Club.Open.Live(
            Club.Open.Buy("2026-04-01", Monthly("basic")), "2026-04-11", new Command.Resume { At = Club.Open.At("2026-04-11") })));
        Refuses(RefusalCode.NothingToResume, Sentence, Last(Club.Open.Live(
            Club.Open.Buy("2026-04-01", Monthly("basic")), "2026-05-02", Club.Open.Ends("2026-04-11"), new Command.Resume { At = Club.Open.At("2026-05-02") })));
    }

    [Fact]
    public void NothingToRenew_of_what_was_terminated_rests_or_is_not_there()
    {
        const string Sentence = "The subscription has no next term to buy: it holds nothing, was terminated or is paused.";
        var basic = Club.Open.Buy("2026-04-01", Monthly("basic"));
        Refuses(RefusalCode.NothingToRenew, Sentence, Renew(Club.Open.Terminate(basic, "2026-04-11")));
        Refuses(RefusalCode.NothingToRenew, Sentence, Renew(Club.Open.Change(basic, Monthly("basic") with { Paused = true }, "2026-04-11")));
        Refuses(RefusalCode.NothingToRenew, Sentence, Renew(Club.Open.NotStarted()));

        static Answer Renew(Subscription subscription) =>
            Billing.Renew(subscription, Club.Open.Facts, Club.Open.Catalog, Club.Open.Policy, Club.Open.At("2026-04-20"));
    }

    [Fact]
    public void NothingToTerminate_before_the_first_purchase_and_after_the_end()
    {
        const string Sentence = "The subscription holds nothing that could be terminated.";
        var shop = Club.WithRule(Rule.For(new Case { Changes = What.End }, Treatment.AtPeriodEnd with { Timing = Timing.Now }));
        var ended = shop.Terminate(shop.Buy("2026-04-01", Monthly("basic")), "2026-04-11");
        foreach (var subscription in new[] { ended, shop.NotStarted() })
        {
            Refuses(RefusalCode.NothingToTerminate, Sentence, Billing.Price(
                subscription, Change.Terminate(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-12")));
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
        Refuses(RefusalCode.RenewalDue, "The term has ended and its renewal is not paid; that comes first.", Last(life));
    }

    [Fact]
    public void DateHasPassed_where_the_customer_names_a_date_that_lies_behind()
    {
        var onDate = Kaspr.Policy.Rules[^1] is Rule.Treated last ? last with { Then = last.Then with { Timing = Timing.OnDate } } : throw new InvalidOperationException();
        var policy = Kaspr.Policy with { Rules = [onDate] };
        var change = new Change { Cart = Monthly("business", 5), Date = Kaspr.At("2026-04-15") };
        Refuses(
            RefusalCode.DateHasPassed,
            "The date on which the change is to take effect has passed.",
            Billing.Price(Licence, change, Kaspr.Facts, Kaspr.Catalog, policy, Kaspr.At("2026-04-16")));
        Refuses(
            RefusalCode.TimingNotStated,
            "The change has to say the date on which it takes effect.",
            Billing.Price(Licence, change with { Date = null }, Kaspr.Facts, Kaspr.Catalog, policy, Kaspr.At("2026-04-16")));
        Refuses(
            RefusalCode.TimingNotOffered,
            "This change does not take a date.",
            Billing.Price(Licence, change, Kaspr.Facts, Kaspr.Catalog, Kaspr.Policy, Kaspr.At("2026-04-16")));
    }

    [Fact]
    public void StaleQuote_when_the_subscription_has_moved_on()
    {
        var (first, second) = (SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-11"), SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16"));
        var moved = SmrtPhone.Accept(Standard, first);
        IsStale("The quote was made for version 1 of the subscription, which is at 2 now.", Billing.Accept(moved, second, SmrtPhone.Facts));
        IsStale("The quote was made for version 1 of the subscription, which is at 2 now.", Billing.Accept(moved, first, SmrtPhone.Facts));
    }

    [Fact]
    public void StaleQuote_when_the_credit_that_it_draws_on_has_changed()
    {
        var drawn = Facts.None with { Credit = MoneyCredit.Of(Money.Of(30m, "EUR")) };
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02", drawn);
        Assert.Equal("Service +50.14 -120.33; Balance +30.00; Payment +40.19", Written.Entries(quote));
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Personal, quote, Facts.None with { Credit = MoneyCredit.Of(Money.Of(10m, "EUR")) }));
        Assert.Empty(Billing.Accept(Personal, quote, drawn).OrThrow().Credit.Lots);
    }

    [Fact]
    public void StaleQuote_when_the_members_or_the_role_have_changed()
    {
        var seats = Kaspr.Quote(Licence, Monthly("licence", 6), "2026-04-16", Kaspr.Facts with { MembersInUse = 6 });
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Licence, seats, Kaspr.Facts with { MembersInUse = 7 }));
        var pro = SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16");
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Standard, pro, Facts.None with { AskedBy = Roles.Member }));
    }

    [Fact]
    public void A_quote_is_as_good_as_before_when_a_fact_has_changed_that_it_did_not_read()
    {
        var standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var quote = PhotoDeck.Quote(standard, Yearly("premium"), "2026-06-01");
        var changed = new Facts { Credit = MoneyCredit.Of(Money.Of(5m, "EUR")), MembersInUse = 3, AskedBy = Roles.Member };
        var accepted = Billing.Accept(standard, quote, changed).OrThrow();
        Assert.Equal(quote.SubscriptionAfter, accepted.Subscription);
        Assert.Equal(changed.Credit, accepted.Credit);
    }

    [Fact]
    public void NotEnoughCredits_where_overuse_is_refused()
    {
        var refused = Assert.IsType<NotSpent>(Billing.Spend(Personal, "export", 1m, WhaleBooks.Policy, WhaleBooks.At("2026-07-02"))).Refusal;
        Assert.Equal((RefusalCode.NotEnoughCredits, "1 export are to be used, and 0 are left."), (refused.Code, refused.Sentence));
    }

    [Fact]
    public void FactNotKnown_in_a_comparison_where_one_policy_asks_who_asks() => Refuses(
        RefusalCode.FactNotKnown,
        "The policy asks for the role of the one who asks; it is not known.",
        Billing.Compare(
            Personal, Change.To(Yearly("company")), Facts.None, WhaleBooks.Catalog, Instant.FromUtc(2026, 7, 2, 0, 0), SmrtPhone.Policy, WhaleBooks.Policy)[0].Answer);

    [Fact]
    public void A_refusal_takes_nothing_away()
    {
        var before = Personal with { };
        Assert.IsType<Refused>(WhaleBooks.Ask(Personal, Yearly("free"), "2026-07-02"));
        Assert.Equal(before, Personal);
        Assert.Equal("Service +50.14 -120.33; Payment +70.19", Written.Entries(WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02")));
    }

    [Fact]
    public void A_refusal_is_the_message_for_those_who_ask_for_a_quote_or_nothing()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Kaspr.Ask(Licence, Monthly("solo", 5), "2026-04-16").OrThrow());
        Assert.Equal("SeatsNotOffered: Solo is not sold with 5 seats; it takes 1 or more, and at most 1.", thrown.Message);
    }

    private static Answer Last(Timeline life) => life.Steps[^1].Answer;

    private static void Refuses(RefusalCode code, string sentence, Answer answer)
    {
        var refused = Assert.IsType<Refused>(answer);
        Assert.Equal((code, sentence), (refused.Code, refused.Sentence));
    }

    private static void IsStale(string sentence, Acceptance acceptance)
    {
        var stale = Assert.IsType<Stale>(acceptance);
        Assert.Equal((RefusalCode.StaleQuote, sentence), (stale.Refusal.Code, stale.Refusal.Sentence));
        Assert.Equal($"StaleQuote: {sentence}", Assert.Throws<InvalidOperationException>(stale.OrThrow).Message);
    }
}
