namespace SubscriptionMath;

/// <summary>What happens in a case: one answer to each question that a change raises.</summary>
/// <param name="Timing">When does it take effect?</param>
/// <param name="Trial">What becomes of a running trial?</param>
/// <param name="Term">What becomes of the term?</param>
/// <param name="Unused">What is the unused part of what ends worth?</param>
/// <param name="NewPrice">How much of the new price is charged?</param>
/// <param name="Due">When is the customer to pay?</param>
/// <param name="Surplus">What becomes of unused value beyond the new price?</param>
public sealed record Treatment(
    Timing Timing,
    TrialFate Trial,
    TermRule Term,
    UnusedValue Unused,
    NewPrice NewPrice,
    Due Due,
    Surplus Surplus)
{
    /// <summary>Gets the answer to: when does it take effect?</summary>
    public Timing Timing { get; init => field = Require.NotNull(value, nameof(Timing)); } = Require.NotNull(Timing);

    /// <summary>Gets the answer to: what becomes of a running trial?</summary>
    public TrialFate Trial { get; init => field = Require.Defined(value, nameof(Trial)); } = Require.Defined(Trial, nameof(Trial));

    /// <summary>Gets the answer to: what becomes of the term?</summary>
    public TermRule Term { get; init => field = Require.NotNull(value, nameof(Term)); } = Require.NotNull(Term);

    /// <summary>Gets the answer to: what is the unused part of what ends worth?</summary>
    public UnusedValue Unused { get; init => field = Require.NotNull(value, nameof(Unused)); } = Require.NotNull(Unused);

    /// <summary>Gets the answer to: how much of the new price is charged?</summary>
    public NewPrice NewPrice { get; init => field = Require.Defined(value, nameof(NewPrice)); } = Require.Defined(NewPrice, nameof(NewPrice));

    /// <summary>Gets the answer to: when is the customer to pay?</summary>
    public Due Due { get; init => field = Require.Defined(value, nameof(Due)); } = Require.Defined(Due, nameof(Due));

    /// <summary>Gets the answer to: what becomes of unused value beyond the new price?</summary>
    public Surplus Surplus { get; init => field = Require.NotNull(value, nameof(Surplus)); } = Require.NotNull(Surplus);

    /// <summary>Gets whether a term begins at the change, and everything held begins anew with it.</summary>
    internal bool BeginsAnew => Term.BeginsAnew || (Term is TermRule.ToDateAsked && Unused is not UnusedValue.LotsKept);

    /// <summary>Whether the next billing moves and what was bought stays as it is.</summary>
    internal bool MovesKept => Term is TermRule.StubToDate || (Term is TermRule.ToDateAsked && Unused is UnusedValue.LotsKept);

    /// <summary>Gets how time left is counted in this case, or null where it is as the policy counts it.</summary>
    /// <remarks>
    /// Lago's change day belongs to the new plan, but it is used where the subscription ends: on 15 October 17 of 31 days are unused by an upgrade,
    /// and 16 by a termination. What the catalog says of an add-on comes first.
    /// </remarks>
    public Measure? Measure { get; init; }

    /// <summary>Gets what is owed of a contract that a termination leaves before its end, or null where nothing is.</summary>
    /// <remarks>Adobe's year at USD 20.00 a month, left when five months remain: USD 50.00, at once, and the service runs to the end of the month.</remarks>
    public EarlyEnd? EarlyEnd { get; init; }

    /// <summary>Gets whether a pause is charged, of what is paid for in arrears; null, the default, is as false. It is only read of a pause whose time runs on.</summary>
    /// <example>EUR 30.00 for April in arrears, on hold from the 11th to the 21st: EUR 20.00 on 1 May, or EUR 30.00 where the hold is charged.</example>
    public bool? ChargesHold { get; init; }

    /// <summary>
    /// The rule for the term of an add-on. A price that is not prorated is for its own interval: beside a plan of another one it buys a term of its own, and not
    /// whatever is left of the plan's.
    /// </summary>
    internal TermRule TermOfAddOn(Price price, BillingInterval planEvery) =>
        NewPrice == NewPrice.Full && price.Charged != Charged.Once && price.Every != planEvery && Term is not TermRule.ToBillingDay ? TermRule.OwnTerm : Term;

    /// <summary>The next term, bought at its full price.</summary>
    internal static Treatment Renewal { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.Full, Due.Now, Surplus.ToBalance);

    /// <summary>At the end of the term, at the renewal's full price: nothing is valued, nothing is due before.</summary>
    public static Treatment AtPeriodEnd { get; } = new(
        Timing.AtPeriodEnd, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, Due.Now, Surplus.Forfeited);
}
