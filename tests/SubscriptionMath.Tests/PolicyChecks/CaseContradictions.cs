using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Cases that no change can match, and things that fall to a rule that was not written for them.</summary>
public sealed class CaseContradictions
{
    private static readonly Treatment Ends = Treatment.AtPeriodEnd;

    public static TheoryData<string, string, Case> Impossible => new()
    {
        { "changes Plan, Quantity", "one thing at a time", new Case { Changes = ChangeKinds.Plan | ChangeKinds.Quantity } },
        { "changes Quantity, AddOn", "one thing at a time", new Case { Changes = ChangeKinds.Quantity | ChangeKinds.AddOn } },
        { "changes Start, NextBilling", "one thing at a time", new Case { Changes = ChangeKinds.Start | ChangeKinds.NextBilling } },
        { "changes Plan, Pause", "one thing at a time", new Case { Changes = ChangeKinds.Plan | ChangeKinds.Pause } },
        { "changes Plan", "keeps Plan", new Case { Changes = ChangeKinds.Plan, Keeps = ChangeKinds.Plan } },
        { "changes one of Plan", "keeps Plan", new Case { ChangesOneOf = ChangeKinds.Plan, Keeps = ChangeKinds.Plan } },
        { "changes Plan, keeps Interval, AddOn, interval Longer", "one change", new Case { Keeps = ChangeKinds.Interval | ChangeKinds.AddOn, Interval = IntervalMove.Longer, Changes = ChangeKinds.Plan } },
        { "changes Interval", "interval Same", new Case { Changes = ChangeKinds.Interval, Interval = IntervalMove.Same } },
        { "changes Start", "direction Down", new Case { Changes = ChangeKinds.Start, Direction = Direction.Down } },
        { "changes Start", "in trial True", new Case { Changes = ChangeKinds.Start, InTrial = true } },
        { "changes Start", "in contract True", new Case { Changes = ChangeKinds.Start, InContract = true } },
        { "changes Start", "within of the purchase 2 weeks", new Case { Changes = ChangeKinds.Start, WithinOfPurchase = BillingInterval.Days(14) } },
        { "changes Start", "in the first term True", new Case { Changes = ChangeKinds.Start, InFirstTerm = true } },
        { "within of the renewal week", "in the first term True", new Case { WithinOfRenewal = BillingInterval.Week, InFirstTerm = true } },
        { "changes Start", "interval held month", new Case { Changes = ChangeKinds.Start, IntervalHeld = BillingInterval.Month } },
        { "interval Longer, interval held year, interval wanted month", "one change", new Case { Interval = IntervalMove.Longer, IntervalHeld = BillingInterval.Year, IntervalWanted = BillingInterval.Month } },
        { "changes Quantity", "moves later True", new Case { Changes = ChangeKinds.Quantity, MovesLater = true } },
        { "changes Start", "from Paid", new Case { Changes = ChangeKinds.Start, From = PriceClass.Paid } },
        { "changes Start", "status Active", new Case { Changes = ChangeKinds.Start, Status = Status.Active } },
        { "changes End", "to Free", new Case { Changes = ChangeKinds.End, To = PriceClass.Free } },
        { "changes End", "direction Up", new Case { Changes = ChangeKinds.End, Direction = Direction.Up } },
        { "changes End", "status Expired", new Case { Changes = ChangeKinds.End, Status = Status.Expired } },
        { "changes Pause", "status Paused", new Case { Changes = ChangeKinds.Pause, Status = Status.Paused } },
        { "changes Resume", "status Active", new Case { Changes = ChangeKinds.Resume, Status = Status.Active } },
        { "changes Plan", "status Paused", new Case { Changes = ChangeKinds.Plan, Status = Status.Paused } },
        { "changes Quantity", "direction Lateral", new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Lateral } },
        { "changes Quantity, direction Up, from Free, to Paid", "one change", new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Up, From = PriceClass.Free, To = PriceClass.Paid } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_case_that_nothing_matches(string one, string other, Case when)
    {
        var found = Assert.Single(Named(when), found => found.Message.StartsWith("No change", StringComparison.Ordinal));
        Assert.EndsWith($": {one}", found.One, StringComparison.Ordinal);
        Assert.Equal(other, found.Other);
    }

    [Fact]
    public void A_case_that_something_matches_stands()
    {
        foreach (var when in new[]
        {
            new Case { Changes = ChangeKinds.Plan | ChangeKinds.Interval },
            new Case { Changes = ChangeKinds.Plan | ChangeKinds.NextBilling, InTrial = false },
            new Case { ChangesOneOf = ChangeKinds.Plan | ChangeKinds.Quantity },
            new Case { ChangesOneOf = ChangeKinds.Plan | ChangeKinds.AddOn, Direction = Direction.Lateral },
            new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down, Interval = IntervalMove.Longer },
            new Case { Changes = ChangeKinds.AddOn, From = PriceClass.Free, Direction = Direction.Down },
            new Case { Status = Status.NonRenewing, Changes = ChangeKinds.Plan },
            new Case { WithinOfPurchase = BillingInterval.Days(14), WithinOfRenewal = BillingInterval.Month, InFirstTerm = false },
            new Case { IntervalHeld = BillingInterval.Year, Interval = IntervalMove.Shorter, IntervalWanted = BillingInterval.Month },
            new Case { MovesLater = false, Changes = ChangeKinds.NextBilling },
        })
            Assert.DoesNotContain(Named(when), found => found.Message.StartsWith("No change", StringComparison.Ordinal));
    }

    /// <summary>Thirty days hide fourteen after them; not the other way round, and not a month, which may be shorter.</summary>
    [Fact]
    public void A_shorter_window_after_a_longer_one_is_never_reached()
    {
        var late = Usual with { Surplus = Surplus.Forfeited };
        BillingPolicy After(BillingInterval first, BillingInterval second) => Rules(
            Rule.For(new Case { ChangesOneOf = ChangeKinds.Plan, WithinOfPurchase = first }, Usual), Rule.For(new Case { ChangesOneOf = ChangeKinds.Plan, WithinOfPurchase = second }, late), Rule.Otherwise(Usual));
        Contradicts("rule 3", "rule 4", After(BillingInterval.Days(30), BillingInterval.Days(14)));
        Stands(After(BillingInterval.Days(14), BillingInterval.Days(30)));
        Stands(After(BillingInterval.Days(30), BillingInterval.Month));
        Stands(After(BillingInterval.Month, BillingInterval.Days(30)));
    }

    [Fact]
    public void The_billing_moved_in_a_trial_can_only_move_the_trial_s_end()
    {
        var moved = new Case { Changes = ChangeKinds.NextBilling, InTrial = true };
        Contradicts("the next billing moved", "in a trial", Usual with { Term = TermRule.Restarted }, moved);
    }

    [Fact]
    public void A_rule_that_those_before_it_hide_together() => Contradicts(
        "the rules before", "rule 6",
        Rules(
            Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Up }, Usual),
            Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, Usual),
            Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Lateral }, Usual),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Usual with { Surplus = Surplus.Forfeited }),
            Rule.Otherwise(Usual)));

    /// <summary>An accepted change is not refused again when it takes effect: then the rule after the refusal decides.</summary>
    [Fact]
    public void A_rule_after_a_refusal_of_all_that_it_matches_is_reached() => Stands(Rules(
        Rule.Refuse(RefusalCode.DowngradeNotOffered, new Case { Changes = ChangeKinds.Plan, Direction = Direction.Down }),
        Rule.For(new Case { Changes = ChangeKinds.Plan }, Usual),
        Rule.Otherwise(Usual)));

    [Fact]
    public void A_case_that_says_one_of_these_covers_each_of_them()
    {
        var either = Rule.For(new Case { ChangesOneOf = ChangeKinds.Plan | ChangeKinds.Interval }, Usual);
        Contradicts("rule 3", "rule 4", Rules(either, Rule.For(new Case { Changes = ChangeKinds.Plan }, Treatment.AtPeriodEnd), Rule.Otherwise(Usual)));
        Contradicts("rule 3", "rule 4", Rules(either, Rule.For(new Case { ChangesOneOf = ChangeKinds.Interval }, Treatment.AtPeriodEnd), Rule.Otherwise(Usual)));
        Contradicts("rule 3", "rule 4", Rules(
            Rule.For(new Case { Changes = ChangeKinds.Plan }, Usual), Rule.For(new Case { ChangesOneOf = ChangeKinds.Plan }, Treatment.AtPeriodEnd), Rule.Otherwise(Usual)));
        Stands(Rules(Rule.For(new Case { Changes = ChangeKinds.Plan }, Treatment.AtPeriodEnd), either, Rule.Otherwise(Usual)));
        Stands(Rules(either, Rule.For(new Case { ChangesOneOf = ChangeKinds.Interval | ChangeKinds.Quantity }, Treatment.AtPeriodEnd), Rule.Otherwise(Usual)));
    }

    /// <summary>EUR 30.00 a month, changed on 16 April: another plan, or more seats, waits for the end; an add-on does not.</summary>
    [Fact]
    public void One_of_these_is_heeded()
    {
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(60m));
        var waits = Rule.For(new Case { ChangesOneOf = ChangeKinds.Plan | ChangeKinds.Quantity }, Treatment.AtPeriodEnd);
        shop = shop with { Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], waits, shop.Policy.Rules[^1]] } };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));

        Assert.Empty(shop.Quote(held, Counter.Cart("p2"), "2026-04-16").Entries);
        Assert.Empty(shop.Quote(held, Counter.Cart("p1", 2), "2026-04-16").Entries);
        Assert.NotEmpty(shop.Quote(held, held.Cart() with { AddOns = [new CartAddOn { Id = "visit", Interval = BillingInterval.Month }] }, "2026-04-16").Entries);
    }

    [Fact]
    public void No_rule_for_a_first_purchase_or_a_cancellation()
    {
        string[] Unstated(params Rule[] rules) => [.. PolicyCheck.Contradictions(Sound with { Rules = [.. rules] }).Select(found =>
        {
            Assert.True(found.IsWarning);
            return $"{found.One}: {found.Other}";
        })];
        var (start, end) = (Sound.Rules[0], Sound.Rules[1]);

        Assert.Equal(["no rule for the first purchase: rule 1", "no rule for a cancellation: rule 1"], Unstated(Rule.Otherwise(Usual)));
        Assert.Equal(["no rule for a cancellation: rule 2"], Unstated(start, Rule.For(new Case { Direction = Direction.Down }, Usual), Rule.Otherwise(Usual)));
        Assert.Equal(["no rule for the first purchase: rule 2"], Unstated(end, Rule.Otherwise(Usual)));
        Assert.Equal(["no rule for a cancellation: rule 3"], Unstated(start, Rule.For(new Case { Changes = ChangeKinds.End, InTrial = true }, Ends), Rule.Otherwise(Usual)));
        Assert.Empty(Unstated(start, Rule.For(new Case { ChangesOneOf = ChangeKinds.End | ChangeKinds.Plan }, Ends), Rule.Otherwise(Usual)));
        Assert.Empty(Unstated(start, Rule.Refuse(RefusalCode.PaidToFree, new Case { Direction = Direction.Down }), Rule.Otherwise(Usual)));
    }

    /// <summary>An unstated case is priced by the rule that it falls to: half of EUR 30.00 comes back.</summary>
    [Fact]
    public void What_is_left_unsaid_is_priced()
    {
        var shop = Counter.Of(Counter.Monthly(30m));
        Assert.Contains(PolicyCheck.Contradictions(shop.Policy), found => found is { One: "no rule for a cancellation", IsWarning: true });
        var quote = (Quote)Billing.Price(shop.Buy("2026-04-01", Counter.Cart("p1")), Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-16"));
        Assert.Equal(15m, quote.Totals.Credited.Amount);
        Assert.Same(shop.Policy, PolicyCheck.Checked(shop.Policy));
    }

    /// <summary>An add-on bought alone has no days left, and nothing that could buy any.</summary>
    [Fact]
    public void A_term_that_an_add_on_bought_alone_cannot_have()
    {
        var carried = Usual with { Term = TermRule.DaysCarried, Unused = UnusedValue.None, NewPrice = NewPrice.Full };
        var bought = Usual with { Term = TermRule.AsBought, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        Contradicts("an add-on bought alone", "rule 3: days left carried", carried, AddOns);
        Contradicts("an add-on bought alone", "rule 3: a term as long as bought", bought, AddOns);
        Contradicts("an add-on bought alone", "rule 3: days left carried", carried, AddOns with { Direction = Direction.Up });
        Stands(Rules(Rule.For(AddOns, Usual), Rule.Otherwise(carried)));
        Stands(Rules(Rule.For(AddOns, Usual), Rule.Otherwise(bought)));
        Stands(Rules(Rule.For(new Case { Changes = ChangeKinds.Plan }, bought), Rule.Otherwise(Usual)));

        var found = Assert.Single(PolicyCheck.Contradictions(Rules(Rule.Otherwise(carried))).ToArray());
        Assert.Equal(("an add-on bought alone", "rule 3: days left carried", true), (found.One, found.Other, found.IsWarning));
    }

    [Fact]
    public void A_first_purchase_has_nothing_to_carry_or_to_buy_with()
    {
        var start = ((Rule.Treated)Sound.Rules[0]).Then;
        var first = new Case { Changes = ChangeKinds.Start };
        Contradicts("days left carried", "a first purchase", start with { Term = TermRule.DaysCarried }, first);
    }

    /// <summary>An answer to a question that a change does not ask has no effect, and is named: otherwise equal policies would look different.</summary>
    [Fact]
    public void Answers_that_the_one_change_of_a_rule_does_not_ask_for()
    {
        var (start, rests) = (((Rule.Treated)Sound.Rules[0]).Then, Treatment.AtPeriodEnd);
        Idle("unused value", ChangeKinds.Start, start with { Unused = UnusedValue.OfAllLots });
        Idle("surplus", ChangeKinds.Start, start with { Surplus = Surplus.ToBalance });
        Idle("end kept", ChangeKinds.Start, start with { Term = TermRule.EndKept });
        Idle("a term that begins anew", ChangeKinds.End, rests with { Term = TermRule.Restarted });
        Idle("a term that begins anew", ChangeKinds.End, rests with { Timing = Timing.Now, Term = TermRule.AlignedTo(Anchor.OnDay(1)) });
        Idle("a new price", ChangeKinds.End, rests with { Timing = Timing.Now, NewPrice = NewPrice.Full });
        Idle("a term that begins anew", ChangeKinds.Pause, rests with { Term = TermRule.Restarted });
        Idle("a new price, or a time of payment", ChangeKinds.Pause, rests with { PaymentTiming = PaymentTiming.NextInvoice });
        Idle("a new price, or a time of payment", ChangeKinds.Pause, rests with { Timing = Timing.Now, NewPrice = NewPrice.ForTheRest });
        Idle("surplus", ChangeKinds.Pause, rests with { Timing = Timing.Now, Surplus = Surplus.ToBalance });
        Stands(Rules(Rule.For(new Case { Changes = ChangeKinds.Pause }, rests with { Term = TermRule.TimeLeftKept }), Rule.Otherwise(Usual)));
        Stands(Rules(Rule.For(new Case { Changes = ChangeKinds.End }, rests with { Timing = Timing.Now, Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance }), Rule.Otherwise(Usual)));
    }

    private static void Idle(string other, ChangeKinds change, Treatment then)
    {
        var found = Assert.Single(PolicyCheck.Contradictions(Rules(Rule.For(new Case { Changes = change }, then), Rule.Otherwise(Usual))).ToArray());
        Assert.Equal((other, true), (found.Other, found.IsWarning));
    }

    private static Sequence<Contradiction> Named(Case when) =>
        PolicyCheck.Contradictions(Rules(Rule.Refuse(RefusalCode.DowngradeNotOffered, when), Rule.Otherwise(Usual)));
}
