using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Answers that nothing asks for are named; the policy is priced all the same.</summary>
public sealed class IdleAnswers
{
    private static readonly Treatment Resumes = Treatments.Resumption;

    [Fact]
    public void A_cancellation_begins_no_trial_and_waits_for_no_invoice()
    {
        Idle("a trial that begins", ChangeKinds.End, Treatment.AtPeriodEnd with { Trial = TrialFate.Restarted });
        Idle("a trial that begins", ChangeKinds.End, Treatment.AtPeriodEnd with { Trial = TrialFate.FromTheStart });
        Idle("a time of payment", ChangeKinds.End, Treatment.AtPeriodEnd with { Timing = Timing.Now, PaymentTiming = PaymentTiming.NextInvoice });
        Stands(Ruled(ChangeKinds.End, Treatment.AtPeriodEnd with { Trial = TrialFate.Ended }));
        Stands(Ruled(ChangeKinds.End, Treatment.AtPeriodEnd with { PaymentTiming = PaymentTiming.NextInvoice, EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) }));
    }

    [Fact]
    public void A_pause_ends_no_trial_and_begins_none()
    {
        foreach (var fate in new[] { TrialFate.Ended, TrialFate.Restarted, TrialFate.FromTheStart })
            Idle("a trial that does not go on", ChangeKinds.Pause, Resumes with { Trial = fate });
    }

    [Fact]
    public void A_pause_gives_back_the_time_left_or_nothing()
    {
        var pause = new Case { Changes = ChangeKinds.Pause };
        Idle("surplus", ChangeKinds.Pause, Resumes with { Surplus = Surplus.ToBalance });
        Stands(Ruled(ChangeKinds.Pause, Resumes with { Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance }));
        Contradicts("a whole term, or a purchase kept", "a pause", Resumes with { Unused = UnusedValue.OfTheWholeTerm, Surplus = Surplus.ToBalance }, pause);
        Contradicts("a whole term, or a purchase kept", "a pause", Resumes with { Unused = UnusedValue.Kept }, pause);
        Contradicts("unused value", "a pause with the time left kept", Resumes with { Unused = UnusedValue.OfAllLots, Term = TermRule.TimeLeftKept }, pause);
        Contradicts("a hold charged", "an unused value", Resumes with { Unused = UnusedValue.OfAllLots, ChargesHold = true }, pause);
    }

    [Fact]
    public void A_resumption_to_the_end_kept_prices_nothing()
    {
        Idle("a new price", ChangeKinds.Resume, Resumes with { NewPrice = NewPrice.Full });
        Idle("a new price", ChangeKinds.Resume, Resumes with { NewPrice = NewPrice.ForTheRest });
        Idle("unused value kept", ChangeKinds.Resume, Resumes with { Unused = UnusedValue.Kept });
        Idle("surplus", ChangeKinds.Resume, Resumes with { Surplus = Surplus.ToBalance });
        Idle("a trial that does not go on", ChangeKinds.Resume, Resumes with { Trial = TrialFate.Ended });
        Stands(Ruled(ChangeKinds.Resume, Resumes with { PaymentTiming = PaymentTiming.NextInvoice }));
        Stands(Ruled(ChangeKinds.Resume, Resumes with { PaymentTiming = PaymentTiming.Waived }));
    }

    [Fact]
    public void A_resumption_that_begins_anew_may_end_a_trial_but_begins_none()
    {
        var anew = Treatments.Anew with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited };
        Stands(Ruled(ChangeKinds.Resume, anew));
        Stands(Ruled(ChangeKinds.Resume, anew with { Trial = TrialFate.Kept }));
        Idle("a trial that does not go on", ChangeKinds.Resume, anew with { Trial = TrialFate.Restarted });
    }

    [Fact]
    public void An_add_on_that_changes_in_number_or_ends_asks_for_no_term()
    {
        foreach (var term in new[] { TermRule.Restarted, TermRule.OwnTerm, TermRule.Aligned, TermRule.AlignedTo(Anchor.OnDay(1)) })
        {
            Idle("an add-on that changes in number, or ends", AddOns with { Interval = IntervalMove.Same }, Usual with { Term = term });
            Idle("an add-on that changes in number, or ends", AddOns with { Direction = Direction.Down, To = PriceClass.Paid, Interval = IntervalMove.Same }, Usual with { Term = term });
            Stands(Rules(Rule.For(AddOns, Usual with { Term = term }), Rule.Otherwise(Usual)));
            Stands(Rules(Rule.For(AddOns with { Interval = IntervalMove.Longer }, Usual with { Term = term }), Rule.Otherwise(Usual)));
        }
    }

    [Fact]
    public void A_term_of_its_own_beside_seats_is_none() => Contradicts(
        "a term of its own", "a rule for the plan", Usual with { Term = TermRule.OwnTerm }, new Case { ChangesOneOf = ChangeKinds.AddOn | ChangeKinds.Quantity });

    [Fact]
    public void A_renewal_at_the_price_as_sold_never_rises()
    {
        var renewal = RenewalPolicy.AtTheEnd with { RaisedAtMost = new Fraction(1, 10) };
        var found = Assert.Single(PolicyCheck.Contradictions(Rules(Rule.Otherwise(Usual)) with { Renewal = renewal }).ToArray(), one => one.One == "renewal at the price as sold");
        Assert.Equal(("a greatest rise", true), (found.Other, found.IsWarning));
        Stands(Rules(Rule.Otherwise(Usual)) with { Renewal = renewal with { Price = RenewalPrice.FromCatalog } });
        Assert.Throws<ArgumentOutOfRangeException>(() => renewal with { RaisedAtMost = new Fraction(-1, 10) });
    }

    private static void Idle(string other, ChangeKinds change, Treatment then) => Idle(other, new Case { Changes = change }, then);

    private static void Idle(string other, Case when, Treatment then)
    {
        var found = Assert.Single(PolicyCheck.Contradictions(Rules(Rule.For(when, then), Rule.Otherwise(Usual))).ToArray());
        Assert.Equal((other, true), (found.Other, found.IsWarning));
    }

    private static BillingPolicy Ruled(ChangeKinds change, Treatment then) => Rules(Rule.For(new Case { Changes = change }, then), Rule.Otherwise(Usual));
}
