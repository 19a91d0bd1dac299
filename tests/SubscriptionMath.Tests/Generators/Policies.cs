namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators of policies: those of the vendors, and made-up ones in which the policy's own check finds no contradiction.</summary>
internal static class Policies
{
    private static readonly UnusedValue[] Worths =
    [
        UnusedValue.None, UnusedValue.OfAllLots, UnusedValue.OfAllLots,
        UnusedValue.OfLots(LotSources.Purchase, ValueBasis.Billed), UnusedValue.OfLots(LotSources.Purchase, ValueBasis.PaidInMoney),
        UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledByTime),
        UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld), UnusedValue.OfLots(LotSources.All, ValueBasis.NotInvoiced),
        UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed), UnusedValue.OfTheWholeTerm, UnusedValue.OfTheWholeTermAndSetUp, UnusedValue.Kept, .. Keeping,
    ];

    /// <summary>The part of the unused value that the vendor keeps, in each way.</summary>
    internal static IReadOnlyList<UnusedValue> Keeping =>
    [
        UnusedValue.OfAllLots with { Withheld = WithheldValue.Part(new Fraction(1, 10)) },
        UnusedValue.OfTheWholeTerm with { Withheld = WithheldValue.Part(Fraction.One) },
        UnusedValue.OfAllLots with { Withheld = WithheldValue.DiscountOver(BillingInterval.Month) },
        UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney) with { Withheld = WithheldValue.BeyondUsageOf("calls") },
    ];

    /// <summary>Whether a policy gives back what was never billed, by the price that is held: it gives more than it got.</summary>
    internal static bool CreditsThePriceHeld(BillingPolicy policy) => policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then.Unused).Append(policy.AddOns.EndedValue)
        .Any(unused => unused is UnusedValue.Lots { Basis: ValueBasis.PriceHeld });

    private static readonly Surplus[] Surpluses =
    [
        Surplus.ToBalance, Surplus.ToBalance, Surplus.Forfeited, Surplus.ToTime(RoundingMode.Floor),
        Surplus.ToTime(RoundingMode.Ceiling), Surplus.ToTime(RoundingMode.HalfAwayFromZero), Surplus.ToTime(RoundingMode.Floor, TimeUnits.Months), Surplus.ToTime(RoundingMode.Ceiling, TimeUnits.Days),
        Surplus.ToNextInvoice, Surplus.ToNextInvoiceOr(RefundRest.Forfeited), Surplus.AllUnusedRefunded(RefundRest.ToBalance), Surplus.Refunded(RefundRest.ToBalance), Surplus.RefundedBeyondUse(RefundRest.Forfeited),
    ];

    // The measure of a policy; a unit finer or coarser than days has no day of the change. Left out is what breaks a law by its own rule: what does not divide
    // by the time that the price was for, and a price of a day that is rounded first.
    private static readonly Measure[] Measures =
    [
        Measure.Days, Measure.Days, Measure.Seconds, Measure.MonthsNotStarted,
        Measure.Days with { ChangeDay = ChangeDay.Old }, Measure.Days with { ChangeDay = ChangeDay.Both },
        Measure.Seconds with { Unit = ProrationUnit.Minutes, Ratio = RatioRule.Rounded(5, RoundingMode.HalfAwayFromZero) },
        Measure.Seconds with { Unit = ProrationUnit.Milliseconds }, Measure.Days with { Ratio = RatioRule.Rounded(9, RoundingMode.HalfAwayFromZero) },
        Measure.Days with { Unit = ProrationUnit.MonthsThenDays }, Measure.MonthsNotStarted with { Unit = ProrationUnit.MonthsNotEnded },
        Measure.MonthsNotStarted with { Interval = BillingInterval.Months(3) }, Measure.MonthsNotStarted with { Unit = ProrationUnit.MonthsNotEnded, Interval = BillingInterval.Months(3) },
        Measure.Days with { Unit = ProrationUnit.DaysNotStarted }, Measure.Days with { Unit = ProrationUnit.DaysNotEnded },
        Measure.Days with { Denominator = Denominator.NextPeriod },
    ];

    /// <summary>Terms that begin anew in other ways than whole, and lots that are kept, with the answers that go with them.</summary>
    private static readonly Func<Treatment, Treatment>[] Terms =
    [
        then => then with { Term = TermRule.DaysCarried, Unused = UnusedValue.None },
        then => then with { Term = TermRule.EndKept, Unused = UnusedValue.Kept, NewPrice = NewPrice.NothingUntilRenewal },
        then => then with { Term = TermRule.Aligned },
        then => then with { Term = TermRule.AlignedTo(Anchor.OnDay(10)) },
    ];

    private static readonly Treatment FirstPurchase = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>The rules that every policy states: first purchases and cancellations.</summary>
    private static readonly Rule[] Stated =
        [Rule.For(new Case { Changes = ChangeKinds.Start }, FirstPurchase), Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd)];

    internal static Gen<NamedPolicy> OfVendors { get; } = Gen.Frequency(
        (1, Gen.Elements(EveryVendor.Defaults.AsEnumerable())),
        (2, Gen.Elements(EveryVendor.ByVendor.AsEnumerable()).SelectMany(vendor => Gen.Elements(vendor.AsEnumerable()))),
        (3, Gen.Elements(EveryVendor.Engines.AsEnumerable())));

    /// <summary>Orders of up to three keys, none of them twice and none beside its opposite.</summary>
    internal static Gen<CreditOrder> Orders { get; } =
        from keys in Gen.Shuffle(Enum.GetValues<CreditKey>())
        from count in Gen.Choose(0, 3)
        from gift in Gen.Elements(CreditKey.PromotionalFirst, CreditKey.PaidFirst)
        from size in Gen.Elements(CreditKey.SmallestFirst, CreditKey.LargestFirst)
        select new CreditOrder { Keys = [.. keys.Where(key => key != gift && key != size).Take(count)] };

    private static Gen<Treatment> SomeTreatments { get; } = Gen.Frequency(
        (1, Gen.Constant(Treatment.AtPeriodEnd)),
        (5, from timing in Gen.Elements(Timing.Now, Timing.Now, Timing.Now, Timing.Now, Timing.Now, Timing.CustomerChooses, Timing.CustomerChooses, Timing.OnDate)
            from trial in Gen.Elements(Enum.GetValues<TrialFate>())
            from term in Gen.Elements(TermRule.EndKept, TermRule.EndKept, TermRule.Restarted, TermRule.OwnTerm)
            from unused in Gen.Elements(Worths)
            from price in Gen.Elements(NewPrice.ForTheRest, NewPrice.ForTheRest, NewPrice.Full, NewPrice.NothingUntilRenewal)
            from due in Gen.Elements(PaymentTiming.Now, PaymentTiming.NowAsOldPriceThenDifference, PaymentTiming.NextInvoice, PaymentTiming.Waived)
            from surplus in Gen.Elements(Surpluses)
            from anew in Gen.Frequency((6, Gen.Constant<Func<Treatment, Treatment>>(then => then)), (1, Gen.Elements(Terms)))
            select anew(new Treatment(timing, trial, term, unused, price, due, surplus))));

    private static Gen<Case> Cases { get; } =
        from direction in Gen.Elements<Direction?>(null, null, Direction.Up, Direction.Down, Direction.Lateral)
        from changes in Gen.Elements<ChangeKinds?>(null, null, ChangeKinds.Plan, ChangeKinds.Interval, ChangeKinds.Quantity, ChangeKinds.AddOn)
        from keeps in Gen.Elements<ChangeKinds?>(null, null, null, ChangeKinds.Plan, ChangeKinds.Interval)
        from interval in Gen.Elements<IntervalMove?>(null, null, null, IntervalMove.Longer, IntervalMove.Shorter)
        from inTrial in Gen.Elements<bool?>(null, null, true, false)
        from inContract in Gen.Elements<bool?>(null, null, null, null, true, false)
        from free in Gen.Elements<PriceClass?>(null, null, null, null, PriceClass.Free, PriceClass.Paid)
        from oneOf in Gen.Elements<ChangeKinds?>(null, null, null, null, ChangeKinds.Plan | ChangeKinds.Interval, ChangeKinds.Quantity | ChangeKinds.AddOn, ChangeKinds.Interval | ChangeKinds.Quantity)
        from times in Times
        select times with { Direction = direction, Changes = changes, ChangesOneOf = oneOf, Keeps = keeps, Interval = interval, InTrial = inTrial, InContract = inContract, To = free };

    /// <summary>The time since a purchase or a renewal, and the intervals; most cases name none of them.</summary>
    private static Gen<Case> Times { get; } = Gen.Frequency(
        (8, Gen.Constant(Case.Otherwise)),
        (1, from length in Gen.Elements(BillingInterval.Days(14), BillingInterval.Month)
            from since in Gen.Choose(0, 2)
            select since switch { 0 => new Case { WithinOfPurchase = length }, 1 => new Case { WithinOfTermStart = length }, _ => new Case { WithinOfRenewal = length } }),
        (1, from interval in Gen.Elements(BillingInterval.Month, BillingInterval.Year)
            from which in Gen.Choose(0, 2)
            select which switch { 0 => new Case { IntervalHeld = interval }, 1 => new Case { IntervalWanted = interval }, _ => new Case { InFirstTerm = interval == BillingInterval.Year } }));

    private static Gen<Rule> Rules { get; } = Gen.Frequency(
        (1, from when in Cases
            from reason in Gen.Elements(RefusalCode.PaidToFree, RefusalCode.DowngradeNotOffered)
            select Rule.Refuse(reason, when)),
        (8, (from when in Cases
             from then in SomeTreatments
             select Rule.For(when, then)).Where(Stands)));

    private static Gen<NamedPolicy> Generated { get; } =
        (from rules in Rules.ListOf().Resize(3)
         from otherwise in SomeTreatments.Select(Rule.Otherwise).Where(Stands)
         from measure in Gen.Elements(Measures)
         from mode in Gen.Elements(RoundingMode.HalfAwayFromZero, RoundingMode.HalfEven, RoundingMode.Floor, RoundingMode.Ceiling, RoundingMode.TowardZero)
         from stage in Gen.Elements(Enum.GetValues<RoundingStage>())
         from steps in Gen.Frequency((4, Gen.Constant(default(Sequence<Money>))), (1, Gen.Constant<Sequence<Money>>([Money.OfMinor(5, "EUR"), Money.OfMinor(100, "USD"), Money.OfMinor(7, "JPY"), Money.OfMinor(50, "KWD")])))
         from least in Gen.Frequency((4, Gen.Constant(default(Sequence<Money>))), (1, Gen.Constant<Sequence<Money>>([Money.OfMinor(50, "EUR"), Money.OfMinor(2000, "USD"), Money.OfMinor(50, "JPY"), Money.OfMinor(500, "KWD")])))
         from tax in Taxation.Policies
         from choice in Gen.Elements(Enum.GetValues<LotChoice>())
         from deferred in Gen.Elements(Enum.GetValues<DeferredChargePolicy>())
         from discounts in Discounting.Policies
         from fate in Gen.Elements(Enum.GetValues<AddOnFate>())
         from ended in Gen.Elements(Worths)
         from pays in Gen.Elements(BalanceUses.All, BalanceUses.Changes, BalanceUses.Renewals, BalanceUses.None)
         from order in Orders
         from gift in Gen.Elements(Enum.GetValues<PromotionValue>())
         from up in Gen.Elements(Enum.GetValues<GrantFate>())
         from down in Gen.Elements(Enum.GetValues<GrantFate>())
         from renewed in Gen.Elements(GrantFate.Replaced, GrantFate.Carried)
         from intervalEnd in Gen.Elements(GrantFate.Replaced, GrantFate.Carried)
         from rolloverOf in Gen.Elements(Enum.GetValues<RolloverOf>())
         from carried in Gen.Elements(Enum.GetValues<CarriedExpiry>())
         from seats in Gen.Elements(Enum.GetValues<Allotment>())
         from addOns in Gen.Elements(Enum.GetValues<Allotment>())
         select new BillingPolicy
         {
             Name = "generated",
             Rules = [.. Stated, .. rules, otherwise],
             Requests = new()
             {
                 Direction = DirectionPolicy.ByRank,
                 Eligibility = EligibilityPolicy.Anyone,
                 Pending = PendingPolicy.NewestReplaces,
             },
             Proration = new()
             {
                 Measure = measure,
                 Rounding = new Rounding(mode, stage) { Steps = stage == RoundingStage.Lines ? default : steps },
                 LotChoice = choice,
             },
             Invoicing = new()
             {
                 Tax = Taxation.Beside(tax, new Rounding(mode, stage)),
                 Discounts = discounts,
                 DeferredCharges = deferred,
                 LeastCharges = least,
                 FailedPayment = FailedPayment.NothingChanges,
             },
             AddOns = new AddOnPolicy(fate, ended),
             Balance = new BalancePolicy(pays, order, BalanceLoss.Never, BalanceLoss.Never, gift),
             Allowances = AllowancePolicy.EachTermAnew with
             {
                 OnUpgrade = up,
                 OnDowngrade = down,
                 OnRenewal = renewed,
                 Rollover = rolloverOf,
                 Carried = carried,
                 FirstTerm = seats,
                 AddedSeats = seats,
                 BoughtAddOns = addOns,
                 OnIntervalEnd = intervalEnd,
             },
             Renewal = RenewalPolicy.AtTheEnd,
         }).Where(IsPriced).Select(policy => new NamedPolicy(Print(policy), policy, false));

    /// <summary>The step to which a policy rounds a net, in minor units.</summary>
    internal static long StepOf(BillingPolicy policy, Currency currency) =>
        policy.Proration.Rounding.Steps.FirstOrDefault(step => step.Currency == currency) is { IsPositive: true } stated ? stated.Minor : 1;

    internal static Gen<NamedPolicy> Any { get; } = Gen.Frequency((3, OfVendors), (2, Generated));

    /// <summary>Policies with one answer less, and the plainest of each answer.</summary>
    internal static IEnumerable<NamedPolicy> Simpler(NamedPolicy named)
    {
        if (named.OfVendor)
            return [];

        var policy = named.Policy;
        return Enumerable.Range(1, policy.Rules.Count - 2)
            .Select(i => policy with { Rules = [.. policy.Rules.Where((_, place) => place != i)] })
            .Append(policy.WithRounding(Rounding.HalfAwayFromZeroByLine).WithTax(TaxPolicy.ByLine))
            .Append(policy.WithTax(TaxPolicy.ByInvoice))
            .Append(policy.WithRounding(policy.Proration.Rounding with { Steps = default }))
            .Append(policy with { Invoicing = policy.Invoicing with { LeastCharges = default } })
            .Append(policy.WithMeasure(Measure.Days))
            .Append(policy with { AddOns = new AddOnPolicy(AddOnFate.KeptWithTheTerm, UnusedValue.None) })
            .Where(simpler => simpler != policy && IsPriced(simpler))
            .Select(simpler => new NamedPolicy(Print(simpler), simpler, false));
    }

    private static bool Stands(Rule rule) => IsPriced(EveryVendor.Defaults[0].Policy with
    {
        Rules = rule.When == Case.Otherwise ? [.. Stated, rule] : [.. Stated, rule, Rule.Otherwise(FirstPurchase with { Trial = TrialFate.Ended })],
    });

    /// <summary>A policy of which the check only warns prices changes, and so the laws hold for it.</summary>
    internal static bool IsPriced(BillingPolicy policy) => PolicyCheck.Contradictions(policy).All(found => found.IsWarning);

    internal static string Print(BillingPolicy policy) =>
        $"generated: {string.Join("\n      ", policy.Rules.Select(rule => rule.ToString()))}\n      {policy.Proration.Measure} {policy.Proration.Rounding} {policy.Invoicing.Tax} {policy.Proration.LotChoice} {policy.Invoicing.Discounts} {policy.AddOns} {policy.Balance} {policy.Allowances}\n      {policy.Renewal} {policy.Invoicing.DeferredCharges} {policy.Invoicing.FailedPayment} {policy.Requests.Pending} {policy.Invoicing.LeastCharges}";
}
