namespace SubscriptionMath.Tests.Generators;

/// <summary>
/// Policies for whole lives: those of the vendors as they are, and any other with made-up answers to what a life asks: ends, pauses, renewals,
/// failed payments, pending changes, refunds.
/// </summary>
internal static class LifePolicies
{
    private static readonly Treatment Rests = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    private static readonly UnusedValue[] Worths =
        [UnusedValue.None, UnusedValue.OfAllLots, UnusedValue.OfLots(LotSources.Purchase, ValueBasis.Billed), UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney), .. Policies.Keeping];

    private static readonly Surplus[] GivenBack =
        [Surplus.ToBalance, Surplus.Forfeited, Surplus.Refunded(RefundRest.ToBalance), Surplus.Refunded(RefundRest.Forfeited), Surplus.RefundedBeyondUse(RefundRest.ToBalance), Surplus.RefundedBeyondUse(RefundRest.Forfeited), Surplus.AllUnusedRefunded(RefundRest.ToBalance)];

    /// <summary>A fee that falls by the month, in all currencies of the lives but one that has it rise.</summary>
    private static readonly EarlyTerminationCharge.FeeOwed Fees = new(
        [Money.Of(24m, "EUR"), Money.Of(0m, "USD"), Money.Of(900m, "JPY"), Money.Of(7.001m, "KWD")], [Money.Of(-3m, "EUR"), Money.Of(1.01m, "USD"), Money.Of(-100m, "JPY")]);

    private static Gen<Treatment> Ends { get; } = Gen.Frequency(
        (2, from timing in Gen.Elements(Timing.AtPeriodEnd, Timing.AtContractEnd)
            from notice in Gen.Elements<BillingInterval?>(null, null, BillingInterval.Days(10), BillingInterval.Months(2))
            select Treatment.AtPeriodEnd with { Timing = timing, Notice = notice }),
        (6, from timing in Gen.Elements(Timing.Now, Timing.CustomerChooses, Timing.AtPeriodEnd, Timing.AtBilledEnd)
            from unused in Gen.Elements([.. Worths, UnusedValue.OfTheWholeTerm, UnusedValue.OfTheWholeTermAndSetUp])
            from surplus in Gen.Elements(GivenBack)
            from owed in Gen.Elements<EarlyTerminationCharge?>(null, null, EarlyTerminationCharge.PartOfTheRest(new Fraction(1, 2)), EarlyTerminationCharge.PartOfTheRest(Fraction.One), Fees, Fees with { PerUnit = true })
            select Rests with { Timing = timing, Trial = TrialFate.Ended, Unused = unused, Surplus = surplus, EarlyTermination = owed }));

    private static Gen<Treatment> Pauses { get; } = Gen.Frequency((3, Resting), (1, Crediting));

    /// <summary>The time left is given back as the pause begins.</summary>
    private static Gen<Treatment> Crediting =>
        from timing in Gen.Elements(Timing.Now, Timing.OnDate)
        from unused in Gen.Elements([.. Worths.OfType<UnusedValue.Lots>()])
        from surplus in Gen.Elements([.. GivenBack, Surplus.ToNextInvoice])
        select Rests with { Timing = timing, Unused = unused, Surplus = surplus };

    private static Gen<Treatment> Resting =>
        from timing in Gen.Elements(Timing.Now, Timing.Now, Timing.AtPeriodEnd)
        from term in Gen.Elements(TermRule.TimeLeftKept, TermRule.EndKept)
        from charged in Gen.Elements<bool?>(null, true)
        select Rests with { Timing = timing, Term = term, ChargesHold = term is TermRule.KeptTimeLeft ? null : charged };

    /// <summary>The next billing is moved: to what was bought, or to a stub that is billed.</summary>
    private static readonly Treatment[] Moves =
    [
        Rests with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept },
        Rests with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept, Surplus = Surplus.ToBalance },
        Rests with { Term = TermRule.MovedAtTheEnd, Unused = UnusedValue.Kept, NewPrice = NewPrice.ForTheRest },
        Rests with { Trial = TrialFate.Ended, Term = TermRule.MovedAsAsked, Unused = UnusedValue.OfAllLots, NewPrice = NewPrice.ForTheRest, Surplus = Surplus.ToBalance },
    ];

    /// <summary>A term that is as long as what the unused value buys.</summary>
    private static readonly Treatment Bought = Rests with
    {
        Trial = TrialFate.Ended,
        Term = TermRule.AsBought,
        Unused = UnusedValue.OfAllLots,
        Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor),
    };

    /// <summary>What rested goes on, or begins anew: what was unused goes back, and a term is bought.</summary>
    private static Gen<Treatment> Resumptions { get; } = Gen.Frequency(
        (2, Gen.Constant(Rests)),
        (1, from term in Gen.Elements(TermRule.Restarted, TermRule.AlignedTo(Anchor.OnDay(10)))
            from unused in Gen.Elements(Worths)
            from price in Gen.Elements(NewPrice.Full, NewPrice.ForTheRest)
            from due in Gen.Elements(PaymentTiming.Now, PaymentTiming.NextInvoice)
            from surplus in Gen.Elements(GivenBack)
            select new Treatment(Timing.Now, TrialFate.Ended, term, unused, price, due, surplus)));

    private static Gen<RenewalPolicy> Renewals { get; } =
        from price in Gen.Elements(Enum.GetValues<RenewalPrice>())
        from days in Gen.Elements(0, 0, 3, 7)
        from along in Gen.Elements(true, false)
        from after in Gen.Elements(Enum.GetValues<AfterEnd>())
        from most in Gen.Elements<Fraction?>(null, null, Fraction.Zero, new Fraction(1, 3))
        from full in Gen.Elements<bool?>(null, true)
        select new RenewalPolicy(price, days, along, after) { RaisedAtMost = price == RenewalPrice.FromCatalog ? most : null, ChargesLastTermInFull = full };

    private static Gen<NamedPolicy> MadeUp { get; } =
        (from named in Policies.Any
         from end in Ends
         from pause in Pauses
         from pauses in Gen.Elements(true, true, false)
         from refunds in Gen.Elements(true, false, false)
         from refund in Gen.Elements(GivenBack)
         from renewal in Renewals
         from move in Gen.Elements<Treatment?>([null, null, .. Moves])
         from bought in Gen.Elements<Treatment?>(null, null, null, Bought)
         from dated in Gen.Elements(true, false, false, false)
         from failed in Gen.Elements(Enum.GetValues<FailedPayment>())
         from pending in Gen.Elements(Enum.GetValues<PendingPolicy>())
         from second in Gen.Elements([null, null, .. Enum.GetValues<SecondCancellation>().Select(SecondCancellation? (one) => one)])
         from kept in Gen.Elements(true, false)
         from outgrown in Gen.Elements(true, false)
         from good in Gen.Elements<QuoteValidity?>(null, QuoteValidity.ToEndOfDay, QuoteValidity.ForMinutes(30))
         from resumes in Resumptions
         from lost in Gen.Elements(Enum.GetValues<BalanceLoss>())
         from giftLost in Gen.Elements(Enum.GetValues<BalanceLoss>())
         let policy = named.Policy with
         {
             Name = "generated",
             Rules =
             [
                 dated && named.Policy.Rules[0] is Rule.Treated first ? Rule.For(first.When, first.Then with { Timing = Timing.OnDate }) : named.Policy.Rules[0],
                 .. move is null ? [] : new[] { Rule.For(new Case { Changes = ChangeKinds.NextBilling }, move) },
                 .. bought is null ? [] : new[] { Rule.For(new Case { Changes = ChangeKinds.Plan, Direction = Direction.Up, InTrial = false }, bought) },
                 Rule.For(new Case { Changes = ChangeKinds.End }, end),
                 .. pauses ? new[] { Rule.For(new Case { Changes = ChangeKinds.Pause }, pause) } : [],
                 Rule.For(new Case { Changes = ChangeKinds.Resume }, resumes),
                 .. named.Policy.Rules.Skip(1).Where(rule => rule.When.Changes is not (ChangeKinds.End or ChangeKinds.Resume)).Select(rule => refunds ? Refunding(rule, refund) : rule),
             ],
             Requests = named.Policy.Requests with { Pending = pending, SecondCancellation = second, KeepsPendingStart = kept, RefusesOutgrown = outgrown, QuoteValidity = good },
             Invoicing = named.Policy.Invoicing with { FailedPayment = failed },
             Renewal = renewal,
             Balance = named.Policy.Balance with { PaidLost = lost, PromotionLost = giftLost },
         }
         select policy).Where(Policies.IsPriced).Select(policy => new NamedPolicy(Policies.Print(policy), policy, false));

    internal static Gen<NamedPolicy> Any { get; } = Gen.Frequency((1, Policies.OfVendors), (3, MadeUp));

    /// <summary>Policies with one answer less, and the plainest of each answer to what a life asks.</summary>
    internal static IEnumerable<NamedPolicy> Simpler(NamedPolicy named)
    {
        if (named.OfVendor)
            return [];

        var policy = named.Policy;
        return new[]
        {
            policy with { Renewal = RenewalPolicy.AtTheEnd },
            policy with { Renewal = policy.Renewal with { DaysAhead = 0 } },
            policy with { Renewal = policy.Renewal with { TakesAddOnsAlong = false } },
            policy with { Renewal = policy.Renewal with { AfterEnd = AfterEnd.Nothing } },
            policy.WithFailedPayment(FailedPayment.NothingChanges),
            policy.WithPending(PendingPolicy.NewestReplaces),
            policy.WithSecondCancellation(null),
            policy.WithKeepsPendingStart(false),
            policy.WithRefusesOutgrown(false),
            policy.WithQuoteValidity(null),
            policy.WithDiscounts(policy.Invoicing.Discounts with { Stage = DiscountStage.Price }),
            policy with { Rules = [.. policy.Rules.Select(rule => rule.When.Changes == ChangeKinds.Resume ? Rule.For(rule.When, Rests) : rule)] },
            policy with { Balance = policy.Balance with { PaidLost = BalanceLoss.Never } },
            policy with { Balance = policy.Balance with { PromotionLost = BalanceLoss.Never } },
            policy with { Balance = policy.Balance with { Order = CreditOrder.OldestFirst } },
            policy with { Rules = [.. policy.Rules.Select(rule => rule.When.Changes == ChangeKinds.End ? Rule.For(rule.When, Treatment.AtPeriodEnd) : rule)] },
        }.Where(simpler => simpler != policy).Select(simpler => new NamedPolicy(Policies.Print(simpler), simpler, false));
    }

    private static Rule Refunding(Rule rule, Surplus refund) =>
        rule is Rule.Treated { Then: { Surplus: Surplus.Balance } then } ? Rule.For(rule.When, then with { Surplus = refund }) : rule;
}
