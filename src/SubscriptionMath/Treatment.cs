namespace SubscriptionMath;

/// <summary>The treatment of a case: one answer to each question that a change raises.</summary>
/// <param name="Timing">The time at which the change takes effect.</param>
/// <param name="Trial">The fate of a running trial.</param>
/// <param name="Term">The rule for the term.</param>
/// <param name="Unused">The rule for the value of the unused part of an ending item.</param>
/// <param name="NewPrice">The part of the new price that is charged.</param>
/// <param name="PaymentTiming">The time at which the customer pays.</param>
/// <param name="Surplus">The use of unused value beyond the new price.</param>
public sealed record Treatment(
    Timing Timing,
    TrialFate Trial,
    TermRule Term,
    UnusedValue Unused,
    NewPrice NewPrice,
    PaymentTiming PaymentTiming,
    Surplus Surplus)
{
    /// <summary>Gets the time at which the change takes effect.</summary>
    public Timing Timing { get; init => field = Require.NotNull(value, nameof(Timing)); } = Require.NotNull(Timing);

    /// <summary>Gets the fate of a running trial.</summary>
    public TrialFate Trial { get; init => field = Require.Defined(value, nameof(Trial)); } = Require.Defined(Trial, nameof(Trial));

    /// <summary>Gets the rule for the term.</summary>
    public TermRule Term { get; init => field = Require.NotNull(value, nameof(Term)); } = Require.NotNull(Term);

    /// <summary>Gets the rule for the value of the unused part of an ending item.</summary>
    public UnusedValue Unused { get; init => field = Require.NotNull(value, nameof(Unused)); } = Require.NotNull(Unused);

    /// <summary>Gets the part of the new price that is charged.</summary>
    public NewPrice NewPrice { get; init => field = Require.Defined(value, nameof(NewPrice)); }
        = Require.Defined(NewPrice, nameof(NewPrice));

    /// <summary>Gets the time at which the customer pays.</summary>
    public PaymentTiming PaymentTiming { get; init => field = Require.Defined(value, nameof(PaymentTiming)); }
        = Require.Defined(PaymentTiming, nameof(PaymentTiming));

    /// <summary>Gets the use of unused value beyond the new price.</summary>
    public Surplus Surplus { get; init => field = Require.NotNull(value, nameof(Surplus)); } = Require.NotNull(Surplus);

    /// <summary>Gets whether a new term begins at the change, for every item held.</summary>
    internal bool BeginsAnew => Term.BeginsAnew || (Term is TermRule.ToDateAsked && Unused is not UnusedValue.LotsKept);

    /// <summary>Whether the next billing moves and every purchase stays as it is.</summary>
    internal bool MovesKept => Term is TermRule.StubToDate || (Term is TermRule.ToDateAsked && Unused is UnusedValue.LotsKept);

    /// <summary>Gets the measure of the time left in this case, or null for the policy's.</summary>
    /// <remarks>
    /// Lago's change day belongs to the new plan, but counts as used if the subscription ends: on 15 October 17 of 31 days are unused by an
    /// upgrade, and 16 by a cancellation. A measure of an add-on in the catalog comes first.
    /// </remarks>
    public Measure? Measure { get; init; }

    /// <summary>Gets the time by which a request must come before the end that it waits for, or null for none.</summary>
    /// <remarks>
    /// A change at the end of the term, or of the contract, waits for the first such end that is at least that time after the request. The
    /// time is counted on the calendar of the billing zone, to the same time of day. Until then the plan renews.
    /// </remarks>
    /// <example>
    /// A month's notice, terms from the 1st: canceled on 1 May, the plan ends on 1 June; canceled on 2 May, it renews once more and ends on
    /// 1 July.
    /// </example>
    public BillingInterval? Notice { get; init; }

    /// <summary>Gets the charge for a contract that a cancellation ends early, or null for none.</summary>
    /// <remarks>
    /// Adobe's year at USD 20.00 a month, left when five months remain: USD 50.00, at once, and the service runs to the end of the month.
    /// </remarks>
    public EarlyTerminationCharge? EarlyTermination { get; init; }

    /// <summary>
    /// Gets whether a pause is charged at a price in arrears; null, the default, means false. Read only for a pause whose time runs on.
    /// </summary>
    /// <example>
    /// EUR 30.00 for April in arrears, paused from the 11th to the 21st: EUR 20.00 on 1 May, or EUR 30.00 if the pause is charged.
    /// </example>
    public bool? ChargesHold { get; init; }

    /// <summary>
    /// The rule for the term of an add-on. A price that is not prorated pays for its own interval. Beside a plan of another interval it
    /// buys a term of its own, not the rest of the plan's.
    /// </summary>
    internal TermRule TermOfAddOn(Price price, BillingInterval planInterval) =>
        NewPrice == NewPrice.Full && price.BillingTiming != BillingTiming.Once && price.Interval != planInterval
            && Term is not TermRule.ToBillingDay
            ? TermRule.OwnTerm
            : Term;

    /// <summary>The next term, bought at its full price.</summary>
    internal static Treatment Renewal { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance);

    /// <summary>At the end of the term, at the renewal's full price: no value is computed, and nothing is due before.</summary>
    public static Treatment AtPeriodEnd { get; } = new(
        Timing.AtPeriodEnd, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now,
            Surplus.Forfeited);
}
