namespace SubscriptionMath.Tests.Lives;

/// <summary>
/// A made-up club of round figures: Basic at EUR 30.00 and Plus at EUR 60.00 a month (EUR 365.00 and 730.00 a year), so that a day of April is
/// EUR 1.00 or 2.00. Up at once for the rest, down at the end of the term, pauses that keep the time left.
/// </summary>
internal static class Club
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly Treatment Rests = new(
        Timing.Now, TrialFate.Kept, TermRule.TimeLeftKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    internal static BillingPolicy Policy { get; } = PolicyCheck.Checked(new BillingPolicy
    {
        Name = "Club",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Now with { Trial = TrialFate.Kept, Term = TermRule.Restarted, NewPrice = NewPrice.Full }),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Pause }, Rests),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Rests with { Term = TermRule.EndKept }),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }),
            Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.Otherwise(Now),
        ],
        AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None),
        Balance = BalancePolicy.LostAtExpiry,
        Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Carried, Carried = CarriedExpiry.WithTheNewGrant },
    });

    internal static Shop Open { get; } = new(Policy, new Catalog
    {
        Plans =
        [
            Shops.Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month), Price.Of(365m, "EUR", BillingInterval.Year)) with { AddOns = ["locker", "lessons", "storage"] },
            Shops.Plan("plus", 2, Price.Of(60m, "EUR", BillingInterval.Month), Price.Of(730m, "EUR", BillingInterval.Year)) with { AddOns = ["locker", "lessons", "storage"] },
        ],
        AddOns =
        [
            Shops.AddOn("locker", Price.Of(15m, "EUR", BillingInterval.Month), Price.Of(73m, "EUR", BillingInterval.Year)),
            Shops.AddOn("lessons", Price.Of(90m, "EUR", BillingInterval.Month)) with { RunsOut = true, Allowances = [Shops.Credits("lesson", 10)] },
            Shops.AddOn("storage", Price.Of(73m, "EUR", BillingInterval.Year)),
        ],
    });

    /// <summary>The club, with another answer or two.</summary>
    internal static Shop With(Func<BillingPolicy, BillingPolicy> other) => Open with { Policy = PolicyCheck.Checked(other(Policy)) };

    /// <summary>The club, with a rule that is asked before all others.</summary>
    internal static Shop WithRule(Rule rule) =>
        With(policy => policy with { Rules = [rule, .. policy.Rules.Where(other => other.When != rule.When)] });

    /// <summary>The club where plans are tried first.</summary>
    internal static Shop WithTrial(BillingInterval length) => Open with
    {
        Catalog = Open.Catalog with { Plans = [.. Open.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(length) })] },
    };

    internal static Command Asks(this Shop shop, string day, Cart cart, RequestedTiming? timing = null) =>
        new Command.Ask { At = shop.At(day), Change = new Change { Cart = cart, Timing = timing } };

    internal static Command Ends(this Shop shop, string day, RequestedTiming? timing = null) =>
        new Command.Ask { At = shop.At(day), Change = Change.Cancel(timing) };

    /// <summary>A life from a first purchase on: what is done, in which stretches payments fail, and until when.</summary>
    internal static Timeline Live(this Shop shop, Subscription subscription, string until, Script script, Facts? facts = null) =>
        Timeline.Of(subscription, facts ?? shop.Facts).Play(script, shop.Catalog, shop.Policy, shop.At(until));

    internal static Timeline Live(this Shop shop, Subscription subscription, string until, params ReadOnlySpan<Command> commands) =>
        shop.Live(subscription, until, Script.Of(commands));

    internal static IEnumerable<string> Told(this Timeline life) => life.Steps.Select(Written.Step);
}
