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

    /// <summary>Gets the rules, case by case; the first match decides. By default <see cref="PlainRules"/>.</summary>
    public Sequence<Rule> Rules { get; init; } = PlainRules;

    /// <summary>Gets the answers about requests: by default anyone may change, and the newest pending change replaces an older.</summary>
    public RequestPolicy Requests { get; init => field = Require.NotNull(value, nameof(Requests)); } = new();

    /// <summary>Gets the answers about the value of a part of a period: by default days, rounded once, on the net.</summary>
    public ProrationPolicy Proration { get; init => field = Require.NotNull(value, nameof(Proration)); } = new();

    /// <summary>Gets the answers about invoices: by default tax once for each rate, and discounts in proportion.</summary>
    public InvoicePolicy Invoicing { get; init => field = Require.NotNull(value, nameof(Invoicing)); } = new();

    /// <summary>Gets the fate of the add-ons when the plan changes.</summary>
    /// <remarks>By default add-ons are kept, and their unused time is credited if a new term begins.</remarks>
    public AddOnPolicy AddOns { get; init => field = Require.NotNull(value, nameof(AddOns)); } = AddOnPolicy.KeptWithTheTerm;

    /// <summary>Gets the uses of money credit, and its loss: by default it pays changes and renewals, and is never lost.</summary>
    public BalancePolicy Balance { get; init => field = Require.NotNull(value, nameof(Balance)); } = BalancePolicy.NeverLost;

    /// <summary>Gets the effect of a change on usage credits: by default each term grants them anew.</summary>
    public AllowancePolicy Allowances { get; init => field = Require.NotNull(value, nameof(Allowances)); } = AllowancePolicy.EachTermAnew;

    /// <summary>Gets the renewal at the end of a term: by default at that end, at the price as sold.</summary>
    public RenewalPolicy Renewal { get; init => field = Require.NotNull(value, nameof(Renewal)); } = RenewalPolicy.AtTheEnd;

    /// <summary>Gets the contradictions, found on first use and kept. A copy made by <c>with</c> is checked anew.</summary>
    internal Sequence<Contradiction> Contradictions => _check.Of(this);
}
