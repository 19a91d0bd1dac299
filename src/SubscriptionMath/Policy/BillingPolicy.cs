namespace SubscriptionMath;

/// <summary>What a vendor does when a subscription changes, as data: one answer to each question.</summary>
/// <remarks>
/// Read it like a questionnaire. The rules are asked, in their order, about each thing that a cart changes, and the first that matches
/// decides; the last one matches everything. What holds for every change stands beside them.
/// <see cref="PolicyCheck.Contradictions(BillingPolicy)"/> tells whether two answers contradict each other; a policy in which they do prices nothing.
/// </remarks>
public sealed partial record BillingPolicy
{
    private KeptCheck _check;

    /// <summary>Gets the name of the policy; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.Text(value, nameof(Name)); }

    /// <summary>Gets what counts as up, and what as down.</summary>
    public required DirectionPolicy Direction { get; init => field = Require.NotNull(value, nameof(Direction)); }

    /// <summary>Gets who may change, and what must fit.</summary>
    public required EligibilityPolicy Eligibility { get; init => field = Require.NotNull(value, nameof(Eligibility)); }

    /// <summary>Gets what happens, case by case; the first match decides.</summary>
    public required Sequence<Rule> Rules { get; init; }

    /// <summary>Gets how time left is counted.</summary>
    public required Measure Measure { get; init => field = Require.NotNull(value, nameof(Measure)); }

    /// <summary>Gets how, and where, amounts are rounded.</summary>
    public required Rounding Rounding { get; init => field = Require.NotNull(value, nameof(Rounding)); }

    /// <summary>Gets how tax is reckoned and rounded, and how it goes back.</summary>
    public required TaxPolicy Tax { get; init => field = Require.NotNull(value, nameof(Tax)); }

    /// <summary>Gets out of which lots units leave.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
    public required LotChoice LotChoice { get; init => field = Require.Defined(value, nameof(LotChoice)); }

    /// <summary>Gets how a discount on the invoice is split over its lines, and what becomes of it where a part leaves.</summary>
    public required DiscountPolicy Discounts { get; init => field = Require.NotNull(value, nameof(Discounts)); }

    /// <summary>Gets what becomes of the add-ons when the plan changes.</summary>
    public required AddOnPolicy AddOns { get; init => field = Require.NotNull(value, nameof(AddOns)); }

    /// <summary>Gets what money credit pays, and when it is lost.</summary>
    public required BalancePolicy Balance { get; init => field = Require.NotNull(value, nameof(Balance)); }

    /// <summary>Gets what a change does to usage credits.</summary>
    public required AllowancePolicy Allowances { get; init => field = Require.NotNull(value, nameof(Allowances)); }

    /// <summary>Gets what happens by itself when a term ends.</summary>
    public required RenewalPolicy Renewal { get; init => field = Require.NotNull(value, nameof(Renewal)); }

    /// <summary>Gets whether an invoice that is made now takes along charges deferred to the next one; it does unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
    public DeferredCharges DeferredCharges { get; init => field = Require.Defined(value, nameof(DeferredCharges)); }

    /// <summary>Gets what becomes of a quote whose payment fails.</summary>
    public required FailedPayment FailedPayment { get; init => field = Require.Defined(value, nameof(FailedPayment)); }

    /// <summary>Gets what becomes of a pending change when another is made.</summary>
    public required PendingPolicy Pending { get; init => field = Require.Defined(value, nameof(Pending)); }

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
