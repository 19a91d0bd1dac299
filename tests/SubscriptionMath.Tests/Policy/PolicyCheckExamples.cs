using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests;

/// <summary>Each contradiction that a policy can be in, with both answers named; and the vendors, which are in none.</summary>
public class PolicyCheckExamples
{
    private static readonly BillingPolicy Sound = SmrtPhone.Policy();

    private static readonly Treatment Usual = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, Due.Now, Surplus.ToBalance);

    private static readonly Case UpInTrial = new() { Direction = Direction.Up, InTrial = true };

    private static readonly Case AddOns = new() { Changes = What.AddOn };

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
            Contradicts($"usage credits at a renewal {fate}", "a new term", Sound with { Allowances = Sound.Allowances with { OnRenewal = fate } });
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
    public void Everything_held_compared_by_rank() => Contradicts("by rank", "everything held", Sound with { Direction = DirectionPolicy.ByRank with { Items = ComparedItems.Everything } });

    [Fact]
    public void A_measure_where_nothing_is_valued() => Contradicts(
        "a measure of its own", "a treatment that values nothing", Rules(Rule.Otherwise(Usual with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Measure = Measure.Days })));

    [Fact]
    public void A_treatment_s_own_measure_is_checked_like_the_policy_s() => Contradicts(
        "change day Both", "grain Seconds", Rules(Rule.Otherwise(Usual with { Measure = Measure.Seconds with { ChangeDay = ChangeDay.Both } })));

    [Fact]
    public void An_unreachable_rule()
    {
        Contradicts("rule 1", "rule 2", Sound with { Rules = [Rule.Otherwise(Usual), Rule.Otherwise(Usual)] });
        Contradicts("rule 1", "rule 2", Rules(
            Rule.For(new Case { Direction = Direction.Up }, Usual), Rule.For(UpInTrial, Usual with { Surplus = Surplus.Forfeited }), Rule.Otherwise(Usual)));
        Contradicts("rule 1", "rule 2", Rules(
            Rule.For(new Case { Changes = What.Plan }, Usual), Rule.For(new Case { Changes = What.Plan | What.Interval }, Usual), Rule.Otherwise(Usual)));
    }

    [Fact]
    public void A_rule_after_a_narrower_one_is_reached() => Assert.Empty(PolicyCheck.Contradictions(Rules(
        Rule.For(new Case { Changes = What.Plan | What.Interval }, Usual), Rule.For(new Case { Changes = What.Plan }, Usual), Rule.Otherwise(Usual))));

    [Fact]
    public void Paid_to_free_refused_with_a_rule_that_reaches_free()
    {
        var refusal = Rule.Refuse(RefusalCode.PaidToFree, new Case { From = PriceClass.Paid, To = PriceClass.Free });
        foreach (var reaches in new[]
        {
            new Case { To = PriceClass.Free, Status = Status.PastDue },
            new Case { Direction = Direction.Down },
            new Case { InTrial = true },
            new Case { Changes = What.Plan },
        })
        {
            Contradicts(
                "rule 1", "rule 2: paid to free refused",
                Rules(Rule.For(reaches, Usual with { Trial = TrialFate.Ended }), refusal, Rule.Otherwise(Usual)));
        }

        foreach (var stays in new[]
        {
            new Case { From = PriceClass.Free },
            new Case { To = PriceClass.Paid },
            new Case { Changes = What.Start },
            new Case { Changes = What.Quantity },
            AddOns,
        })
        {
            Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(stays, Usual), refusal, Rule.Otherwise(Usual))));
        }
    }

    [Fact]
    public void Change_day_old_or_both_with_a_grain_that_has_no_days()
    {
        Contradicts("change day Old", "grain Seconds", Sound with { Measure = Measure.Seconds with { ChangeDay = ChangeDay.Old } });
        Contradicts("change day Both", "grain Seconds", Sound with { Measure = Measure.Seconds with { ChangeDay = ChangeDay.Both } });
        Contradicts(
            "change day Old", "grain MonthsNotStarted", Sound with { Measure = Measure.MonthsNotStarted with { ChangeDay = ChangeDay.Old } });
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = Measure.Days with { ChangeDay = ChangeDay.Both } }));
    }

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
    public void Whole_terms_as_the_measure() =>
        Contradicts("measure", "grain Terms", Sound with { Measure = Measure.Days with { Grain = Grain.Terms } });

    [Theory]
    [InlineData(Grain.Seconds)]
    [InlineData(Grain.Minutes)]
    [InlineData(Grain.Milliseconds)]
    [InlineData(Grain.Nanoseconds)]
    [InlineData(Grain.MonthsThenDays)]
    [InlineData(Grain.DaysOfOwnMonths)]
    public void The_daily_rate_rounded_first_with_a_grain_that_has_no_one_price_of_a_day(Grain grain)
    {
        var rate = Measure.Days with { Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) };
        Contradicts("the daily rate rounded first", $"grain {grain}", Sound with { Measure = rate with { Grain = grain } });
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = rate }));
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = rate with { Grain = Grain.MonthsNotEnded } }));
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = Measure.Days with { Grain = grain, Ratio = RatioRule.Rounded(5, RoundingMode.HalfEven) } }));
    }

    [Theory]
    [InlineData(Grain.Seconds)]
    [InlineData(Grain.Minutes)]
    [InlineData(Grain.MonthsNotStarted)]
    [InlineData(Grain.MonthsNotEnded)]
    public void A_fixed_number_of_days_with_a_grain_other_than_days(Grain grain)
    {
        var fixedDays = Measure.Days with { Denominator = Denominator.FixedDays(365, BillingInterval.Year) };
        Contradicts("a fixed number of days", $"grain {grain}", Sound with { Measure = fixedDays with { Grain = grain } });
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = fixedDays }));
    }

    [Fact]
    public void Days_of_equal_months_without_their_number()
    {
        foreach (var none in new[] { Denominator.Period, Denominator.AtTheBoundary, Denominator.FixedDays(365, BillingInterval.Year) })
        {
            Contradicts(
                "days of equal months", "no number of days a month",
                Sound with { Measure = Measure.Days with { Grain = Grain.DaysOfEqualMonths, Denominator = none } });
        }

        Assert.Empty(PolicyCheck.Contradictions(Sound with
        {
            Measure = Measure.Days with { Grain = Grain.DaysOfEqualMonths, Denominator = Denominator.FixedDays(360, BillingInterval.Year) },
        }));
    }

    [Theory]
    [InlineData(Grain.MonthsThenDays)]
    [InlineData(Grain.DaysOfOwnMonths)]
    public void Parts_of_months_with_a_denominator_that_is_no_month(Grain grain)
    {
        var parts = Measure.Days with { Grain = grain };
        Contradicts($"grain {grain}", "no number of days a month", Sound with { Measure = parts with { Denominator = Denominator.AtTheBoundary } });
        Contradicts($"grain {grain}", "no number of days a month", Sound with { Measure = parts with { Denominator = Denominator.FixedDays(365, BillingInterval.Year) } });
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = parts }));
        Assert.Empty(PolicyCheck.Contradictions(Sound with { Measure = parts with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) } }));
    }

    [Fact]
    public void Surplus_to_time_with_the_end_kept()
    {
        Contradicts("surplus to time", "end kept", Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) });
        Assert.Empty(PolicyCheck.Contradictions(Rules(
            Rule.For(AddOns, Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) }), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void Surplus_to_time_with_days_rounded_by_sign()
    {
        foreach (var mode in Enum.GetValues<RoundingMode>())
        {
            var then = Usual with { Term = TermRule.Restarted, Surplus = Surplus.ToTime(mode) };
            if (mode is RoundingMode.Floor or RoundingMode.Ceiling or RoundingMode.HalfAwayFromZero)
            {
                Assert.Empty(PolicyCheck.Contradictions(Sound with { Rules = [Rule.Otherwise(then)] }));
            }
            else
            {
                Contradicts("surplus to time", "a rounding of days by sign", then);
            }
        }
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
            Treatment.AtPeriodEnd with { Trial = TrialFate.Ended, Due = Due.NowAsOldPriceThenDifference }, UpInTrial);

    [Fact]
    public void At_the_period_s_end_there_is_no_surplus() =>
        Contradicts("at period end", "surplus", Treatment.AtPeriodEnd with { Surplus = Surplus.ToBalance });

    [Fact]
    public void Two_payments_outside_a_trial_that_ends_on_the_way_up()
    {
        var two = Usual with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, Due = Due.NowAsOldPriceThenDifference };
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
        Contradicts("days left carried", "unused value", carried);
        Contradicts("trial kept", "days left carried", carried with { Unused = UnusedValue.None, Trial = TrialFate.Kept, NewPrice = NewPrice.NothingUntilRenewal }, UpInTrial);
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.Otherwise(carried with { Unused = UnusedValue.None }))));
    }

    [Fact]
    public void Of_nothing_nothing_is_kept() => Contradicts(
        "no unused value", "a part of it kept", Usual with { Unused = UnusedValue.None with { Retained = Retention.Part(new Fraction(1, 10)) } });

    [Fact]
    public void What_the_caller_says_is_no_measure() =>
        Contradicts("measure", "grain Parts", Sound with { Measure = Measure.Days with { Grain = Grain.Parts } });

    [Fact]
    public void A_trial_ended_at_the_full_price_begins_a_term() =>
        Contradicts("end kept", "trial ended at the full price", Usual with { NewPrice = NewPrice.Full }, UpInTrial);

    [Fact]
    public void Only_an_add_on_has_a_term_of_its_own()
    {
        Contradicts("a term of its own", "a rule for the plan", Usual with { Term = TermRule.OwnTerm });
        Contradicts("a term of its own", "a rule for the plan", Usual with { Term = TermRule.OwnTerm }, new Case { Changes = What.Quantity });
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(AddOns, Usual with { Term = TermRule.OwnTerm }), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void Obi_never_contradicts_itself()
    {
        foreach (var fate in Enum.GetValues<GrantFate>())
        {
            foreach (var expiry in Enum.GetValues<CarriedExpiry>())
            {
                Assert.Empty(PolicyCheck.Contradictions(Obi.DayProration(fate, expiry)));
                Assert.Empty(PolicyCheck.Contradictions(Obi.FullPriceAndCycleReset(fate, expiry)));
            }
        }
    }

    [Fact]
    public void SmrtPhone_only_contradicts_itself_with_two_payments_whole_terms_or_months_of_no_length()
    {
        foreach (var due in Enum.GetValues<Due>())
        {
            foreach (var grain in Enum.GetValues<Grain>())
            {
                foreach (var stage in Enum.GetValues<RoundingStage>())
                {
                    string[] expected =
                    [
                        .. grain == Grain.Terms ? ["measure/grain Terms"] : Array.Empty<string>(),
                        .. grain == Grain.Parts ? ["measure/grain Parts"] : Array.Empty<string>(),
                        .. grain == Grain.DaysOfEqualMonths ? ["days of equal months/no number of days a month"] : Array.Empty<string>(),
                        .. due == Due.NowAsOldPriceThenDifference ? ["two payments/outside a trial ended on the way up"] : Array.Empty<string>(),
                    ];
                    Assert.Equal(expected, Named(SmrtPhone.Policy(due, grain, Roles.Anyone, stage)));
                }
            }
        }
    }

    [Fact]
    public void Kaspr_never_contradicts_itself()
    {
        foreach (var bought in Enum.GetValues<NewPrice>())
        {
            foreach (var added in Enum.GetValues<NewPrice>())
            {
                foreach (var allotment in Enum.GetValues<Allotment>())
                {
                    Assert.Empty(PolicyCheck.Contradictions(Kaspr.Policy(
                        addOnBought: bought, addOnAllotment: allotment, seatAdded: added, seatAllotment: allotment, lapsedAddOns: UnusedValue.OfAllLots)));
                    Assert.Empty(PolicyCheck.Contradictions(Kaspr.Policy(
                        addOnBought: bought, addOnAllotment: allotment, seatAdded: added, seatAllotment: allotment)));
                }
            }
        }
    }

    [Fact]
    public void WhaleBooks_only_contradicts_itself_with_a_term_that_is_the_trial_s_or_an_add_on_s()
    {
        foreach (var price in Enum.GetValues<NewPrice>())
        {
            Assert.Empty(Named(WhaleBooks.Policy(downgradePrice: price)));
            Assert.Empty(Named(WhaleBooks.Policy(TermRule.Restarted, downgradeTerm: TermRule.Restarted, downgradePrice: price)));
            Assert.Equal(["end kept/trial ended at the full price"], Named(WhaleBooks.Policy(TermRule.EndKept, downgradePrice: price)));
            Assert.Equal(["a term of its own/a rule for the plan"], Named(WhaleBooks.Policy(TermRule.OwnTerm, downgradePrice: price)));
            Assert.Equal(["a term of its own/a rule for the plan"], Named(WhaleBooks.Policy(downgradeTerm: TermRule.OwnTerm, downgradePrice: price)));
        }
    }

    [Fact]
    public void PhotoDeck_only_contradicts_itself_with_days_rounded_by_sign()
    {
        foreach (var origins in new[] { Origins.None, Origins.Purchased, Origins.Purchased | Origins.Converted, Origins.All })
        {
            foreach (var mode in Enum.GetValues<RoundingMode>())
            {
                const string BySign = "surplus to time/a rounding of days by sign";
                string[] expected = mode is RoundingMode.Floor or RoundingMode.Ceiling or RoundingMode.HalfAwayFromZero ? [] : [BySign, BySign];
                Assert.Equal(expected, Named(PhotoDeck.Policy(origins, Surplus.ToTime(mode))));
            }
        }
    }

    private static BillingPolicy Rules(params ReadOnlySpan<Rule> rules) => Sound with { Rules = Sequence.Of(rules) };

    [Fact]
    public void Net_then_round_with_tax_per_line() => Contradicts(
        "net, then round", "tax line by line", Sound with { Rounding = Rounding.HalfAwayFromZeroOnTheNet, Tax = TaxPolicy.ByLine });

    [Fact]
    public void Net_then_round_with_tax_of_charges_and_credits_from_another_base() => Contradicts(
        "net, then round", "tax of charges and of credits from another base",
        Sound with { Rounding = Rounding.HalfAwayFromZeroOnTheNet, Tax = TaxPolicy.ByInvoice with { Credited = TaxRule.OutOfTheGross } });

    [Fact]
    public void Tax_backed_out_of_the_gross_by_invoice() => Contradicts(
        "tax backed out of the gross", "tax rounded by invoice",
        Sound with { Rounding = Rounding.HalfAwayFromZeroByLine, Tax = TaxPolicy.ByInvoice with { Charged = TaxRule.OutOfTheGross } });

    private static void Contradicts(string one, string other, Treatment then, Case? when = null) => Contradicts(
        one, other, when is null ? Rules(Rule.Otherwise(then)) : Rules(Rule.For(when, then), Rule.Otherwise(Usual)));

    private static void Contradicts(string one, string other, BillingPolicy policy)
    {
        var found = Assert.Single(PolicyCheck.Contradictions(policy).ToArray());
        Assert.Equal((one, other), (found.One, found.Other));
        Assert.EndsWith(".", found.Sentence, StringComparison.Ordinal);
    }

    private static string[] Named(BillingPolicy policy) =>
        [.. PolicyCheck.Contradictions(policy).Select(found => $"{found.One}/{found.Other}")];
}
