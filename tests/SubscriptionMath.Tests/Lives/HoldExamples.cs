using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Holds of what is charged in arrears, and resumptions that have a rule of their own.</summary>
public sealed class HoldExamples
{
    private static readonly Treatment Holds = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    private static readonly Treatment ToTheFirst = new(
        Timing.Now, TrialFate.Kept, TermRule.AlignedTo(Anchor.OnDay(1)), UnusedValue.None, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>EUR 30.00 for April in arrears, on hold from the 11th to the 21st: twenty of thirty days; all of them where the hold is charged, or where the time left is kept (to 11 May).</summary>
    [Fact]
    public void A_hold_is_not_charged_in_arrears_unless_the_policy_says_so()
    {
        Assert.Equal("2026-05-01: Renewal, Service -10.00 -10.00; Payment +20.00", Held(Holds));
        Assert.Equal("2026-05-01: Renewal, Service -30.00; Payment +30.00", Held(Holds with { ChargesHold = true }));
        Assert.Equal("2026-05-11: Renewal, Service -30.00; Payment +30.00", Held(Holds with { Term = TermRule.TimeLeftKept }));

        static string Held(Treatment pause)
        {
            var shop = InArrears(pause);
            return shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-12", Rests(shop, "2026-04-11"), Resumes(shop, "2026-04-21")).Told().Last();
        }
    }

    [Theory]
    [InlineData("2026-04-21")]
    [InlineData("2026-06-21")]
    public void Ended_on_hold_the_days_before_it_are_charged(string day)
    {
        var now = Rule.For(new Case { Changes = ChangeKinds.End }, Holds with { Trial = TrialFate.Ended });
        var shop = InArrears(Holds, now);
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("basic") with { Paused = true }, "2026-04-11");
        Assert.Equal("Service -10.00; Payment +10.00", Written.Entries(Billing.Price(paused, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow()));
    }

    [Fact]
    public void Two_holds_in_one_term_and_one_beyond_it_are_left_out()
    {
        // Used: 1 to 6, 11 to 16 and 21 to 26 April, five of thirty days each, and from the resumption on 10 May a month.
        var shop = InArrears(Holds);
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("basic")), "2026-06-10", Rests(shop, "2026-04-06"), Resumes(shop, "2026-04-11"), Rests(shop, "2026-04-16"), Resumes(shop, "2026-04-21"),
            Rests(shop, "2026-04-26"), Resumes(shop, "2026-05-10"));
        Assert.Equal(["2026-05-10: Change, Service -5.00 -5.00 -5.00; Payment +15.00", "2026-06-10: Renewal, Service -30.00; Payment +30.00"], life.Told().TakeLast(2));
    }

    /// <summary>
    /// A guide at EUR 31.00 a month in arrears from 1 April, beside a plan from the 15th that takes it along for May. On hold from 28 April to 5 May:
    /// 27 of 30 days are EUR 27.90, and 27 of 31 days are EUR 27.00.
    /// </summary>
    [Fact]
    public void Days_on_hold_are_left_out_of_a_month_that_was_taken_along()
    {
        var shop = Club.With(policy => policy with
        {
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Pause }, Holds),
                Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Up }, Club.Policy.Rules[^1] is Rule.Treated now ? now.Then with { Term = TermRule.OwnTerm, NewPrice = NewPrice.Full } : Holds),
                .. policy.Rules.Where(rule => rule.When.Changes is not ChangeKinds.Pause),
            ],
            Renewal = policy.Renewal with { TakesAddOnsAlong = true },
        });
        shop = shop with
        {
            Catalog = new() { Plans = [Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { AddOns = ["guide"] }], AddOns = [AddOn("guide", Price.Of(31m, "EUR", BillingInterval.Month) with { BillingTiming = BillingTiming.InArrears })] },
        };
        var guided = Monthly("basic").With("guide");
        var life = shop.Live(
            shop.Buy("2026-03-15", Monthly("basic")), "2026-06-01", shop.Asks("2026-04-01", guided), shop.Asks("2026-04-28", guided with { Paused = true }), Resumes(shop, "2026-05-05"));
        Assert.Equal(
            ["2026-05-05: AddOnTermEnd, Service -27.90; Payment +27.90", "2026-05-15: Renewal, Service -30.00; Payment +30.00", "2026-06-01: AddOnTermEnd, Service -27.00; Payment +27.00"],
            life.Told().TakeLast(3));
        Assert.All(life.Steps, step => Assert.Empty(SubscriptionCheck.Inconsistencies(step.Subscription)));
    }

    /// <summary>On hold from 21 April to 21 May: 11 of 31 days to the old billing day are EUR 10.65; ten days of April had been paid for, and are forfeited or given back.</summary>
    [Fact]
    public void After_a_hold_a_part_is_billed_up_to_the_old_billing_day()
    {
        var shop = Resuming(ToTheFirst);
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-06-01", Rests(shop, "2026-04-21"), Resumes(shop, "2026-05-21"));
        Assert.Equal(["2026-05-21: Change, Service +10.00 -10.65; Forfeited -10.00; Payment +10.65", "2026-06-01: Renewal, Service -30.00; Payment +30.00"], life.Told().TakeLast(2));

        shop = Resuming(ToTheFirst with { Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance });
        life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-21", Rests(shop, "2026-04-21"), Resumes(shop, "2026-05-21"));
        Assert.Equal("2026-05-21: Change, Service +10.00 -10.65; Payment +0.65", life.Told().Last());
    }

    /// <summary>Within the term, from 11 to 21 April: twenty days were unused, ten are bought again; the ten on hold are credit.</summary>
    [Fact]
    public void Within_the_term_the_days_on_hold_are_given_back()
    {
        var shop = Resuming(ToTheFirst with { Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance });
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-04-21", Rests(shop, "2026-04-11"), Resumes(shop, "2026-04-21"));
        Assert.Equal("2026-04-21: Change, Service +20.00 -10.00; Balance -10.00", life.Told().Last());
        Assert.Equal(shop.Term("2026-04-21", "2026-05-01"), life.Subscription.Term);
    }

    [Fact]
    public void The_price_of_a_resumption_waits_or_is_free_where_its_rule_says_so()
    {
        Assert.Equal("Service +10.00; Forfeited -10.00", On(ToTheFirst with { Term = TermRule.Restarted, NewPrice = NewPrice.NothingUntilRenewal }));
        Assert.Equal("Service -30.00; NextInvoice +30.00", On(Holds with { PaymentTiming = PaymentTiming.NextInvoice }));
        Assert.Equal("Service +10.00 -30.00; Forfeited -10.00; NextInvoice +30.00", On(ToTheFirst with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, PaymentTiming = PaymentTiming.NextInvoice }));

        static string On(Treatment resume)
        {
            var shop = Resuming(resume);
            var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("basic") with { Paused = true }, "2026-04-21");
            return Written.Entries(shop.Quote(paused, Monthly("basic"), "2026-05-21"));
        }
    }

    [Fact]
    public void The_check_names_what_a_resumption_cannot_heed()
    {
        Finds("not at once", Treatment.AtPeriodEnd);
        Finds("days carried, or a term as bought", ToTheFirst with { Term = TermRule.DaysCarried });
        Finds("an unused value", Holds with { Unused = UnusedValue.OfAllLots });
        Finds("a rule that does not name a pause", Holds with { ChargesHold = true });

        static void Finds(string other, Treatment resume) => Assert.Contains(
            PolicyCheck.Contradictions(Club.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Resume }, resume), .. Club.Policy.Rules] }), found => found.Other == other);
    }

    private static Shop InArrears(Treatment pause, params Rule[] more)
    {
        var shop = Club.With(policy => policy with { Rules = [.. more, Rule.For(new Case { Changes = ChangeKinds.Pause }, pause), .. policy.Rules.Where(rule => rule.When.Changes is not ChangeKinds.Pause && !more.Any(one => one.When == rule.When))] });
        return shop with { Catalog = shop.Catalog with { Plans = [Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month) with { BillingTiming = BillingTiming.InArrears })] } };
    }

    private static Shop Resuming(Treatment resume) => Club.With(policy => policy with
    {
        Rules = [Rule.For(new Case { Changes = ChangeKinds.Pause }, Holds), Rule.For(new Case { Changes = ChangeKinds.Resume }, resume), .. policy.Rules.Where(rule => rule.When.Changes is not (ChangeKinds.Pause or ChangeKinds.Resume))],
    });

    private static Command Rests(Shop shop, string day) => shop.Asks(day, Monthly("basic") with { Paused = true });

    private static Command.Resume Resumes(Shop shop, string day) => new Command.Resume { At = shop.At(day) };
}
