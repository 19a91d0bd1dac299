using System.Reflection;
using static SubscriptionMath.Tests.Errors.Refusing;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>Each reason to refuse, at a vendor that has it; the name of a test begins with its code.</summary>
public class RefusalExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));
    private static readonly Subscription Licence = Kaspr.Buy("2026-04-01", Monthly("licence", 5));

    [Fact]
    public void Every_code_has_an_example()
    {
        var examples = new[] { typeof(RefusalExamples), typeof(StandingRefusals), typeof(StaleQuoteExamples), typeof(RefusedValueExamples) }.SelectMany(refusals => refusals.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null).ToList();
        Assert.DoesNotContain(
            Enum.GetNames<RefusalCode>(),
            code => !examples.Exists(example => example.Name.StartsWith(code + "_", StringComparison.Ordinal)));
    }

    [Fact]
    public void PaidToFree_at_WhaleBooks_is_by_expiry_only() => Refuses(
        RefusalCode.PaidToFree,
        "A paid plan cannot change to the free plan directly; cancel the subscription and let its term end.",
        WhaleBooks.Ask(Personal, Yearly("free"), "2026-07-02"));

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
    public void AddOnUnitsNotOffered_at_PhotoDeck_where_one_entry_of_two_is_refused_like_two_entries()
    {
        var standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var twice = Yearly("standard") with { AddOns = [new CartAddOn { Id = "storage", Quantity = 2 }] };
        const string Sentence = "Storage is not sold 2 times; it takes 1 or more, and at most 1.";
        Refuses(RefusalCode.AddOnUnitsNotOffered, Sentence, PhotoDeck.Ask(standard, twice, "2026-02-01"));
        Refuses(RefusalCode.AddOnUnitsNotOffered, Sentence, PhotoDeck.Ask(PhotoDeck.NotStarted(), twice, "2026-02-01"));
        Refuses(RefusalCode.AddOnUnitsNotOffered, Sentence, PhotoDeck.Ask(PhotoDeck.Change(standard, Yearly("standard").With("storage"), "2026-02-01"), twice, "2026-03-01"));
    }

    [Fact]
    public void ProductNotOffered_where_the_catalog_has_dropped_what_a_pending_change_asks_for()
    {
        var basic = Lives.Club.Open.Change(Lives.Club.Open.Buy("2026-04-01", Monthly("plus")), Monthly("basic"), "2026-04-10");
        var without = Lives.Club.Open with { Catalog = Lives.Club.Open.Catalog with { Plans = [Lives.Club.Open.Catalog.Plans[1]] } };
        var renewed = Lifecycle.PriceNext(basic, without.Facts, without.Catalog, without.Policy)!;
        Refuses(RefusalCode.ProductNotOffered, "'basic' is no longer sold; the current items continue.", renewed.NotMade!);
    }

    [Fact]
    public void MembersOverSeats_at_Kaspr_where_the_sixth_member_finds_no_seat()
    {
        Refuses(
            RefusalCode.MembersOverSeats,
            "6 members use a seat; the cart has 5 seats.",
            Kaspr.Ask(Licence, Monthly("licence", 5).With("phone50"), "2026-04-16", Kaspr.Facts with { MembersInUse = 6 }));
        Refuses(
            RefusalCode.MembersOverSeats,
            "2 members use a seat; the cart has 1 seat.",
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
        "Requested by a member; only the owner or a member with billing permission may change the subscription.",
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
                Yearly("standard") with { AddOns = [new CartAddOn { Id = "storage", Interval = BillingInterval.Months(3) }] },
                "2026-02-01"));
    }

    [Fact]
    public void CurrencyNotOffered_where_the_plan_is_sold_in_another_one_only() => Refuses(
        RefusalCode.CurrencyNotOffered,
        "Company is not sold in USD.",
        (WhaleBooks with { Currency = "USD" }).Ask(
            (WhaleBooks with { Currency = "USD" }).NotStarted(), Yearly("company"), "2026-01-01"));

    [Fact]
    public void TimingNotStated_at_Obi_where_the_customer_chooses() => Refuses(
        RefusalCode.TimingNotStated,
        "The change must say whether it takes effect now or at the end of the period.",
        Obi.Ask(Obi.Buy("2026-04-01", Monthly("starter")), Monthly("business"), "2026-04-16"));

    [Fact]
    public void TimingNotOffered_where_the_policy_has_one_answer()
    {
        Refuses(
            RefusalCode.TimingNotOffered,
            "This change takes effect only at once.",
            WhaleBooks.Ask(Personal, Yearly("company"), "2026-07-02", timing: RequestedTiming.AtPeriodEnd));
        Refuses(
            RefusalCode.TimingNotOffered,
            "This change takes effect only at the end of the period.",
            ObiFullPrice.Ask(Obi.Buy("2026-04-01", Monthly("agency")), Monthly("business"), "2026-04-16", timing: RequestedTiming.Now));
    }

    [Fact]
    public void NextBillingNotOffered_where_no_rule_moves_it() => Refuses(
        RefusalCode.NextBillingNotOffered,
        "The next billing cannot be moved to that date.",
        Billing.Price(
            Personal, Change.To(Personal.Cart()) with { NextBilling = WhaleBooks.At("2026-08-01") }, Facts.None, WhaleBooks.Catalog, WhaleBooks.Policy, WhaleBooks.At("2026-07-02")));

    /// <summary>May was bought on 24 April: it moves along where it is kept, and is given back where a stub begins anew.</summary>
    [Fact]
    public void A_next_term_that_is_bought_ahead_does_not_keep_the_next_billing_from_being_moved()
    {
        var (kept, anew) = (Counter.Free with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept }, Counter.Rest with { Term = TermRule.MovedAsAsked });
        var shop = Counter.Of(Counter.Monthly(30m));
        var moving = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, kept), .. shop.Policy.Rules.Skip(1)] };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var ahead = Billing.Accept(held, Billing.Renew(held, shop.Facts, shop.Catalog, moving, shop.At("2026-04-24")).OrThrow(), shop.Facts).OrThrow().Subscription;
        var moved = Change.To(held.Cart()) with { NextBilling = shop.At("2026-05-15") };
        Assert.Empty(Billing.Price(ahead, moved, shop.Facts, shop.Catalog, moving, shop.At("2026-04-25")).OrThrow().Entries);

        // A stub that begins anew gives back both: six of thirty days, and all of May; of the month that ends on 15 May twenty of thirty days are charged.
        moving = moving with { Rules = [moving.Rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, anew), .. moving.Rules.Skip(2)] };
        Assert.Equal("Service +6.00 +30.00 -20.00; Balance -16.00", Written.Entries(Billing.Price(ahead, moved, shop.Facts, shop.Catalog, moving, shop.At("2026-04-25")).OrThrow()));
    }

    [Fact]
    public void NextBillingNotOffered_where_a_plan_would_be_put_off_that_ends_by_itself()
    {
        var shop = Counter.Of(Counter.Monthly(30m) with { Contract = new Contract(BillingInterval.Month, AfterContract.Ends) });
        var kept = Counter.Free with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept };
        var moving = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, kept), .. shop.Policy.Rules.Skip(1)] };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        Refuses(
            RefusalCode.NextBillingNotOffered,
            "The next billing cannot be moved to that date.",
            Billing.Price(held, Change.To(held.Cart()) with { NextBilling = shop.At("2026-05-15") }, shop.Facts, shop.Catalog, moving, shop.At("2026-04-25")));
    }

    [Fact]
    public void DateHasPassed_where_the_customer_names_a_date_that_lies_behind()
    {
        var onDate = Kaspr.Policy.Rules[^1] is Rule.Treated last ? last with { Then = last.Then with { Timing = Timing.OnDate } } : throw new InvalidOperationException();
        var policy = Kaspr.Policy with { Rules = [onDate] };
        var change = new Change { Cart = Monthly("business", 5), Date = Kaspr.At("2026-04-15") };
        Refuses(
            RefusalCode.DateHasPassed,
            "The date of the change has passed.",
            Billing.Price(Licence, change, Kaspr.Facts, Kaspr.Catalog, policy, Kaspr.At("2026-04-16")));
        Refuses(
            RefusalCode.TimingNotStated,
            "The change must name the date on which it takes effect.",
            Billing.Price(Licence, change with { Date = null }, Kaspr.Facts, Kaspr.Catalog, policy, Kaspr.At("2026-04-16")));
        Refuses(
            RefusalCode.TimingNotOffered,
            "This change cannot take effect on a date.",
            Billing.Price(Licence, change, Kaspr.Facts, Kaspr.Catalog, Kaspr.Policy, Kaspr.At("2026-04-16")));
    }

    [Fact]
    public void NotEnoughCredits_where_overuse_is_refused()
    {
        var refused = Assert.IsType<NotSpent>(Billing.Spend(Personal, "export", 1m, WhaleBooks.Policy, WhaleBooks.At("2026-07-02"))).Refusal;
        Assert.Equal((RefusalCode.NotEnoughCredits, "Requested 1 export credits; 0 are available."), (refused.Code, refused.Message));
    }

    [Fact]
    public void EarlierTermNotPriced_where_what_was_held_before_an_upgrade_is_not_known() => Refuses(
        RefusalCode.EarlierTermNotPriced,
        "The change cannot be priced for 2026-04-01T00:00:00Z/2026-05-01T00:00:00Z: 'pro' was bought after 2026-04-05T00:00:00Z, and what was held before is not known.",
        Billing.Price(
            SmrtPhone.Change(Standard, Monthly("pro"), "2026-04-11"), Change.To(Monthly("standard")) with { Since = SmrtPhone.At("2026-04-05") },
            SmrtPhone.Facts, SmrtPhone.Catalog, SmrtPhone.Policy, SmrtPhone.At("2026-04-20")));

    [Fact]
    public void FactNotKnown_in_a_comparison_where_one_policy_asks_who_asks() => Refuses(
        RefusalCode.FactNotKnown,
        "The policy needs the role of the person who asks, which the caller did not supply.",
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
}
