using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Each contradiction that a policy can be in, with both answers named; and the vendors, which are in none.</summary>
public class PolicyCheckExamples
{
    [Fact]
    public void A_sound_policy_is_given_back()
    {
        Assert.Empty(PolicyCheck.Contradictions(Sound));
        Assert.Same(Sound, PolicyCheck.Checked(Sound));
    }

    [Fact]
    public void The_message_names_both_answers()
    {
        var thrown = Assert.Throws<ArgumentException>(() => PolicyCheck.Checked(Sound with { Rules = [] }));
        Assert.Equal("policy", thrown.ParamName);
        Assert.StartsWith(
            "The policy 'smrtPhone' contradicts itself: 'rules' and 'no rule for everything else': The last rule has to match everything.",
            thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_rule_for_everything_else()
    {
        Contradicts("rules", "no rule for everything else", Sound with { Rules = [] });
        Contradicts("rules", "no rule for everything else", Sound with { Rules = [Rule.For(UpInTrial, Usual)] });
    }

    [Fact]
    public void Usage_credits_that_are_neither_replaced_nor_carried_at_a_renewal()
    {
        foreach (var fate in new[] { GrantFate.Kept, GrantFate.ToppedUp, GrantFate.Clipped, GrantFate.Recounted, GrantFate.Voided })
        {
            Contradicts($"usage credits at a renewal {fate}", "a new term", Sound with { Allowances = Sound.Allowances with { OnRenewal = fate } });
            Contradicts(
                $"usage credits at an interval's end {fate}", "the next interval", Sound with { Allowances = Sound.Allowances with { OnIntervalEnd = fate } });
        }
    }

    [Fact]
    public void The_rest_of_a_contract_owed_by_whom_does_not_leave_one()
    {
        var owes = Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) };
        Contradicts("the rest of a contract owed", "a rule that does not name a cancellation", owes, new Case { Changes = ChangeKinds.Plan });
        Contradicts("the rest of a contract owed", "at the contract's end", owes with { Timing = Timing.AtContractEnd }, new Case { Changes = ChangeKinds.End });
        Contradicts("the rest of a contract owed", "a rule for those without one", owes, new Case { Changes = ChangeKinds.End, InContract = false });
        Contradicts("at period end", "unused value", Treatment.AtPeriodEnd with { Timing = Timing.AtContractEnd, Unused = UnusedValue.OfAllLots }, new Case { Changes = ChangeKinds.End });
    }

    [Fact]
    public void Overuse_refused_with_a_debt_that_is_kept() => Contradicts(
        "overuse refused", "debt kept at a reset",
        Sound with { Allowances = Sound.Allowances with { Use = Sound.Allowances.Use with { AtReset = DebtAtReset.Kept } } });

    [Fact]
    public void Usage_recounted_on_the_way_up_with_the_difference_taken_on_the_way_down() => Contradicts(
        "usage recounted on the way up", "the difference taken on the way down",
        Sound with { Allowances = Sound.Allowances with { OnUpgrade = GrantFate.Recounted, OnDowngrade = GrantFate.ToppedUp } });

    [Fact]
    public void Everything_held_compared_by_rank() => Contradicts("by rank", "everything held", Sound.WithDirection(DirectionPolicy.ByRank with { Items = ComparedItems.Everything }));

    [Fact]
    public void A_measure_where_nothing_is_valued() => Contradicts(
        "a measure of its own", "a treatment that values nothing", Rules(Rule.Otherwise(Usual with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Measure = Measure.Days })));

    [Fact]
    public void A_surplus_to_the_next_invoice_after_a_cancellation_at_once()
    {
        var off = Usual with { Surplus = Surplus.ToNextInvoice, NewPrice = NewPrice.NothingUntilRenewal };
        var end = new Case { Changes = ChangeKinds.End };
        Contradicts("surplus to the next invoice", "a cancellation at once", off, end);
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(end, off with { Timing = Timing.AtPeriodEnd }), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void A_treatment_s_own_measure_is_checked_like_the_policy_s() => Contradicts(
        "change day Both", "unit Seconds", Rules(Rule.Otherwise(Usual with { Measure = Measure.Seconds with { ChangeDay = ChangeDay.Both } })));

    [Fact]
    public void An_unreachable_rule()
    {
        Contradicts("rule 3", "rule 4", Rules(Rule.Otherwise(Usual), Rule.Otherwise(Usual)));
        Contradicts("rule 3", "rule 4", Rules(
            Rule.For(new Case { Direction = Direction.Up }, Usual), Rule.For(UpInTrial, Usual with { Surplus = Surplus.Forfeited }), Rule.Otherwise(Usual)));
        Contradicts("rule 3", "rule 4", Rules(
            Rule.For(new Case { Changes = ChangeKinds.Plan }, Usual), Rule.For(new Case { Changes = ChangeKinds.Plan | ChangeKinds.Interval }, Usual), Rule.Otherwise(Usual)));
    }

    [Fact]
    public void A_rule_after_a_narrower_one_is_reached() => Assert.Empty(PolicyCheck.Contradictions(Rules(
        Rule.For(new Case { Changes = ChangeKinds.Plan | ChangeKinds.Interval }, Usual), Rule.For(new Case { Changes = ChangeKinds.Plan }, Usual), Rule.Otherwise(Usual))));

    [Fact]
    public void A_key_of_the_order_of_money_credit_that_stands_twice_or_beside_its_opposite()
    {
        Contradicts("order of use: Expiry", "order of use: Expiry", Drawn(CreditKey.Expiry, CreditKey.Priority, CreditKey.Expiry));
        Contradicts("order of use: PromotionalFirst", "order of use: PaidFirst", Drawn(CreditKey.PromotionalFirst, CreditKey.PaidFirst));
        Assert.Empty(PolicyCheck.Contradictions(Drawn(CreditKey.Priority, CreditKey.Expiry)));

        static BillingPolicy Drawn(params CreditKey[] keys) => Sound with { Balance = Sound.Balance with { Order = CreditOrder.By(keys) } };
    }

    [Fact]
    public void A_key_of_the_order_of_usage_credits_that_stands_twice()
    {
        Contradicts("order of usage credits: Expiry", "order of usage credits: Expiry", Used(GrantKey.Expiry, GrantKey.PlanFirst, GrantKey.Expiry));
        Assert.Empty(PolicyCheck.Contradictions(Used(GrantKey.Priority, GrantKey.Expiry, GrantKey.Id)));

        static BillingPolicy Used(params GrantKey[] keys) =>
            Sound with { Allowances = Sound.Allowances with { Use = Sound.Allowances.Use with { Order = GrantOrder.By(keys) } } };
    }

    [Fact]
    public void Paid_to_free_refused_with_a_rule_that_reaches_free()
    {
        var refusal = Rule.Refuse(RefusalCode.PaidToFree, new Case { From = PriceClass.Paid, To = PriceClass.Free });
        foreach (var reaches in new[]
        {
            new Case { To = PriceClass.Free, Status = Status.PastDue },
            new Case { Direction = Direction.Down },
            new Case { InTrial = true },
            new Case { Changes = ChangeKinds.Plan },
        })
        {
            Contradicts(
                "rule 3", "rule 4: paid to free refused",
                Rules(Rule.For(reaches, Usual with { Trial = TrialFate.Ended }), refusal, Rule.Otherwise(Usual)));
        }

        foreach (var stays in new[]
        {
            new Case { From = PriceClass.Free },
            new Case { To = PriceClass.Paid },
            new Case { Changes = ChangeKinds.Start },
            new Case { Changes = ChangeKinds.Quantity },
            AddOns,
        })
        {
            Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(stays, stays.Changes == ChangeKinds.Start ? ((Rule.Treated)Sound.Rules[0]).Then : Usual), refusal, Rule.Otherwise(Usual))));
        }
    }

    [Fact]
    public void Surplus_to_time_with_the_end_kept()
    {
        Contradicts("surplus to time", "end kept", Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) });
        Assert.Empty(PolicyCheck.Contradictions(Rules(
            Rule.For(AddOns, Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) }), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void At_the_period_s_end_nothing_is_unused() =>
        Contradicts("at period end", "unused value", Treatment.AtPeriodEnd with { Unused = UnusedValue.OfAllLots });

    [Fact]
    public void At_the_period_s_end_there_is_no_rest() =>
        Contradicts("at period end", "new price for the rest", Treatment.AtPeriodEnd with { NewPrice = NewPrice.ForTheRest });

    [Fact]
    public void At_the_period_s_end_there_are_no_two_payments() =>
        Contradicts(
            "at period end", "two payments",
            Treatment.AtPeriodEnd with { Trial = TrialFate.Ended, PaymentTiming = PaymentTiming.NowAsOldPriceThenDifference }, UpInTrial);

    [Fact]
    public void At_the_period_s_end_there_is_no_surplus() =>
        Contradicts("at period end", "surplus", Treatment.AtPeriodEnd with { Surplus = Surplus.ToBalance });

    [Fact]
    public void Two_payments_outside_a_trial_that_ends_on_the_way_up()
    {
        var two = Usual with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, PaymentTiming = PaymentTiming.NowAsOldPriceThenDifference };
        Contradicts("two payments", "outside a trial ended on the way up", two);
        Contradicts("two payments", "outside a trial ended on the way up", two, new Case { InTrial = true });
        Contradicts("two payments", "outside a trial ended on the way up", two, new Case { Direction = Direction.Up });
        Contradicts(
            "two payments", "outside a trial ended on the way up",
            two with { Trial = TrialFate.Kept, Term = TermRule.EndKept, NewPrice = NewPrice.NothingUntilRenewal }, UpInTrial);
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(UpInTrial, two), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void A_trial_kept_is_not_charged_for()
    {
        var kept = Usual with { Trial = TrialFate.Kept, NewPrice = NewPrice.NothingUntilRenewal };
        var inTrial = new Case { InTrial = true };
        Contradicts("trial kept", "full price now", kept with { NewPrice = NewPrice.Full }, inTrial);
        Contradicts("trial kept", "new price for the rest", kept with { NewPrice = NewPrice.ForTheRest }, inTrial);
        Contradicts("trial kept", "term restarted", kept with { Term = TermRule.Restarted }, inTrial);
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(inTrial, kept), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void Days_left_that_are_carried_are_not_given_back_as_well()
    {
        var carried = Usual with { Term = TermRule.DaysCarried, NewPrice = NewPrice.Full };
        Contradicts("days left carried", "unused value", carried, new Case { Changes = ChangeKinds.Plan });
        Contradicts("trial kept", "days left carried", carried with { Unused = UnusedValue.None, Trial = TrialFate.Kept, NewPrice = NewPrice.NothingUntilRenewal }, UpInTrial);
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(AddOns, Usual), Rule.Otherwise(carried with { Unused = UnusedValue.None }))));
    }

    /// <summary>A year that is paid for, changed for a plan with a month of trial: the year covers the trial, and would be lost at its end.</summary>
    [Fact]
    public void A_purchase_that_is_kept_begins_no_trial()
    {
        var kept = Plain.Difference with { Unused = UnusedValue.Kept, NewPrice = NewPrice.NothingUntilRenewal, Trial = TrialFate.Restarted };
        Contradicts("a new trial", "the old purchase kept", kept, new Case { Changes = ChangeKinds.Plan });
    }

    [Fact]
    public void Of_nothing_nothing_is_kept() => Contradicts(
        "no unused value", "a part of it kept", Usual with { Unused = UnusedValue.None with { Withheld = WithheldValue.Part(new Fraction(1, 10)) } });

    [Fact]
    public void A_trial_ended_at_the_full_price_begins_a_term() =>
        Contradicts("end kept", "trial ended at the full price", Usual with { NewPrice = NewPrice.Full }, UpInTrial);

    [Fact]
    public void Only_an_add_on_has_a_term_of_its_own()
    {
        Contradicts("a term of its own", "a rule for the plan", Usual with { Term = TermRule.OwnTerm });
        Contradicts("a term of its own", "a rule for the plan", Usual with { Term = TermRule.OwnTerm }, new Case { Changes = ChangeKinds.Quantity });
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(AddOns, Usual with { Term = TermRule.OwnTerm }), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void Net_then_round_with_tax_per_line() => Contradicts(
        "net, then round", "tax line by line", Sound.WithRounding(Rounding.HalfAwayFromZeroOnTheNet).WithTax(TaxPolicy.ByLine));

    [Fact]
    public void Net_then_round_with_tax_of_charges_and_credits_from_another_base() => Contradicts(
        "net, then round", "tax of charges and of credits from another base",
        Sound.WithRounding(Rounding.HalfAwayFromZeroOnTheNet).WithTax(TaxPolicy.ByInvoice with { Credited = TaxRule.OutOfTheGross }));

    [Fact]
    public void Tax_backed_out_of_the_gross_by_invoice() => Contradicts(
        "tax backed out of the gross", "tax rounded by invoice",
        Sound.WithRounding(Rounding.HalfAwayFromZeroByLine).WithTax(TaxPolicy.ByInvoice with { Charged = TaxRule.OutOfTheGross }));
}
