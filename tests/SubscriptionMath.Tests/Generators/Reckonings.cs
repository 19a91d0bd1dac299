namespace SubscriptionMath.Tests.Generators;

/// <summary>A question for the independent reckoning: also under answers that break a law by their own rule, and with the billing date moved.</summary>
public sealed record Reckonable(Question Question)
{
    public override string ToString() => Question.ToString();
}

/// <summary>
/// Generators of questions under every policy, and under those with answers that the other laws leave out: discounts that leave whole, directions by price,
/// terms as long as what is bought, terms moved as asked, and a measure that is the treatment's own.
/// </summary>
internal static class Reckonings
{
    private static readonly Treatment Moved = new(
        Timing.Now, TrialFate.Ended, TermRule.MovedAsAsked, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static Gen<Treatment> Moves { get; } = Gen.Frequency(
        (1, from trial in Gen.Elements(TrialFate.Ended, TrialFate.Kept)
            from surplus in Gen.Elements(Surplus.ToBalance, Surplus.Forfeited, Surplus.Refunded(RefundRest.ToBalance))
            from term in Gen.Elements(TermRule.MovedAsAsked, TermRule.MovedAsAsked, TermRule.MovedAtTheEnd)
            select Moved with
            {
                Trial = trial,
                Term = term,
                Unused = UnusedValue.Kept,
                NewPrice = term is TermRule.StubToDate ? NewPrice.ForTheRest : NewPrice.NothingUntilRenewal,
                Surplus = surplus,
            }),
        (2, from unused in Gen.Elements([UnusedValue.OfAllLots, UnusedValue.None, UnusedValue.OfTheWholeTerm, UnusedValue.OfLots(LotSources.All, ValueBasis.BilledByTime), .. Policies.Keeping])
            from price in Gen.Elements(Enum.GetValues<NewPrice>())
            from due in Gen.Elements(PaymentTiming.Now, PaymentTiming.NextInvoice, PaymentTiming.Waived)
            from surplus in Gen.Elements(Surplus.ToBalance, Surplus.Forfeited, Surplus.Refunded(RefundRest.ToBalance))
            select Moved with { Unused = unused, NewPrice = price, PaymentTiming = due, Surplus = surplus }));

    private static Gen<Rule> AsBought { get; } =
        from unused in Gen.Elements([UnusedValue.OfAllLots, UnusedValue.OfTheWholeTerm, UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney), .. Policies.Keeping])
        from days in Gen.Elements(RoundingMode.Floor, RoundingMode.Ceiling, RoundingMode.HalfAwayFromZero)
        from units in Gen.Elements(Enum.GetValues<TimeUnits>())
        from trial in Gen.Elements(TrialFate.Ended, TrialFate.Restarted, TrialFate.FromTheStart)
        from direction in Gen.Elements<Direction?>(null, Direction.Up, Direction.Down)
        select Rule.For(
            new Case { Changes = ChangeKinds.Plan, Direction = direction },
            Moved with { Trial = trial, Term = TermRule.AsBought, Unused = unused, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.AllUnusedToTime(days, units) });

    private static Gen<DirectionPolicy> Directions { get; } =
        from plans in Gen.Elements(Enum.GetValues<PlanOrder>())
        from items in Gen.Elements(Enum.GetValues<ComparedItems>())
        from interval in Gen.Elements(Enum.GetValues<IntervalWeight>())
        from longer in Gen.Elements(Enum.GetValues<Direction>())
        from tie in Gen.Elements(Enum.GetValues<Direction>())
        select new DirectionPolicy { Plans = plans, Items = items, Interval = interval, LongerInterval = longer, Tie = tie };

    // Parts of a year in nanoseconds that buy parts of another may be beyond 128 bits: that is an overflow, and no wrong number.
    private static Gen<NamedPolicy> Wide { get; } =
        (from named in Policies.Any
         from direction in Gen.OneOf(Gen.Constant(named.Policy.Requests.Direction), Directions)
         from reversal in Gen.Elements(named.Policy.Invoicing.Discounts.Reversal, DiscountReversal.LeavesWhole)
         from move in Gen.Frequency((2, Gen.Constant<Treatment?>(null)), (3, Moves.Select(Treatment? (move) => move)))
         from bought in Gen.Frequency((2, Gen.Constant<Rule?>(null)), (1, AsBought.Select(Rule? (bought) => bought)))
         from measure in Gen.Elements<Measure?>(null, null, null, Measure.Days with { ChangeDay = ChangeDay.Old }, Measure.Seconds)
         let rules = named.Policy.Rules
         let policy = named.Policy.WithDirection(direction).WithDiscounts(named.Policy.Invoicing.Discounts with { Reversal = reversal }) with
         {
             Rules =
             [
                 rules[0],
                 .. move is null ? [] : new[] { Rule.For(new Case { Changes = ChangeKinds.NextBilling }, move) },
                 .. bought is null || named.Policy.Proration.Measure.Unit == ProrationUnit.Nanoseconds ? [] : new[] { bought },
                 .. rules.Skip(1).Select(rule => measure is not null && rule is Rule.Treated treated ? Rule.For(rule.When, treated.Then with { Measure = measure }) : rule),
             ],
         }
         select policy).Where(Policies.IsPriced).Select(policy => new NamedPolicy(Policies.Print(policy), policy, false));

    private static Gen<Story> Asked { get; } =
        from story in Stories.Of(Gen.OneOf(Policies.Any, Wide))
        from days in Gen.Choose(0, 70).ListOf(story.Steps.Count)
        from moves in Gen.Elements("as it is", "alone", "beside").ListOf(story.Steps.Count)
        select story.Policy.Policy.Rules.Any(rule => rule.When.Changes is ChangeKinds.NextBilling)
            ? story with { Steps = [.. story.Steps.Select((step, place) => step with { Wish = Moving(step.Wish, days[place], moves[place]) })] }
            : story;

    internal static Arbitrary<Reckonable> Arbitrary() => Arb.From(Asked, Stories.Simpler).Convert(story => new Reckonable(story.Question()), one => one.Question.Situation.Story);

    private static Wish Moving(Wish wish, int days, string how) => how switch
    {
        "as it is" => wish,
        "alone" => new Wish { BilledIn = days },
        _ => wish with { BilledIn = days },
    };
}
