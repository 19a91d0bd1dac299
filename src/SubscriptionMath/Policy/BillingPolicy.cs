namespace SubscriptionMath;

/// <summary>What a vendor does when a subscription changes, as data: one answer to each question.</summary>
/// <remarks>
/// Read it like a questionnaire. The rules are asked, in their order, about each thing that a cart changes, and the first that matches
/// decides; the last one matches everything. What holds for every change stands beside them. Every answer has a default, so that a policy states how it differs from the
/// plain one: a new question later breaks neither code nor stored policies.
/// <see cref="PolicyCheck.Contradictions(BillingPolicy)"/> tells whether two answers contradict each other; a policy in which they do prices nothing.
/// </remarks>
public sealed partial record BillingPolicy
{
    private const string PlainName = "Plain";

    private KeptCheck _check;

    /// <summary>Gets the plain rules: changes at once, the end kept, unused time credited and the rest charged; terminations at the end of the term.</summary>
    /// <example><c>new BillingPolicy { Rules = [Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd), .. BillingPolicy.PlainRules] }</c></example>
    public static Sequence<Rule> PlainRules { get; } =
    [
        Rule.For(new Case { Changes = What.Start }, Treatments.FirstPurchase),
        Rule.For(new Case { Changes = What.End }, Treatment.AtPeriodEnd),
        Rule.For(new Case { Changes = What.Resume }, Treatments.Resumption),
        Rule.Otherwise(Treatments.Prorated),
    ];

    /// <summary>Gets the name of the policy; not empty; "Plain" unless told otherwise.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Name { get; init => field = Require.Text(value, nameof(Name)); } = PlainName;

    /// <summary>Gets what counts as up, and what as down: the plans by their rank, unless told otherwise.</summary>
    public DirectionPolicy Direction { get; init => field = Require.NotNull(value, nameof(Direction)); } = DirectionPolicy.ByRank;

    /// <summary>Gets who may change, and what must fit: anyone may change, unless told otherwise.</summary>
    public EligibilityPolicy Eligibility { get; init => field = Require.NotNull(value, nameof(Eligibility)); } = EligibilityPolicy.Anyone;

    /// <summary>Gets what happens, case by case; the first match decides. The plain ones, unless told otherwise (<see cref="PlainRules"/>).</summary>
    public Sequence<Rule> Rules { get; init; } = PlainRules;

    /// <summary>Gets how time left is counted: calendar days, unless told otherwise.</summary>
    public Measure Measure { get; init => field = Require.NotNull(value, nameof(Measure)); } = Measure.Days;

    /// <summary>Gets how, and where, amounts are rounded: half away from zero, once, on the net, unless told otherwise.</summary>
    public Rounding Rounding { get; init => field = Require.NotNull(value, nameof(Rounding)); } = Rounding.HalfAwayFromZeroOnTheNet;

    /// <summary>Gets how tax is reckoned and rounded, and how it goes back: once for each rate of an invoice, unless told otherwise.</summary>
    public TaxPolicy Tax { get; init => field = Require.NotNull(value, nameof(Tax)); } = TaxPolicy.ByInvoice;

    /// <summary>Gets out of which lots units leave: the newest first, unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
    public LotChoice LotChoice { get; init => field = Require.Defined(value, nameof(LotChoice)); }

    /// <summary>Gets how a discount on the invoice is split over its lines, and what becomes of it where a part leaves: in proportion, unless told otherwise.</summary>
    public DiscountPolicy Discounts { get; init => field = Require.NotNull(value, nameof(Discounts)); } = DiscountPolicy.InProportion;

    /// <summary>Gets what becomes of the add-ons when the plan changes: they are kept, and their unused time is credited where the term begins anew, unless told otherwise.</summary>
    public AddOnPolicy AddOns { get; init => field = Require.NotNull(value, nameof(AddOns)); } = AddOnPolicy.KeptWithTheTerm;

    /// <summary>Gets what money credit pays, and when it is lost: it pays changes and renewals, and is never lost, unless told otherwise.</summary>
    public BalancePolicy Balance { get; init => field = Require.NotNull(value, nameof(Balance)); } = BalancePolicy.NeverLost;

    /// <summary>Gets what a change does to usage credits: each term grants them anew, unless told otherwise.</summary>
    public AllowancePolicy Allowances { get; init => field = Require.NotNull(value, nameof(Allowances)); } = AllowancePolicy.EachTermAnew;

    /// <summary>Gets what happens by itself when a term ends: at the end of the term, at the price as sold, unless told otherwise.</summary>
    public RenewalPolicy Renewal { get; init => field = Require.NotNull(value, nameof(Renewal)); } = RenewalPolicy.AtTheEnd;

    /// <summary>Gets whether an invoice that is made now takes along charges deferred to the next one; it does unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
    public DeferredCharges DeferredCharges { get; init => field = Require.Defined(value, nameof(DeferredCharges)); }

    /// <summary>Gets what becomes of a quote whose payment fails: nothing changes, unless told otherwise.</summary>
    public FailedPayment FailedPayment { get; init => field = Require.Defined(value, nameof(FailedPayment)); }

    /// <summary>Gets what becomes of a pending change when another is made: the newest replaces the older, unless told otherwise.</summary>
    public PendingPolicy Pending { get; init => field = Require.Defined(value, nameof(Pending)); }

    /// <summary>Gets which termination is refused while another one is pending, or null, the default, where the newer takes the place of the older.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
    public SecondTermination? SecondTermination { get; init => field = value is { } one ? Require.Defined(one, nameof(SecondTermination)) : null; }

    /// <summary>Gets whether a first purchase on a date is kept until it begins: a termination dated before it is refused. False, the default, lets it be withdrawn.</summary>
    public bool KeepsPendingStart { get; init; }

    /// <summary>
    /// Gets whether a pending change is refused as a whole if more members use a seat than it has when it takes effect. False, the default, keeps as many seats as
    /// there are members, at most those held, and makes the rest of the change.
    /// </summary>
    /// <remarks>Either way the quote says so (<see cref="Quote.NotMade"/>). It is only asked where members have to fit the seats.</remarks>
    /// <example>Three seats, two from 1 May on; a third member joins on 20 April. On 1 May three seats renew.</example>
    public bool RefusesOutgrown { get; init; }

    /// <summary>Gets what contradicts itself, found on first use and kept. A copy made by <c>with</c> is checked anew.</summary>
    internal Sequence<Contradiction> Contradictions => _check.Of(this);
}
