namespace SubscriptionMath;

/// <summary>The vendor's answers to every question that a change of a subscription raises, as data.</summary>
/// <remarks>
/// Read a policy like a questionnaire. The rules are asked, in their order, about each item that a cart changes. The first match decides,
/// and the last rule matches everything. The answers for every change stand beside the rules. Every answer has a default, so a policy
/// states only how it differs from the plain one, and a new question later breaks neither code nor stored policies. <see
/// cref="PolicyCheck.Contradictions(BillingPolicy)"/> tells whether two answers contradict each other. A policy with a contradiction prices
/// nothing.
/// </remarks>
public sealed partial record BillingPolicy
{
    private const string PlainName = "Plain";

    private KeptCheck _check;

    /// <summary>
    /// Gets the plain rules: changes at once with the end kept, unused time credited and the rest charged; cancellation at the term's end.
    /// </summary>
    /// <example>
    /// <c>new BillingPolicy { Rules = [Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd), ..
    /// BillingPolicy.PlainRules] }</c>
    /// </example>
    public static Sequence<Rule> PlainRules { get; } =
    [
        Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
        Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
        Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
        Rule.Otherwise(Treatments.Prorated),
    ];

    /// <summary>Gets the name of the policy; not empty; "Plain" by default.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Name { get; init => field = Require.Text(value, nameof(Name)); } = PlainName;

    /// <summary>Gets the rule for up and down: by default the rank of the plans.</summary>
    public DirectionPolicy Direction { get; init => field = Require.NotNull(value, nameof(Direction)); } = DirectionPolicy.ByRank;

    /// <summary>Gets the limits on who may change and what must fit: by default anyone may change.</summary>
    public EligibilityPolicy Eligibility { get; init => field = Require.NotNull(value, nameof(Eligibility)); } = EligibilityPolicy.Anyone;

    /// <summary>Gets the rules, case by case; the first match decides. By default <see cref="PlainRules"/>.</summary>
    public Sequence<Rule> Rules { get; init; } = PlainRules;

    /// <summary>Gets the measure of the time left: calendar days by default.</summary>
    public Measure Measure { get; init => field = Require.NotNull(value, nameof(Measure)); } = Measure.Days;

    /// <summary>Gets the rounding of amounts, and its place: by default half away from zero, once, on the net.</summary>
    public Rounding Rounding { get; init => field = Require.NotNull(value, nameof(Rounding)); } = Rounding.HalfAwayFromZeroOnTheNet;

    /// <summary>Gets the base, the rounding and the reversal of tax: by default once for each rate of an invoice.</summary>
    public TaxPolicy Tax { get; init => field = Require.NotNull(value, nameof(Tax)); } = TaxPolicy.ByInvoice;

    /// <summary>Gets the choice of the lots that units leave: the newest first by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public LotChoice LotChoice { get; init => field = Require.Defined(value, nameof(LotChoice)); }

    /// <summary>
    /// Gets the split of an invoice's discount over its lines, and its fate when a part leaves: by default in proportion.
    /// </summary>
    public DiscountPolicy Discounts { get; init => field = Require.NotNull(value, nameof(Discounts)); } = DiscountPolicy.InProportion;

    /// <summary>Gets the fate of the add-ons when the plan changes.</summary>
    /// <remarks>By default add-ons are kept, and their unused time is credited if a new term begins.</remarks>
    public AddOnPolicy AddOns { get; init => field = Require.NotNull(value, nameof(AddOns)); } = AddOnPolicy.KeptWithTheTerm;

    /// <summary>Gets the uses of money credit, and its loss: by default it pays changes and renewals, and is never lost.</summary>
    public BalancePolicy Balance { get; init => field = Require.NotNull(value, nameof(Balance)); } = BalancePolicy.NeverLost;

    /// <summary>Gets the effect of a change on usage credits: by default each term grants them anew.</summary>
    public AllowancePolicy Allowances { get; init => field = Require.NotNull(value, nameof(Allowances)); } = AllowancePolicy.EachTermAnew;

    /// <summary>Gets the renewal at the end of a term: by default at that end, at the price as sold.</summary>
    public RenewalPolicy Renewal { get; init => field = Require.NotNull(value, nameof(Renewal)); } = RenewalPolicy.AtTheEnd;

    /// <summary>Gets whether an invoice made now includes charges deferred to the next one; by default it does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public DeferredChargePolicy DeferredCharges { get; init => field = Require.Defined(value, nameof(DeferredCharges)); }

    /// <summary>Gets the effect of a failed payment on a quote: by default nothing changes.</summary>
    public FailedPayment FailedPayment { get; init => field = Require.Defined(value, nameof(FailedPayment)); }

    /// <summary>Gets the fate of a pending change when another change is made: by default the newest replaces the older.</summary>
    public PendingPolicy Pending { get; init => field = Require.Defined(value, nameof(Pending)); }

    /// <summary>Gets the cancellation that is refused while another is pending. Null, the default: the newer replaces the older.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public SecondCancellation? SecondCancellation
    {
        get;
        init => field = value is { } one ? Require.Defined(one, nameof(SecondCancellation)) : null;
    }

    /// <summary>
    /// Gets whether a first purchase on a date cannot be canceled before it begins. By default, false, the customer can withdraw it.
    /// </summary>
    public bool KeepsPendingStart { get; init; }

    /// <summary>Gets whether a pending change is refused as a whole if, when due, more members use a seat than it has.</summary>
    /// <remarks>
    /// False, the default, keeps a seat for each member, up to the seats held, and makes the rest of the change. Either way the quote says
    /// so (<see cref="Quote.NotMade"/>). The answer matters only if members have to fit the seats.
    /// </remarks>
    /// <example>Three seats, two from 1 May on; a third member joins on 20 April. On 1 May three seats renew.</example>
    public bool RefusesOutgrown { get; init; }

    /// <summary>Gets the contradictions, found on first use and kept. A copy made by <c>with</c> is checked anew.</summary>
    internal Sequence<Contradiction> Contradictions => _check.Of(this);
}
