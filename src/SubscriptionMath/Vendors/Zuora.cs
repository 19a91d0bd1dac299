namespace SubscriptionMath.Vendors;

/// <summary>Zuora Billing: a bill cycle day of the month, stubs before and after it, and tenant settings for the bills of both.</summary>
/// <remarks>
/// <para>
/// Source: knowledgecenter.zuora.com, "Proration", "Customize billing rules" and "Bill cycle day". The end of a charge is a date, so a
/// cancellation names one; time billed beyond it is credited. Ends are inclusive there and exclusive here.
/// </para>
/// <para>The decimals and the direction of rounding are a setting of the tenant; the vendor's own pages differ.</para>
/// </remarks>
public static class Zuora
{
    /// <summary>Month rule "actual days": a day is a part of its period.</summary>
    public static Measure ActualDays => Measure.Days;

    /// <summary>Month rule "30 actual/360": the actual days, of months of thirty.</summary>
    /// <example>27 and 28 February: 2/30.</example>
    public static Measure ActualOfThirty => Measure.Days with { Denominator = Thirty };

    /// <summary>Month rule "30 strict/360": every month has thirty days, and its last one is the thirtieth.</summary>
    /// <example>27 and 28 February: 4/30.</example>
    public static Measure StrictThirty => ActualOfThirty with { Unit = ProrationUnit.DaysOfEqualMonths };

    /// <summary>Periods longer than a month, "month first": whole months, then the days of a part of one by their month.</summary>
    public static Measure MonthFirst => Measure.Days with { Unit = ProrationUnit.MonthsThenDays };

    /// <summary>"Month first" with months of thirty days.</summary>
    /// <example>16 January to 31 March at USD 100.00 a month: two months and 16/30, 253.33.</example>
    public static Measure MonthFirstOfThirty => MonthFirst with { Denominator = Thirty };

    private static Denominator Thirty => Denominator.FixedDays(30, BillingInterval.Month);

    /// <summary>The settings "bill partial month" and "prorate partial period": both stubs are billed by time.</summary>
    /// <param name="billCycle">The bill cycle day, as an anchor of months (<see cref="Anchor.OnDay"/>) or of weeks.</param>
    /// <param name="interval">The interval of bill cycle days: a month, or a week.</param>
    /// <param name="measure">The measure of partial time: <see cref="ActualDays"/> by default, or another month rule.</param>
    /// <param name="credit">
    /// The complement of the rounded charge (the default, as for new tenants), or the unused part rounded by itself.
    /// </param>
    /// <param name="rounding">The rounding of amounts; half away from zero by default.</param>
    /// <example>USD 1000.00 a month from 23 May by the 1st: 290.32 for nine of 31 days, then whole months.</example>
    public static BillingPolicy Policy(
        Anchor billCycle,
        BillingInterval interval,
        Measure? measure = null,
        ValueBasis credit = ValueBasis.BilledLessUsed,
        RoundingMode rounding = RoundingMode.HalfAwayFromZero) =>
        Of("Zuora", Stub(billCycle, interval, NewPrice.ForTheRest), UnusedValue.OfLots(LotSources.All, credit), measure
            ?? ActualDays, rounding);

    /// <summary>Without "bill partial month": a leading stub is free, and a month started at the end is billed in full.</summary>
    /// <param name="billCycle">The bill cycle day.</param>
    /// <param name="rounding">The rounding of amounts; half away from zero by default.</param>
    /// <example>
    /// A quarter from 15 July by the 1st, ended with 15 March: July is free, and February and March are billed of the last quarter.
    /// </example>
    public static BillingPolicy WholeMonths(Anchor billCycle, RoundingMode rounding = RoundingMode.HalfAwayFromZero) =>
        Of("ZuoraWholeMonths", Stub(billCycle, BillingInterval.Month, NewPrice.NothingUntilRenewal),
            UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed), Measure.MonthsNotStarted, rounding);

    /// <summary>Without both settings: a leading stub is free, and the last period is billed in full.</summary>
    /// <param name="billCycle">The bill cycle day.</param>
    /// <param name="rounding">The rounding of amounts; half away from zero by default.</param>
    /// <example>
    /// A quarter from 15 July by the 1st, sold for eight months (<see cref="Contract"/>): July is free, and the last quarter is billed in
    /// full, although it ends on 15 March.
    /// </example>
    public static BillingPolicy WholePeriods(Anchor billCycle, RoundingMode rounding = RoundingMode.HalfAwayFromZero) =>
        Of("ZuoraWholePeriods", Stub(billCycle, BillingInterval.Month, NewPrice.NothingUntilRenewal), UnusedValue.None,
            Measure.Days, rounding) with
        { Renewal = RenewalPolicy.AtTheEnd with { ChargesLastTermInFull = true } };

    /// <summary>A first purchase, with a stub up to the bill cycle day at a price.</summary>
    private static Treatment Stub(Anchor billCycle, BillingInterval interval, NewPrice price) =>
        Treatments.FirstPurchase with { Term = TermRule.AlignedTo(billCycle, interval), NewPrice = price };

    private static BillingPolicy Of(string name, Treatment first, UnusedValue credit, Measure measure, RoundingMode rounding) =>
        Engine.Policy(name, measure, new(rounding, RoundingStage.Lines), [
            Rule.For(new Case { Changes = ChangeKinds.Start }, first),
            Rule.For(new Case { Changes = ChangeKinds.End },
                Treatments.Prorated with { Timing = Timing.OnDate, Unused = credit, NewPrice = NewPrice.NothingUntilRenewal }),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.Otherwise(Treatments.Prorated with { Unused = credit }),
        ]);
}
